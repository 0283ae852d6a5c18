import type { Reason } from "../../models/signal.js";
import type { Agreement } from "./kinds.js";
import { THRESHOLDS } from "./thresholds.js";

/** What tells a certificate that is on its way out from one that fades. */
export interface Decline {
  /** Shares of the last 12 months and of the best 12 months. */
  shareNow: number | null;
  peakShare: number | null;
  /** Null where kinds of demand were not compared. */
  kinds: Agreement | null;
  /** Was it called fading or obsolescent in an edition published at least 28 days before; null where there is none. */
  fadedBefore: boolean | null;
}

const ofPeak = ({ shareNow, peakShare }: Decline): Reason => {
  const part = shareNow !== null && peakShare ? shareNow / peakShare : null;
  return {
    rule: "below half of its peak",
    fired: part !== null && part < THRESHOLDS.ofPeak,
    value: part,
    threshold: THRESHOLDS.ofPeak,
    text:
      part === null
        ? "no peak is known"
        : `the last 12 months' share is ${Math.round(part * 100)} % of that of the best 12 months; below ${THRESHOLDS.ofPeak * 100} % counts`,
  };
};

const kindsAgree = ({ kinds }: Decline): Reason => ({
  rule: "kinds of demand agree",
  fired: kinds !== null && kinds.falling >= THRESHOLDS.kinds,
  value: kinds?.falling ?? null,
  threshold: THRESHOLDS.kinds,
  text:
    kinds === null
      ? "it is measured by one kind of demand only"
      : `${kinds.falling} of the ${kinds.measured} kinds of demand with enough evidence fall; at least ${THRESHOLDS.kinds} must`,
});

const persists = ({ fadedBefore }: Decline): Reason => ({
  rule: "persists over editions",
  fired: fadedBefore === true,
  value: fadedBefore === null ? null : 1 + Number(fadedBefore),
  threshold: THRESHOLDS.editions,
  text:
    fadedBefore === null
      ? "no earlier edition is known; two must say so"
      : `an edition published at least 28 days before ${fadedBefore ? "called it fading too" : "did not call it fading"}; two must say so`,
});

/** The rules that `obsolescent` needs beyond those of `fading`. */
export const declineReasons = (decline: Decline): Reason[] => [ofPeak(decline), kindsAgree(decline), persists(decline)];
