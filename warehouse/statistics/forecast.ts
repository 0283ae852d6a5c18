import { type BlockSeries, blockSeries } from "./blocks.js";
import { type Horizon, horizonOf, type Outlook, type Pool, poolAt, type Stretch, type Weighted } from "./horizon.js";
import { poolCdf } from "./mixture.js";
import { learnPrior, posterior } from "./model-weights.js";
import { normalQuantile, Z_95, Z_ONE_SIDED_95 } from "./normal.js";
import type { MonthCount } from "./periods.js";
import { lastYear, pooledShare } from "./shares.js";
import { type Fit, fitSmoothing, fitTheta } from "./smoothing-models.js";

/** Months ahead that are published; 48 is when a student of 14 leaves school. */
export const HORIZONS = [12, 24, 36, 48, 60, 72] as const;

/** Models with less weight change nothing that is printed. */
const NEGLIGIBLE = 2e-3;
/** Fewer cases say nothing of how far intervals were off. */
const CASES_TO_STRETCH = 10;
/** Months before the end from which the past is forecast again. */
const LOOKED_BACK = [12, 24, 36] as const;
/** Parts of the cases that an interval must have held, with the normal quantile of each. */
const INTERVALS = [
  { part: 0.8, quantile: 1.2815515655446004 },
  { part: 0.95, quantile: Z_95 },
] as const;

const weighted = (fits: readonly Fit[], weights: readonly number[]): Weighted[] => {
  const total = weights.reduce((sum, weight) => (weight > NEGLIGIBLE ? sum + weight : sum), 0);
  return fits.flatMap((fit, i) => (weights[i]! > NEGLIGIBLE ? [{ ...fit, weight: weights[i]! / total }] : []));
};

const halved = (models: readonly Weighted[]): Weighted[] =>
  models.map((model) => ({ ...model, weight: model.weight / 2 }));

/** A series with all smoothing models fitted to it, and how likely each is. */
interface Fitted {
  series: BlockSeries;
  smoothing: Fit[];
  likely: number[];
}

/** Each series of a market fitted, its model weights learned from all of them; null for those too short. */
const fittedOf = (market: readonly (readonly MonthCount[])[]): (Fitted | null)[] => {
  const fitted = market.map((months) => {
    const series = blockSeries(months);
    return series && { series, smoothing: fitSmoothing(series) };
  });
  const prior = learnPrior(fitted.flatMap((one) => (one === null ? [] : [one.smoothing])));
  return fitted.map((one) => one && { ...one, likely: posterior(one.smoothing, prior) });
};

const poolOf = ({ series, smoothing, likely }: Fitted): Pool => ({ series, pool: weighted(smoothing, likely) });

/** The outlook of each series of a market; null for those too short. */
const outlooks = (market: readonly (readonly MonthCount[])[]): (Outlook | null)[] => {
  const fitted = fittedOf(market).map((one) => one && { ...one, theta: fitTheta(one.series) });
  const prior = learnPrior(fitted.flatMap((one) => (one === null ? [] : [one.theta])));
  return fitted.map(
    (one) => one && { ...poolOf(one), point: pointOf(one, weighted(one.theta, posterior(one.theta, prior))) },
  );
};

const pointOf = ({ smoothing, likely }: Fitted, theta: readonly Weighted[]): Weighted[] => {
  const onlyDamped = likely.map((weight, i) => (smoothing[i]!.shape === "damped" ? weight : 0));
  const total = onlyDamped.reduce((sum, weight) => sum + weight, 0);
  const damped = weighted(
    smoothing,
    onlyDamped.map((weight) => weight / total),
  );
  return [...halved(damped), ...halved(theta)];
};

/** How many deviations of the pool the last year's share was off, in forecasts made `ahead` months before the end. */
const missesOf = (market: readonly (readonly MonthCount[])[], ahead: number): number[] => {
  const before = market.map((months) => months.filter(({ month }) => month <= months.at(-1)!.month - ahead));
  return fittedOf(before).flatMap((fitted, i) => {
    const share = pooledShare(lastYear(market[i]!)) ?? 0;
    if (fitted === null || share <= 0 || share >= 1) return [];
    const below = poolCdf(poolAt(poolOf(fitted), ahead), Math.log(share / (1 - share)));
    return [Math.abs(normalQuantile(below))];
  });
};

/**
 * By how much the 80 % and the 95 % intervals must be stretched, 1 or more, so that those of one, two and three years ago would have held
 * the last year's share as often as they say: forecasts of all series are compared with what came (split conformal prediction, over
 * series instead of in time; Vovk, Gammerman & Shafer 2005, ch. 4). Only as far as the past proves at 95 %, since chance alone makes
 * some year look wild; 1 where fewer than ten cases reach back far enough.
 */
const stretchOf = (market: readonly (readonly MonthCount[])[]): Stretch => {
  const misses = LOOKED_BACK.flatMap((ahead) => missesOf(market, ahead)).sort((a, b) => a - b);
  const n = misses.length;
  const [of80, of95] = INTERVALS.map(({ part, quantile }) => {
    if (n < CASES_TO_STRETCH) return 1;
    const sure = n * part - Z_ONE_SIDED_95 * Math.sqrt(n * part * (1 - part));
    return Math.max(1, misses[Math.max(0, Math.ceil(sure) - 1)]! / quantile);
  });
  return { of80: of80!, of95: of95! };
};

/**
 * Horizons of every series of a market, at each number of months ahead: none for a series of fewer than 36 months or without an ask in the
 * last year. The point is the mean, on the log-odds, of damped-trend smoothing and Theta; the intervals are those of all smoothing
 * models weighed by how likely they are for the series and how common in its market.
 */
export const forecast = (
  market: readonly (readonly MonthCount[])[],
  horizons: readonly number[] = HORIZONS,
): Horizon[][] => {
  const stretch = stretchOf(market);
  return outlooks(market).map((outlook, i) => {
    const months = market[i]!;
    const now = pooledShare(lastYear(months)) ?? 0;
    if (outlook === null || now <= 0 || now >= 1) return [];
    return horizons.map((ahead) => horizonOf(outlook, ahead, now, stretch));
  });
};
