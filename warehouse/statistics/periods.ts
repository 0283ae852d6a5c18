/** What was counted in one calendar month; `month` counts months from year 0. */
export interface MonthCount {
  month: number;
  asking: number;
  postings: number;
}

/** What was counted in one period of one or several months. */
export interface PeriodCount {
  /** The period's first month. */
  first: number;
  /** The mean of its months weighted by postings, in months. */
  at: number;
  asking: number;
  postings: number;
}

/** Months to a period, finest first: a period never straddles a year. */
const LENGTHS = [1, 3, 6, 12] as const;
/** Below this mean number of asks a period, the log-odds of counts are skewed and mostly ties. */
const ENOUGH_ASKS = 5;

/** Sums months into calendar periods of `length` months. */
const sumBy = (months: readonly MonthCount[], length: number): PeriodCount[] => {
  const periods = new Map<number, PeriodCount>();
  for (const { month, asking, postings } of months) {
    const key = Math.floor(month / length);
    let sum = periods.get(key);
    if (sum === undefined) {
      sum = { first: key * length, at: 0, asking: 0, postings: 0 };
      periods.set(key, sum);
    }
    sum.at += month * postings;
    sum.asking += asking;
    sum.postings += postings;
  }
  for (const sum of periods.values()) sum.at /= sum.postings;
  return [...periods.values()].sort((a, b) => a.first - b.first);
};

/** The series in the finest calendar periods (month, quarter, half year, year) that hold five asks or more on average. */
export const inPeriods = (months: readonly MonthCount[]): { length: number; counts: PeriodCount[] } => {
  const asks = months.reduce((sum, { asking }) => sum + asking, 0);
  let option = { length: 0, counts: [] as PeriodCount[] };
  for (const length of LENGTHS) {
    option = { length, counts: sumBy(months, length) };
    if (asks / option.counts.length >= ENOUGH_ASKS) break;
  }
  return option;
};

/** ISO date of a month's first day. */
export const dateOfMonth = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
