import type { Fit } from "./smoothing-models.js";

/** Rounds after which the weights no longer move in the digits that matter. */
const ROUNDS = 30;
/** As many series' worth of even weights go into what is learned, so that few series cannot rule a model out. */
const PSEUDO_SERIES = 5;

/** Probability of each model for a series, where `prior` is that before its data (Bayes). */
export const posterior = (fits: readonly Fit[], prior: readonly number[]): number[] =>
  partsOf(likelihoods(fits), prior);

/** Likelihood of each model, the best as 1. */
const likelihoods = (fits: readonly Fit[]): Float64Array => {
  const best = fits.reduce((most, { log }) => Math.max(most, log), -Infinity);
  return Float64Array.from(fits, ({ log }) => Math.exp(log - best));
};

const partsOf = (likely: Float64Array, prior: readonly number[]): number[] => {
  const joint = prior.map((before, i) => before * likely[i]!);
  const total = joint.reduce((sum, value) => sum + value, 0);
  return joint.map((value) => value / total);
};

/**
 * How common each model is among the series of a market: empirical Bayes by expectation and maximisation (Dempster, Laird & Rubin 1977, JRSS
 * B 39:1-38). Thirty series that do not wander make it unlikely that the next one does, which a short series alone cannot tell.
 */
export const learnPrior = (market: readonly (readonly Fit[])[]): number[] => {
  const models = market[0]?.length ?? 0;
  const likely = market.map(likelihoods);
  let prior = new Array<number>(models).fill(1 / models);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Array<number>(models).fill(PSEUDO_SERIES / models);
    for (const one of likely) for (const [i, part] of partsOf(one, prior).entries()) counts[i]! += part;
    prior = counts.map((count) => count / (market.length + PSEUDO_SERIES));
  }
  return prior;
};
