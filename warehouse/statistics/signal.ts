import type { DemandKind } from "../../models/certificate.js";
import type { Reason, Status } from "../../models/signal.js";
import { benjaminiHochberg } from "./benjamini-hochberg.js";
import { changeMonth } from "./change-month.js";
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
import { type Trend, trendOf } from "./trend.js";

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
  /** Change of the share between two years (marts.certificate_decomposition), and the part that is not due to the mix of sources. */
  change: number | null;
  change_within_sources: number | null;
  /** Called fading or obsolescent in an edition published at least 28 days before; null where no such edition is known. */
  faded_before?: boolean | null;
  months: MonthCount[];
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
  asks: number;
  trend: Trend | null;
  q: number | null;
  horizons: Horizon[];
  shrunk: Shrunk | null;
}

const retirementText = ({ issuer, retired_on, successor }: SignalInput): string =>
  `${issuer || "its issuer"} retired it${retired_on ? ` in ${retired_on}` : ""}${successor ? `; ${successor} took its place` : ""}`;

const judged = ({ input, asks, trend, q }: Measured, level: Level): { status: Status; reasons: Reason[] } => {
  const { months, employers, retired, kinds } = input;
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
    shareThen: pooledShare(yearFrom(months, first)),
    shareNow: level.share_now,
    peakShare: level.peak_share,
    change: input.change,
    changeWithinSources: input.change_within_sources,
    kinds: trend !== null && trend.slope < 0 && kinds?.length ? agreementOf(kinds) : null,
    fadedBefore: input.faded_before ?? null,
  });
};

const signalOf = (measured: Measured): Signal => {
  const { input, asks, trend, q, horizons, shrunk } = measured;
  const level = levelOf(input.months, input.reading ?? null);
  const changed = trend === null ? null : changeMonth(input.months);
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
 * tests runs over exactly these, and so does what the forecast learns of the market.
 */
export const signalsOf = (inputs: readonly SignalInput[]): Signal[] => {
  const trends = inputs.map((input) => {
    const enough = hasEnough({ months: input.months.length, asks: asksOf(input), employers: input.employers });
    return enough ? trendOf(input.months) : null;
  });
  const tested = inputs.filter((_, i) => trends[i] !== null);
  const q = benjaminiHochberg(trends.flatMap((trend) => (trend === null ? [] : [trend.p])));
  const horizons = forecast(tested.map(({ months }) => months));
  const place = new Map(tested.map(({ entity }, i) => [entity, i]));
  const shrunk = shrunkShares(inputs);
  return inputs.map((input, i) => {
    const at = place.get(input.entity);
    const known = at === undefined ? { q: null, horizons: [] } : { q: q[at]!, horizons: horizons[at]! };
    return signalOf({ input, asks: asksOf(input), trend: trends[i]!, shrunk: shrunk[i]!, ...known });
  });
};
