import type { Bar } from "../../charts/bars.js";
import type { Value } from "../../html.js";
import { count } from "../../numbers.js";
import type { Measured } from "./rows.js";

/** A question of the articles behind the project, answered. */
export interface Section {
  id: string;
  question: string;
  /** The answer in one or two plain sentences, with its numbers. */
  answer: string;
  /** What the numbers are not. */
  caution: string;
  figure: Value;
}

/** Fewer postings than this carry no share. */
export const ENOUGH = 30;

type Share = Pick<Measured, "numerator" | "n"> & { share: number; share_low: number; share_high: number };

/** A row with a share that rests on enough. */
export const hasShare = <Row extends Measured>(row: Row | undefined, enough = ENOUGH): row is Row & Share =>
  row !== undefined && row.n >= enough && row.share !== null && row.share_low !== null && row.share_high !== null;

/** A bar with its whisker and what it counts. */
export const barOf = (label: Value, row: Share, unit = ""): Bar => ({
  label,
  share: row.share,
  low: row.share_low,
  high: row.share_high,
  note: `${count(row.numerator)} of ${count(row.n)}${unit}`,
});

/** Bars of the rows that have enough evidence. */
export const bars = <Row extends Measured>(rows: readonly Row[], label: (row: Row) => Value, enough = ENOUGH): Bar[] =>
  rows.flatMap((row) => (hasShare(row, enough) ? [barOf(label(row), row)] : []));
