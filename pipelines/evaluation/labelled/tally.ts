import type { Interval } from "../../../warehouse/statistics/wilson.js";

/** What one sentence adds to a measure: what we gave and how much of it is right, what was wanted and how much of it we found. */
export interface Tally {
  given: number;
  right: number;
  wanted: number;
  found: number;
}

/** Shares 0..1; the interval of F1 is 95 %, by bootstrap over sentences. */
export interface Figure extends Tally {
  precision: number;
  recall: number;
  f1: number;
  f1_95: Interval;
}

const DRAWS = 1000;
const SEED = 42;

const share = (part: number, whole: number): number => part / (whole || 1);

function f1Of({ given, right, wanted, found }: Tally): number {
  const [precision, recall] = [share(right, given), share(found, wanted)];
  return share(2 * precision * recall, precision + recall);
}

function sumOf(tallies: readonly Tally[], pick: (at: number) => number): Tally {
  const sum = { given: 0, right: 0, wanted: 0, found: 0 };
  for (let at = 0; at < tallies.length; at++) {
    const one = tallies[pick(at)]!;
    sum.given += one.given;
    sum.right += one.right;
    sum.wanted += one.wanted;
    sum.found += one.found;
  }
  return sum;
}

/** The middle 95 % of a statistic over `n` sentences drawn again with a fixed seed, so that two evaluations agree. */
export function bootstrap(n: number, statistic: (pick: () => number) => number): Interval {
  let state = SEED;
  const pick = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const drawn = Array.from({ length: DRAWS }, () => statistic(pick)).sort((a, b) => a - b);
  return { low: drawn[Math.floor(DRAWS * 0.025)]!, high: drawn[Math.floor(DRAWS * 0.975) - 1]! };
}

/** Precision, recall and F1 over all sentences together (micro-averaged, as the published figures are). */
export function figureOf(tallies: readonly Tally[]): Figure {
  const sum = sumOf(tallies, (at) => at);
  return {
    ...sum,
    precision: share(sum.right, sum.given),
    recall: share(sum.found, sum.wanted),
    f1: f1Of(sum),
    f1_95: bootstrap(tallies.length, (pick) => f1Of(sumOf(tallies, pick))),
  };
}

/** The mean over sentences of a share, with its bootstrap interval. */
export interface Mean {
  value: number;
  interval_95: Interval;
}

export function meanOf(values: readonly number[]): Mean {
  const mean = (pick: (at: number) => number): number =>
    share(
      values.reduce((sum, _, at) => sum + values[pick(at)]!, 0),
      values.length,
    );
  return { value: mean((at) => at), interval_95: bootstrap(values.length, mean) };
}
