import type { MonthCount } from "./periods.js";

const YEAR = 12;

/** Asks over postings of all these months together; null where no posting was. */
export const pooledShare = (months: readonly MonthCount[]): number | null => {
  const postings = months.reduce((sum, month) => sum + month.postings, 0);
  return postings === 0 ? null : months.reduce((sum, { asking }) => sum + asking, 0) / postings;
};

/** Months from `first` on, for a year of the calendar. */
export const yearFrom = (months: readonly MonthCount[], first: number): MonthCount[] =>
  months.filter(({ month }) => month >= first && month < first + YEAR);

/** The last 12 months of the calendar that end with the last month of a series. */
export const lastYear = (months: readonly MonthCount[]): MonthCount[] =>
  yearFrom(months, (months.at(-1)?.month ?? 0) - YEAR + 1);

/** The highest share of any year that lies within the series; of the whole of it where it is shorter. */
export const peakShare = (months: readonly MonthCount[]): number | null => {
  const last = months.at(-1)?.month ?? 0;
  const starts = months.map(({ month }) => month).filter((month) => month + YEAR - 1 <= last);
  const shares = starts.map((month) => pooledShare(yearFrom(months, month)) ?? 0);
  return shares.length === 0 ? pooledShare(months) : Math.max(...shares);
};
