import type { Fit } from "./smoothing-models.js";

/** Rounds after which the weights no longer move in the digits that matter. */
const ROUNDS = 30;
/** As many series' worth of even weights go into what is learned, so that few series cannot rule a model out. */
const PSEUDO_SERIES = 5;

/** Probability of each model for a series, where `prior` is that before its data (Bayes). */
export const posterior = (fits: readonly Fit[], prior: ArrayLike<number>): number[] => {
  const parts = new Float64Array(prior.length);
  putParts(parts, likelihoods(fits), prior);
  return [...parts];
};

/** Likelihood of each model, the best as 1. */
const likelihoods = (fits: readonly Fit[]): Float64Array => {
  const best = fits.reduce((most, { log }) => Math.max(most, log), -Infinity);
  return Float64Array.from(fits, ({ log }) => Math.exp(log - best));
};

/** The parts of the whole that a prior and likelihoods make, put into `parts`. */
const putParts = (parts: Float64Array, likely: Float64Array, prior: ArrayLike<number>): void => {
  let total = 0;
  for (let i = 0; i < parts.length; i++) {
    parts[i] = prior[i]! * likely[i]!;
    total += parts[i]!;
  }
  for (let i = 0; i < parts.length; i++) parts[i]! /= total;
};

/**
 * How common each model is among the series of a market: empirical Bayes by expectation and maximisation (Dempster, Laird & Rubin 1977, JRSS
 * B 39:1-38). Thirty series that do not wander make it unlikely that the next one does, which a short series alone cannot tell.
 */
export const learnPrior = (market: readonly (readonly Fit[])[]): number[] => {
  const models = market[0]?.length ?? 0;
  const likely = market.map(likelihoods);
  const prior = new Float64Array(models).fill(1 / models);
  const counts = new Float64Array(models);
  const parts = new Float64Array(models);
  for (let round = 0; round < ROUNDS; round++) {
    counts.fill(PSEUDO_SERIES / models);
    for (const one of likely) {
      putParts(parts, one, prior);
      for (let i = 0; i < models; i++) counts[i]! += parts[i]!;
    }
    for (let i = 0; i < models; i++) prior[i] = counts[i]! / (market.length + PSEUDO_SERIES);
  }
  return [...prior];
};
