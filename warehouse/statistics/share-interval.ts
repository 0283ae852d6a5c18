import { type Dispersion, freedomOf } from "./dispersion.js";
import { studentReach } from "./mixture.js";
import { Z_95 } from "./normal.js";
import type { MonthCount } from "./periods.js";
import { movingPart, scatterAt } from "./scatter.js";
import { type Interval, wilson } from "./wilson.js";

/**
 * By how much monthly counts scatter more than independent asks would, 1 or more: squared differences between neighbouring months over
 * their binomial variance (von Neumann 1941, Ann. Math. Statist. 12:367-395), so that a trend hardly enters. Where a market shows what is
 * usual, drawn towards that by degrees of freedom (Smyth 2004, eq. 3), and less what is the share itself moving on.
 */
export const overdispersion = (
  months: readonly MonthCount[],
  market: Dispersion | null,
): { factor: number; freedom: number } => {
  const own = scatterAt(months, 1);
  if (market === null) return { factor: Math.max(1, own?.mean ?? 1), freedom: Infinity };
  const ownFreedom = own === null ? 0 : freedomOf(own);
  const freedom = market.freedom + ownFreedom;
  const scatter = (market.freedom * market.usual + ownFreedom * (own?.mean ?? 0)) / freedom;
  const factor = market.wander === null ? scatter : scatter * (1 - movingPart(months, market.wander));
  return factor > 1 ? { factor, freedom } : { factor: 1, freedom: Infinity };
};

/**
 * Wilson's 95 % interval of the share over some months of a series, as if there were fewer postings by the series' overdispersion: asks
 * come in bursts, and a burst is no more evidence than one of its asks (quasi-likelihood; Wedderburn 1974, Biometrika 61:439-447). Fewer
 * still as Student's t is wider than the normal, since the overdispersion is estimated. It is for the share of these very months: that
 * they move about a longer mean does not widen it.
 */
export const shareInterval = (
  months: readonly MonthCount[],
  series: readonly MonthCount[],
  market: Dispersion | null,
): Interval | null => {
  const postings = months.reduce((sum, month) => sum + month.postings, 0);
  const asking = months.reduce((sum, month) => sum + month.asking, 0);
  if (postings === 0) return null;
  const { factor, freedom } = overdispersion(series, market);
  const fewer = factor * (studentReach(freedom) / Z_95) ** 2;
  return wilson(asking / fewer, postings / fewer);
};
