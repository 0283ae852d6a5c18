import { middleOf } from "./median.js";
import { Z_95 } from "./normal.js";
import type { Interval } from "./wilson.js";

/** A point of a series: a value at a time, in a season that it may be compared with. */
export interface Point {
  at: number;
  value: number;
  /** Only points of one season are compared; points without a season all are. */
  season?: number;
}

/** Slopes between all pairs of points of one season at different times, ascending. */
export const pairSlopes = (points: readonly Point[]): Float64Array => {
  const slopes = new Float64Array((points.length * (points.length - 1)) / 2);
  let count = 0;
  for (let i = 0; i < points.length; i++) {
    const a = points[i]!;
    for (let j = i + 1; j < points.length; j++) {
      const b = points[j]!;
      if (a.season === b.season && a.at !== b.at) slopes[count++] = (b.value - a.value) / (b.at - a.at);
    }
  }
  return slopes.subarray(0, count).sort();
};

/**
 * Theil-Sen slope with its 95 % interval. The slope is the median of the slopes between pairs of points (Theil 1950; Sen 1968, JASA
 * 63:1379-1389), with seasons only of pairs of one season, which is Hirsch, Slack & Smith's seasonal Kendall slope (1982, Water
 * Resources Research 18:107-121). The bounds are the slopes of rank (N -+ z sqrt(Var S)) / 2 of the N (Sen, eq. 4.5).
 * @param slopes of the pairs, ascending (pairSlopes)
 * @param varianceOfS of Kendall's S over the same pairs; stretched for autocorrelation it widens the interval accordingly
 * @returns null where no two points can be compared
 */
export const theilSen = (slopes: Float64Array, varianceOfS: number): ({ slope: number } & Interval) | null => {
  if (slopes.length === 0) return null;
  const reach = Z_95 * Math.sqrt(varianceOfS);
  const lower = Math.max(Math.round((slopes.length - reach) / 2) - 1, 0);
  const upper = Math.min(Math.round((slopes.length + reach) / 2), slopes.length - 1);
  return { slope: middleOf(slopes), low: slopes[lower]!, high: slopes[upper]! };
};
