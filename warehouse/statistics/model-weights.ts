import type { Fit } from "./smoothing-models.js";

/** Rounds after which the weights no longer move in the digits that matter. */
const ROUNDS = 30;
/** As many series' worth of even weights go into what is learned, so that few series cannot rule a model out. */
const PSEUDO_SERIES = 5;

/** Probability of each model for a series, where `prior` is that before its data (Bayes). */
export const posterior = (fits: readonly Fit[], prior: readonly number[]): number[] => {
  const logs = fits.map(({ log }, i) => log + Math.log(prior[i]!));
  const best = Math.max(...logs);
  const likely = logs.map((log) => Math.exp(log - best));
  const total = likely.reduce((sum, value) => sum + value, 0);
  return likely.map((value) => value / total);
};

/**
 * How common each model is among the series of a market: empirical Bayes by expectation and maximisation (Dempster, Laird & Rubin 1977, JRSS
 * B 39:1-38). Thirty series that do not wander make it unlikely that the next one does, which a short series alone cannot tell.
 */
export const learnPrior = (market: readonly (readonly Fit[])[]): number[] => {
  const models = market[0]?.length ?? 0;
  let prior = new Array<number>(models).fill(1 / models);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Array<number>(models).fill(PSEUDO_SERIES / models);
    for (const fits of market) for (const [i, part] of posterior(fits, prior).entries()) counts[i] = counts[i]! + part;
    prior = counts.map((count) => count / (market.length + PSEUDO_SERIES));
  }
  return prior;
};
