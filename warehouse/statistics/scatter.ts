import { Z_ONE_SIDED_95 } from "./normal.js";
import type { MonthCount } from "./periods.js";

/** How much the counts of a series scatter. */
export interface Scatter {
  /** Mean squared difference of shares over its binomial variance: 1 is what independent asks give. */
  mean: number;
  /** Differences that it is the mean of. */
  differences: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const moments = (values: readonly number[]): { mean: number; variance: number } => {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return { mean: middle, variance: squares / (values.length - 1) };
};

/**
 * Scatter of months `lag` seen months apart: the sample variogram (Matheron 1963, Economic Geology 58:1246-1266) in units of the binomial
 * variance; null where no two months are so far apart or nobody asks.
 */
export const scatterAt = (months: readonly MonthCount[], lag: number): Scatter | null => {
  const seen = months.filter(({ postings }) => postings > 0);
  let [sum, differences] = [0, 0];
  for (let i = lag; i < seen.length; i++) {
    const [before, month] = [seen[i - lag]!, seen[i]!];
    const share = (before.asking + month.asking) / (before.postings + month.postings);
    const variance = share * (1 - share) * (1 / before.postings + 1 / month.postings);
    if (!(variance > 0)) continue;
    sum += (month.asking / month.postings - before.asking / before.postings) ** 2 / variance;
    differences++;
  }
  return differences === 0 ? null : { mean: sum / differences, differences };
};

/** Scatter at lags 1, 2 and 3; null where not all are above 0. */
const threeLags = (months: readonly MonthCount[]): [Scatter, Scatter, Scatter] | null => {
  const [one, two, three] = [1, 2, 3].map((lag) => scatterAt(months, lag));
  return one?.mean && two?.mean && three?.mean ? [one, two, three] : null;
};

/** The part of a series' scatter between neighbours that is the share moving on, and the variance of that estimate. */
interface Moving {
  part: number;
  variance: number;
  /** By how much months farther apart scatter more, over the mean of all. */
  farther: number;
}

/**
 * Scatter grows with the months between where a share moves, and noise does not: noise is what the variogram has left at lag 0, its
 * nugget (Diggle, Heagerty, Liang & Zeger 2002, Analysis of Longitudinal Data, section 5.2), here by the parabola through lags 1, 2
 * and 3, the rest is moving. Where that dies off geometrically, with an autocorrelation of r a month, (1 - r)^3 of its variance is
 * still taken for noise. A steady trend is all moving; of a yearly pattern a tenth too much is. Without any moving the ratio is 2 / n too
 * high and has the variance 14 / n, as autocorrelations of noise have 1 / n (Bartlett 1946, JRSS Suppl. 8:27-41).
 */
const movingOf = (months: readonly MonthCount[]): Moving[] => {
  const lags = threeLags(months);
  if (lags === null) return [];
  const [one, two, three] = lags.map((scatter) => scatter.mean) as [number, number, number];
  const n = lags[0].differences;
  const part = 1 - (3 * one - 3 * two + three) / one - 2 / n;
  return [
    {
      part: Math.min(1, Math.max(-1, part)),
      variance: 14 / n,
      farther: ((two + three) / 2 - one) / ((one + two + three) / 3),
    },
  ];
};

/** How series of a market share in moving: mean and variance among them of the part that is moving. */
export interface Wander {
  mean: number;
  variance: number;
}

/**
 * What a market says of moving: what each series shows less what chance makes it show (DerSimonian & Laird 1986, Controlled Clinical
 * Trials 7:177-188, with even weights); null where farther months do not scatter more at 95 %.
 */
export const wanderOf = (market: readonly (readonly MonthCount[])[]): Wander | null => {
  const moving = market.flatMap(movingOf);
  if (moving.length < 2) return null;
  const farther = moments(moving.map((one) => one.farther));
  if (farther.mean <= Z_ONE_SIDED_95 * Math.sqrt(farther.variance / moving.length)) return null;
  const { mean: part, variance } = moments(moving.map((one) => one.part));
  return { mean: part, variance: Math.max(0, variance - mean(moving.map((one) => one.variance))) };
};

/**
 * The part (0..1) of a series' scatter that is moving: its own drawn towards its market's, the more the less its months tell and the more
 * alike the market's series are (Efron & Morris 1975, JASA 70:311-319).
 */
export const movingPart = (months: readonly MonthCount[], market: Wander): number => {
  const [own] = movingOf(months);
  const weight = own === undefined ? 0 : market.variance / (market.variance + own.variance);
  return Math.min(1, Math.max(0, market.mean + weight * ((own?.part ?? 0) - market.mean)));
};
