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
 * What each value from index `from` to `to` counts in a local fit at `x` (in points from 0; it may lie outside), as the routine `est`
 * of STL has it (Cleveland, Cleveland, McRae & Terpenning 1990, J. Official Statistics 6:3-73).
 * @returns null where no point has weight
 */
const fitRow = (n: number, span: Span, x: number, from: number, to: number): number[] | null => {
  const weights = tricube(n, span, x, from, to);
  if (weights === null) return null;
  const mean = weights.reduce((sum, weight, i) => sum + weight * (from + i), 0);
  const spread = weights.reduce((sum, weight, i) => sum + weight * (from + i - mean) ** 2, 0);
  const slopes = span.degree === 1 && Math.sqrt(spread) > 0.001 * (n - 1);
  return weights.map((weight, i) => weight * (slopes ? 1 + ((x - mean) / spread) * (from + i - mean) : 1));
};

type Row = ReturnType<typeof fitRow>;

/** The rows of fits to `n` values, by place: the series of one warehouse have few lengths, and rows depend on nothing else. */
const known = new Map<string, Map<number, Row>>();
const MOST_KNOWN = 500;

const rowsFor = (n: number, { points, degree }: Span): Map<number, Row> => {
  const key = `${n} ${points} ${degree}`;
  let rows = known.get(key);
  if (rows === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    rows = new Map();
    known.set(key, rows);
  }
  return rows;
};

/** Value of a local fit at `x`, in points from 0 (-1 to `n`), to the `points` nearest values; null where none has weight. */
const fitAt = (values: readonly number[], span: Span, rows: Map<number, Row>, x: number): number | null => {
  const n = values.length;
  const width = Math.min(span.points, n);
  const from = Math.min(Math.max(x - Math.floor((span.points + 1) / 2) + 1, 0), n - width);
  let row = rows.get(x);
  if (row === undefined) {
    row = fitRow(n, span, x, from, from + width - 1);
    rows.set(x, row);
  }
  if (row === null) return null;
  let sum = 0;
  for (let i = 0; i < row.length; i++) sum += row[i]! * values[from + i]!;
  return sum;
};

/** The fit one point before the first value and one behind the last. */
export const loessBeyond = (values: readonly number[], span: Span): { before: number | null; after: number | null } => {
  const rows = rowsFor(values.length, span);
  return { before: fitAt(values, span, rows, -1), after: fitAt(values, span, rows, values.length) };
};

/** Loess of evenly spaced values at each of them: the nearest `points` enter, fewer than that at no place. */
export const loess = (values: readonly number[], span: Span): number[] => {
  const rows = rowsFor(values.length, span);
  return values.map((value, x) => fitAt(values, span, rows, x) ?? value);
};
