import { betaInterval } from "./gamma-beta.js";
import type { Interval } from "./wilson.js";

/** Postings that ask, of all. */
export interface Count {
  asking: number;
  postings: number;
}

/** A share drawn towards its family: the posterior mean with its 95 % interval, and how many postings the family counts for. */
export interface Shrunk extends Interval {
  share: number;
  family_weight: number;
}

/** A family whose children agree perfectly counts for no more postings than this. */
const LARGEST_WEIGHT = 1e6;

/**
 * Mean and weight (in postings) of the beta distribution that the shares of a family's children are drawn from, by moments weighed with
 * the postings (Kleinman 1973, JASA 68:46-54, eq. 3.2-3.4).
 * @returns null where there are fewer than two children or nobody asks: they tell nothing of one another
 */
export const familyBeta = (children: readonly Count[]): { mean: number; weight: number } | null => {
  const seen = children.filter(({ postings }) => postings > 0);
  const total = seen.reduce((sum, { postings }) => sum + postings, 0);
  const mean = seen.reduce((sum, { asking }) => sum + asking, 0) / total;
  if (seen.length < 2 || !(mean > 0 && mean < 1)) return null;
  const spread = seen.reduce((sum, { asking, postings }) => sum + postings * (asking / postings - mean) ** 2, 0);
  const room = total - seen.reduce((sum, { postings }) => sum + postings ** 2, 0) / total;
  const binomial = (seen.length - 1) * mean * (1 - mean);
  const alike = Math.max(0, (spread - binomial) / (mean * (1 - mean) * (room - (seen.length - 1))));
  return { mean, weight: Math.min(LARGEST_WEIGHT, alike > 0 ? 1 / alike - 1 : LARGEST_WEIGHT) };
};

/** Posterior of a share whose family says what to expect: beta-binomial, so that few postings lean on the family and many do not. */
export const shrunkShare = (own: Count, { mean, weight }: { mean: number; weight: number }): Shrunk => {
  const [a, b] = [own.asking + mean * weight, own.postings - own.asking + (1 - mean) * weight];
  return { share: a / (a + b), family_weight: weight, ...betaInterval(a, b) };
};
