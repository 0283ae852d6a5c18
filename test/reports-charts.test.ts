import { expect, test } from "vitest";
import { demandChart } from "../reports/charts/demand.js";
import { levelsChart } from "../reports/charts/levels.js";
import { linesChart } from "../reports/charts/lines.js";
import { panel } from "../reports/charts/panels.js";
import { sparkline } from "../reports/charts/spark.js";
import { yearTicks } from "../reports/charts.js";
import { toMarkup } from "../reports/html.js";
import { point } from "../reports/series.js";

const years = (asking: number) =>
  [2020, 2021, 2022, 2023].map((year) =>
    point({ date: `${year}-01-01`, postings: 1000, asking: asking + year - 2020 }),
  );

test("a trend is drawn as a line with its band, named for screen readers", () => {
  const chart = toMarkup(demandChart(years(200), "year", { trend: true, name: "A <b>", markers: [], matched: [] }));
  expect(chart).toContain('role="img" aria-labelledby="demand-title demand-desc"');
  expect(chart).toContain('<title id="demand-title">Share of postings by year: A &lt;b&gt;</title>');
  expect(chart).toContain("From 20% (95% interval");
  expect(chart).toContain('<g fill="var(--blue)" fill-opacity="0.2">');
  expect(chart).toContain('<g fill="none" stroke="var(--blue)"');
});

test("thin evidence is drawn as rings and whiskers, without a line or a band", () => {
  const chart = toMarkup(demandChart(years(1), "year", { trend: false, name: "A", markers: [], matched: [] }));
  expect(chart).toContain("Too few postings for a trend");
  expect(chart).not.toContain('stroke="var(--blue)"');
  expect(chart).not.toContain('fill="var(--blue)"');
  expect(toMarkup(sparkline(years(1), false))).not.toContain('class="line"');
  expect(toMarkup(panel("Named", years(1), true))).not.toContain('class="line"');
  expect(toMarkup(panel("Named", years(90), true))).toContain('class="line"');
});

test("a word-sized line's band shows how much wider thin quarters are", () => {
  const quarters = [100, 400, 1600].map((postings) => ({ date: "2024-01-01", postings, asking: postings / 20 }));
  const band = toMarkup(sparkline(quarters, true)).match(/class="band" d="M([^Z]*)Z"/)?.[1] ?? "";
  const tops = band
    .split("L")
    .slice(0, 3)
    .map((spot) => Number(spot.split(" ")[1]));
  expect(tops[0]).toBeLessThan(tops[1]!);
  expect(tops[1]).toBeLessThan(tops[2]!);
});

test("charts have no fixed colours, so that light and dark both work", () => {
  const charts = [
    demandChart(years(200), "year", {
      trend: true,
      name: "A",
      markers: [{ date: "2021-06-01", text: "retired" }],
      matched: [],
    }),
    levelsChart([{ year: "2020", required: 3, preferred: 2, mentioned: 1 }], "A"),
    linesChart([{ label: "Experience", colour: "var(--blue)", points: years(200) }], "year", {
      id: "lines",
      title: "Lines",
    }),
  ];
  for (const chart of charts) expect(toMarkup(chart)).not.toMatch(/#[0-9a-f]{3,6}"|"(black|white|steelblue)"/i);
});

test("labels at the ends of lines that meet are moved apart", () => {
  const line = (label: string, asking: number) => ({ label, colour: "var(--blue)", points: years(asking) });
  const chart = toMarkup(linesChart([line("One", 500), line("Two", 501)], "year", { id: "lines", title: "Lines" }));
  const heights = [...chart.matchAll(/translate\([\d.]+,([\d.]+)\)"[^>]*>(?:One|Two)</g)].map((found) =>
    Number(found[1]),
  );
  expect(heights).toHaveLength(2);
  expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(25);
});

test.each([
  ["2020-01-01", "2024-12-01", 5],
  ["2011-01-01", "2022-12-01", 6],
  ["2024-03-01", "2024-12-01", 1],
])("from %s to %s the axis names %i years", (first, last, size) => expect(yearTicks(first, last)).toHaveLength(size));
