import { type Interval, wilson } from "../../warehouse/statistics/wilson.js";

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

/** Precision, recall and F1 with 95 % intervals: Wilson for the two shares, bootstrap over postings for F1 where it was drawn. */
export interface Score extends Counts {
  precision: number;
  recall: number;
  f1: number;
  precision_95: Interval;
  recall_95: Interval;
  f1_95: Interval | null;
}

export const noCounts = (): Counts => ({ tp: 0, fp: 0, fn: 0 });

export const addCounts = (a: Counts, b: Counts): Counts => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn });

export const f1Of = ({ tp, fp, fn }: Counts): number => (2 * tp) / (2 * tp + fp + fn || 1);

const DRAWS = 1000;

/** The middle 95 % of F1 over postings drawn again with a fixed seed, so that two evaluations of one file agree. */
export function bootstrapF1(postings: readonly Counts[]): Interval {
  let state = 42;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const draw = (): number =>
    f1Of(postings.reduce((sum) => addCounts(sum, postings[Math.floor(random() * postings.length)]!), noCounts()));
  const drawn = Array.from({ length: DRAWS }, draw).sort((a, b) => a - b);
  return { low: drawn[Math.floor(DRAWS * 0.025) - 1]!, high: drawn[Math.floor(DRAWS * 0.975) - 1]! };
}

/** Wilson's interval of k of n; everything is possible where nothing was tried. */
export const intervalOf = (k: number, n: number): Interval => (n === 0 ? { low: 0, high: 1 } : wilson(k, n));

export function scoreOf(counts: Counts, f1_95: Interval | null = null): Score {
  const { tp, fp, fn } = counts;
  return {
    ...counts,
    precision: tp / (tp + fp || 1),
    recall: tp / (tp + fn || 1),
    f1: f1Of(counts),
    precision_95: intervalOf(tp, tp + fp),
    recall_95: intervalOf(tp, tp + fn),
    f1_95,
  };
}
