import { describe, expect, it } from "vitest";
import { forecast, HORIZONS } from "../warehouse/statistics/forecast.js";
import { expectedMean, fitInnovations, varianceOfMean } from "../warehouse/statistics/innovations.js";
import { poolCdf, poolMean, poolQuantile, studentCdf, studentReach } from "../warehouse/statistics/mixture.js";
import { learnPrior, posterior } from "../warehouse/statistics/model-weights.js";
import { normalQuantile } from "../warehouse/statistics/normal.js";
import type { MonthCount } from "../warehouse/statistics/periods.js";
import type { Fit } from "../warehouse/statistics/smoothing-models.js";
import { random } from "./support/random.js";

// Expected numbers were computed apart from this code by statsmodels 0.15, scipy 1.17 and numpy; the call stands beside each.

const Y = [-3.1, -3.0, -2.7, -2.9, -2.5, -2.6, -2.2, -2.4, -2.1, -2.0, -2.2, -1.8, -1.9, -1.6, -1.7, -1.5];
const EVEN = Y.map(() => 1);

describe("innovations", () => {
  it("fit a damped trend as ETSModel(y, error='add', trend='add', damped_trend=True) with its parameters fixed", () => {
    const fitted = fitInnovations(Y, EVEN, { alpha: 0.4, beta: 0.04, damping: 0.8 })!;
    expect(fitted.squares).toBeCloseTo(0.5178555592335434, 6);
    for (const [step, value] of [
      [1, -1.59454375],
      [4, -1.5410316],
      [8, -1.50788425],
    ] as const)
      expect(expectedMean(fitted, step, step)).toBeCloseTo(value, 4);
  });

  it("fit simple smoothing as ETSModel(y, error='add') with smoothing_level fixed", () => {
    const fitted = fitInnovations(Y, EVEN, { alpha: 0.4, beta: 0, damping: 1, drift: 0 })!;
    expect(fitted.squares).toBeCloseTo(1.1559194809689817, 6);
    expect(expectedMean(fitted, 1, 9)).toBeCloseTo(-1.66632979, 5);
  });

  it("with half the slope as drift are the Theta method", () => {
    // half of polyfit(t, y, 1) extrapolated, half of simple smoothing of 2 y - line: equal in every step but for where the level started
    const drift = 0.5 * 0.10264705882352941;
    const fitted = fitInnovations(Y, EVEN, { alpha: 0.4, beta: 0, damping: 1, drift })!;
    const steps = [1, 2, 3, 4].map((step) => expectedMean(fitted, step, step));
    for (const [i, value] of [-1.53808, -1.48676, -1.43543, -1.38411].entries()) {
      expect(Math.abs(steps[i]! - value)).toBeLessThan(0.03);
      if (i > 0) expect(steps[i]! - steps[i - 1]!).toBeCloseTo(drift, 12);
    }
  });

  it("without learning are the line of least squares, with its variance of prediction", () => {
    const line = fitInnovations(Y, EVEN, { alpha: 0, beta: 0, damping: 1 })!;
    // numpy: x' beta and x' (X'X)^-1 x at x = (1, 16) and at (1, mean of steps 13..16)
    expect(expectedMean(line, 1, 1)).toBeCloseTo(-1.39, 10);
    expect(varianceOfMean(line, 1, 1, 1)).toBeCloseTo(0.275, 10);
    expect(expectedMean(line, 13, 16)).toBeCloseTo(-0.004264705882351463, 10);
    expect(varianceOfMean(line, 13, 16, 1)).toBeCloseTo(1.4860294117647053, 10);
  });

  it("grow less certain by alpha squared a step", () => {
    const fitted = fitInnovations(Y, EVEN, { alpha: 0.4, beta: 0, damping: 1, drift: 0 })!;
    expect(varianceOfMean(fitted, 9, 9, 2) - varianceOfMean(fitted, 1, 1, 2)).toBeCloseTo(8 * 0.16 * 2, 10);
  });

  it("are none of a series too short to tell level from trend", () => {
    expect(fitInnovations([1], [1], { alpha: 0, beta: 0, damping: 1 })).toBeNull();
  });
});

