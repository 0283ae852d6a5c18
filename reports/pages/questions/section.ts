import type { Bar } from "../../charts/bars.js";
import type { Value } from "../../html.js";
import { count, percent, percentRange } from "../../numbers.js";
import type { Measured } from "./rows.js";

/** What postings say to a question. */
export interface Answer {
  /** In one or two plain sentences, with its numbers. */
  answer: string;
  /** What the numbers are not. */
  caution: string;
  figure: Value;
}

/** Fewer postings than this carry no share. */
export const ENOUGH = 30;

type Share = Pick<Measured, "numerator" | "denominator"> & { share: number; share_low: number; share_high: number };

/** A row with a share that rests on enough. */
export const hasShare = <Row extends Measured>(row: Row | undefined, enough = ENOUGH): row is Row & Share =>
  row !== undefined &&
  row.denominator >= enough &&
  row.share !== null &&
  row.share_low !== null &&
  row.share_high !== null;

/** A bar with its whisker and what it counts. */
const barOf = (label: Value, row: Share): Bar => ({
  label,
  share: row.share,
  low: row.share_low,
  high: row.share_high,
  note: `${count(row.numerator)} of ${count(row.denominator)}`,
});

/** Bars of the rows that have enough evidence. */
export const bars = <Row extends Measured>(rows: readonly Row[], label: (row: Row) => Value, enough = ENOUGH): Bar[] =>
  rows.flatMap((row) => (hasShare(row, enough) ? [barOf(label(row), row)] : []));

/** "15% (95% interval 14% to 16%)". */
export const said = ({ share, share_low, share_high }: Share): string =>
  `${percent(share)} (95% interval ${percentRange(share_low, share_high)})`;
