import { twoSidedP, Z_95 } from "./normal.js";
import { ranks } from "./ranks.js";

const tieCounts = (values: readonly number[]): number[] => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
};

/**
 * Kendall's S of a series against its order, and its variance where the values are exchangeable, with ties
 * (Mann 1945, Econometrica 13:245-259; Kendall 1975, Rank Correlation Methods).
 */
export const kendallS = (values: readonly number[]): { s: number; variance: number } => {
  const n = values.length;
  let s = 0;
  for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
  const spread = (m: number): number => m * (m - 1) * (2 * m + 5);
  const variance = (spread(n) - tieCounts(values).reduce((sum, ties) => sum + spread(ties), 0)) / 18;
  return { s, variance };
};

/**
 * S and its variance summed over seasons, each ranked within itself (Hirsch, Slack & Smith 1982, Water Resources Research
 * 18:107-121, eq. 5-8), with the number of pairs compared.
 */
export const seasonalKendallS = (
  seasons: readonly (readonly number[])[],
): { s: number; variance: number; pairs: number } => {
  const total = { s: 0, variance: 0, pairs: 0 };
  for (const values of seasons) {
    const { s, variance } = kendallS(values);
    total.s += s;
    total.variance += variance;
    total.pairs += (values.length * (values.length - 1)) / 2;
  }
  return total;
};

/** Two-sided p-value of S, by the normal with a continuity correction of one. */
export const kendallP = (s: number, variance: number): number =>
  variance <= 0 ? 1 : twoSidedP((s - Math.sign(s)) / Math.sqrt(variance));

/** Autocorrelations of the ranks at lags 1 to `lags`, with the whole series' mean and variance; 0 at lags that it is too short for. */
export const rankAutocorrelations = (values: readonly number[], lags: number): number[] => {
  const off = ranks(values).map((rank) => rank - (values.length + 1) / 2);
  const total = off.reduce((sum, value) => sum + value * value, 0);
  return Array.from({ length: lags }, (_, i) =>
    total === 0 ? 0 : off.slice(i + 1).reduce((sum, value, j) => sum + value * off[j]!, 0) / total,
  );
};

/**
 * Factor by which autocorrelation stretches the variance of S (Hamed & Rao 1998, J. Hydrology 204:182-196, eq. 13), from the
 * autocorrelations of the ranks of the `n` residuals about the trend, lag 1 first. Lags that are not significant at 5 % count as
 * `usual`: nothing (as theirs do), or what series of the same market have on average, which one series cannot show.
 */
export const hamedRaoFactor = (
  n: number,
  autocorrelations: readonly number[],
  usual: readonly number[] = [],
): number => {
  const bound = Z_95 / Math.sqrt(n);
  const sum = autocorrelations.reduce((total, own, i) => {
    const lag = i + 1;
    const r = Math.abs(own) > bound ? own : (usual[i] ?? 0);
    return lag < n ? total + (n - lag) * (n - lag - 1) * (n - lag - 2) * r : total;
  }, 0);
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
};
