import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 20 });
const parsed = new Map<string, Document>();

function pageOf(id: string): Document {
  const known = parsed.get(id);
  if (known !== undefined) return known;
  const { document } = new JSDOM(readFileSync(join(sample().out, "certificate", `${id}.html`), "utf8")).window;
  parsed.set(id, document);
  return document;
}

const text = (id: string, selector: string): string =>
  pageOf(id).querySelector(selector)?.textContent.replaceAll(/\s+/g, " ") ?? "";

test("the horizon has six rows with both intervals, and marks 48 months", () => {
  const rows = [...pageOf("cisco-ccna").querySelectorAll("#horizon tbody tr")].map((row) => row.textContent);
  expect(rows.map((row) => row.match(/^\d years?(?=December)/)?.[0])).toEqual([
    "1 year",
    ...[2, 3, 4, 5, 6].map((years) => `${years} years`),
  ]);
  for (const row of rows) expect(row.match(/% to /g)).toHaveLength(2);
  expect(pageOf("cisco-ccna").querySelector("#fan-figure")!.getAttribute("data-ahead")).toBe("48");
  expect(text("cisco-ccna", "#arrives")).toMatch(/95% interval .* to .*chance that it is below half of today's: 4%/);
});

test("lines are named where they end; the month of change and the same-sources line are said in words", () => {
  const chart = text("cisco-ccna", "#demand-over-time svg");
  for (const name of ["as posted", "same sources", "course changes"]) expect(chart).toContain(name);
  expect(text("cisco-ccna", "#demand-over-time .say")).toContain("July 2022");
  expect(text("comptia-a-plus", "#demand-over-time svg")).not.toContain("same sources");
});

test("the chart of a change has a bar for each part and for the whole, with the figures of its table, which sum", () => {
  const chart = pageOf("cisco-ccna").querySelector("#change svg")!;
  for (const label of ["Within occupations", "Between occupations", "Mix of sources", "Together"])
    expect(chart.textContent).toContain(label);
  const figures = [...chart.querySelectorAll(".value text, text.value")].map((one) => one.textContent);
  const row = [...pageOf("cisco-ccna").querySelectorAll("#change tbody tr:last-child td")].map(
    (one) => one.textContent,
  );
  expect([...figures].sort()).toEqual([...row].sort());
  const [within, between, mix, total] = row.map((one) => Number(one.replace("−", "-")));
  expect(within! + between! + mix!).toBeCloseTo(total!, 1);
  expect(chart.querySelectorAll("rect[fill^='var(--']")).toHaveLength(4);
});

test("a rule's numbers are written as the site writes numbers", () => {
  for (const id of ["cisco-ccna", "comptia-a-plus", "azure-fundamentals"])
    expect(text(id, "#why")).not.toMatch(/\d %|(?<![\w)])-\d|q = 0 /);
});

test("the corrected share stands beside the raw one, or it is said that none is known", () => {
  expect(text("cisco-ccna", "#readings")).toContain("Corrected for misreading");
  expect(text("comptia-a-plus", "#readings")).not.toContain("Corrected for misreading");
  expect(text("comptia-a-plus", "#readings")).toContain("no corrected share is given");
});

test("the place names the kind of demand that it rests on, and whether other rules move it", () => {
  expect(text("cisco-ccna", "#rank .say")).toMatch(
    /Place 1 of \d+ .*rests on this kind of demand: named in the posting/,
  );
  expect(text("cisco-ccna", "#rank .say")).toContain("Its place depends on the rule");
  expect(text("comptia-a-plus", "#rank .say")).toContain("Other rules leave it near that place");
});

test("what the edition before said stands beside this one, with what can have moved it", () => {
  expect(text("aws-cloud-practitioner", "#revision tbody tr")).toMatch(/Holding.*Growing/);
  expect(text("aws-cloud-practitioner", "#revision .say")).toContain("months went by, more postings");
  expect(text("cisco-ccna", "#revision .say")).toContain("Nothing moved");
});

test("a line of succession is drawn with and without those before it, and only where there is one", () => {
  expect(text("cisco-ccna", "#succession svg")).toContain("with earlier");
  expect(pageOf("comptia-a-plus").querySelector("#succession")).toBeNull();
});

test("thin evidence has no forecast, no matched line and no month of change", () => {
  expect(text("it-specialist", "#horizon")).toContain("Insufficient evidence");
  expect(pageOf("it-specialist").querySelector("#horizon svg")).toBeNull();
  expect(text("it-specialist", "#demand-over-time")).not.toContain("course changes");
});
