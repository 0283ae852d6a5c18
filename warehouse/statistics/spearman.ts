import { Z_95 } from "./normal.js";
import { ranks } from "./ranks.js";
import type { Interval } from "./wilson.js";

/** Fewer pairs leave no degree of freedom for an interval. */
const FEWEST = 4;

/** Pearson's correlation; null where either side is constant. */
const pearson = (x: readonly number[], y: readonly number[]): number | null => {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [i, value] of x.entries()) {
    const [dx, dy] = [value - mx, y[i]! - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx === 0 || yy === 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
};

/**
 * Spearman's rank correlation of pairs (Spearman 1904, Am. J. Psychol. 15:72-101): Pearson's over ranks, ties sharing the mean.
 * @returns null for fewer than four pairs, or where all values of a side are equal
 */
export const spearman = (pairs: readonly (readonly [number, number])[]): number | null =>
  pairs.length < FEWEST ? null : pearson(ranks(pairs.map(([x]) => x)), ranks(pairs.map(([, y]) => y)));

/**
 * 95 % interval of Spearman's correlation of n pairs: Fisher's z with the variance (1 + r^2 / 2) / (n - 3) of Bonett & Wright
 * (2000, Psychometrika 65:23-28, eq. 6).
 * @returns null where z is infinite (a perfect order) or n is below four
 */
export const spearmanInterval = (r: number, n: number): Interval | null => {
  if (n < FEWEST || Math.abs(r) >= 1) return null;
  const half = Z_95 * Math.sqrt((1 + (r * r) / 2) / (n - 3));
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
};
