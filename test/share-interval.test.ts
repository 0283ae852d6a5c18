import { describe, expect, it } from "vitest";
import { simulateMarket } from "../pipelines/calibration/market.js";
import { MARKET, SCENARIOS } from "../pipelines/calibration/scenarios.js";
import { type Dispersion, dispersionOf, freedomOf } from "../warehouse/statistics/dispersion.js";
import type { MonthCount } from "../warehouse/statistics/periods.js";
import { movingPart, scatterAt, wanderOf } from "../warehouse/statistics/scatter.js";
import { overdispersion, shareInterval } from "../warehouse/statistics/share-interval.js";
import { type SignalInput, signalsOf } from "../warehouse/statistics/signal.js";

// Expected numbers were computed apart from this code by R 4.2.2; the calls stand beside them.

type Asking = (i: number, j: number) => number;
const noise: Asking = (i, j) => (7 * i * i + 13 * j) % 11;
/** i <- 0:35; 20 + floor(6 * sin(i / 3 + j)) + (7 * i * i + 13 * j) %% 11 */
const wandering: Asking = (i, j) => 20 + Math.floor(6 * Math.sin(i / 3 + j)) + noise(i, j);
/** 20 + (1 + j %% 4) * ((7 * i * i + 13 * j) %% 11) */
const unlike: Asking = (i, j) => 20 + (1 + (j % 4)) * noise(i, j);

/** Postings: 1000 + 10 * ((3 * i + j) %% 7) */
const counted = (j: number, asking: Asking, length = 36): MonthCount[] =>
  Array.from({ length }, (_, i) => ({
    month: 24_000 + i,
    asking: asking(i, j),
    postings: 1000 + 10 * ((3 * i + j) % 7),
  }));
const marketOf = (asking: Asking): MonthCount[][] => Array.from({ length: 12 }, (_, j) => counted(j, asking));

const known = (name: string, number: number): { months: MonthCount[]; shares: number[] }[] =>
  simulateMarket(SCENARIOS.find((one) => one.name === name)!, 3, number).map(({ months, shares }) => ({
    months: months.slice(0, MARKET.known),
    shares: shares.slice(0, MARKET.known),
  }));

describe("scatter", () => {
  // x <- 1:(36 - h); y <- x + h; q <- (a[x] + a[y]) / (n[x] + n[y])
  // mean((a[y] / n[y] - a[x] / n[x])^2 / (q * (1 - q) * (1 / n[x] + 1 / n[y])))
  it.each([
    [1, 0.650279001128939],
    [2, 0.638853255360369],
    [3, 0.794877144708953],
  ])("of months %d apart", (lag, scatter) => {
    const found = scatterAt(counted(0, wandering), lag)!;
    expect(found.mean).toBeCloseTo(scatter, 12);
    expect(found.differences).toBe(36 - lag);
  });

  it("is not known of months too few, or where nobody asks; months without postings are passed over", () => {
    expect(scatterAt(counted(0, wandering, 2), 2)).toBeNull();
    expect(
      scatterAt(
        counted(0, () => 0),
        1,
      ),
    ).toBeNull();
    const gap = counted(0, wandering).map((count, i) => (i === 35 ? { ...count, asking: 0, postings: 0 } : count));
    expect(scatterAt(gap, 1)).toEqual(scatterAt(counted(0, wandering, 35), 1));
  });
});

describe("moving", () => {
  // m: scatter of 12 series (columns) at 3 lags; x <- pmin(1, pmax(-1, 1 - apply(m, 2, function(g)
  //   predict(lm(g ~ poly(x, 2, raw = TRUE), data.frame(g, x = 1:3)), data.frame(x = 0)) / g[1]) - 2 / 35))
  it("is what the parabola through three lags has lost at lag 0, as far as chance does not explain it", () => {
    // mean(x); max(0, var(x) - 14 / 35)
    const market = wanderOf(marketOf(wandering))!;
    expect(market.mean).toBeCloseTo(0.3304016661107337, 9);
    expect(market.variance).toBeCloseTo(0.0150622070861639, 9);
  });

  it("of a series is drawn towards the market's", () => {
    // x[2]; x[1] is below 0; 0.3 + (x[1] - 0.3) * 0.2 / (0.2 + 14 / 35)
    const own = counted(0, wandering);
    expect(movingPart(counted(1, wandering), { mean: 0.3, variance: 1e9 })).toBeCloseTo(0.27027, 5);
    expect(movingPart(own, { mean: 0.3, variance: 1e9 })).toBe(0);
    expect(movingPart(own, { mean: 0.3, variance: 0 })).toBeCloseTo(0.3, 12);
    expect(movingPart(own, { mean: 0.3, variance: 0.2 })).toBeCloseTo(0.0892607734140883, 9);
    expect(
      movingPart(
        counted(0, () => 0),
        { mean: 0.3, variance: 0.2 },
      ),
    ).toBe(0.3);
    expect(movingPart(own, { mean: -0.3, variance: 0 })).toBe(0);
  });

  it("is none of one series, of series without asks, or where farther months are as alike as neighbours", () => {
    expect(wanderOf([counted(0, wandering)])).toBeNull();
    expect(wanderOf(marketOf(() => 0))).toBeNull();
    expect(wanderOf(marketOf((i, j) => wandering(i, j) + 20 * (i % 2)))).toBeNull();
  });

  it("is all of the scatter where nothing but the share moves", () => {
    const moving = marketOf(noise).map((months, j) =>
      months.map((count, i) => ({ ...count, asking: count.postings * (0.3 + 0.2 * Math.sin(i / 8 + j)) })),
    );
    expect(movingPart(moving[0]!, wanderOf(moving)!)).toBeGreaterThan(0.85);
  });

  it("narrows no series that does not move, in a market where others do", () => {
    const still = counted(12, (i) => 30 + 20 * (i % 2), 192);
    const moving = Array.from({ length: 12 }, (_, j) => counted(j, (i) => 100 + 80 * Math.sin(i / 8 + j), 192));
    const market = [...moving, ...Array.from({ length: 12 }, (_, j) => counted(j, (i) => 30 + noise(i, j), 192))];
    const wander = wanderOf(market)!;
    expect(movingPart(moving[0]!, wander)).toBeGreaterThan(0.5);
    expect(movingPart(still, wander)).toBeLessThan(0.1);
  });
});

