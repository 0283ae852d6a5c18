import { kruskalWallisP } from "./kruskal-wallis.js";
import { logOdds, percentAYear } from "./log-odds.js";
import { hamedRaoFactor, kendallP, rankAutocorrelations, seasonalKendallS } from "./mann-kendall.js";
import { inPeriods, type MonthCount } from "./periods.js";
import { type Point, pairSlopes, theilSen } from "./theil-sen.js";

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

/** A yearly pattern at this level of a test shows enough to compare like with like only. */
const SHOWS = 0.2;

/** The points of each season. */
const seasonsOf = (points: readonly Point[]): Point[][] => {
  const seasons = new Map<number | undefined, Point[]>();
  for (const point of points) seasons.set(point.season, [...(seasons.get(point.season) ?? []), point]);
  return [...seasons.values()];
};

const without = (points: readonly Point[], slope: number): Point[] =>
  points.map((point) => ({ ...point, value: point.value - slope * point.at }));

/** What remains, in order of time, when the trend and each season's mean are taken off. */
const residualsOf = (points: readonly Point[], slope: number): number[] => {
  const mean = new Map<number | undefined, number>();
  const flat = without(points, slope);
  for (const season of seasonsOf(flat))
    mean.set(season[0]?.season, season.reduce((sum, { value }) => sum + value, 0) / season.length);
  return flat.map(({ value, season }) => value - (mean.get(season) ?? 0));
};

/** Points that may all be compared with each other, where about their trend no season differs from another; else as they are. */
const comparable = (points: readonly Point[], slopes: Float64Array): readonly Point[] => {
  const sen = theilSen(slopes, 0);
  if (sen === null) return points;
  const seasons = seasonsOf(without(points, sen.slope)).map((season) => season.map(({ value }) => value));
  return kruskalWallisP(seasons) < SHOWS ? points : points.map(({ at, value }) => ({ at, value }));
};

const kendallOf = (points: readonly Point[]): ReturnType<typeof seasonalKendallS> =>
  seasonalKendallS(seasonsOf(points).map((season) => season.map(({ value }) => value)));

/** A series ready for the test, with what its residuals say of each other. */
interface Prepared {
  points: readonly Point[];
  /** Between pairs of them, ascending: sorting them is what a trend costs. */
  slopes: Float64Array;
  s: number;
  variance: number;
  autocorrelations: number[];
}

/** Null where the series is too short to compare years. */
const prepare = (months: readonly MonthCount[]): Prepared | null => {
  const { length, counts } = inPeriods(months);
  const dated = counts.map((count) => ({
    at: count.at,
    value: logOdds(count),
    season: Math.floor((count.first % 12) / length),
  }));
  if (kendallOf(dated).pairs < FEWEST_PAIRS) return null;
  const ofSeasons = pairSlopes(dated);
  const points = comparable(dated, ofSeasons);
  const slopes = points === dated ? ofSeasons : pairSlopes(points);
  const { s, variance } = kendallOf(points);
  const plain = theilSen(slopes, variance);
  if (plain === null) return null;
  return {
    points,
    slopes,
    s,
    variance,
    autocorrelations: rankAutocorrelations(residualsOf(points, plain.slope), LAGS),
  };
};

const trendAfter = ({ points, slopes, s, variance, autocorrelations }: Prepared, usual: readonly number[]): Trend => {
  const stretched = variance * Math.max(1, hamedRaoFactor(points.length, autocorrelations, usual));
  const { slope, low, high } = theilSen(slopes, stretched)!;
  return { slope: percentAYear(slope), low: percentAYear(low), high: percentAYear(high), p: kendallP(s, stretched) };
};

/** Fewer series do not tell what is usual. */
const FEWEST_SERIES = 10;

/**
 * Mean autocorrelation at each lag; none of few series. Residuals about a slope and one mean, or one slope and several means, have -2/n or
 * -1/n on average where there is none, which is added back.
 */
const usualOf = (market: readonly Prepared[]): number[] =>
  market.length < FEWEST_SERIES
    ? []
    : Array.from({ length: LAGS }, (_, i) => {
        const sum = market.reduce(
          (total, { autocorrelations, points }) =>
            total + autocorrelations[i]! + (points[0]?.season === undefined ? 2 : 1) / points.length,
          0,
        );
        return Math.max(0, sum / market.length);
      });

/**
 * Trends of monthly shares of one market. Counts are summed into periods with enough asks and turned into log-odds. Where a yearly
 * pattern shows (Kruskal and Wallis' test about the trend), each calendar period is compared with itself in other years only, so that
 * the pattern cancels; where none shows, all with all, which sees a fall of 15 % a year in four years where the former alone misses
 * one in six. Theil-Sen slope and Mann-Kendall test in their seasonal form. The variance of S is stretched for autocorrelation,
 * a series' own where it is significant and else what is usual in the market, and never shrunk, since negative lags found by chance
 * would make the interval too narrow. `certworth calibrate` measures it.
 * @returns null for a series too short to compare years
 */
export const trendsOf = (market: readonly (readonly MonthCount[])[]): (Trend | null)[] => {
  const prepared = market.map(prepare);
  const usual = usualOf(prepared.filter((one) => one !== null));
  return prepared.map((one) => one && trendAfter(one, usual));
};

/** Trend of one share by itself. */
export const trendOf = (months: readonly MonthCount[]): Trend | null => trendsOf([months])[0]!;
