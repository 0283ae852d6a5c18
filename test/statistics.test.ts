import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../warehouse/statistics/benjamini-hochberg.js";
import { logOdds, percentAYear } from "../warehouse/statistics/log-odds.js";
import {
  hamedRaoFactor,
  kendallP,
  kendallS,
  rankAutocorrelations,
  seasonalKendallS,
} from "../warehouse/statistics/mann-kendall.js";
import { twoSidedP } from "../warehouse/statistics/normal.js";
import { inPeriods, type MonthCount } from "../warehouse/statistics/periods.js";
import { type SignalInput, type SignalMonth, signalsOf } from "../warehouse/statistics/signal.js";
import { type Evidence, statusOf } from "../warehouse/statistics/status.js";
import { pairSlopes, theilSen } from "../warehouse/statistics/theil-sen.js";
import { trendOf } from "../warehouse/statistics/trend.js";
import { wilson } from "../warehouse/statistics/wilson.js";
import { random } from "./support/random.js";

// Expected numbers below were computed apart from this code by scipy 1.x, statsmodels and pymannkendall 1.4; the call stands
// beside each.

const line = (values: readonly number[]) => values.map((value, at) => ({ at, value }));

describe("normal", () => {
  // 2 * scipy.stats.norm.sf(z)
  it.each([
    [0.1, 0.920344325445942],
    [1, 0.31731050786291415],
    [1.96, 0.04999579029644087],
    [2.9, 0.003731626600768075],
    [3.1, 0.0019352064264367126],
    [5, 5.733031437583866e-7],
    [9, 2.2571768119076647e-19],
  ])("two-sided p of %d", (z, p) => {
    expect(twoSidedP(z) / p).toBeCloseTo(1, 9);
    expect(twoSidedP(-z)).toBe(twoSidedP(z));
  });
});

