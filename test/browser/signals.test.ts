import { describe, expect, test } from "vitest";
import { barriers, CHROMIUM, openedSite, PATIENCE, watched, weight } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

describe.skipIf(CHROMIUM === undefined)("signals and overview", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: 20 });
  const opened = openedSite(() => sample().out);

  test.each(["signals.html", "index.html"])("%s opens without a fault, has no barrier, is light", async (path) => {
    for (const address of [opened().served(path), opened().onDisk(path)]) {
      const { page, context, faults } = await watched(opened());
      await page.goto(address);
      expect(await page.locator("h1").count()).toBe(1);
      expect(faults).toEqual([]);
      await context.close();
    }
    expect(await barriers(opened(), path)).toEqual([]);
    const { bytes, paint, shift } = await weight(opened(), path);
    expect(bytes).toBeLessThan(150_000);
    expect(paint).toBeLessThan(1000);
    expect(shift).toBeLessThan(0.02);
  });

  test("a count of today's statuses leads to the certificates counted", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().onDisk("signals.html"));
    await page
      .locator("#today")
      .getByRole("row", { name: /Retired/ })
      .getByRole("link")
      .click();
    expect(await page.locator("#certificates tbody tr:not([hidden]) th a").allTextContents()).toEqual([
      "Microsoft Technology Associate (MTA)",
    ]);
    await context.close();
  });
});
