import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers, CHROMIUM, openedSite, PATIENCE, watched, weight } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const ALL = 170;
const PER_PAGE = 80;
const names = (page: Page) => page.locator("#certificates tbody tr:not([hidden]) th a").allTextContents();
const shown = async (page: Page) => (await names(page)).length;

describe.skipIf(CHROMIUM === undefined)("an index of several pages", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: ALL });
  const opened = openedSite(() => sample().out);

  test("brings the rows of the other pages once somebody searches, from a server and from disk", async () => {
    for (const place of [opened().served, opened().onDisk]) {
      const { page, context, faults } = await watched(opened());
      await page.goto(place("certificates.html"));
      expect(await shown(page)).toBe(PER_PAGE);
      expect(await page.locator("#count").textContent()).toContain(`${PER_PAGE} of ${ALL} certificates: search`);
      await page.getByLabel("Search").fill("sample certificate 153");
      await expect.poll(() => names(page), { timeout: 30_000 }).toEqual(["Sample certificate 153"]);
      expect(await page.locator("#count").textContent()).toBe(`1 of ${ALL} certificates`);
      await page.getByRole("button", { name: "Clear" }).click();
      await expect.poll(() => shown(page), { timeout: 30_000 }).toBe(ALL);
      expect(await page.locator("#pages").isVisible()).toBe(false);
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  test("a link keeps the filter over all rows, and sorting by keyboard sorts all", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().served("certificates.html#status=insufficient+evidence&sort=name"));
    await expect.poll(() => shown(page), { timeout: 30_000 }).toBeGreaterThan(PER_PAGE);
    expect(await page.getByLabel("Status").inputValue()).toBe("insufficient evidence");
    await page.goto(opened().served("index.html"));
    await page.goto(opened().served("certificates.html"));
    await page.getByRole("button", { name: "Change a year" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => shown(page), { timeout: 30_000 }).toBe(ALL);
    expect((await names(page))[0]).toBe("Microsoft Azure Fundamentals (AZ-900)");
    await context.close();
  });

  test("every certificate is reached without JavaScript", async () => {
    const { page, context } = await watched(opened(), { javaScriptEnabled: false });
    await page.goto(opened().served("certificates.html"));
    const reached = new Set(await names(page));
    for (const number of ["2", "3"]) {
      await page.locator("#pages").getByRole("link", { name: number, exact: true }).click();
      for (const name of await names(page)) reached.add(name);
    }
    expect(reached.size).toBe(ALL);
    await context.close();
  });

  test("has no barrier, is light, and stands still", async () => {
    expect(await barriers(opened(), "certificates.html")).toEqual([]);
    const { bytes, paint, shift } = await weight(opened(), "certificates.html");
    expect(bytes).toBeLessThan(150_000);
    expect(paint).toBeLessThan(1000);
    expect(shift).toBeLessThan(0.02);
  });

  test("has no barrier on its later pages", async () => {
    expect(await barriers(opened(), "certificates-3.html")).toEqual([]);
  });
});
