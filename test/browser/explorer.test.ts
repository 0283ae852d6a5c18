import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXAMPLES } from "../../reports/explorer/examples.js";
import { serveSite } from "../../reports/serve.js";
import { barriersOf } from "../support/browser.js";
import { emptyFolder } from "../support/folder.js";
import { sampleSite } from "../support/sample-site.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) process.stdout.write("no chromium found: the browser tests are skipped\n");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];

describe.skipIf(CHROMIUM === undefined)("the explorer in a browser", { timeout: 120_000 }, () => {
  const sample = sampleSite({ certificates: 40 });
  let browser: Browser;
  let server: Awaited<ReturnType<typeof serveSite>>;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: [...FLAGS, ...QUIET] });
    server = await serveSite({ dir: sample().out, port: 0 });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const address = () => `http://127.0.0.1:${server.port}/explorer.html`;

  async function opened(options: Parameters<Browser["newPage"]>[0] = {}): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage(options);
    const faults: string[] = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const url = request.url();
      const own = `http://127.0.0.1:${server.port}/`;
      if (![own, `blob:${own}`, "data:"].some((start) => url.startsWith(start))) faults.push(`left the site: ${url}`);
    });
    await page.goto(address());
    await page.locator("#explorer").waitFor();
    return { page, faults };
  }

  /** Waits for the end of a run: what the page says of it, or the fault. */
  async function outcome(page: Page): Promise<{ status: string; fault: string }> {
    const said = async (): Promise<boolean> =>
      / in /.test((await page.locator("#status").textContent()) ?? "") ||
      (await page.locator("#fault").textContent()) !== "";
    await expect.poll(said, { timeout: 60_000, interval: 50 }).toBe(true);
    return {
      status: (await page.locator("#status").textContent()) ?? "",
      fault: (await page.locator("#fault").textContent()) ?? "",
    };
  }

  async function typed(page: Page, sql: string): Promise<{ status: string; fault: string }> {
    await page.locator("#sql").fill(sql);
    await page.locator("#sql").press("Control+Enter");
    return outcome(page);
  }

  test("runs each example by mouse and by keyboard, with the same rows", async () => {
    const { page, faults } = await opened();
    for (const { label, sql } of EXAMPLES) {
      await page.getByRole("button", { name: label }).click();
      const clicked = await outcome(page);
      expect(clicked, label).toMatchObject({ status: expect.stringMatching(/^\d+ rows? in /), fault: "" });
      const rows = await page.locator("#result tbody tr").allTextContents();
      expect(await typed(page, sql)).toMatchObject({ fault: "" });
      expect(await page.locator("#result tbody tr").allTextContents()).toEqual(rows);
    }
    await page.getByRole("button", { name: EXAMPLES[1]!.label }).focus();
    await page.keyboard.press("Enter");
    await outcome(page);
    expect(await page.locator("#result svg").count()).toBe(1);
    expect(faults).toEqual([]);
    await page.close();
  });

  test("gives the whole result as CSV, formulas disarmed", async () => {
    const { page, faults } = await opened();
    expect(await page.locator("#csv").isDisabled()).toBe(true);
    await typed(
      page,
      `SELECT range AS n, '=1+' || range AS formula, 'a "b", c' AS quoted, NULL AS nothing FROM range(1200)`,
    );
    expect(await page.locator("#result tbody tr").count()).toBe(500);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download CSV" }).click();
    const path = join(emptyFolder(), "result.csv");
    await (await waiting).saveAs(path);
    const rows = parse(readFileSync(path, "utf8"), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1200);
    expect(rows.at(-1)).toEqual({ n: "1199", formula: "'=1+1199", quoted: 'a "b", c', nothing: "" });
    expect(faults).toEqual([]);
    await page.close();
  });

  const REFUSED: readonly (readonly [string, RegExp])[] = [
    ["DELETE FROM marts.certificate", /^The tables can be read, not changed/],
    ["CREATE TABLE marts.x AS SELECT 1", /^The tables can be read, not changed/],
    ["SELECT * FROM read_csv('https://example.org/a.csv')", /^Only the tables of this site can be read/],
    ["SELECT * FROM read_text('index.html')", /^Only the tables of this site can be read/],
    ["COPY (SELECT 1) TO 'x.csv'", /^Only the tables of this site can be read/],
    ["ATTACH 'https://example.org/a.duckdb' AS b", /^Only the tables of this site can be read/],
    ["LOAD httpfs", /^Only the tables of this site can be read/],
    ["SET enable_external_access = true", /^Only the tables of this site can be read/],
    ["SELEC 1", /syntax error at or near "SELEC"/],
    ["SELECT * FROM marts.certificates", /certificates does not exist! Did you mean "/],
    ["  ", /^Write a query first/],
  ];

  test("cannot write, reach the network or read other files, says so kindly, and goes on", async () => {
    const { page, faults } = await opened();
    for (const [sql, words] of REFUSED) {
      expect((await typed(page, sql)).fault, sql).toMatch(words);
      expect((await typed(page, "SELECT 42 AS answer")).fault, sql).toBe("");
      expect(await page.locator("#result tbody td").allTextContents()).toEqual(["42"]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test("axe finds nothing in a result at 320 and 1280 px, light and dark, and nothing scrolls sideways", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address());
    await page.getByRole("button", { name: EXAMPLES[2]!.label }).click();
    await outcome(page);
    for (const width of [1280, 320])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect(await barriersOf(page, `${width} px, ${colorScheme}`)).toEqual([]);
      }
    await context.close();
  });

  test("from disk, and without JavaScript, it says what to do instead", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(sample().out, "explorer.html")).href);
    expect(await page.locator("#from-disk").isVisible()).toBe(true);
    expect(await page.locator("#from-disk").textContent()).toContain("certworth serve");
    expect(await page.locator("#explorer").isVisible()).toBe(false);
    await page.close();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const silent = await context.newPage();
    await silent.goto(address());
    expect(await silent.locator("noscript").textContent()).toContain("needs JavaScript");
    await context.close();
  });
});
