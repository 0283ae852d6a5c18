import { normalCdf } from "./normal.js";
import { ranks } from "./ranks.js";

/**
 * Upper tail of chi-squared, by Wilson and Hilferty's normal approximation of its cube root (1931, PNAS 17:684-688): within 0.002
 * for two degrees of freedom and more.
 */
const chiSquaredTail = (value: number, freedom: number): number => {
  const spread = 2 / (9 * freedom);
  return 1 - normalCdf((Math.cbrt(value / freedom) - (1 - spread)) / Math.sqrt(spread));
};

/**
 * p-value of Kruskal and Wallis' test that all groups are drawn alike (1952, JASA 47:583-621), corrected for ties; 1 where fewer
 * than two groups have values, or all values are equal.
 */
export const kruskalWallisP = (groups: readonly (readonly number[])[]): number => {
  const filled = groups.filter((group) => group.length > 0);
  const values = filled.flat();
  const n = values.length;
  if (filled.length < 2) return 1;
  const ranked = ranks(values);
  let [from, between] = [0, 0];
  for (const { length } of filled) {
    const sum = ranked.slice(from, from + length).reduce((total, rank) => total + rank, 0);
    between += sum ** 2 / length;
    from += length;
  }
  const spread = ranked.reduce((total, rank) => total + (rank - (n + 1) / 2) ** 2, 0);
  if (spread === 0) return 1;
  return chiSquaredTail(((n - 1) * (between - (n * (n + 1) ** 2) / 4)) / spread, filled.length - 1);
};
