import type { Matched } from "../../charts/demand.js";
import { type Period, periodStart } from "../../series.js";
import type { Month } from "./rows.js";

/** Lines that differ by less than this part of the share at every period are one line to the eye. */
const VISIBLE = 0.02;

interface Sums {
  postings: number;
  matched: number;
  raw: number;
}

/** The matched-source share by period: the mean of its months, weighted by their postings. Empty where it is the share as posted. */
export function matchedLine(months: readonly Month[], period: Period): Matched[] {
  const sums = new Map<string, Sums>();
  for (const { date, postings, asking, share_matched } of months) {
    if (share_matched === null) continue;
    const start = periodStart(date, period);
    const sum = sums.get(start) ?? { postings: 0, matched: 0, raw: 0 };
    sums.set(start, {
      postings: sum.postings + postings,
      matched: sum.matched + share_matched * postings,
      raw: sum.raw + asking,
    });
  }
  const all = [...sums].filter(([, { postings }]) => postings > 0);
  const differs = all.some(([, { matched, raw }]) => Math.abs(matched - raw) > VISIBLE * Math.max(raw, matched));
  return differs ? all.map(([date, { postings, matched }]) => ({ date, share: matched / postings })) : [];
}
