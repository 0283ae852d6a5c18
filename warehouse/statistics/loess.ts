/** How far a local fit looks, in points, and the highest power of time in it. */
export interface Span {
  points: number;
  degree: 0 | 1;
}

/** Tricube weights of the points `from`..`to` (counted from 0) about `x`, summing to one; null where all are zero. */
const tricube = (n: number, { points }: Span, x: number, from: number, to: number): number[] | null => {
  const reach = Math.max(x - from, to - x) + (points > n ? Math.floor((points - n) / 2) : 0);
  const weights: number[] = [];
  for (let j = from; j <= to; j++) {
    const r = Math.abs(j - x);
    if (r > 0.999 * reach) weights.push(0);
    else weights.push(r <= 0.001 * reach ? 1 : (1 - (r / reach) ** 3) ** 3);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total <= 0 ? null : weights.map((weight) => weight / total);
};

/**
 * Value of a local fit at `x` (in points from 0; it may lie outside) to the values from index `from` to `to`, as the routine `est`
 * of STL has it (Cleveland, Cleveland, McRae & Terpenning 1990, J. Official Statistics 6:3-73).
 * @returns null where no point has weight
 */
export const localFit = (values: readonly number[], span: Span, x: number, from: number, to: number): number | null => {
  const weights = tricube(values.length, span, x, from, to);
  if (weights === null) return null;
  const mean = weights.reduce((sum, weight, i) => sum + weight * (from + i), 0);
  const spread = weights.reduce((sum, weight, i) => sum + weight * (from + i - mean) ** 2, 0);
  const slopes = span.degree === 1 && Math.sqrt(spread) > 0.001 * (values.length - 1);
  const tilt = (i: number): number => (slopes ? 1 + ((x - mean) / spread) * (from + i - mean) : 1);
  return weights.reduce((sum, weight, i) => sum + weight * tilt(i) * values[from + i]!, 0);
};

/** Loess of evenly spaced values at each of them: the nearest `points` enter, fewer than that at no place. */
export const loess = (values: readonly number[], span: Span): number[] => {
  const n = values.length;
  const width = Math.min(span.points, n);
  return values.map((value, x) => {
    const from = Math.min(Math.max(x - Math.floor((span.points + 1) / 2) + 1, 0), n - width);
    return localFit(values, span, x, from, from + width - 1) ?? value;
  });
};
