import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadTaxonomy } from "../../models/taxonomy/load.js";
import { audit } from "../../pipelines/stages/audit.js";
import { barriersOf } from "../support/browser.js";
import { emptyFolder } from "../support/folder.js";
import { writeSampleMarts } from "../support/sample-marts.js";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) process.stdout.write("no chromium found: the browser tests are skipped\n");

const LIST = ["name,earned", "CompTIA A+,900", "CCNA,20", "Network Certification,10", "OSHA 10,3", "Floriculture,1"];

/** The address of an audit's page, on disk as a director would open it. */
const audited = async (): Promise<string> => {
  const dataDir = emptyFolder();
  await writeSampleMarts(join(dataDir, "warehouse.duckdb"), { certificates: 20 });
  const file = join(dataDir, "offered.csv");
  writeFileSync(file, `${LIST.join("\n")}\n`);
  await audit({ dataDir, taxonomy: loadTaxonomy(), file, region: null, overrides: null, out: dataDir });
  return pathToFileURL(join(dataDir, "audit.html")).href;
};

describe.skipIf(CHROMIUM === undefined)("an audit in a browser", { timeout: 120_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
  });
  afterAll(() => browser?.close());

  test("is whole by itself, clean at 320 and 1280 px, light and dark, and light on paper", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = await audited();
    await page.goto(address);
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([address]);
    for (const width of [1280, 320])
      for (const colorScheme of ["light", "dark"] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        expect(await barriersOf(page, `${width} px, ${colorScheme}`)).toEqual([]);
      }
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colours = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color].join()";
    expect(await page.evaluate(colours)).toBe("rgb(255, 255, 255),rgb(0, 0, 0)");
    await context.close();
  });
});
