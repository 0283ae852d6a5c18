import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { serveSite } from "../../reports/serve.js";

export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined) process.stdout.write("no chromium found: the browser tests are skipped\n");

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];

/** A browser may need so long on a busy machine, in ms. */
export const PATIENCE = 180_000;

interface Opened {
  browser: Browser;
  served(path: string): string;
  onDisk(path: string): string;
}

/** One browser and one server for a test file; read the answer inside of tests only. */
export function openedSite(out: () => string): () => Opened {
  let opened: Opened | undefined;
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS, timeout: PATIENCE });
    const server = await serveSite({ dir: out(), port: 0 });
    close = async () => {
      await browser.close();
      await server.close();
    };
    opened = {
      browser,
      served: (path) => `http://127.0.0.1:${server.port}/${path}`,
      onDisk: (path) => `${pathToFileURL(out()).href}/${path}`,
    };
  }, PATIENCE);
  afterAll(() => close(), PATIENCE);
  return () => opened!;
}

interface Watched {
  page: Page;
  context: BrowserContext;
  faults: string[];
}

/** A page that notes down whatever goes wrong in it, and every request that leaves the site. */
export async function watched(
  { browser, served }: Opened,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Watched> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE / 2);
  const faults: string[] = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  page.on("request", (request) => {
    if (![served(""), "file://", "data:"].some((start) => request.url().startsWith(start)))
      faults.push(`left the site: ${request.url()}`);
  });
  return { page, context, faults };
}

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const LOOKS = [320, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

/** What axe finds against WCAG 2.2 AA in a page as it stands, and whether it scrolls sideways; each begins with `at`. */
export async function barriersOf(page: Page, at: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${at}: ${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(" | ")}`,
  );
  const excess = Number(await page.evaluate("document.documentElement.scrollWidth - innerWidth"));
  return excess > 0 ? [...found, `${at} scrolls sideways by ${excess} px`] : found;
}

/** The barriers of a page, light and dark, 320 and 1280 px wide. */
export async function barriers(opened: Opened, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    const { page, context } = await watched(opened, look);
    await page.goto(opened.served(path), { waitUntil: "networkidle" });
    found.push(...(await barriersOf(page, `${path} ${look.viewport.width} ${look.colorScheme}`)));
    await context.close();
  }
  return found;
}

interface Weight {
  bytes: number;
  /** First contentful paint, ms. */
  paint: number;
  /** Cumulative layout shift. */
  shift: number;
}

/** Waits for the first contentful paint, which a busy machine may give late, and for what shifts after it. */
const MEASURE = `new Promise((resolve) => {
  let shift = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (paint) setTimeout(() => resolve([paint.startTime, shift]), 300);
  }).observe({ type: "paint", buffered: true });
})`;

async function weighed(opened: Opened, path: string): Promise<Weight> {
  const { page, context } = await watched(opened, { viewport: { width: 1280, height: 800 } });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(opened.served(path), { waitUntil: "networkidle" });
  const [paint, shift] = (await page.evaluate(MEASURE)) as [number, number];
  await context.close();
  return { bytes, paint, shift };
}

/** The limit for the first contentful paint, ms. */
const QUICK = 1000;
const LOADS = 8;

/**
 * What a page weighs on a processor four times as slow: bytes and shift are the largest of its loads. Others use the machine as well, so
 * a paint that is too late is tried again, up to eight times, and the quickest counts.
 */
export async function weight(opened: Opened, path: string): Promise<Weight> {
  const loads = [await weighed(opened, path), await weighed(opened, path)];
  const quickest = () => Math.min(...loads.map((load) => load.paint));
  while (quickest() >= QUICK && loads.length < LOADS) loads.push(await weighed(opened, path));
  const bytes = Math.max(...loads.map((load) => load.bytes));
  const shift = Math.max(...loads.map((load) => load.shift));
  const paints = loads.map((load) => Math.round(load.paint)).join(", ");
  process.stdout.write(`${path}: ${bytes} bytes, first paints ${paints} ms, shift ${shift.toFixed(4)}\n`);
  return { bytes, paint: quickest(), shift };
}
