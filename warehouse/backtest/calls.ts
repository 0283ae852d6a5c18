import type { Status } from "../../models/signal.js";
import { dateOfMonth, type MonthCount } from "../statistics/periods.js";
import { pooledShare, yearFrom } from "../statistics/shares.js";
import type { Origin, Series } from "./rolling.js";

/** A series that was called fading or obsolescent, and when its share of a year had fallen below half of its best until then. */
export interface Call {
  entity: string;
  status: Status;
  /** ISO dates of months. */
  called: string;
  /** Null where it never fell so far. */
  halved: string | null;
  /** Months by which the call came before; negative where it came after. */
  lead_months: number | null;
}

const YEAR = 12;
const FALLING: readonly Status[] = ["fading", "obsolescent"];

/** First month at whose end the last 12 months' share is below half of the highest before; null where there is none. */
const halvedMonth = (months: readonly MonthCount[]): number | null => {
  let peak = 0;
  for (const { month } of months.slice(YEAR - 1)) {
    const share = pooledShare(yearFrom(months, month - YEAR + 1)) ?? 0;
    if (share < peak / 2) return month;
    peak = Math.max(peak, share);
  }
  return null;
};

/** The first call of each series, in order of time. */
export const callsOf = (series: readonly Series[], origins: readonly Origin[]): Call[] => {
  const monthsOf = new Map(series.map(({ entity, months }) => [entity, months]));
  const first = new Map<string, { status: Status; month: number }>();
  for (const { month, signals } of origins)
    for (const { entity, status } of signals)
      if (FALLING.includes(status) && !first.has(entity)) first.set(entity, { status, month });
  return [...first].map(([entity, { status, month }]) => {
    const halved = halvedMonth(monthsOf.get(entity)!);
    return {
      entity,
      status,
      called: dateOfMonth(month),
      halved: halved === null ? null : dateOfMonth(halved),
      lead_months: halved === null ? null : halved - month,
    };
  });
};
