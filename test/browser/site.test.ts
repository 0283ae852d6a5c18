import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "../../reports/serve.js";
import { barriersOf } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) process.stdout.write("no chromium found: the browser tests are skipped\n");

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** One of each kind of page; for certificates one with a trend, one thin, one retired, one that nobody names, one with hostile text. */
const KINDS = [
  "index.html",
  "questions.html",
  "certificates.html",
  "compare.html",
  "signals.html",
  "supply.html",
  "certificate/cisco-ccna.html",
  "certificate/it-specialist.html",
  "certificate/mta.html",
  "certificate/sample-2.html",
  "certificate/w-hostile.html",
  "quality.html",
  "methods.html",
  "dictionary.html",
  "explorer.html",
  "downloads.html",
  "attributions.html",
];

describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
  const sample = sampleSite({ certificates: 40 });
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
    server = await serveSite({ dir: sample().out, port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const served = (path: string) => `http://127.0.0.1:${server.port}/${path}`;
  const onDisk = (path: string) => pathToFileURL(`${sample().out}/${path}`).href;

  /** A page that notes down whatever goes wrong in it, and every request that leaves the site. */
  async function watched(options: Parameters<Browser["newPage"]>[0] = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage(options);
    const faults: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("dialog", (dialog) => {
      faults.push(`a dialog opened: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    page.on(
      "response",
      (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`),
    );
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(served("")) && !url.startsWith("file://") && !url.startsWith("data:"))
        faults.push(`left the site: ${url}`);
    });
    return { page, faults };
  }

  test.each(KINDS)("%s opens without a fault, from a server and from disk", async (path) => {
    const { page, faults } = await watched();
    for (const address of [served(path), onDisk(path)]) {
      await page.goto(address);
      expect(await page.locator("h1").count(), address).toBe(1);
      // Leaving while its modules still come would count as failed requests.
      if (address === served("explorer.html")) await page.locator("#explorer").waitFor();
      expect(await page.locator("aside").textContent()).toContain("Simulated market");
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test.each([
    [1280, "light"],
    [1280, "dark"],
    [320, "light"],
    [320, "dark"],
  ] as const)(
    "axe finds nothing against WCAG 2.2 AA at %i px, %s, and nothing scrolls sideways",
    { timeout: 300_000 },
    async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const found: string[] = [];
      for (const path of KINDS) {
        await page.goto(served(path));
        await page.evaluate(() => {
          // biome-ignore lint/suspicious/noExplicitAny: runs in the page
          for (const part of (globalThis as any).document.querySelectorAll("details")) part.open = true;
        });
        found.push(...(await barriersOf(page, path)));
      }
      expect(found).toEqual([]);
      await context.close();
    },
  );

  const names = (page: Page) => page.locator("#certificates tbody tr:not([hidden]) th a").allTextContents();

  describe("the index", () => {
    test("searches and filters, and its address brings the view back", async () => {
      const { page, faults } = await watched();
      await page.goto(onDisk("certificates.html"));
      await page.getByLabel("Search").fill("microsoft");
      expect((await names(page)).sort()).toEqual([
        "Microsoft Azure Fundamentals (AZ-900)",
        "Microsoft Office Specialist: Associate",
        "Microsoft Technology Associate (MTA)",
      ]);
      await page.getByLabel("Status").selectOption("emerging");
      expect(await names(page)).toEqual(["Microsoft Azure Fundamentals (AZ-900)"]);
      expect(await page.locator("#count").textContent()).toBe("1 of 40 certificates");
      const address = page.url();
      const again = await watched();
      await again.page.goto(address);
      expect(await names(again.page)).toEqual(["Microsoft Azure Fundamentals (AZ-900)"]);
      await page.getByRole("button", { name: "Clear" }).click();
      await expect.poll(() => names(page).then((list) => list.length)).toBe(40);
      await page.getByLabel("Search").fill("no such thing");
      expect(await page.locator("#nothing").isVisible()).toBe(true);
      expect([...faults, ...again.faults]).toEqual([]);
      await page.close();
      await again.page.close();
    });

    test("sorts by mouse and by keyboard; what was not measured stays last", async () => {
      const { page } = await watched();
      await page.goto(served("certificates.html"));
      const head = page.getByRole("columnheader", { name: "Change a year" });
      await head.getByRole("button").click();
      expect(await head.getAttribute("aria-sort")).toBe("descending");
      expect((await names(page))[0]).toBe("Microsoft Azure Fundamentals (AZ-900)");
      await page.keyboard.press("Enter");
      expect(await head.getAttribute("aria-sort")).toBe("ascending");
      expect((await names(page))[0]).toBe("Microsoft Technology Associate (MTA)");
      const last = page.locator("#certificates tbody tr").last();
      expect(await last.textContent()).toContain("too few postings");
      await page.getByRole("columnheader", { name: "Postings asking" }).getByRole("button").focus();
      await page.keyboard.press("Space");
      expect((await names(page))[0]).toBe("Communication certificate");
      expect(new URL(page.url()).hash).toBe("");
      const certificate = page.getByRole("columnheader", { name: "Certificate" });
      await certificate.getByRole("button").click();
      expect(await certificate.getAttribute("aria-sort")).toBe("ascending");
      const cells = await page.locator("#certificates tbody th").allTextContents();
      expect(cells).toEqual(await page.evaluate((all) => [...all].sort((a, b) => a.localeCompare(b, "en")), cells));
      expect(new URL(page.url()).hash).toBe("#sort=name");
      await page.close();
    });

    test("the overview's counts lead to the certificates that were counted", async () => {
      const { page } = await watched();
      await page.goto(onDisk("index.html"));
      await page.getByRole("link", { name: /Retired by its issuer/ }).click();
      expect(await names(page)).toEqual(["Microsoft Technology Associate (MTA)"]);
      await page.close();
    });

    test("is a complete plain table without JavaScript", async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(served("certificates.html"));
      expect(await names(page)).toHaveLength(40);
      expect(await page.locator("#filters").isVisible()).toBe(false);
      expect(await page.locator("thead button").count()).toBe(0);
      await context.close();
    });
  });

  test("the skip link is the first stop of the keyboard and leads to the content", async () => {
    const { page } = await watched();
    await page.goto(served("index.html"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.close();
  });
});
