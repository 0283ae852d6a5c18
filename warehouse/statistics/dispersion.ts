import { digamma, trigamma, trigammaInverse } from "./gamma-beta.js";
import type { MonthCount } from "./periods.js";
import { type Scatter, scatterAt, type Wander, wanderOf } from "./scatter.js";

/** What a market's series say of how much one of them scatters. */
export interface Dispersion {
  /** Scatter that is usual in the market, and the degrees of freedom that it counts for: many where all series scatter alike. */
  usual: number;
  freedom: number;
  /** How much of it is shares moving on; null where none is. */
  wander: Wander | null;
}

/** Fewer series do not tell what is usual. */
const FEWEST_SERIES = 10;
/** What is usual counts for one degree of freedom at least; for no more than this, which is a normal for all that is printed. */
const MOST_FREEDOM = 1e5;

/**
 * Degrees of freedom of a mean of squared differences between neighbours, by its variance (von Neumann, Kent, Bellinson & Hart 1941, Ann.
 * Math. Statist. 12:153-162): about two thirds of the values.
 */
export const freedomOf = ({ differences }: Scatter): number => (2 * differences ** 2) / (3 * differences - 1);

/**
 * What is usual in a market: scatters are drawn from a scaled F distribution, whose scale and freedom are those by the mean and the
 * variance of their logarithms (Smyth 2004, Stat. Appl. Genet. Mol. Biol. 3:3, section 6.2).
 * @returns null for few series
 */
export const dispersionOf = (market: readonly (readonly MonthCount[])[]): Dispersion | null => {
  const scatters = market.map((months) => scatterAt(months, 1)).filter((one) => one !== null && one.mean > 0);
  const n = scatters.length;
  if (n < FEWEST_SERIES) return null;
  const halves = scatters.map((one) => freedomOf(one!) / 2);
  const logs = scatters.map((one, i) => Math.log(one!.mean) - digamma(halves[i]!) + Math.log(halves[i]!));
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
  const beyond = variance - halves.reduce((sum, half) => sum + trigamma(half), 0) / n;
  const half = beyond > 0 ? Math.min(Math.max(trigammaInverse(beyond), 0.5), MOST_FREEDOM / 2) : MOST_FREEDOM / 2;
  return { usual: Math.exp(mean + digamma(half) - Math.log(half)), freedom: 2 * half, wander: wanderOf(market) };
};
