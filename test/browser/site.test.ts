import { describe, expect, test } from "vitest";
import { barriersOf, CHROMIUM, openedSite, PATIENCE, watched, weight } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

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

/** Kinds that no other file of these tests weighs. */
const WEIGHED = [
  "questions.html",
  "supply.html",
  "certificate/w-hostile.html",
  "quality.html",
  "methods.html",
  "dictionary.html",
  "downloads.html",
  "explorer.html",
  "attributions.html",
];

describe.skipIf(CHROMIUM === undefined)("in a browser", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: 40 });
  const opened = openedSite(() => sample().out);

  test.each(KINDS)("%s opens without a fault, from a server and from disk", async (path) => {
    const { page, context, faults } = await watched(opened());
    for (const address of [opened().served(path), opened().onDisk(path)]) {
      await page.goto(address);
      expect(await page.locator("h1").count(), address).toBe(1);
      // Leaving while its modules still come would count as failed requests.
      if (address === opened().served("explorer.html")) await page.locator("#explorer").waitFor();
      expect(await page.locator("aside").textContent()).toContain("Simulated market");
    }
    expect(faults).toEqual([]);
    await context.close();
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
      const { page, context } = await watched(opened(), { viewport: { width, height: 800 }, colorScheme });
      const found: string[] = [];
      for (const path of KINDS) {
        await page.goto(opened().served(path), { waitUntil: "networkidle" });
        await page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true");
        found.push(...(await barriersOf(page, path)));
      }
      expect(found).toEqual([]);
      await context.close();
    },
  );

  test.each(WEIGHED)("%s is light, shows itself soon and stands still", async (path) => {
    const { bytes, paint, shift } = await weight(opened(), path);
    expect(bytes).toBeLessThan(150_000);
    expect(paint).toBeLessThan(1000);
    expect(shift).toBeLessThan(0.02);
  });

  test("the skip link is the first stop of the keyboard and leads to the content", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().served("index.html"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await context.close();
  });
});
