import type { DemandKind } from "../../models/certificate.js";
import type { Reason, Status } from "../../models/signal.js";
import { benjaminiHochberg } from "./benjamini-hochberg.js";
import { changeMonth } from "./change-month.js";
import { type Dispersion, dispersionOf } from "./dispersion.js";
import { forecast } from "./forecast.js";
import type { Horizon } from "./horizon.js";
import { agreementOf, type KindSeries } from "./kinds.js";
import { type Level, levelOf } from "./level.js";
import type { Reading } from "./misreading.js";
import { dateOfMonth, type MonthCount } from "./periods.js";
import { pooledShare, yearFrom } from "./shares.js";
import type { Shrunk } from "./shrinkage.js";
import { shrunkShares } from "./siblings.js";
import { hasEnough, statusOf } from "./status.js";
import { THRESHOLDS } from "./thresholds.js";
import { type Trend, trendsOf } from "./trend.js";

/** A month as it was counted, and the asks that it would have at its matched-source share; null where it cannot be compared. */
export interface SignalMonth extends MonthCount {
  asking_matched?: number | null;
}

/** What a certificate's or a skill's signal is computed from. */
export interface SignalInput {
  entity: string;
  kind: DemandKind;
  issuer: string;
  retired: boolean;
  /** `YYYY-MM`, where the issuer's date is known. */
  retired_on: string | null;
  /** Name of the certificate that took its place. */
  successor: string | null;
  /** Family that a sparse series is drawn towards. */
  parent?: string | null;
  /** Last month of the series, ISO date; null where no posting has a date. */
  as_of: string | null;
  employers: number;
  /** Sources that its postings come from. */
  sources: number;
  /** Called fading or obsolescent in an edition published at least 28 days before; null where no such edition is known. */
  faded_before?: boolean | null;
  months: SignalMonth[];
  /** The series of each kind of demand; none where there is but one. */
  kinds?: KindSeries[] | null;
  /** How well gold data says that it is read; null where that was not measured. */
  reading?: Reading | null;
}

/** A row of `intermediate.signal`. */
export interface Signal extends Level {
  entity: string;
  as_of: string | null;
  kind: DemandKind;
  status: Status;
  reasons: Reason[];
  slope_pct_year: number | null;
  slope_low: number | null;
  slope_high: number | null;
  p_value: number | null;
  q_value: number | null;
  /** ISO date. */
  change_month: string | null;
  horizons: Horizon[];
  shrunk: Shrunk | null;
  evidence: number;
  employers: number;
  months: number;
}

/** What all series together say of one of them. */
interface Measured {
  input: SignalInput;
  series: MonthCount[];
  asks: number;
  trend: Trend | null;
  q: number | null;
  horizons: Horizon[];
  shrunk: Shrunk | null;
}

const retirementText = ({ issuer, retired_on, successor }: SignalInput): string =>
  `${issuer || "its issuer"} retired it${retired_on ? ` in ${retired_on}` : ""}${successor ? `; ${successor} took its place` : ""}`;

/**
 * The series that trend, level and horizon are of: of several sources the matched one, so that a source that joins, leaves or grows
 * moves nothing; of one source what was counted.
 */
const seriesOf = ({ months, sources }: SignalInput): MonthCount[] =>
  sources <= 1
    ? months
    : months.flatMap(({ month, asking_matched, postings }) =>
        asking_matched == null ? [] : [{ month, asking: asking_matched, postings }],
      );

const judged = ({ input, series, asks, trend, q }: Measured, level: Level): { status: Status; reasons: Reason[] } => {
  const { months, sources, employers, retired, kinds } = input;
  const first = months[0]?.month ?? 0;
  const firstAsk = months.find(({ asking }) => asking > 0)?.month;
  return statusOf({
    retired,
    retirement: retirementText(input),
    months: months.length,
    asks,
    employers,
    trend,
    q,
    monthsBeforeFirstAsk: firstAsk === undefined ? null : firstAsk - first,
    sources,
    comparableMonths: series.length,
    shareThen: pooledShare(yearFrom(series, series[0]?.month ?? 0)),
    shareNow: level.share_now,
    peakShare: level.peak_share,
    kinds: trend !== null && trend.slope < 0 && kinds?.length ? agreementOf(kinds) : null,
    fadedBefore: input.faded_before ?? null,
  });
};

const signalOf = (measured: Measured, market: Dispersion | null): Signal => {
  const { input, series, asks, trend, q, horizons, shrunk } = measured;
  const level = levelOf(series, input.reading ?? null, market);
  const changed = trend === null ? null : changeMonth(series);
  return {
    entity: input.entity,
    as_of: input.as_of,
    kind: input.kind,
    ...judged(measured, level),
    slope_pct_year: trend?.slope ?? null,
    slope_low: trend?.low ?? null,
    slope_high: trend?.high ?? null,
    p_value: trend?.p ?? null,
    q_value: q,
    change_month: changed === null ? null : dateOfMonth(changed),
    ...level,
    horizons,
    shrunk,
    evidence: asks,
    employers: input.employers,
    months: input.months.length,
  };
};

/** Asks over a series: whole postings, weights of skills rounded. */
const asksOf = ({ months }: SignalInput): number => Math.round(months.reduce((sum, { asking }) => sum + asking, 0));

/**
 * The signal of each certificate or skill. A trend and a horizon are computed for those with enough evidence only; the correction for many
 * tests runs over exactly these, and so does what the forecast
 * and the shares' intervals learn of the market.
 */
export const signalsOf = (inputs: readonly SignalInput[]): Signal[] => {
  const given = inputs.map((input) => ({ input, series: seriesOf(input), asks: asksOf(input) }));
  const tested = given.filter(
    ({ input: { months, employers }, series, asks }) =>
      hasEnough({ months: months.length, asks, employers }) && series.length >= THRESHOLDS.months,
  );
  const market = tested.map(({ series }) => series);
  const trends = trendsOf(market);
  const tests = trends.flatMap((trend) => (trend === null ? [] : [trend.p]));
  const qs = benjaminiHochberg(tests).values();
  const horizons = forecast(market.filter((_, i) => trends[i] !== null)).values();
  const known = new Map(
    tested.map(({ input }, i) => {
      const trend = trends[i]!;
      return [input, trend && { trend, q: qs.next().value!, horizons: horizons.next().value! }];
    }),
  );
  const shrunk = shrunkShares(inputs);
  const dispersion = dispersionOf(market);
  return given.map((one, i) =>
    signalOf(
      { ...one, shrunk: shrunk[i]!, ...(known.get(one.input) ?? { trend: null, q: null, horizons: [] }) },
      dispersion,
    ),
  );
};
