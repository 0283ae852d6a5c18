import { trigamma } from "./gamma-beta.js";
import { Z_95 } from "./normal.js";
import type { Interval } from "./wilson.js";

/** Postings of gold data that were read rightly, falsely and not at all, for one certificate. */
export interface Reading {
  tp: number;
  fp: number;
  fn: number;
}

/** Fewer marked or found postings measure nothing: with five right of five, precision may still be 0.57. */
const FEWEST = 5;

/** Variance of the logarithm of a proportion under Jeffreys' prior. */
const logVariance = (right: number, wrong: number): number => trigamma(right + 0.5) - trigamma(right + wrong + 1);
const jeffreys = (right: number, wrong: number): number => (right + 0.5) / (right + wrong + 1);

/** True where gold data measures a certificate well enough to correct its share. */
export const isMeasured = ({ tp, fp, fn }: Reading): boolean => tp > 0 && tp + fp >= FEWEST && tp + fn >= FEWEST;

/**
 * A share corrected for what the extractor misreads: share times precision over recall, which is Rogan & Gladen's estimator (1978, Am. J.
 * Epidemiology 107:71-76) with the specificity that the precision implies. The interval adds the variances of the share, precision and
 * recall on the logarithmic scale (delta method), so it is never narrower than the share's own.
 * @param low lower bound of the share's own 95 % interval
 * @returns null where the reading is not measured, or nobody asks
 */
export const correctedShare = (
  { share, low }: { share: number; low: number },
  { tp, fp, fn }: Reading,
): ({ share: number } & Interval) | null => {
  if (!isMeasured({ tp, fp, fn }) || share <= 0 || low <= 0) return null;
  const corrected = (share * jeffreys(tp, fp)) / jeffreys(tp, fn);
  const own = (Math.log(share / low) / Z_95) ** 2;
  const reach = Math.exp(Z_95 * Math.sqrt(own + logVariance(tp, fp) + logVariance(tp, fn)));
  return { share: Math.min(1, corrected), low: corrected / reach, high: Math.min(1, corrected * reach) };
};
