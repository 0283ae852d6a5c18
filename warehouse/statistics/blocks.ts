import type { Span } from "./loess.js";
import { logOdds } from "./log-odds.js";
import { inPeriods, type MonthCount } from "./periods.js";
import { stl } from "./stl.js";

/** Log-odds over one block of months, freed of its yearly pattern. */
export interface Block {
  /** The block's first month, counted from year 0. */
  first: number;
  value: number;
  /** Sampling variance of the value if asks were independent, from the share of the blocks around it. */
  variance: number;
}

/** A series in blocks of equal length that end with the last month. */
export interface BlockSeries {
  /** Months to a block. */
  length: number;
  blocks: Block[];
  /** Degrees of freedom that the yearly pattern took. */
  seasons: number;
  /** Postings of a block, over the last 12 months. */
  postings: number;
}

/** Fewer months hold no yearly pattern that could be told from chance. */
export const MONTHS_FOR_SEASONS = 36;
/** Blocks are no finer: a month's asks are few, and a forecast over years needs no months. */
const FINEST = 3;
const YEAR = 12;
/** Points, as many as there are seasons of one name and far more, and a constant through them: the same pattern every year. */
const sameEveryYear = (blocks: number): Span => ({ points: 10 * blocks + 1, degree: 0 });
/** Blocks on either side whose pooled share stands for the true one in the sampling variance. */
const AROUND = 2;

type Count = { asking: number; postings: number };

const pooled = (counts: readonly Count[]): Count =>
  counts.reduce((sum, { asking, postings }) => ({ asking: sum.asking + asking, postings: sum.postings + postings }), {
    asking: 0,
    postings: 0,
  });

/** Whole blocks, counted back from the last month and no further than the first that has postings; months that fill none are left out. */
const countsOf = (months: readonly MonthCount[], length: number): Count[] => {
  const last = months.at(-1)!.month;
  const whole = Math.floor((last - months[0]!.month + 1) / length);
  const counts = Array.from({ length: whole }, () => ({ asking: 0, postings: 0 }));
  for (const { month, asking, postings } of months) {
    const count = counts[whole - 1 - Math.floor((last - month) / length)];
    if (count === undefined) continue;
    count.asking += asking;
    count.postings += postings;
  }
  const first = counts.findIndex(({ postings }) => postings > 0);
  return first === -1 ? [] : counts.slice(first);
};

/** Values in the gaps, where no posting was, on a straight line between their neighbours. */
const bridged = (values: readonly (number | null)[]): number[] =>
  values.map((value, i) => {
    if (value !== null) return value;
    const before = values.findLastIndex((other, j) => j < i && other !== null);
    const after = values.findIndex((other, j) => j > i && other !== null);
    return values[before]! + ((values[after]! - values[before]!) * (i - before)) / (after - before);
  });

/** Sampling variance of the log-odds of `postings` that ask with probability `share` (delta method). */
export const samplingVariance = (share: number, postings: number): number => 1 / (postings * share * (1 - share));

const varianceAt = (counts: readonly Count[], i: number): number => {
  const near = pooled(counts.slice(Math.max(0, i - AROUND), i + AROUND + 1));
  const share = (near.asking + 0.5) / (near.postings + 1);
  return samplingVariance(share, Math.max(counts[i]!.postings, 1));
};

/**
 * A monthly series as log-odds of blocks of three, six or twelve months (the finest that hold five asks on average), less the yearly
 * pattern that STL finds: one that does not change over the years, since a short series cannot show more.
 * @returns null below 36 months, of which a gap behind first months that fill no block is none
 */
export const blockSeries = (months: readonly MonthCount[]): BlockSeries | null => {
  if (months.length === 0 || months.at(-1)!.month - months[0]!.month + 1 < MONTHS_FOR_SEASONS) return null;
  const length = Math.max(FINEST, inPeriods(months).length);
  const counts = countsOf(months, length);
  if (counts.length * length < MONTHS_FOR_SEASONS) return null;
  const raw = bridged(counts.map((count) => (count.postings > 0 ? logOdds(count) : null)));
  const period = YEAR / length;
  const seasonal = period > 1 ? stl(raw, { period, seasonal: sameEveryYear(raw.length) }).seasonal : raw.map(() => 0);
  const first = months.at(-1)!.month + 1 - length * counts.length;
  return {
    length,
    seasons: period - 1,
    postings: pooled(counts.slice(-period)).postings / period,
    blocks: raw.map((value, i) => ({
      first: first + i * length,
      value: value - seasonal[i]!,
      variance: varianceAt(counts, i),
    })),
  };
};
