import type { Horizon } from "../statistics/horizon.js";
import type { MonthCount } from "../statistics/periods.js";
import { lastYear, pooledShare, yearFrom } from "../statistics/shares.js";
import type { Origin, Series } from "./rolling.js";

/** One forecast beside what came. Errors are absolute, in parts of 1, summed over the months of the year that was forecast. */
export interface Case {
  entity: string;
  months_ahead: number;
  held_80: boolean;
  held_95: boolean;
  months: number;
  error: number;
  /** Of the same calendar month in the last year known: the seasonal naive forecast. */
  seasonal_naive: number;
  /** Of the last 12 months' share, which knows no noise of single months and is harder to beat. */
  last_year: number;
  /** Mean error of the seasonal naive forecast one year ahead, over the months known: what MASE is scaled by. */
  scale: number;
}

const YEAR = 12;
const shareOf = ({ asking, postings }: MonthCount): number => asking / postings;

/** Mean absolute difference of each month to that a year before (Hyndman & Koehler 2006, Int. J. Forecasting 22:679-688). */
const naiveScale = (known: readonly MonthCount[]): number => {
  const byMonth = new Map(known.map((one) => [one.month, shareOf(one)]));
  const differences = known.flatMap((one) => {
    const before = byMonth.get(one.month - YEAR);
    return before === undefined ? [] : [Math.abs(shareOf(one) - before)];
  });
  return differences.reduce((sum, value) => sum + value, 0) / differences.length;
};

const caseOf = (entity: string, months: readonly MonthCount[], origin: number, horizon: Horizon): Case | null => {
  const known = months.filter(({ month }) => month <= origin);
  const came = yearFrom(months, origin + horizon.months_ahead - YEAR + 1);
  const byMonth = new Map(lastYear(known).map((one) => [one.month, shareOf(one)]));
  const compared = came.filter(({ month }) => byMonth.has(month - horizon.months_ahead));
  const truth = pooledShare(came);
  const now = pooledShare(lastYear(known));
  const scale = naiveScale(known);
  if (truth === null || now === null || compared.length === 0 || !(scale > 0)) return null;
  const sum = (of: (one: MonthCount) => number): number =>
    compared.reduce((total, one) => total + Math.abs(of(one) - shareOf(one)), 0);
  return {
    entity,
    months_ahead: horizon.months_ahead,
    held_80: horizon.low_80 <= truth && truth <= horizon.high_80,
    held_95: horizon.low_95 <= truth && truth <= horizon.high_95,
    months: compared.length,
    error: sum(() => horizon.share),
    seasonal_naive: sum(({ month }) => byMonth.get(month - horizon.months_ahead)!),
    last_year: sum(() => now),
    scale,
  };
};

/** Every forecast of every origin whose year has come. A month without postings has no truth and is left out. */
export const casesOf = (series: readonly Series[], origins: readonly Origin[]): Case[] => {
  const monthsOf = new Map(series.map(({ entity, months }) => [entity, months]));
  const last = Math.max(...series.map(({ months }) => months.at(-1)?.month ?? 0));
  return origins.flatMap(({ month, signals }) =>
    signals.flatMap(({ entity, horizons }) =>
      horizons
        .filter(({ months_ahead }) => month + months_ahead <= last)
        .flatMap((horizon) => caseOf(entity, monthsOf.get(entity)!, month, horizon) ?? []),
    ),
  );
};
