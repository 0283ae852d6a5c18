import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "../../reports/serve.js";
import { barriersOf } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) process.stdout.write("no chromium found: the browser tests are skipped\n");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

/** A sheet of a certificate and of a cluster, skills and occupations with and without a trend, with hostile names, and their indexes. */
const SHEETS = ["print/cisco-ccna.html", "print/mta.html", "print/cluster-information-technology.html"];
const KINDS = [
  "skills.html",
  "skill/linux.html",
  "skill/cobol.html",
  "skill/w-hostile.html",
  "occupations.html",
  "occupation/00-0000.html",
  "occupation/00-0001.html",
  "certificate/cisco-ccna.html",
  ...SHEETS,
];

describe.skipIf(CHROMIUM === undefined)("skills, occupations and sheets in a browser", { timeout: 180_000 }, () => {
  const sample = sampleSite({ certificates: 40 });
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    server = await serveSite({ dir: sample().out, port: 0 });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const served = (path: string) => `http://127.0.0.1:${server.port}/${path}`;
  const onDisk = (path: string) => pathToFileURL(`${sample().out}/${path}`).href;

  /** A page that notes down what goes wrong in it, what leaves the site, and how many bytes came. */
  async function watched(
    context: Browser | BrowserContext,
  ): Promise<{ page: Page; faults: string[]; bytes: number[] }> {
    const page = await context.newPage();
    const faults: string[] = [];
    const bytes: number[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => {
      faults.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|file:|data:|blob:)/.test(request.url())) faults.push(`left: ${request.url()}`);
    });
    page.on("requestfinished", (request) => {
      void request.sizes().then(({ responseBodySize }) => bytes.push(responseBodySize));
    });
    return { page, faults, bytes };
  }

  test("each kind opens without a fault, from a server and from disk, in under 150 KB", async () => {
    for (const path of KINDS) {
      const { page, faults, bytes } = await watched(browser);
      await page.goto(served(path), { waitUntil: "load" });
      expect(await page.locator("h1").count(), path).toBe(1);
      expect(
        bytes.reduce((sum, size) => sum + size, 0),
        path,
      ).toBeLessThan(150_000);
      expect(bytes.length, path).toBeGreaterThan(0);
      await page.goto(onDisk(path));
      expect(await page.locator("#cite").textContent(), path).toContain("edition of 2024-12-15");
      expect(faults, path).toEqual([]);
      await page.close();
    }
  });

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [320, "light"],
    [320, "dark"],
  ] as const)("axe finds nothing at %i px, %s, and nothing scrolls sideways", async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of KINDS) {
      await page.goto(served(path));
      found.push(...(await barriersOf(page, path)));
    }
    expect(found).toEqual([]);
    await context.close();
  });

  test.each(["A4", "Letter"])("a sheet is exactly one page of %s", async (format) => {
    const page = await browser.newPage();
    for (const path of SHEETS) {
      await page.goto(served(path));
      const pdf = (await page.pdf({ format })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g), `${path} on ${format}`).toHaveLength(1);
    }
    await page.close();
  });

  test("a chart is kept as SVG and PNG from disk, with its title, axis, source and edition inside", async () => {
    const { page, faults } = await watched(browser);
    await page.goto(onDisk("certificate/cisco-ccna.html"));
    const keep = async (label: string): Promise<Buffer> => {
      const waiting = page.waitForEvent("download");
      await page.locator("figure").first().getByRole("button", { name: label }).focus();
      await page.keyboard.press("Enter");
      return readFileSync(await (await waiting).path());
    };
    const svg = (await keep("SVG")).toString("utf8");
    expect(svg).toContain("Cisco Certified Network Associate (CCNA)</text>");
    expect(svg).toContain("in per cent, from zero.</text>");
    expect(svg).toContain("certworth, edition of 2024-12-15, data to December 2024</text>");
    expect(svg).not.toContain("var(--");
    const png = await keep("PNG");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1280);
    expect(png.length).toBeGreaterThan(10_000);
    expect(faults).toEqual([]);
    await page.close();
  });
});