describe("wilson", () => {
  // statsmodels proportion_confint(k, n, 0.05, "wilson"); 81 of 263 is Newcombe's example (1998, Statist. Med. 17:857-872)
  it.each([
    [0, 10, 0, 0.2775327999],
    [3, 65, 0.0158198404, 0.1271384726],
    [10, 10, 0.7224672001, 1],
    [81, 263, 0.2552885199, 0.366209577],
  ])("%d of %d", (k, n, low, high) => {
    const interval = wilson(k, n);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it("refuses zero trials", () => expect(() => wilson(0, 0)).toThrow("at least one trial"));
});

describe("benjamini-hochberg", () => {
  it("gives the q-values of multipletests(p, method='fdr_bh')", () => {
    const p = [0.041, 0.001, 0.94, 0.039, 0.008, 0.042, 0.216, 0.06];
    // multipletests([...], method="fdr_bh")[1] by hand: p * 8 / rank, monotone from the top
    const q = [0.0672, 0.008, 0.94, 0.0672, 0.032, 0.0672, 0.246857, 0.08];
    for (const [i, value] of benjaminiHochberg(p).entries()) expect(value).toBeCloseTo(q[i]!, 5);
  });

  it("of nothing is nothing", () => expect(benjaminiHochberg([])).toEqual([]));

  it("is never below p, not even by rounding", () => {
    const p = Array.from({ length: 13 }, () => 0.9218861842322926);
    for (const q of benjaminiHochberg(p)) expect(q).toBe(p[0]);
  });
});

describe("mann-kendall", () => {
  it("counts ties (pymannkendall.original_test)", () => {
    const { s, variance } = kendallS([23, 24, 29, 6, 29, 24, 24, 29, 23]);
    expect(s).toBe(3);
    expect(variance).toBeCloseTo(83.66666666666667, 10);
    expect(kendallP(s, variance)).toBeCloseTo(0.8269210217567053, 9);
  });

  it("finds a rise (pymannkendall.original_test)", () => {
    const { s, variance } = kendallS([1.2, 1.9, 3.2, 2.8, 5.1, 4.4, 6.9, 7.2, 6.1, 9.3, 8.8, 11.2]);
    expect(kendallP(s, variance)).toBeCloseTo(0.00016227556647607777, 10);
  });

  it("says nothing of a constant", () => {
    const { s, variance } = kendallS([2, 2, 2, 2]);
    expect([s, variance, kendallP(s, variance)]).toEqual([0, 0, 1]);
  });

  // var_s of hamed_rao_modification_test(w, lag=...) over var_s of original_test(w)
  it.each([
    [3, 1.35991385976972],
    [12, 0.355606848255714],
  ])("stretches the variance for autocorrelation over %d lags", (lags, factor) => {
    const w = [
      3, 3.4, 3.9, 4.6, 4.4, 4.1, 3.6, 3.2, 3.3, 3.9, 4.5, 5, 5.3, 5.1, 4.7, 4.2, 4, 4.4, 4.9, 5.6, 6, 5.8, 5.2, 4.9,
    ];
    const { slope } = theilSen(pairSlopes(line(w)), 1)!;
    const residuals = w.map((value, i) => value - slope * (i + 1));
    expect(hamedRaoFactor(residuals.length, rankAutocorrelations(residuals, lags))).toBeCloseTo(factor, 8);
  });

  it("compares seasons with themselves (pymannkendall.seasonal_test(z, period=4))", () => {
    const { s, variance, pairs } = seasonalKendallS(
      [0, 1, 2, 3].map((season) => SEASONAL.filter((_, i) => i % 4 === season)),
    );
    expect([s, pairs]).toEqual([48, 60]);
    expect(variance).toBeCloseTo(113.33333333333333, 10);
    expect(kendallP(s, variance)).toBeCloseTo(1.0106545245358589e-5, 12);
  });
});

const SEASONAL = [
  0.82, 0.08, 2.37, 1.07, 0.22, 1.41, 1.79, 1.61, 0.45, 3.23, 3.09, 1.96, 1.09, 2.03, 2.98, 2.34, 1.79, 2.6, 4.18, 2.82,
  2.01, 3.72, 4.42, 3.1,
];

describe("theil-sen", () => {
  it("gives slope and interval of scipy.stats.theilslopes(y, x, 0.95)", () => {
    const y = [1.2, 1.9, 3.2, 2.8, 5.1, 4.4, 6.9, 7.2, 6.1, 9.3, 8.8, 11.2];
    const { slope, low, high } = theilSen(pairSlopes(line(y)), kendallS(y).variance)!;
    expect(slope).toBeCloseTo(0.8714285714285714, 10);
    expect(low).toBeCloseTo(0.64, 10);
    expect(high).toBeCloseTo(1, 10);
  });

  it("gives the seasonal slope of pymannkendall.seasonal_test (per cycle of four)", () => {
    const points = SEASONAL.map((value, at) => ({ at, value, season: at % 4 }));
    expect(theilSen(pairSlopes(points), 113.33)!.slope * 4).toBeCloseTo(0.43625, 10);
  });

  it("is not moved by one outlier, and is null without pairs", () => {
    expect(theilSen(pairSlopes(line([0, 1, 2, 900, 4, 5, 6])), 1)!.slope).toBe(1);
    expect(theilSen(pairSlopes([{ at: 1, value: 1 }]), 1)).toBeNull();
  });
});

describe("log-odds", () => {
  it("has a value without asks, and is even at half", () => {
    expect(logOdds({ asking: 0, postings: 99 })).toBeCloseTo(Math.log(0.5 / 99.5), 12);
    expect(logOdds({ asking: 8, postings: 16 })).toBe(0);
  });

  it("turns a monthly slope into % a year", () => expect(percentAYear(Math.log(0.85) / 12)).toBeCloseTo(-15, 10));
});

const FIRST = 2020 * 12;
const flat = (months: number, asking: number, postings = 1000): MonthCount[] =>
  Array.from({ length: months }, (_, i) => ({ month: FIRST + i, asking, postings }));

describe("periods", () => {
  it.each([
    [9, 1],
    [2, 3],
    [1, 6],
    [0.5, 12],
    [0.1, 12],
  ])("%d asks a month are summed over %d months", (asking, length) => {
    const { length: chosen, counts } = inPeriods(flat(48, asking));
    expect(chosen).toBe(length);
    expect(counts).toHaveLength(48 / length);
    expect(counts[0]!.postings).toBe(1000 * length);
    expect(counts[0]!.at).toBe(FIRST + (length - 1) / 2);
  });
});

/** Counts of a binomial market: odds change by `yearly` % a year, with a yearly pattern of the given height on the log-odds. */
const market = (next: () => number, months: number, mean: number, yearly: number, season = 0): MonthCount[] =>
  Array.from({ length: months }, (_, i) => {
    const level = Math.log(mean / (400 - mean)) + (Math.log(1 + yearly / 100) * (i - months / 2)) / 12;
    const p = 1 / (1 + Math.exp(-level - season * Math.sin((2 * Math.PI * i) / 12)));
    let asking = 0;
    for (let k = 0; k < 400; k++) asking += next() < p ? 1 : 0;
    return { month: FIRST + i, asking, postings: 400 };
  });

describe("trend", () => {
  // Bounds are three standard errors of 150 runs below or above what is aimed for: 95 % coverage, 5 % false alarms, 90 % found.
  it.each([
    ["flat", 48, 20, 0, 0],
    ["falling 15 % a year", 48, 20, -15, 0],
    ["falling with a yearly pattern", 48, 20, -15, 0.3],
    ["rising, sparse", 60, 4, 20, 0],
  ])("holds the planted slope of a %s series", (_, months, mean, yearly, season) => {
    const next = random(7);
    const trends = Array.from({ length: 150 }, () => trendOf(market(next, months, mean, yearly, season))!);
    const held = trends.filter(({ low, high }) => low <= yearly && yearly <= high).length / trends.length;
    const called = trends.filter(({ p }) => p <= 0.05).length / trends.length;
    expect(held).toBeGreaterThan(0.897);
    if (yearly === 0) expect(called).toBeLessThan(0.104);
    if (yearly === -15) expect(called).toBeGreaterThan(0.9);
  });

  it("is null where years cannot be compared", () => {
    expect(trendOf(flat(13, 20))).toBeNull();
    expect(trendOf([])).toBeNull();
  });
});

const evidence: Evidence = {
  retired: false,
  retirement: "",
  months: 48,
  asks: 500,
  employers: 40,
  trend: { slope: -12, low: -15, high: -9, p: 0.001 },
  q: 0.01,
  monthsBeforeFirstAsk: 0,
  shareThen: 0.02,
  shareNow: 0.01,
  sources: 3,
  comparableMonths: 48,
  peakShare: 0.02,
  kinds: null,
  fadedBefore: null,
};
/** Fading, below half of its peak, in two kinds, and called so before. */
const gone = { peakShare: 0.021, kinds: { measured: 2, falling: 2 }, fadedBefore: true };
const rising = { slope: 12, low: 9, high: 15, p: 0.001 };

describe("status", () => {
  it.each<[string, Partial<Evidence>]>([
    ["fading", {}],
    ["retired by issuer", { retired: true }],
    ["retired by issuer", { retired: true, asks: 0 }],
    ["insufficient evidence", { months: 23 }],
    ["insufficient evidence", { asks: 99 }],
    ["insufficient evidence", { employers: 9 }],
    ["stable", { q: 0.051 }],
    ["stable", { trend: { slope: -2.9, low: -4, high: -2, p: 0 } }],
    ["stable", { trend: null, q: null }],
    ["growing", { trend: rising, shareNow: 0.04 }],
    ["emerging", { trend: rising, monthsBeforeFirstAsk: 12, shareThen: 0 }],
    ["emerging", { trend: rising, shareThen: 0.002 }],
    ["fading", { monthsBeforeFirstAsk: 20 }],
    ["insufficient evidence", { comparableMonths: 23 }],
    ["insufficient evidence", { comparableMonths: 0, trend: null, q: null }],
    ["obsolescent", gone],
    ["fading", { ...gone, peakShare: 0.02 }],
    ["fading", { ...gone, kinds: { measured: 3, falling: 1 } }],
    ["fading", { ...gone, kinds: null }],
    ["fading", { ...gone, fadedBefore: false }],
    ["fading", { ...gone, fadedBefore: null }],
    ["stable", { ...gone, q: 0.2 }],
  ])("%s: %o", (status, change) => expect(statusOf({ ...evidence, ...change }).status).toBe(status));

  it("says what it does not know of an obsolescence", () => {
    const texts = statusOf(evidence)
      .reasons.slice(-3)
      .map(({ text }) => text);
    expect(texts).toEqual([
      "the last 12 months' share is 50 % of that of the best 12 months; below 50 % counts",
      "it is measured by one kind of demand only",
      "no earlier edition is known; two must say so",
    ]);
    const [peak, kinds, editions] = statusOf({ ...evidence, ...gone }).reasons.slice(-3);
    expect([peak!.value, kinds!.value, editions!.value]).toEqual([0.01 / 0.021, 2, 2]);
    expect(
      statusOf({ ...evidence, trend: rising })
        .reasons.slice(-2)
        .map(({ rule }) => rule),
    ).toEqual(["first asked for late", "grown from a low base"]);
  });

  it("gives every rule with its numbers", () => {
    const { reasons } = statusOf(evidence);
    expect(reasons.map(({ rule, fired }) => [rule, fired])).toEqual([
      ["retired by issuer", false],
      ["enough months", true],
      ["enough asks", true],
      ["enough employers", true],
      ["comparable months", true],
      ["significant trend", true],
      ["steep trend", true],
      ["below half of its peak", false],
      ["kinds of demand agree", false],
      ["persists over editions", false],
    ]);
    expect(reasons[6]).toMatchObject({
      value: -12,
      threshold: 3,
      text: "-12.0 % a year (-15.0 to -9.0); 3 % either way counts",
    });
  });
});

const asked = (months: MonthCount[]): number => Math.round(months.reduce((sum, { asking }) => sum + asking, 0));

describe("signals", () => {
  const input = (id: string, months: MonthCount[], more: Partial<SignalInput> = {}): SignalInput => ({
    entity: id,
    kind: "explicit",
    issuer: "Acme",
    retired: false,
    retired_on: null,
    successor: null,
    as_of: "2023-12-01",
    employers: 30,
    sources: 1,
    months,
    ...more,
  });

  it("correct for many tests over those with enough evidence only", () => {
    const next = random(3);
    const falling = input("a", market(next, 48, 20, -30));
    const [alone] = signalsOf([falling]);
    const among = signalsOf([falling, input("b", flat(48, 20)), input("c", flat(12, 20)), input("d", flat(48, 1))]);
    expect(alone!.q_value).toBe(alone!.p_value);
    expect(among[0]!.q_value).toBeCloseTo(2 * alone!.p_value!, 12);
    expect(among.map(({ status }) => status)).toEqual([
      "fading",
      "stable",
      "insufficient evidence",
      "insufficient evidence",
    ]);
    expect(among[2]).toMatchObject({ slope_pct_year: null, p_value: null, q_value: null, evidence: 240, months: 12 });
  });

  it("give the share of the last year and of the best year", () => {
    const months = [...flat(12, 50), ...flat(24, 20).map((month) => ({ ...month, month: month.month + 12 }))];
    const [signal] = signalsOf([input("a", months)]);
    expect(signal).toMatchObject({ peak_share: 0.05, share_now: 0.02, evidence: 1080 });
  });

  it("of several sources are those of the matched series", () => {
    const raw = market(random(5), 48, 20, -30);
    const level = (asking_matched: number | null) => raw.map((month) => ({ ...month, asking_matched }));
    const status = (months: SignalMonth[]) => signalsOf([input("a", months, { sources: 2 })])[0]!;
    expect(signalsOf([input("a", level(20), { sources: 1 })])[0]!.status).toBe("fading");
    expect(status(level(20))).toMatchObject({ status: "stable", evidence: asked(raw) });
    expect(status(level(null))).toMatchObject({
      status: "insufficient evidence",
      slope_pct_year: null,
      share_now: null,
    });
    const late = level(20).map((month, i) => (i < 25 ? { ...month, asking_matched: null } : month));
    expect(status(late).reasons[4]).toMatchObject({ rule: "comparable months", fired: false, value: 23 });
  });

  it("name the successor of a retired certificate", () => {
    const [signal] = signalsOf([input("a", [], { retired: true, retired_on: "2022-06", successor: "b", as_of: null })]);
    expect(signal!.status).toBe("retired by issuer");
    expect(signal!.reasons[0]!.text).toBe("Acme retired it in 2022-06; b took its place");
    expect(signal).toMatchObject({ share_now: null, peak_share: null, evidence: 0, as_of: null });
  });
});
