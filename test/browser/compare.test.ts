import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers, CHROMIUM, openedSite, PATIENCE, watched, weight } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const chosen = (page: Page) => page.locator("#chosen button").allTextContents();
const TWO = ["Remove Cisco Certified Network Associate (CCNA)", "Remove CompTIA A+"];

describe.skipIf(CHROMIUM === undefined)("compare", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: 20 });
  const opened = openedSite(() => sample().out);

  test("a link brings its certificates, from a server and from disk", async () => {
    for (const address of ["#ids=cisco-ccna,comptia-a-plus", "?ids=cisco-ccna,comptia-a-plus"])
      for (const place of [opened().served, opened().onDisk]) {
        const { page, context, faults } = await watched(opened());
        await page.goto(place(`compare.html${address}`));
        await expect.poll(() => chosen(page), { timeout: 30_000 }).toEqual(TWO);
        expect(await page.locator("#chart path[fill=none]").count()).toBe(2);
        expect(await page.locator("#chart path[opacity]").count(), "bands").toBe(2);
        expect(await page.locator("#numbers tbody tr").count()).toBe(2);
        expect(faults).toEqual([]);
        await context.close();
      }
  });

  test("is chosen by keyboard alone, at most five, and the address follows", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().served("compare.html"));
    const pick = page.getByLabel("Add a certificate");
    await pick.focus();
    for (const words of ["cisco", "CompTIA A+", "azure", "photoshop", "osha"]) {
      const before = (await chosen(page)).length;
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
      await expect.poll(async () => (await chosen(page)).length, { timeout: 30_000 }).toBe(before + 1);
    }
    await page.keyboard.type("servsafe");
    await page.keyboard.press("Enter");
    expect(await page.locator("#said").textContent()).toBe("Five are chosen: remove one first.");
    expect(new URL(page.url()).hash).toBe("#ids=cisco-ccna,comptia-a-plus,azure-fundamentals,adobe-photoshop,osha-10");
    await page.getByRole("button", { name: "Remove CompTIA A+" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await chosen(page)).length).toBe(4);
    await pick.fill("no such thing");
    await page.keyboard.press("Enter");
    expect(await page.locator("#said").textContent()).toBe("No certificate has that name.");
    await context.close();
  });

  test("is chosen and cleared by mouse; thin evidence is not joined; hostile names are text", async () => {
    const { page, context, faults } = await watched(opened());
    await page.goto(opened().served("compare.html"));
    for (const words of ["it-specialist", "w-hostile"]) {
      await page.getByLabel("Add a certificate").fill(words);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await expect.poll(() => page.url(), { timeout: 30_000 }).toContain(words);
    }
    await expect.poll(async () => (await chosen(page)).length).toBe(2);
    expect(await page.locator("#chart path").count()).toBe(0);
    expect(await page.locator("#chart circle").count()).toBeGreaterThan(10);
    expect(await page.locator("#numbers").textContent()).toContain("insufficient evidence");
    await page.getByRole("button", { name: "Clear all" }).click();
    await expect.poll(async () => (await chosen(page)).length).toBe(0);
    expect(await page.locator("#chart svg").count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  test("says without JavaScript that it needs it", async () => {
    const { page, context } = await watched(opened(), { javaScriptEnabled: false });
    await page.goto(opened().served("compare.html"));
    expect(await page.locator("main").textContent()).toContain("Comparing needs JavaScript");
    expect(await page.locator('noscript a[href="certificates.html"], main a[href="certificates.html"]').count()).toBe(
      1,
    );
    await context.close();
  });

  test("has no barrier, is light, and stands still", async () => {
    const path = "compare.html#ids=cisco-ccna,it-specialist";
    expect(await barriers(opened(), path)).toEqual([]);
    const { bytes, paint, shift } = await weight(opened(), path);
    expect(bytes).toBeLessThan(150_000);
    expect(paint).toBeLessThan(1000);
    expect(shift).toBeLessThan(0.02);
  });
});
