import { describe, expect, test } from "vitest";
import { barriers, CHROMIUM, openedSite, PATIENCE, watched, weight } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const CCNA = "certificate/cisco-ccna.html";

describe.skipIf(CHROMIUM === undefined)("a certificate's page", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: 20 });
  const opened = openedSite(() => sample().out);

  test("moves the student's arrival by keyboard and by mouse, and says the figures of that year", async () => {
    for (const address of [opened().served(CCNA), opened().onDisk(CCNA)]) {
      const { page, context, faults } = await watched(opened());
      await page.goto(address);
      const slider = page.getByLabel("Years until the student arrives");
      const shown = () => page.locator("#fan-figure [class^=ahead-]:visible").first().getAttribute("class");
      expect(await shown()).toBe("ahead-48");
      expect(await page.locator("#arrives").textContent()).toContain("December 2028");
      await slider.press("ArrowRight");
      expect(await shown()).toBe("ahead-60");
      expect(await page.locator("#arrives").textContent()).toContain("December 2029");
      expect(await slider.getAttribute("aria-valuetext")).toBe("5 years");
      const box = (await slider.boundingBox())!;
      await page.mouse.click(box.x + 4, box.y + box.height / 2);
      expect(await shown()).toBe("ahead-12");
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  test("shows 48 months and the table of all without JavaScript", async () => {
    const { page, context } = await watched(opened(), { javaScriptEnabled: false });
    await page.goto(opened().served(CCNA));
    expect(await page.locator("#slider").isVisible()).toBe(false);
    expect(await page.locator("#arrives").textContent()).toContain("December 2028");
    expect(await page.locator("#horizon tbody tr").count()).toBe(6);
    await context.close();
  });

  test("says insufficient evidence where there is no forecast", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().served("certificate/it-specialist.html"));
    expect(await page.locator("#horizon .none").textContent()).toContain("Insufficient evidence");
    expect(await page.locator("#horizon svg").count()).toBe(0);
    await context.close();
  });

  test("has no barrier, is light, and stands still", async () => {
    expect(await barriers(opened(), CCNA)).toEqual([]);
    const { bytes, paint, shift } = await weight(opened(), CCNA);
    expect(bytes).toBeLessThan(150_000);
    expect(paint).toBeLessThan(1000);
    expect(shift).toBeLessThan(0.02);
  });
});
