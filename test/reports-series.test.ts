import fc from "fast-check";
import { expect, test } from "vitest";
import { aggregate, fittingPeriod, lastMonths, periodStart, unbroken, wilson } from "../reports/series.js";

const month = (date: string, asking = 1, postings = 10) => ({ date, asking, postings });

test("Wilson's interval gives the textbook's numbers", () => {
  const [low, high] = wilson(10, 100);
  expect(low).toBeCloseTo(0.05523, 4);
  expect(high).toBeCloseTo(0.17437, 4);
  expect(wilson(0, 0)).toEqual([0, 1]);
});

test("the interval holds the share and stays within 0..1", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (postings, part) => {
      const asking = Math.round(postings * part);
      const [low, high] = wilson(asking, postings);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low - 1e-12).toBeLessThanOrEqual(asking / postings);
      expect(high + 1e-12).toBeGreaterThanOrEqual(asking / postings);
    }),
  );
});

test.each([
  ["2024-05-01", "month", "2024-05-01"],
  ["2024-05-01", "quarter", "2024-04-01"],
  ["2024-12-01", "quarter", "2024-10-01"],
  ["2024-12-01", "year", "2024-01-01"],
] as const)("%s belongs to the %s from %s", (date, period, start) => expect(periodStart(date, period)).toBe(start));

test("periods sum numerators and denominators; a period without postings is left out", () => {
  const sums = aggregate(
    [month("2024-01-01", 1, 10), month("2024-02-01", 3, 30), month("2024-04-01", 0, 0)],
    "quarter",
  );
  expect(sums.map(({ date, asking, postings, share }) => ({ date, asking, postings, share }))).toEqual([
    { date: "2024-01-01", asking: 4, postings: 40, share: 0.1 },
  ]);
});

test("the period grows where asks are few", () => {
  const series = (asking: number) =>
    Array.from({ length: 24 }, (_, index) => month(`20${20 + Math.floor(index / 12)}-0${(index % 9) + 1}-01`, asking));
  expect([20, 7, 6].map((asking) => fittingPeriod(series(asking)))).toEqual(["month", "quarter", "year"]);
});

test("a missing month breaks the line", () => {
  const points = aggregate(
    ["2024-11-01", "2024-12-01", "2025-01-01", "2025-03-01"].map((date) => month(date)),
    "month",
  );
  expect(unbroken(points, "month").map((run) => run.length)).toEqual([3, 1]);
});

test("the last twelve months end with the given month, and are null where nothing was posted", () => {
  const rows = [month("2023-12-01", 9), month("2024-01-01", 1), month("2024-12-01", 2), month("2025-01-01", 9)];
  expect(lastMonths(rows, "2024-12-01")).toMatchObject({ asking: 3, postings: 20 });
  expect(lastMonths(rows, "2030-01-01")).toBeNull();
});
