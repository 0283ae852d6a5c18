import type { DemandKind } from "../../models/certificate.js";
import type { MonthCount } from "./periods.js";
import { THRESHOLDS } from "./thresholds.js";
import { trendOf } from "./trend.js";

/** The series of one kind of demand. */
export interface KindSeries {
  kind: DemandKind;
  months: MonthCount[];
}

/** How many kinds of demand have evidence of their own, and how many of those fall. */
export interface Agreement {
  measured: number;
  falling: number;
}

/**
 * A kind has evidence where months and asks are enough; it falls where its own trend is significant at 5 % and at least as steep as
 * `fading` needs. Each kind is one test of a certificate that is already called, so none is corrected again.
 */
export const agreementOf = (kinds: readonly KindSeries[]): Agreement => {
  const trends = kinds
    .filter(({ months }) => months.length >= THRESHOLDS.months)
    .filter(({ months }) => months.reduce((sum, { asking }) => sum + asking, 0) >= THRESHOLDS.asks)
    .map(({ months }) => trendOf(months))
    .filter((trend) => trend !== null);
  const falling = trends.filter(({ slope, p }) => p <= THRESHOLDS.q && slope <= -THRESHOLDS.slope);
  return { measured: trends.length, falling: falling.length };
};
