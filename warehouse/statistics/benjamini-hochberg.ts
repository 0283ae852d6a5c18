/**
 * q-values: each p-value times the number of tests over its rank, made monotone from the largest down, so that calling all with
 * q <= 0.05 keeps the expected part of false calls at 5 % (Benjamini & Hochberg 1995, JRSS B 57:289-300). Same order as given.
 */
export const benjaminiHochberg = (p: readonly number[]): number[] => {
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!);
  const q = new Array<number>(p.length);
  let least = 1;
  for (const [fromTop, index] of order.entries()) {
    // No less than p itself: times the number of tests over the same number may round below it.
    least = Math.min(least, Math.max(p[index]!, (p[index]! * p.length) / (p.length - fromTop)));
    q[index] = least;
  }
  return q;
};
