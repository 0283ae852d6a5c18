import { describe, expect, it } from "vitest";
import { blockSeries } from "../warehouse/statistics/blocks.js";
import { changeMonth } from "../warehouse/statistics/change-month.js";
import { betaCdf, betaInterval, digamma, trigamma, trigammaInverse } from "../warehouse/statistics/gamma-beta.js";
import { correctedShare, isMeasured } from "../warehouse/statistics/misreading.js";
import { lineCost, pelt } from "../warehouse/statistics/pelt.js";
import type { MonthCount } from "../warehouse/statistics/periods.js";
import { familyBeta, shrunkShare } from "../warehouse/statistics/shrinkage.js";
import { stl } from "../warehouse/statistics/stl.js";
import { random } from "./support/random.js";

// Expected numbers were computed apart from this code by statsmodels 0.15, ruptures 1.1.10, scipy 1.17 and numpy; the call stands beside each.

const SEASONAL = [
  -0.16, 0.01, 0.42, 0.64, 0.74, 0.37, 0.01, -0.27, -0.12, 0.01, -0.18, -0.28, 0.05, 0.83, 0.75, 0.45, 0.74, 0.36, 0.23,
  0.03, -0.18, 0.03, -0.01, 0.09, 0.56, 0.92, 0.62, 0.99, 0.8, 0.8, 0.34, 0.37, 0.2, 0.1, 0.04, 0.37, 0.5, 0.72, 1.24,
  1.06, 1.47, 1.21, 0.44, 0.66, 0.23, 0.41, 0.5, 0.29,
];

describe("stl", () => {
  // STL(y, period=12, seasonal=7).fit(): trend and seasonal at 0, 11, 24, 47
  it.each([
    [0, 0.004534256703691308, -0.17659595463078676],
    [11, 0.20132684280734306, -0.4189879644061865],
    [24, 0.40531641369429106, -0.04226986983735647],
    [47, 0.8462245153574833, -0.4593795986457027],
  ])("splits months as statsmodels does, at %d", (at, trend, seasonal) => {
    const parts = stl(SEASONAL, { period: 12, seasonal: { points: 7, degree: 1 } });
    expect(parts.trend[at]).toBeCloseTo(trend, 12);
    expect(parts.seasonal[at]).toBeCloseTo(seasonal, 12);
    expect(parts.trend[at]! + parts.seasonal[at]! + parts.remainder[at]!).toBeCloseTo(SEASONAL[at]!, 12);
  });

  // STL(y[:24], period=4, seasonal=35).fit()
  it.each([
    [0, -0.2120111543764628, 0.09091448000208424],
    [11, -0.020139208006897266, -0.10329089349321768],
    [23, 0.0620023486001978, -0.0659229224018455],
  ])("splits quarters with spans longer than the series, at %d", (at, trend, seasonal) => {
    const parts = stl(SEASONAL.slice(0, 24), { period: 4, seasonal: { points: 35, degree: 1 } });
    expect(parts.trend[at]).toBeCloseTo(trend, 12);
    expect(parts.seasonal[at]).toBeCloseTo(seasonal, 12);
  });

  // STL(y[:24], period=4, seasonal=241, seasonal_deg=0).fit()
  it.each([
    [0, -0.18620256626804899, 0.018838120908916737],
    [11, -0.022115126703702637, -0.10255360817327425],
    [23, 0.09314829074119194, -0.10255490826325564],
  ])("splits off a pattern that is the same every year, at %d", (at, trend, seasonal) => {
    const parts = stl(SEASONAL.slice(0, 24), { period: 4, seasonal: { points: 241, degree: 0 } });
    expect(parts.trend[at]).toBeCloseTo(trend, 12);
    expect(parts.seasonal[at]).toBeCloseTo(seasonal, 12);
  });

  it("refuses less than two cycles", () => {
    expect(() => stl([1, 2, 3], { period: 2, seasonal: { points: 7, degree: 1 } })).toThrow("not 3 values of period 2");
  });
});

const BROKEN = [
  -0.04, 0.01, 0.24, -0.03, 0.31, 0.09, 0.25, 0.22, 0.62, 0.54, 0.86, 0.65, 0.73, 0.78, 0.61, 0.74, 1.0, 0.79, 0.93,
  0.95, 2.09, 1.91, 1.9, 1.92, 1.86, 1.67, 1.89, 1.53, 1.5, 1.45, 1.75, 1.51, 1.37, 1.31, 0.36, 0.14, 0.11, 0.39, 0.12,
  0.25, 0.3, 0.23, 0.29, 0.5, 0.22, 0.11, 0.02, 0.27,
];

