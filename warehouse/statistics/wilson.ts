import { Z_95 } from "./normal.js";

/** A 95 % interval. */
export interface Interval {
  low: number;
  high: number;
}

/** Wilson's score interval for k of n (Wilson 1927, JASA 22:209-212). The SQL macro of that name computes the same. */
export const wilson = (k: number, n: number): Interval => {
  if (n <= 0) throw new RangeError(`an interval needs at least one trial, not ${n}`);
  const z2 = Z_95 ** 2;
  const centre = (k + z2 / 2) / (n + z2);
  const half = (Z_95 * Math.sqrt((k * (n - k)) / n + z2 / 4)) / (n + z2);
  return { low: k <= 0 ? 0 : centre - half, high: k >= n ? 1 : centre + half };
};
