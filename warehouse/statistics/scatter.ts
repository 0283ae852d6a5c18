import { Z_ONE_SIDED_95 } from "./normal.js";
import type { MonthCount } from "./periods.js";
import { pooledShare } from "./shares.js";

/** How much the counts of a series scatter. */
export interface Scatter {
  /** Mean squared difference of shares over its binomial variance: 1 is what independent asks give. */
  mean: number;
  /** Differences that it is the mean of. */
  differences: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Scatter of months `lag` seen months apart: the sample variogram (Matheron 1963, Economic Geology 58:1246-1266) in units of the binomial
 * variance; null where no two months are so far apart or nobody asks.
 */
export const scatterAt = (months: readonly MonthCount[], lag: number): Scatter | null => {
  const seen = months.filter(({ postings }) => postings > 0);
  const ratios = seen.slice(lag).flatMap((month, i) => {
    const before = seen[i]!;
    const share = pooledShare([before, month])!;
    const variance = share * (1 - share) * (1 / before.postings + 1 / month.postings);
    const difference = month.asking / month.postings - before.asking / before.postings;
    return variance > 0 ? [difference ** 2 / variance] : [];
  });
  return ratios.length === 0 ? null : { mean: mean(ratios), differences: ratios.length };
};

/** Scatter at lags 1, 2 and 3 over their mean, so that no series outvotes the others by how much it scatters. */
const relativeScatter = (months: readonly MonthCount[]): number[][] => {
  const scatters = [1, 2, 3].map((lag) => scatterAt(months, lag)?.mean ?? 0);
  const usual = mean(scatters);
  return usual > 0 ? [scatters.map((scatter) => scatter / usual)] : [];
};

/** True where the mean of values is above 0 at 95 %. */
const isAboveZero = (values: readonly number[]): boolean => {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return middle > Z_ONE_SIDED_95 * Math.sqrt(squares / (values.length - 1) / values.length);
};

/**
 * The part (0..1) of the scatter between neighbouring months that is no noise of counting but the market's shares moving on. It grows
 * with the months between, and noise does not: noise is what the variogram has left at lag 0, its nugget (Diggle, Heagerty, Liang &
 * Zeger 2002, Analysis of Longitudinal Data, section 5.2), here by the parabola through lags 1, 2 and 3. Where the moving dies off
 * geometrically, with an autocorrelation of r a month, (1 - r)^3 of its variance is still taken for noise: the intervals err to the wide
 * side. A steady trend drops out; a yearly pattern leaves a tenth of its variance, too little. Pooled over a market, since one series
 * cannot show it; 0 where the farther months do not scatter more at 95 %.
 */
export const wanderOf = (market: readonly (readonly MonthCount[])[]): number => {
  const scatters = market.flatMap(relativeScatter);
  const farther = scatters.map(([one, two, three]) => (two! + three!) / 2 - one!);
  if (scatters.length < 2 || !isAboveZero(farther)) return 0;
  const [one, two, three] = [0, 1, 2].map((lag) => mean(scatters.map((scatter) => scatter[lag]!)));
  const nugget = 3 * one! - 3 * two! + three!;
  return Math.min(1, Math.max(0, 1 - nugget / one!));
};
