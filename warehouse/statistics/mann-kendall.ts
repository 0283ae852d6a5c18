import { twoSidedP, Z_95 } from "./normal.js";

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

const ranks = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [i, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, i);
    last.set(value, i);
  }
  return values.map((value) => (first.get(value)! + last.get(value)!) / 2 + 1);
};

/** Autocorrelation at lag `lag`, with the whole series' mean and variance. */
const autocorrelation = (values: readonly number[], lag: number): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const off = values.map((value) => value - mean);
  const total = off.reduce((sum, value) => sum + value * value, 0);
  if (total === 0) return 0;
  return off.slice(lag).reduce((sum, value, i) => sum + value * off[i]!, 0) / total;
};

/**
 * Factor by which autocorrelation stretches the variance of S (Hamed & Rao 1998, J. Hydrology 204:182-196, eq. 13), from the
 * ranks of the residuals about the trend; only lags significant at 5 % enter, up to `maxLag`.
 */
export const hamedRaoFactor = (residuals: readonly number[], maxLag: number): number => {
  const n = residuals.length;
  const ranked = ranks(residuals);
  const bound = Z_95 / Math.sqrt(n);
  let sum = 0;
  for (let lag = 1; lag <= Math.min(maxLag, n - 1); lag++) {
    const r = autocorrelation(ranked, lag);
    if (Math.abs(r) > bound) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * r;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
};
