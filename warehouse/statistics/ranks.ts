/** Ranks from 1, of ties their mean. */
export const ranks = (values: readonly number[]): number[] => {
  const sorted = values.toSorted((a, b) => a - b);
  const first = new Map<number, number>();
  const last = new Map<number, number>();
  for (const [i, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, i);
    last.set(value, i);
  }
  return values.map((value) => (first.get(value)! + last.get(value)!) / 2 + 1);
};
