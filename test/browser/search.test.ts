import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { CHROMIUM, openedSite, PATIENCE, watched } from "../support/browser.js";
import { sampleSite } from "../support/sample-site.js";

const names = (page: Page) => page.locator("#certificates tbody tr:not([hidden]) th a").allTextContents();

describe.skipIf(CHROMIUM === undefined)("the index of certificates", { timeout: PATIENCE }, () => {
  const sample = sampleSite({ certificates: 40 });
  const opened = openedSite(() => sample().out);

  test("searches and filters, and its address brings the view back", async () => {
    const { page, context, faults } = await watched(opened());
    await page.goto(opened().onDisk("certificates.html"));
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
    const again = await watched(opened());
    await again.page.goto(address);
    expect(await names(again.page)).toEqual(["Microsoft Azure Fundamentals (AZ-900)"]);
    await page.getByRole("button", { name: "Clear" }).click();
    await expect.poll(() => names(page).then((list) => list.length)).toBe(40);
    await page.getByLabel("Search").fill("no such thing");
    expect(await page.locator("#nothing").isVisible()).toBe(true);
    expect([...faults, ...again.faults]).toEqual([]);
    await context.close();
    await again.context.close();
  });

  test("sorts by mouse and by keyboard; what was not measured stays last", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().served("certificates.html"));
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
    await context.close();
  });

  test("the overview's counts lead to the certificates that were counted", async () => {
    const { page, context } = await watched(opened());
    await page.goto(opened().onDisk("index.html"));
    await page.getByRole("link", { name: /Retired by its issuer/ }).click();
    expect(await names(page)).toEqual(["Microsoft Technology Associate (MTA)"]);
    await context.close();
  });

  test("is a complete plain table without JavaScript", async () => {
    const { page, context } = await watched(opened(), { javaScriptEnabled: false });
    await page.goto(opened().served("certificates.html"));
    expect(await names(page)).toHaveLength(40);
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await page.locator("thead button").count()).toBe(0);
    await context.close();
  });

  test("skills and occupations are searched, filtered and sorted alike", async () => {
    const { page, context, faults } = await watched(opened());
    const shown = (id: string) => page.locator(`#${id} tbody tr:not([hidden]) th a`).allTextContents();
    await page.goto(opened().onDisk("skills.html"));
    await page.getByLabel("Search").fill("lin");
    expect(await shown("skills")).toEqual(["Linux"]);
    expect(await page.locator("#count").textContent()).toBe("1 of 4 skills");
    await page.goto(opened().onDisk("skills.html#status=insufficient+evidence&sort=name"));
    await page.reload();
    expect(await shown("skills")).toEqual(["COBOL"]);
    await page.goto(opened().onDisk("occupations.html"));
    const byPostings = await shown("occupations");
    await page.getByRole("button", { name: "Occupation" }).click();
    expect(await shown("occupations")).toEqual([...byPostings].sort((a, b) => a.localeCompare(b, "en")));
    expect(faults).toEqual([]);
    await context.close();
  });
});
