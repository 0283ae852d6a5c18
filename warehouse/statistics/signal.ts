import type { DemandKind } from "../../models/certificate.js";
import type { Reason, Status } from "../../models/signal.js";
import { benjaminiHochberg } from "./benjamini-hochberg.js";
import type { MonthCount } from "./periods.js";
import { hasEnough, statusOf } from "./status.js";
import { type Trend, trendOf } from "./trend.js";

/** What a certificate's signal is computed from. */
export interface SignalInput {
  certificate_id: string;
  kind: DemandKind;
  issuer: string;
  retired: boolean;
  /** `YYYY-MM`, where the issuer's date is known. */
  retired_on: string | null;
  /** Name of the certificate that took its place. */
  successor: string | null;
  /** Last month of the series, ISO date; null where no posting has a date. */
  as_of: string | null;
  employers: number;
  /** Change of the share between two years (marts.certificate_decomposition), and the part that is not due to the mix of sources. */
  change: number | null;
  change_within_sources: number | null;
  months: MonthCount[];
}

/** A row of `marts.certificate_signal`, as far as this version fills it. */
export interface Signal {
  certificate_id: string;
  as_of: string | null;
  kind: DemandKind;
  status: Status;
  reasons: Reason[];
  slope_pct_year: number | null;
  slope_low: number | null;
  slope_high: number | null;
  p_value: number | null;
  q_value: number | null;
  peak_share: number | null;
  share_now: number | null;
  evidence: number;
  employers: number;
  months: number;
}

const YEAR = 12;

const pooledShare = (months: readonly MonthCount[]): number | null => {
  const postings = months.reduce((sum, month) => sum + month.postings, 0);
  return postings === 0 ? null : months.reduce((sum, { asking }) => sum + asking, 0) / postings;
};

/** Months from `first` on, for a year of the calendar. */
const yearFrom = (months: readonly MonthCount[], first: number): MonthCount[] =>
  months.filter(({ month }) => month >= first && month < first + YEAR);

/** The highest share of any year that lies within the series; of the whole of it where it is shorter. */
const peakShare = (months: readonly MonthCount[]): number | null => {
  const last = months.at(-1)?.month ?? 0;
  const starts = months.map(({ month }) => month).filter((month) => month + YEAR - 1 <= last);
  const shares = starts.map((month) => pooledShare(yearFrom(months, month)) ?? 0);
  return shares.length === 0 ? pooledShare(months) : Math.max(...shares);
};

const retirementText = ({ issuer, retired_on, successor }: SignalInput): string =>
  `${issuer || "its issuer"} retired it${retired_on ? ` in ${retired_on}` : ""}${successor ? `; ${successor} took its place` : ""}`;

const signalOf = (input: SignalInput, asks: number, trend: Trend | null, q: number | null): Signal => {
  const { months, employers, retired } = input;
  const first = months[0]?.month ?? 0;
  const firstAsk = months.find(({ asking }) => asking > 0)?.month;
  const shareNow = pooledShare(yearFrom(months, (months.at(-1)?.month ?? 0) - YEAR + 1));
  const { status, reasons } = statusOf({
    retired,
    retirement: retirementText(input),
    months: months.length,
    asks,
    employers,
    trend,
    q,
    monthsBeforeFirstAsk: firstAsk === undefined ? null : firstAsk - first,
    shareThen: pooledShare(yearFrom(months, first)),
    shareNow,
    change: input.change,
    changeWithinSources: input.change_within_sources,
  });
  return {
    certificate_id: input.certificate_id,
    as_of: input.as_of,
    kind: input.kind,
    status,
    reasons,
    slope_pct_year: trend?.slope ?? null,
    slope_low: trend?.low ?? null,
    slope_high: trend?.high ?? null,
    p_value: trend?.p ?? null,
    q_value: q,
    peak_share: peakShare(months),
    share_now: shareNow,
    evidence: asks,
    employers,
    months: months.length,
  };
};

/** Asks over a series: whole postings, weights of skills rounded. */
const asksOf = ({ months }: SignalInput): number => Math.round(months.reduce((sum, { asking }) => sum + asking, 0));

/**
 * The signal of each certificate. A trend is computed for those with enough evidence only, and the correction for many tests
 * runs over exactly these.
 */
export const signalsOf = (inputs: readonly SignalInput[]): Signal[] => {
  const measured = inputs.map((input) => {
    const asks = asksOf(input);
    const enough = hasEnough({ months: input.months.length, asks, employers: input.employers });
    return { input, asks, trend: enough ? trendOf(input.months) : null };
  });
  const tested = measured.filter(({ trend }) => trend !== null);
  const q = benjaminiHochberg(tested.map(({ trend }) => trend!.p));
  const qOf = new Map(tested.map(({ input }, i) => [input.certificate_id, q[i]!]));
  return measured.map(({ input, asks, trend }) => signalOf(input, asks, trend, qOf.get(input.certificate_id) ?? null));
};
