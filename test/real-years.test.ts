import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { casesOf } from "../warehouse/backtest/cases.js";
import { rollOrigins, type Series } from "../warehouse/backtest/rolling.js";
import { scoresOf } from "../warehouse/backtest/scores.js";
import { dateOfMonth } from "../warehouse/statistics/periods.js";
import { signalsOf } from "../warehouse/statistics/signal.js";

// Counts of skills by month in the hiring threads of Hacker News, 2011 to 2022, as `certworth corpus` counts them: the skills of the
// questions below and every fifth of the others with 300 asks or more. 2020-10 is missing in the data;
// Flash and ActionScript are not among them: fewer than a hundred postings ask for either.
const [head, ...lines] = readFileSync(new URL("./input/real-years/skills.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => line.split(","));

const monthNumber = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;

const ALL: Series[] = head!.slice(2).map((entity, i) => ({
  entity,
  kind: "skill",
  employers: 50,
  months: lines.map((cells) => ({
    month: monthNumber(cells[0]!),
    asking: Number(cells[i + 2]),
    postings: Number(cells[1]),
  })),
}));

const statusesAsOf = (month: string): Record<string, string> => {
  const signals = signalsOf(
    ALL.map(({ months: all, ...series }) => {
      const months = all.filter((one) => one.month <= monthNumber(month));
      const source = { sources: 1, issuer: "", retired: false, retired_on: null };
      return { ...series, ...source, months, successor: null, as_of: dateOfMonth(months.at(-1)!.month) };
    }),
  );
  return Object.fromEntries(signals.map(({ entity, status }) => [entity, status]));
};

describe("real years", () => {
  it("as of 2016-12", () => {
    expect(statusesAsOf("2016-12")).toMatchObject({
      jquery: "fading",
      perl: "fading",
      php: "fading",
      react: "emerging",
      typescript: "emerging",
      // It has been asked for since 2014 only: three years are too few to tell from chance.
      kubernetes: "stable",
    });
  });

  it("as of 2022-12", () => {
    expect(statusesAsOf("2022-12")).toMatchObject({
      jquery: "fading",
      perl: "fading",
      php: "fading",
      react: "emerging",
      typescript: "emerging",
      kubernetes: "emerging",
    });
  });

  it("are forecast better than by the same month a year before, with intervals that nearly hold", {
    timeout: 300_000,
  }, () => {
    const { cases, mase, relative_to_seasonal_naive, coverage_80, coverage_95 } = scoresOf(
      casesOf(ALL, rollOrigins(ALL)).filter(({ months_ahead }) => months_ahead <= 48),
    );
    expect(cases).toBeGreaterThan(500);
    expect(mase).toBeLessThan(1);
    expect(relative_to_seasonal_naive).toBeLessThan(1);
    expect(coverage_95).toBeGreaterThan(0.85);
    expect(coverage_80).toBeGreaterThan(0.7);
  });
});
