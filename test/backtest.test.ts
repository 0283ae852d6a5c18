import { describe, expect, it } from "vitest";
import { backtest, formatBacktest } from "../pipelines/backtest.js";
import { callsOf } from "../warehouse/backtest/calls.js";
import { casesOf } from "../warehouse/backtest/cases.js";
import { originMonths, rollOrigins, type Series } from "../warehouse/backtest/rolling.js";
import { scoresOf } from "../warehouse/backtest/scores.js";
import type { Horizon } from "../warehouse/statistics/horizon.js";
import type { Signal } from "../warehouse/statistics/signal.js";
import { emptyFolder } from "./support/folder.js";
import { random } from "./support/random.js";
import { buildSampleWarehouse } from "./support/sample-lake.js";

const FIRST = 2015 * 12;
const series = (entity: string, length: number, askingAt: (i: number) => number): Series => ({
  entity,
  kind: "explicit",
  employers: 30,
  months: Array.from({ length }, (_, i) => ({ month: FIRST + i, asking: askingAt(i), postings: 1000 })),
});

describe("origins", () => {
  it("have 36 months behind them and 12 ahead", () => {
    expect(originMonths([series("a", 84, () => 20)]).map((month) => month - FIRST)).toEqual([35, 47, 59, 71]);
    expect(originMonths([series("a", 47, () => 20)])).toEqual([]);
    expect(originMonths([])).toEqual([]);
  });

  it("know nothing of what came later", () => {
    const whole = rollOrigins([series("a", 72, (i) => (i < 60 ? 20 : 500))]);
    const cut = rollOrigins([series("a", 60, () => 20)]);
    expect(whole[0]!.signals).toEqual(cut[0]!.signals);
  });
});

const horizon = (share: number, low: number, high: number): Horizon => ({
  months_ahead: 12,
  share,
  low_80: low,
  high_80: high,
  low_95: low / 2,
  high_95: high * 2,
  p_below_half: 0,
});

describe("scores", () => {
  // 48 months at 2 %, then 12 at 3 %, one of them missing
  const one = series("a", 60, (i) => (i < 36 ? 20 : i < 48 ? (i % 2 === 0 ? 18 : 22) : 30));
  one.months.splice(50, 1);
  const origin = (value: Horizon) => [{ month: FIRST + 47, signals: [{ entity: "a", horizons: [value] } as Signal] }];

  it("compare with the same months a year before and with the last year", () => {
    const [found] = casesOf([one], origin(horizon(0.025, 0.02, 0.029)));
    expect(found).toMatchObject({ months: 11, held_80: false, held_95: true, entity: "a" });
    expect(found!.error).toBeCloseTo(11 * 0.005, 12);
    // five even months (the third of the year is missing) at 1.8 %, six odd ones at 2.2 %
    expect(found!.seasonal_naive).toBeCloseTo(5 * 0.012 + 6 * 0.008, 12);
    expect(found!.last_year).toBeCloseTo(11 * 0.01, 12);
  });

  it("are ratios of summed errors", () => {
    const flat = series("b", 60, (i) => 20 + (i % 24 < 12 ? 1 : 0));
    const cases = casesOf(
      [flat],
      [{ month: FIRST + 47, signals: [{ entity: "b", horizons: [horizon(0.02, 0.019, 0.022)] } as Signal] }],
    );
    const scores = scoresOf(cases);
    expect(scores).toMatchObject({ cases: 1, coverage_80: 1, coverage_95: 1 });
    // wrong by 1 in 1000 in each month, as the seasonal naive forecast always is here
    expect(scores.mase).toBeCloseTo(1, 9);
    expect(scores.relative_to_seasonal_naive).toBeCloseTo(1, 9);
    expect(scores.median_of_series).toBeCloseTo(1, 9);
    expect(() => scoresOf([])).toThrow("no forecast has come due");
  });
});

describe("calls", () => {
  it("say how long before the half they came", () => {
    const next = random(2);
    const falling = series("a", 96, (i) => Math.round(120 * 0.97 ** i + 4 * next()));
    const [call, ...more] = callsOf(
      [falling],
      rollOrigins([falling, series("b", 96, () => 30)]).map((one) => ({
        ...one,
        signals: one.signals.filter(({ entity }) => entity === "a"),
      })),
    );
    expect(more).toEqual([]);
    expect(call).toMatchObject({ entity: "a", status: "fading", called: "2017-12-01" });
    expect(call!.halved).toBe("2017-12-01");
    expect(call!.lead_months).toBe(0);
  });
});

describe("backtest", () => {
  it("of a warehouse gives scores by horizon and the calls", { timeout: 120_000 }, async () => {
    const dataDir = emptyFolder();
    await buildSampleWarehouse(dataDir, { postings: 12_000, months: 60 });
    const report = await backtest(dataDir, "certificates");
    expect(report.origins).toEqual(["2023-12-01", "2024-12-01"]);
    expect(report.by_horizon.map(({ months_ahead }) => months_ahead)).toEqual([12, 24]);
    expect(report.pooled.cases).toBe(report.by_horizon.reduce((sum, { cases }) => sum + cases, 0));
    expect(report.pooled.mase).toBeGreaterThan(0);
    expect(report.pooled.relative_to_seasonal_naive).toBeLessThan(1);
    expect(report.calls.map(({ entity }) => entity)).toContain("data-entry-certificate");
    expect(formatBacktest(report)).toContain("2 origins from 2023-12-01 to 2024-12-01");
    expect((await backtest(dataDir, "skills")).series).toBeGreaterThan(4);
  });

  it("says what a warehouse lacks", { timeout: 120_000 }, async () => {
    const short = emptyFolder();
    await buildSampleWarehouse(short, { postings: 4000, months: 40 });
    await expect(backtest(short, "certificates")).rejects.toThrow(
      "36 months of postings are needed behind a month and 12 ahead of it, there are 40",
    );
    const empty = emptyFolder();
    await buildSampleWarehouse(empty, { postings: 0, months: 40 });
    await expect(backtest(empty, "certificates")).rejects.toThrow("no certificates with 100 asks or more");
    await expect(backtest(emptyFolder(), "skills")).rejects.toThrow('no warehouse yet; run "certworth build"');
  });
});
