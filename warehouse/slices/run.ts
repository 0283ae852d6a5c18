import type { Slices } from "../model.js";

/** Numbers of postings that a slice has room for: `first_number` in macros.sql. */
const NUMBERS = 100_000_000;
/** The slice of the postings without a date: `slice_of` in macros.sql. */
const UNDATED = 99_999;

/** The slice of a model by years that a month is of: its January. */
export const yearOf = (slice: number): number => slice - (slice % 12);

/** Slices in a row, the first and the last of them: months since year 0, or the slice of the postings without a date. */
export interface Run {
  first: number;
  last: number;
}

/** The slice of the rows of a model, as SQL. */
export const sliceColumn = (by: Slices["by"]): string =>
  ({ month: "slice_of(month)", year: "12 * year", posting_no: `(posting_no // ${NUMBERS})::INTEGER`, block: "block" })[
    by
  ];

const monthOf = (slice: number): string =>
  slice >= UNDATED
    ? "DATE '9999-12-01'"
    : `DATE '${String(Math.floor(slice / 12)).padStart(4, "0")}-${String((slice % 12) + 1).padStart(2, "0")}-01'`;

/** The bounds of a run as SQL, for a column of posting numbers, of months or of years. */
export const boundsOf = (by: Slices["by"], { first, last }: Run): [string, string] => {
  if (by === "month") return [monthOf(first), monthOf(last)];
  if (by === "year") return [String(Math.floor(first / 12)), String(Math.floor(last / 12))];
  return [`${first * NUMBERS}::BIGINT`, `${last * NUMBERS + NUMBERS - 1}::BIGINT`];
};

/**
 * The slices to be made, in runs: what stands side by side among all slices is made together, up to so many postings at a
 * time, so that a build needs no more memory for more years. Both lists ascend; `sizes` has the postings of each slice.
 */
export const runsOf = (
  wanted: readonly number[],
  all: readonly number[],
  sizes: ReadonlyMap<number, number>,
  postingsAtATime: number,
): Run[] => {
  const runs: Run[] = [];
  let place = 0;
  let before = -2;
  let postings = 0;
  for (const slice of wanted) {
    while (all[place]! < slice) place++;
    const size = sizes.get(slice) ?? 0;
    const open = runs.at(-1);
    if (open !== undefined && place === before + 1 && postings + size <= postingsAtATime) {
      open.last = slice;
      postings += size;
    } else {
      runs.push({ first: slice, last: slice });
      postings = size;
    }
    before = place;
  }
  return runs;
};