describe("dispersion", () => {
  it("of a market is Smyth's prior", () => {
    // g: scatter at lag 1 of 12 series; d <- 2 * 35^2 / (3 * 35 - 1); e <- log(g) - digamma(d/2) + log(d/2)
    // d0 <- 2 * uniroot(function(x) trigamma(x) - (var(e) - trigamma(d/2)), c(1e-3, 1e3), tol = 1e-14)$root
    // exp(mean(e) + digamma(d0/2) - log(d0/2))
    const { usual, freedom, wander } = dispersionOf(marketOf(unlike))!;
    expect(freedom).toBeCloseTo(2.307474956723418, 9);
    expect(usual).toBeCloseTo(0.950595581943466, 9);
    expect(wander).toBeNull();
    expect(freedomOf({ mean: 1, differences: 35 })).toBeCloseTo(23.5576923076923, 12);
  });

  it("is the same for all where they scatter alike, and not known of few", () => {
    expect(dispersionOf(Array.from({ length: 10 }, () => counted(3, unlike)))!.freedom).toBe(1e5);
    expect(dispersionOf(marketOf(unlike).slice(0, 9))).toBeNull();
    expect(dispersionOf([...marketOf(unlike).slice(0, 9), counted(0, () => 0)])).toBeNull();
  });

  it("of a series is drawn towards the usual one; what wanders is no dispersion", () => {
    const own = counted(3, unlike);
    const market = dispersionOf(marketOf(unlike))!;
    // (d0 * s0 + d * g[4]) / (d0 + d)
    expect(overdispersion(own, market).factor).toBeCloseTo(1.98964587239553, 9);
    const quarterMoving = { ...market, wander: { mean: 0.25, variance: 0 } };
    expect(overdispersion(own, quarterMoving).factor).toBeCloseTo(0.75 * 1.98964587239553, 9);
    const mostMoving = { ...market, wander: { mean: 0.9, variance: 0 } };
    expect(overdispersion(own, mostMoving)).toEqual({ factor: 1, freedom: Infinity });
    expect(overdispersion(own, null).factor).toBe(scatterAt(own, 1)!.mean);
    expect(
      overdispersion(
        counted(0, () => 0),
        { usual: 3, freedom: 20, wander: null },
      ).factor,
    ).toBe(3);
  });
});

describe("share intervals", () => {
  it("are those of fewer postings", () => {
    // f <- 1.98964587239553 * (qt(.975, d0 + d) / qnorm(.975))^2; k, n: of the last 12 months
    // prop.test(k / f, n / f, correct = FALSE)$conf.int
    const own = counted(3, unlike);
    const { low, high } = shareInterval(own.slice(-12), own, dispersionOf(marketOf(unlike)))!;
    expect(low).toBeCloseTo(0.0296102006925, 5);
    expect(high).toBeCloseTo(0.0390958803539, 5);
    expect(shareInterval([], own, null)).toBeNull();
  });

  // 60 markets of 30 series: chance moves a coverage by 1.3 points at most in 99 of 100 runs.
  const coverage = (name: string, of: (market: MonthCount[][]) => Dispersion | null): number => {
    const held = Array.from({ length: 60 }, (_, number) => known(name, number)).flatMap((market) => {
      const dispersion = of(market.map(({ months }) => months));
      return market.map(({ months, shares }) => {
        const year = months.slice(-12);
        const postings = year.reduce((sum, month) => sum + month.postings, 0);
        const truth = year.reduce((sum, month, i) => sum + month.postings * shares.at(i - 12)!, 0) / postings;
        const { low, high } = shareInterval(year, months, dispersion)!;
        return low <= truth && truth <= high;
      });
    });
    return held.filter(Boolean).length / held.length;
  };

  it.each(["flat", "flat, seasonal", "flat, autocorrelated", "flat, bursty"])(
    "hold the year's share as often as they say in a market that is %s",
    (name) => {
      const held = coverage(name, dispersionOf);
      expect(held).toBeGreaterThan(0.935);
      expect(held).toBeLessThan(0.967);
    },
  );

  it("hold it too often where shares move on, and too seldom where asks come in bursts, without their market", () => {
    expect(coverage("flat, autocorrelated", () => null)).toBeGreaterThan(0.975);
    expect(coverage("flat, bursty", () => null)).toBeLessThan(0.935);
  });

  it("of signals lean on the market's", () => {
    const market = known("flat, autocorrelated", 0).map(({ months }) => months);
    const input = (months: MonthCount[], i: number): SignalInput => ({
      entity: `certificate-${i}`,
      kind: "explicit",
      issuer: "",
      retired: false,
      retired_on: null,
      successor: null,
      as_of: null,
      employers: 50,
      sources: 1,
      months,
    });
    for (const [i, signal] of signalsOf(market.map(input)).entries()) {
      const { low, high } = shareInterval(market[i]!.slice(-12), market[i]!, dispersionOf(market))!;
      expect([signal.share_now_low, signal.share_now_high]).toEqual([low, high]);
    }
  });
});