describe("pelt", () => {
  // Pelt(model="linear", min_size=4, jump=1).fit(column_stack([z, arange(48), ones(48)])).predict(pen=...)
  it.each([
    [0.1, [8, 20, 34]],
    [0.5, [20, 34]],
    [2, [20, 34]],
    [20, []],
  ])("breaks lines as ruptures does at penalty %d", (penalty, changes) => {
    const cost = lineCost(
      BROKEN,
      BROKEN.map(() => 1),
    );
    expect(pelt(BROKEN.length, cost, { penalty, shortest: 4 })).toEqual(changes);
  });

  it("is as good as trying every pair of breaks", () => {
    const next = random(5);
    for (let run = 0; run < 20; run++) {
      const values = Array.from({ length: 18 }, (_, i) => (i > 5 + run / 3 ? 1 : 0) + next());
      const cost = lineCost(
        values,
        values.map(() => 1),
      );
      const total = (breaks: readonly number[]): number =>
        [0, ...breaks].reduce((sum, from, i) => sum + cost(from, breaks[i] ?? 18), 0) + 0.4 * breaks.length;
      let best = total([]);
      for (let a = 3; a <= 15; a++) {
        best = Math.min(best, total([a]));
        for (let b = a + 3; b <= 15; b++) {
          best = Math.min(best, total([a, b]));
          for (let c = b + 3; c <= 15; c++) best = Math.min(best, total([a, b, c]));
        }
      }
      expect(total(pelt(18, cost, { penalty: 0.4, shortest: 3 }))).toBeLessThanOrEqual(best + 1e-9);
    }
  });
});

const FIRST = 2018 * 12;
const months = (length: number, askingAt: (i: number) => number, postings = 1000): MonthCount[] =>
  Array.from({ length }, (_, i) => ({ month: FIRST + i, asking: askingAt(i), postings }));

describe("blocks", () => {
  it("end with the last month, leave out a broken first one and bridge a gap", () => {
    const series = months(38, () => 20).filter(({ month }) => month < FIRST + 20 || month > FIRST + 22);
    const { length, blocks, seasons, postings } = blockSeries(series)!;
    expect([length, seasons, postings]).toEqual([3, 3, 3000]);
    expect(blocks.map(({ first }) => first - FIRST)).toEqual([2, 5, 8, 11, 14, 17, 20, 23, 26, 29, 32, 35]);
    for (const { value } of blocks) expect(value).toBeCloseTo(Math.log(60.5 / 2940.5), 9);
  });

  it("lose a yearly pattern", () => {
    const { blocks } = blockSeries(months(48, (i) => 60 + 30 * Math.sin((2 * Math.PI * i) / 12)))!;
    const values = blocks.map(({ value }) => value);
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.01);
  });

  it("lose a pattern of chance only as far as it is the same every year", () => {
    const next = random(4);
    const squares = Array.from({ length: 200 }, () => {
      const { blocks } = blockSeries(months(48, () => Math.round(60 + 8 * (next() + next() + next() + next() - 2))))!;
      const mean = blocks.reduce((sum, { value }) => sum + value, 0) / blocks.length;
      return blocks.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
    });
    // Of 16 blocks the mean takes one degree of freedom and four quarters of every year three: 12 are left of 15.
    const left = squares.reduce((sum, value) => sum + value, 0) / squares.length;
    const monthVariance = 8 ** 2 * (4 / 12) + 1 / 12;
    const blockVariance = monthVariance / 3 / (60 * (1 - 0.06)) ** 2;
    expect(left / blockVariance).toBeGreaterThan(11);
    expect(left / blockVariance).toBeLessThan(13);
  });

  it("are none below 36 months", () => {
    expect(blockSeries(months(35, () => 20))).toBeNull();
    expect(blockSeries([])).toBeNull();
  });
});

describe("change month", () => {
  const noisy = (askingAt: (i: number) => number): MonthCount[] => {
    const next = random(9);
    return months(60, (i) => Math.max(0, Math.round(askingAt(i) + 3 * (next() + next() - 1))));
  };
  it("is that of a step, not of a steady trend", () => {
    expect(changeMonth(noisy((i) => (i < 30 ? 60 : 25)))! - FIRST).toBe(30);
    expect(changeMonth(noisy((i) => 80 * 0.98 ** i))).toBeNull();
    expect(changeMonth(noisy(() => 40))).toBeNull();
    expect(changeMonth(months(20, () => 5))).toBeNull();
  });
});

