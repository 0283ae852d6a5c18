/** Median of ascending numbers; NaN where there are none. */
export const middleOf = (sorted: ArrayLike<number>): number => {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** Median of numbers in any order; NaN where there are none. */
export const median = (values: ArrayLike<number>): number => middleOf(Float64Array.from(values).sort());