describe("pool", () => {
  // scipy.stats.t.cdf(t, df)
  it.each([
    [-2.2, 11, 0.02504305549090214],
    [1.5, 5, 0.9030481598787634],
    [-4, 11, 0.0010430967834874768],
    [0.3, 30, 0.6168769473578236],
  ])("Student below %d with %d degrees of freedom", (t, freedom, p) => {
    expect(studentCdf(t, freedom)).toBeCloseTo(p, 3);
  });

  // R: qt(.975, df)
  it.each([
    [5, 2.57058183563631],
    [31.6, 2.03794504376192],
    [100, 1.98397151852355],
    [Infinity, 1.959963984540054],
  ])("Student with %d degrees of freedom reaches so far to either side", (freedom, reach) => {
    expect(Math.abs(studentReach(freedom) / reach - 1)).toBeLessThan(0.003);
  });

  it("has the quantiles of scipy.optimize.brentq over 0.3 t(8) and 0.7 (1 + t(20) / 2)", () => {
    const pool = [
      { mean: 0, scale: 1, freedom: 8, weight: 0.3 },
      { mean: 1, scale: 0.5, freedom: 20, weight: 0.7 },
    ];
    const quantiles = [0.025, 0.1, 0.9, 0.975].map((part) => poolQuantile(pool, part));
    for (const [i, value] of [-1.52193, -0.47407, 1.62652, 2.0898].entries())
      expect(quantiles[i]).toBeCloseTo(value, 2);
    expect(poolMean(pool)).toBeCloseTo(0.7, 12);
    expect(poolCdf(pool, quantiles[1]!)).toBeCloseTo(0.1, 9);
  });

  it("rests on the normal quantile (scipy.stats.norm.ppf)", () => {
    expect([0.001, 0.1, 0.5, 0.975].map((part) => Number(normalQuantile(part).toFixed(8)) + 0)).toEqual([
      -3.09023231, -1.28155157, 0, 1.95996398,
    ]);
    expect(normalQuantile(0)).toBeCloseTo(-8, 9);
  });
});

describe("model weights", () => {
  const fitOf = (log: number): Fit => ({
    log,
    shape: "level",
    freedom: 1,
    fitted: fitInnovations(Y, EVEN, { alpha: 0, beta: 0, damping: 1 })!,
  });

  it("are the likelihoods times the prior", () => {
    expect(posterior([fitOf(Math.log(2)), fitOf(Math.log(6))], [0.75, 0.25]).map((p) => Number(p.toFixed(12)))).toEqual(
      [0.5, 0.5],
    );
  });

  it("lean towards what is common in the market", () => {
    const prior = learnPrior(Array.from({ length: 40 }, () => [fitOf(0), fitOf(-2)]));
    expect(prior[0]).toBeGreaterThan(0.93);
    expect(prior[0]! + prior[1]!).toBeCloseTo(1, 12);
  });
});

const market = (series: number, askingAt: (i: number, next: () => number) => number, length = 60): MonthCount[][] => {
  const next = random(4);
  return Array.from({ length: series }, () =>
    Array.from({ length }, (_, i) => ({ month: 24_000 + i, asking: askingAt(i, next), postings: 1000 })),
  );
};
const noisy = (mean: number, next: () => number): number =>
  Math.max(0, Math.round(mean + Math.sqrt(mean * 4) * (next() + next() + next() - 1.5)));

describe("forecast", () => {
  it("of flat series stays where it is, sure for longer the nearer", () => {
    for (const rows of forecast(market(12, (_, next) => noisy(30, next)))) {
      expect(rows.map(({ months_ahead }) => months_ahead)).toEqual([...HORIZONS]);
      for (const { share, low_95, low_80, high_80, high_95, p_below_half } of rows) {
        expect(share).toBeGreaterThan(0.024);
        expect(share).toBeLessThan(0.037);
        expect(low_95 < low_80 && low_80 < share && share < high_80 && high_80 < high_95).toBe(true);
        expect(p_below_half).toBeLessThan(0.05);
      }
      expect(rows.at(-1)!.high_95 - rows.at(-1)!.low_95).toBeGreaterThan(rows[0]!.high_95 - rows[0]!.low_95);
    }
  });

  it("of a steep fall expects less, and may well lose half", () => {
    const [[year, ...later]] = forecast(market(1, (i, next) => noisy(100 * 0.97 ** i, next))) as [
      ReturnType<typeof forecast>[0],
    ];
    expect(year!.share).toBeLessThan(0.0195);
    expect(later.find(({ months_ahead }) => months_ahead === 48)!.p_below_half).toBeGreaterThan(0.4);
  });

  it("is none below 36 months, without asks in the last year, or of nothing; a gap breaks nothing", () => {
    expect(forecast(market(1, () => 20, 35))).toEqual([[]]);
    expect(forecast(market(1, (i) => (i < 40 ? 20 : 0)))).toEqual([[]]);
    expect(forecast([[]])).toEqual([[]]);
    expect(forecast([])).toEqual([]);
    const [whole] = market(1, (_, next) => noisy(30, next)) as [MonthCount[]];
    const [rows] = forecast([whole.filter((_, i) => i !== 33 && (i < 12 || i > 16))]);
    for (const row of rows!) for (const value of Object.values(row)) expect(Number.isFinite(value)).toBe(true);
  });

  it("begins behind a gap that follows first months which fill no block", () => {
    const [whole] = market(1, (_, next) => noisy(30, next), 61) as [MonthCount[]];
    const far = whole.map((one, i) => (i === 0 ? { ...one, month: one.month - 60 } : one));
    const [[row], [alone]] = [forecast([far]), forecast([whole.slice(1)])].map(([rows]) => rows!) as [
      ReturnType<typeof forecast>[0],
      ReturnType<typeof forecast>[0],
    ];
    expect(row).toEqual(alone);
    expect(row!.low_95).toBeLessThan(row!.high_95);
    expect(forecast([[whole[0]!, ...whole.slice(40)]])).toEqual([[]]);
  });
});
