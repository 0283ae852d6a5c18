import { logOdds, percentAYear } from "./log-odds.js";
import { hamedRaoFactor, kendallP, seasonalKendallS } from "./mann-kendall.js";
import { inPeriods, type MonthCount } from "./periods.js";
import { type Point, theilSen } from "./theil-sen.js";

/** How a share moves: the change of its odds in % a year with a 95 % interval, and the p-value of no trend. */
export interface Trend {
  slope: number;
  low: number;
  high: number;
  p: number;
}

/** Hamed and Rao's sum is taken over the first lags only: farther ones add noise where series are short. */
const LAGS = 3;
/** With fewer comparisons between years the ranks cannot tell anything from chance. */
const FEWEST_PAIRS = 6;

/** The points of each season. */
const seasonsOf = (points: readonly Point[]): Point[][] => {
  const seasons = new Map<number | undefined, Point[]>();
  for (const point of points) seasons.set(point.season, [...(seasons.get(point.season) ?? []), point]);
  return [...seasons.values()];
};

/** What remains, in order of time, when the trend and each season's mean are taken off. */
const residualsOf = (points: readonly Point[], slope: number): number[] => {
  const mean = new Map<number | undefined, number>();
  for (const season of seasonsOf(points)) {
    const total = season.reduce((sum, { at, value }) => sum + value - slope * at, 0);
    mean.set(season[0]?.season, total / season.length);
  }
  return points.map(({ at, value, season }) => value - slope * at - (mean.get(season) ?? 0));
};

/**
 * Trend of a monthly share. Counts are summed into periods with enough asks and turned into log-odds; then each calendar period is
 * compared with itself in other years only (year on year), so that a yearly pattern cancels: Theil-Sen slope and Mann-Kendall test
 * in their seasonal form. The variance of S is stretched for autocorrelation, never shrunk, since negative lags found by chance
 * would make the interval too narrow. In simulated binomial series of 24 to 120 months, flat, falling, seasonal and with
 * autocorrelation 0.4, the 95 % interval held the truth in 95 to 99 % of runs and flat series were called in at most 7 % before
 * correction for many tests; taking off month medians first, instead, covered 81 to 92 %.
 * @returns null where the series is too short to compare years
 */
export const trendOf = (months: readonly MonthCount[]): Trend | null => {
  const { length, counts } = inPeriods(months);
  const points = counts.map((count) => ({
    at: count.at,
    value: logOdds(count),
    season: Math.floor((count.first % 12) / length),
  }));
  const { s, variance, pairs } = seasonalKendallS(seasonsOf(points).map((season) => season.map(({ value }) => value)));
  const plain = theilSen(points, variance);
  if (plain === null || pairs < FEWEST_PAIRS) return null;
  const stretched = variance * Math.max(1, hamedRaoFactor(residualsOf(points, plain.slope), LAGS));
  const { slope, low, high } = theilSen(points, stretched)!;
  return { slope: percentAYear(slope), low: percentAYear(low), high: percentAYear(high), p: kendallP(s, stretched) };
};
