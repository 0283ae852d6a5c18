import { expect, test } from "vitest";
import { regionName } from "../reports/names.js";
import {
  change,
  count,
  dayName,
  money,
  monthName,
  oneIn,
  percent,
  percentRange,
  plural,
  points,
} from "../reports/numbers.js";

test.each([
  [0, "0%"],
  [0.42, "42%"],
  [0.0999, "10%"],
  [0.042, "4.2%"],
  [0.0042, "0.42%"],
  [0.00042, "0.042%"],
  [0.000001, "under 0.001%"],
  [1, "100%"],
  [null, "–"],
])("percent(%j) is %j", (share, text) => expect(percent(share)).toBe(text));

test.each([
  [0.0039, 0.0045, "0.39% to 0.45%"],
  [0.1156, 0.1213, "11.6% to 12.1%"],
  [0.3999, 0.4001, "39.99% to 40.01%"],
  [0.2, 0.2, "20% to 20%"],
  [null, 0.2, "no interval"],
])("percentRange(%j, %j) is %j: as many digits as tell the ends apart", (low, high, text) =>
  expect(percentRange(low, high)).toBe(text),
);

test.each([
  [12.34, "+12%"],
  [-3.42, "−3.4%"],
  [0.02, "0%"],
  [null, "–"],
])("change(%j) is %j", (value, text) => expect(change(value)).toBe(text));

test.each([
  [0.0042, "1 in 240"],
  [0.000111, "1 in 9,000"],
  [0.7, ""],
  [0, ""],
])("oneIn(%j) is %j", (share, text) => expect(oneIn(share)).toBe(text));

test("dates, money, points and counts", () => {
  expect(monthName("2025-06-01")).toBe("June 2025");
  expect(dayName("2025-06-03")).toBe("3 June 2025");
  expect(money(54321, "USD")).toBe("USD 54,300");
  expect(points(-0.00123)).toBe("−0.12");
  expect(points(0)).toBe("0");
  expect(plural(1, "posting")).toBe("1 posting");
  expect(plural(1200, "posting")).toBe("1,200 postings");
  expect(count(null)).toBe("–");
});

test("regions are named, unknown ones keep their code", () => {
  expect(["US-CA", "US", "GB", "US-ZZ", "CA-ON"].map(regionName)).toEqual([
    "California",
    "United States",
    "United Kingdom",
    "US-ZZ",
    "CA-ON",
  ]);
});
