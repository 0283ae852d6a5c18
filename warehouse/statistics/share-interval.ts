import type { MonthCount } from "./periods.js";
import { pooledShare } from "./shares.js";
import { type Interval, wilson } from "./wilson.js";

/**
 * By how much monthly shares scatter more than independent asks would, 1 or more: squared differences between neighbouring months over
 * their binomial variance (von Neumann 1941, Ann. Math. Statist. 12:367-395), so that a trend hardly enters.
 */
export const overdispersion = (months: readonly MonthCount[]): number => {
  const seen = months.filter(({ postings }) => postings > 0);
  const ratios = seen.slice(1).flatMap((month, i) => {
    const before = seen[i]!;
    const share = pooledShare([before, month])!;
    const variance = share * (1 - share) * (1 / before.postings + 1 / month.postings);
    const difference = month.asking / month.postings - before.asking / before.postings;
    return variance > 0 ? [difference ** 2 / variance] : [];
  });
  return ratios.length === 0 ? 1 : Math.max(1, ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length);
};

/**
 * Wilson's 95 % interval of the share over some months of a series, as if there were fewer postings by the series' overdispersion: asks
 * come in bursts, and a burst is no more evidence than one of its asks (quasi-likelihood; Wedderburn 1974, Biometrika 61:439-447).
 */
export const shareInterval = (months: readonly MonthCount[], series: readonly MonthCount[]): Interval | null => {
  const postings = months.reduce((sum, month) => sum + month.postings, 0);
  const asking = months.reduce((sum, month) => sum + month.asking, 0);
  const factor = overdispersion(series);
  return postings === 0 ? null : wilson(asking / factor, postings / factor);
};
