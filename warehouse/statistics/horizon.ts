import { type BlockSeries, samplingVariance } from "./blocks.js";
import { expectedMean, varianceOfMean } from "./innovations.js";
import { type Component, poolCdf, poolMean, poolQuantile } from "./mixture.js";
import type { Fit } from "./smoothing-models.js";

/** What share is expected over the 12 months that end `months_ahead` months after the last one. Shares are parts of 1. */
export interface Horizon {
  months_ahead: number;
  share: number;
  low_80: number;
  high_80: number;
  low_95: number;
  high_95: number;
  /** Probability that it is below half of the last 12 months' share. */
  p_below_half: number;
}

/** A fit and its probability among those of its kind; they sum to 1. */
export type Weighted = Fit & { weight: number };

/** What the intervals of a series are read from, of log-odds. */
export interface Pool {
  series: BlockSeries;
  /** All smoothing models by how likely they are. */
  pool: readonly Weighted[];
}

/** What a series may become: the pool, and the point forecast. */
export interface Outlook extends Pool {
  /** Damped trend and Theta, half each. */
  point: readonly Weighted[];
}

const YEAR = 12;
/**
 * How far a straight line goes on, and our belief in it: no past tells how long a trend will last. It may turn, stop, go on to the
 * end, or grow steeper.
 */
export const PERSISTENCE = [
  { part: -0.5, belief: 0.15 },
  { part: 0, belief: 0.3 },
  { part: 1, belief: 0.45 },
  { part: 1.5, belief: 0.1 },
] as const;
/** Nearer to none or all, the sampling variance of log-odds means nothing. */
const EDGE = 1e-6;

export const shareOfLogOdds = (value: number): number => 1 / (1 + Math.exp(-value));

/** Blocks ahead that the 12 months until `monthsAhead` cover. */
const window = ({ length }: BlockSeries, monthsAhead: number): { from: number; to: number } => {
  const to = Math.max(1, Math.round(monthsAhead / length));
  return { from: Math.max(1, to - YEAR / length + 1), to };
};

const componentOf = (
  { fitted, freedom, weight }: Weighted,
  series: BlockSeries,
  monthsAhead: number,
  { part, belief }: { part: number; belief: number } = { part: 1, belief: 1 },
): Component => {
  const { from, to } = window(series, monthsAhead);
  const mean = fitted.level + part * (expectedMean(fitted, from, to) - fitted.level);
  const share = Math.min(Math.max(shareOfLogOdds(mean), EDGE), 1 - EDGE);
  const measured = samplingVariance(share, Math.max(series.postings, 1)) / (to - from + 1);
  const moved = varianceOfMean(fitted, from, to, series.blocks.at(-1)!.variance);
  const scale = Math.sqrt((Math.max(fitted.squares, EDGE) / freedom) * (moved + measured));
  return { mean, scale, freedom, weight: weight * belief };
};

/** The pool at a horizon; `stretch` widens every component about its mean. */
export const poolAt = ({ series, pool }: Pool, monthsAhead: number, stretch = 1): Component[] =>
  pool
    .flatMap((model) =>
      model.shape === "line"
        ? PERSISTENCE.map((lasting) => componentOf(model, series, monthsAhead, lasting))
        : [componentOf(model, series, monthsAhead)],
    )
    .map((component) => ({ ...component, scale: component.scale * stretch }));

const pointAt = ({ series, point }: Outlook, monthsAhead: number): number =>
  poolMean(point.map((model) => componentOf(model, series, monthsAhead)));

/** Factors by which the intervals are widened about each component's mean. */
export interface Stretch {
  of80: number;
  of95: number;
}

/**
 * The horizon's row. Intervals are those of the pool; where a series has a trend the pool leans the way in which it may go on, and is
 * widened to hold the point forecast.
 */
export const horizonOf = (
  outlook: Outlook,
  monthsAhead: number,
  shareNow: number,
  { of80, of95 }: Stretch,
): Horizon => {
  const [pool80, pool95] = [of80, Math.max(of80, of95)].map((stretch) => poolAt(outlook, monthsAhead, stretch));
  const expected = pointAt(outlook, monthsAhead);
  const low = (pool: Component[], part: number): number => shareOfLogOdds(Math.min(poolQuantile(pool, part), expected));
  const high = (pool: Component[], part: number): number =>
    shareOfLogOdds(Math.max(poolQuantile(pool, part), expected));
  return {
    months_ahead: monthsAhead,
    share: shareOfLogOdds(expected),
    low_80: low(pool80!, 0.1),
    high_80: high(pool80!, 0.9),
    low_95: low(pool95!, 0.025),
    high_95: high(pool95!, 0.975),
    p_below_half: poolCdf(pool80!, Math.log(shareNow / 2 / (1 - shareNow / 2))),
  };
};
