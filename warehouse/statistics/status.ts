import type { Reason, Status } from "../../models/signal.js";
import { type Decline, declineReasons } from "./obsolescence.js";
import { THRESHOLDS } from "./thresholds.js";
import type { Trend } from "./trend.js";

/** What the rules read. Shares are parts of 1; months, asks and employers are over the whole series. */
export interface Evidence extends Decline {
  retired: boolean;
  /** Text that says by whom and when, for a retired certificate. */
  retirement: string;
  months: number;
  asks: number;
  employers: number;
  trend: Trend | null;
  /** After Benjamini-Hochberg over all with enough evidence; null without a trend. */
  q: number | null;
  /** Months from the series' begin to the first ask. */
  monthsBeforeFirstAsk: number | null;
  /** Pooled over the first 12 months. */
  shareThen: number | null;
  sources: number;
  /** Months whose share can be compared with the last one's, source by source. */
  comparableMonths: number;
}

const atLeast = (rule: string, value: number, threshold: number, what: string): Reason => ({
  rule,
  fired: value >= threshold,
  value,
  threshold,
  text: `${value} ${what}; at least ${threshold} are needed`,
});

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** True where there are enough months, asks and employers to speak of a trend at all. */
export const hasEnough = ({ months, asks, employers }: Pick<Evidence, "months" | "asks" | "employers">): boolean =>
  months >= THRESHOLDS.months && asks >= THRESHOLDS.asks && employers >= THRESHOLDS.employers;

const significance = ({ q }: Evidence): Reason => ({
  rule: "significant trend",
  fired: q !== null && q <= THRESHOLDS.q,
  value: q,
  threshold: THRESHOLDS.q,
  text:
    q === null
      ? "no trend could be computed"
      : `q = ${round(q)} over all that were tested; at most ${THRESHOLDS.q} is significant`,
});

const steepness = ({ trend }: Evidence): Reason => ({
  rule: "steep trend",
  fired: trend !== null && Math.abs(trend.slope) >= THRESHOLDS.slope,
  value: trend?.slope ?? null,
  threshold: THRESHOLDS.slope,
  text: trend
    ? `${trend.slope.toFixed(1)} % a year (${trend.low.toFixed(1)} to ${trend.high.toFixed(1)}); ${THRESHOLDS.slope} % either way counts`
    : "no trend could be computed",
});

const lateStart = ({ monthsBeforeFirstAsk }: Evidence): Reason => ({
  rule: "first asked for late",
  fired: monthsBeforeFirstAsk !== null && monthsBeforeFirstAsk >= THRESHOLDS.monthsUnseen,
  value: monthsBeforeFirstAsk,
  threshold: THRESHOLDS.monthsUnseen,
  text: `${monthsBeforeFirstAsk ?? "no"} months of the series went by before the first ask; ${THRESHOLDS.monthsUnseen} make it new`,
});

const lowBase = ({ shareThen, shareNow }: Evidence): Reason => {
  const times = shareThen !== null && shareNow !== null && shareThen > 0 ? shareNow / shareThen : null;
  return {
    rule: "grown from a low base",
    fired: times !== null && times >= THRESHOLDS.timesBase,
    value: times,
    threshold: THRESHOLDS.timesBase,
    text: `${times === null ? "unknown" : times.toFixed(1)} times the share of the first 12 months; ${THRESHOLDS.timesBase} make it new`,
  };
};

/** Months whose sources have nothing in common with later ones would make a trend of the sources. */
const comparable = ({ sources, comparableMonths }: Evidence): Reason => ({
  rule: "comparable months",
  fired: comparableMonths >= THRESHOLDS.months,
  value: comparableMonths,
  threshold: THRESHOLDS.months,
  text:
    sources <= 1
      ? `${comparableMonths} months of one source; at least ${THRESHOLDS.months} are needed`
      : `${comparableMonths} months of ${sources} sources can be compared with the last one, source by source; at least ${THRESHOLDS.months} are needed`,
});

const retirement = ({ retired, retirement: text }: Evidence): Reason => ({
  rule: "retired by issuer",
  fired: retired,
  value: null,
  threshold: null,
  text: retired ? text : "its issuer has not retired it",
});

const DECLINE = ["below half of its peak", "kinds of demand agree", "persists over editions"] as const;

const trendStatus = (evidence: Evidence, fired: ReadonlySet<string>): Status => {
  if (!fired.has("comparable months")) return "insufficient evidence";
  if (!fired.has("significant trend") || !fired.has("steep trend")) return "stable";
  if (evidence.trend!.slope < 0) return DECLINE.every((rule) => fired.has(rule)) ? "obsolescent" : "fading";
  return fired.has("first asked for late") || fired.has("grown from a low base") ? "emerging" : "growing";
};

/**
 * The status of a certificate and every rule that was looked at. `retired by issuer` is a fact and comes first; then evidence; then
 * the trend, which of several sources is that of the matched-source share: `stable` is enough evidence without a significant trend of
 * 3 % a year. `obsolescent` is fading, below half
 * of the peak, in two kinds of demand and in two published editions; what is not known of these does not fire and says so.
 */
export const statusOf = (evidence: Evidence): { status: Status; reasons: Reason[] } => {
  const enough = [
    atLeast("enough months", evidence.months, THRESHOLDS.months, "months with postings"),
    atLeast("enough asks", evidence.asks, THRESHOLDS.asks, "asks"),
    atLeast("enough employers", evidence.employers, THRESHOLDS.employers, "employers"),
  ];
  const trend = [
    comparable(evidence),
    significance(evidence),
    steepness(evidence),
    ...(evidence.trend !== null && evidence.trend.slope < 0
      ? declineReasons(evidence)
      : [lateStart(evidence), lowBase(evidence)]),
  ];
  const reasons = [retirement(evidence), ...enough, ...(hasEnough(evidence) ? trend : [])];
  if (evidence.retired) return { status: "retired by issuer", reasons };
  if (!hasEnough(evidence)) return { status: "insufficient evidence", reasons };
  const fired = new Set(reasons.filter((reason) => reason.fired).map(({ rule }) => rule));
  return { status: trendStatus(evidence, fired), reasons };
};