describe("gamma and beta", () => {
  // scipy.special.betainc(a, b, x)
  it.each([
    [0.2, 3.5, 12.5, 0.47313032911393244],
    [0.021, 40, 2000, 0.6894319929048692],
    [0.9, 0.5, 0.5, 0.7951672353008665],
    [0.0005, 2, 3000, 0.4423838146650447],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])("beta below %d with %d and %d", (x, a, b, p) => expect(betaCdf(x, a, b)).toBeCloseTo(p, 11));

  it("gives the interval of scipy.stats.beta.ppf([.025, .975], 4.2, 395.8)", () => {
    const { low, high } = betaInterval(4.2, 395.8);
    expect(low).toBeCloseTo(0.00299577, 8);
    expect(high).toBeCloseTo(0.02255714, 8);
  });

  // scipy.special.polygamma(1, x)
  it.each([
    [0.5, 4.9348022],
    [5.5, 0.19934239],
    [20.5, 0.04998959],
    [161.5, 0.00621116],
  ])("trigamma of %d", (x, value) => expect(trigamma(x)).toBeCloseTo(value, 7));

  // R: digamma(x)
  it.each([
    [0.3, -3.502524222200132],
    [2, 0.422784335098467],
    [15.5, 2.708235242590365],
    [40, 3.676327374034843],
  ])("digamma of %d", (x, value) => expect(digamma(x)).toBeCloseTo(value, 11));

  // R: uniroot(function(x) trigamma(x) - y, c(1e-3, 1e3), tol = 1e-15)$root
  it.each([
    [0.05, 20.495835239154601],
    [1, 1.426255120215079],
    [30, 0.186622530083935],
  ])("what has the trigamma %d", (y, x) => expect(trigammaInverse(y)).toBeCloseTo(x, 9));
});

describe("shrinkage", () => {
  const children = [
    { asking: 3, postings: 200 },
    { asking: 12, postings: 300 },
    { asking: 40, postings: 500 },
    { asking: 9, postings: 400 },
  ];
  // Kleinman's moments in numpy: S = (n * (p - m)**2).sum(); g = (S - 3 m (1-m)) / (m (1-m) (N - (n**2).sum() / N - 3)); 1/g - 1
  it("finds the beta of a family, and draws a sparse child towards it", () => {
    const family = familyBeta(children)!;
    expect(family.mean).toBeCloseTo(0.045714285714285714, 12);
    expect(family.weight).toBeCloseTo(49.65587673392298, 8);
    const { share, low, high, family_weight } = shrunkShare(children[0]!, family);
    expect(family_weight).toBe(family.weight);
    expect(share).toBeCloseTo(0.021108988121375266, 10);
    expect(low).toBeCloseTo(0.00717761, 8);
    expect(high).toBeCloseTo(0.04220904, 8);
  });

  it("lets children that agree count as one, and says nothing of an only child or of none that ask", () => {
    const even = Array.from({ length: 4 }, () => ({ asking: 10, postings: 100 }));
    expect(familyBeta(even)!.weight).toBe(1e6);
    expect(familyBeta([children[0]!])).toBeNull();
    expect(familyBeta(even.map(({ postings }) => ({ asking: 0, postings })))).toBeNull();
    expect(familyBeta([])).toBeNull();
  });
});

describe("misreading", () => {
  // numpy: 4,000,000 draws of exp(log(p) + s z) * Beta(tp + .5, fp + .5) / Beta(tp + .5, fn + .5), quantiles 0.025 and 0.975
  it("corrects a share for precision and recall and widens its interval", () => {
    const { share, low, high } = correctedShare({ share: 0.02, low: 0.015569816893370038 }, { tp: 20, fp: 3, fn: 2 })!;
    expect(share).toBeCloseTo(0.01916666666666667, 12);
    expect(low).toBeCloseTo(0.01362492, 3);
    expect(high).toBeCloseTo(0.02676914, 3);
    expect(high / low).toBeGreaterThan((0.02 / 0.015569816893370038) ** 2);
  });

  it("says nothing where gold data does not measure it, or nobody asks", () => {
    expect(isMeasured({ tp: 4, fp: 0, fn: 0 })).toBe(false);
    expect(isMeasured({ tp: 5, fp: 0, fn: 0 })).toBe(true);
    expect(isMeasured({ tp: 0, fp: 6, fn: 6 })).toBe(false);
    expect(correctedShare({ share: 0.02, low: 0.01 }, { tp: 4, fp: 0, fn: 0 })).toBeNull();
    expect(correctedShare({ share: 0, low: 0 }, { tp: 9, fp: 0, fn: 0 })).toBeNull();
    expect(correctedShare({ share: 0.99, low: 0.9 }, { tp: 9, fp: 0, fn: 9 })!.share).toBe(1);
  });
});
