import type { MonthCount } from "./periods.js";
import { spearman, spearmanInterval } from "./spearman.js";
import { hasEnough } from "./status.js";
import { trendOf } from "./trend.js";

/** The postings for an occupation, month by month. */
export interface OccupationSeries {
  soc: string;
  employers: number;
  months: MonthCount[];
}

export interface OccupationTrend {
  soc: string;
  slope: number | null;
  slope_low: number | null;
  slope_high: number | null;
  p_value: number | null;
  postings: number;
  employers: number;
  months: number;
}

/** The trend of an occupation's share of all postings: by the statistics, and with the evidence, that certificates need. */
export const occupationTrends = (series: readonly OccupationSeries[]): OccupationTrend[] =>
  series.map(({ soc, employers, months }) => {
    const postings = months.reduce((sum, { asking }) => sum + asking, 0);
    const trend = hasEnough({ months: months.length, asks: postings, employers }) ? trendOf(months) : null;
    return {
      soc,
      slope: trend?.slope ?? null,
      slope_low: trend?.low ?? null,
      slope_high: trend?.high ?? null,
      p_value: trend?.p ?? null,
      postings,
      employers,
      months: months.length,
    };
  });

/** Occupations with a trend, and what a round of projections says of them. */
export interface AgreementInput {
  first_year: number;
  last_year: number;
  pairs: { slope: number; change: number }[];
}

export interface Agreement {
  first_year: number;
  last_year: number;
  occupations: number;
  rho: number | null;
  rho_low: number | null;
  rho_high: number | null;
}

/** How far the order of our trends agrees with the order of the projected changes. */
export const agreements = (inputs: readonly AgreementInput[]): Agreement[] =>
  inputs.map(({ first_year, last_year, pairs }) => {
    const rho = spearman(pairs.map(({ slope, change }) => [slope, change]));
    const interval = rho === null ? null : spearmanInterval(rho, pairs.length);
    return {
      first_year,
      last_year,
      occupations: pairs.length,
      rho,
      rho_low: interval?.low ?? null,
      rho_high: interval?.high ?? null,
    };
  });
