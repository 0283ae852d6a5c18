import type { DemandKind } from "../../models/certificate.js";
import { MONTHS_FOR_SEASONS } from "../statistics/blocks.js";
import { dateOfMonth, type MonthCount } from "../statistics/periods.js";
import { type Signal, signalsOf } from "../statistics/signal.js";

/** One certificate or skill over all months that a warehouse has. */
export interface Series {
  entity: string;
  kind: DemandKind;
  employers: number;
  months: MonthCount[];
}

/** What would have been published at the end of a month, knowing nothing of later ones. */
export interface Origin {
  /** Months from year 0. */
  month: number;
  signals: Signal[];
}

const YEAR = 12;

/** The last month of each year of data, counted from the end back, that has 36 months behind it and 12 ahead. */
export const originMonths = (series: readonly Series[]): number[] => {
  const months = series.flatMap(({ months: own }) => (own.length === 0 ? [] : [own[0]!.month, own.at(-1)!.month]));
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const origins: number[] = [];
  for (let month = last - YEAR; month - first + 1 >= MONTHS_FOR_SEASONS; month -= YEAR) origins.unshift(month);
  return origins;
};

/**
 * The signals as of a month. What the marts do not keep by month is taken as it is now or left out: the number of employers is that of
 * the whole series, and all postings count as of one source.
 */
const signalsAt = (series: readonly Series[], month: number): Signal[] =>
  signalsOf(
    series.map(({ entity, kind, employers, months }) => {
      const known = months.filter((one) => one.month <= month);
      return {
        entity,
        kind,
        employers,
        months: known,
        as_of: dateOfMonth(month),
        sources: 1,
        issuer: "",
        retired: false,
        retired_on: null,
        successor: null,
      };
    }),
  );

/** Rolling origins (Tashman 2000, Int. J. Forecasting 16:437-450): what would have been published at each. */
export const rollOrigins = (series: readonly Series[]): Origin[] =>
  originMonths(series).map((month) => ({ month, signals: signalsAt(series, month) }));
