import { change, changeRange, count, percent, percentRange } from "../numbers.js";
import { wilson } from "../series.js";
import type { Asked, Demand } from "./demand.js";
import type { Step } from "./supply.js";

export type Call = "keep" | "watch" | "replace" | "insufficient evidence";

/** What the evidence says of a certificate on the list, the rule that said it, and the numbers that the rule read. */
export interface Verdict {
  call: Call;
  rule: string;
  numbers: string;
}

/** Asks in 36 months below which nothing is said. */
export const FEWEST_ASKS = 30;
const EVEN = 0.5;

/** Asks here where there are enough of them, else everywhere. */
export const basisOf = ({ here, everywhere }: Demand): { asked: Asked; local: boolean } =>
  here.asking >= FEWEST_ASKS ? { asked: here, local: true } : { asked: everywhere, local: false };

const KIND: Record<Demand["kind"], string> = {
  explicit: "name it",
  skill: "ask for its skills (weighted)",
  licence: "are for a job that needs it by law",
};

/** "312 of 16,596 postings name it (1.9%, 95% interval 1.7% to 2.1%)." */
export const askedSentence = (demand: Demand, place: string): string => {
  const { asked, local } = basisOf(demand);
  if (asked.postings === 0) return "No posting of these months could be counted.";
  const [low, high] = wilson(asked.asking, asked.postings);
  const where = local ? place : "in all regions";
  return `${count(asked.asking)} of ${count(asked.postings)} postings ${where} ${KIND[demand.kind]} (${percent(asked.asking / asked.postings)}, 95% interval ${percentRange(low, high)}).`;
};

const trend = ({ status, slope_pct_year, slope_low, slope_high }: Demand): string =>
  slope_pct_year === null || status === "insufficient evidence"
    ? ""
    : ` Change: ${change(slope_pct_year)} a year (95% interval ${changeRange(slope_low, slope_high)}), in all regions.`;

const WANTED: Record<Demand["kind"], string> = {
  explicit: "Demand",
  skill: "Demand for its skills",
  licence: "Demand for its jobs",
};

interface Ruled {
  call: Call;
  rule: string;
}

const isOver = (step: Step | null): boolean => step === "oversupplied" || step === "very oversupplied";

/** `step` counts only where its whole interval lies within it. */
const ruled = (demand: Demand, step: Step | null): Ruled => {
  const { issuer_status, status, p_below_half } = demand;
  const falls = status === "fading" || status === "obsolescent";
  if (issuer_status === "retired") return { call: "replace", rule: "Its issuer no longer offers it." };
  if (issuer_status === "renamed") return { call: "replace", rule: "Its issuer has put another in its place." };
  if (!demand.counted) return { call: "insufficient evidence", rule: "It is not counted as demand here." };
  if (basisOf(demand).asked.asking < FEWEST_ASKS)
    return {
      call: "insufficient evidence",
      rule: `Fewer than ${FEWEST_ASKS} postings of the last 36 months ask for it.`,
    };
  if (status === "obsolescent")
    return { call: "replace", rule: `${WANTED[demand.kind]} falls and is below half of its peak.` };
  if (falls && isOver(step))
    return { call: "replace", rule: `${WANTED[demand.kind]} falls, and more earn it than are asked for.` };
  if (falls && (p_below_half ?? 0) >= EVEN)
    return {
      call: "replace",
      rule: `${WANTED[demand.kind]} falls, and is more likely than not to halve by graduation.`,
    };
  if (falls) return { call: "watch", rule: `${WANTED[demand.kind]} falls.` };
  if (status === "insufficient evidence" || status === null)
    return {
      call: "watch",
      rule: "Postings ask for it, but the evidence is too thin to say whether that rises or falls.",
    };
  if (step === "very oversupplied")
    return { call: "watch", rule: "Demand holds, but far more earn it than are asked for." };
  return { call: "keep", rule: `${WANTED[demand.kind]} ${status === "stable" ? "holds" : "rises"}.` };
};

/** Keep, watch, replace, or insufficient evidence. The first rule that fits decides. */
export const judge = (demand: Demand, step: Step | null, place: string): Verdict => ({
  ...ruled(demand, step),
  numbers: `${askedSentence(demand, place)}${trend(demand)}`,
});

/** The rules in the order in which they are tried, for the page. */
export const RULES: readonly (readonly [Call, string])[] = [
  ["replace", "Its issuer retired it, or put another in its place."],
  [
    "insufficient evidence",
    `Fewer than ${FEWEST_ASKS} postings of the last 36 months ask for it, here and everywhere.`,
  ],
  [
    "replace",
    "Demand falls and is below half of its peak; or falls while more earn it than are asked for; or is likely to halve.",
  ],
  ["watch", "Demand falls; or its course is not known; or far more earn it than are asked for."],
  ["keep", "Demand holds or rises."],
];
