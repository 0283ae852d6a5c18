import { change, changeRange, count, percent } from "./numbers.js";
import { recentShare, type Summary } from "./summary.js";

type Trend = Summary & { slope_pct_year: number; slope_low: number; slope_high: number; evidence: number };

/** A trend, and the certificates whose numbers are the very same: a family with one member, or several that attest one skill. */
export interface Finding extends Trend {
  twins: Summary[];
}

const measured = (summary: Summary): summary is Trend =>
  summary.slope_pct_year !== null &&
  summary.slope_low !== null &&
  summary.slope_high !== null &&
  summary.evidence !== null;

/** Demand that rests on the certificate itself, and not on skills that many certificates attest. */
export const isNamed = ({ demand }: Summary): boolean => demand !== "skill";

const numbersOf = (one: Trend): string =>
  [one.demand, one.status, one.slope_pct_year, one.slope_low, one.evidence, one.recent_asking].join("|");

/** One for each set of equal numbers: the member rather than its family, else the first by id. */
function withoutTwins(trends: readonly Trend[]): Finding[] {
  const sets = new Map<string, Trend[]>();
  for (const trend of trends) sets.set(numbersOf(trend), [...(sets.get(numbersOf(trend)) ?? []), trend]);
  return [...sets.values()].map((set) => {
    const first = set.find(({ parent }) => parent !== null) ?? set[0]!;
    return { ...first, twins: set.filter((one) => one !== first) };
  });
}

function withStatus(
  summaries: readonly Summary[],
  statuses: readonly string[],
  rank: (trend: Trend) => number,
): Finding[] {
  const found = summaries.filter(measured).filter(({ status }) => statuses.includes(status ?? ""));
  const sorted = found.sort((a, b) => rank(b) - rank(a) || (a.certificate_id < b.certificate_id ? -1 : 1));
  return withoutTwins(sorted);
}

/** Strongest first: by the end of the interval that is nearest to no change, so that a wide guess does not lead. */
export const rising = (summaries: readonly Summary[]): Finding[] =>
  withStatus(summaries, ["growing", "emerging"], ({ slope_low }) => slope_low);
export const fading = (summaries: readonly Summary[]): Finding[] =>
  withStatus(summaries, ["fading", "obsolescent"], ({ slope_high }) => -slope_high);
/** Best evidenced first. */
export const holding = (summaries: readonly Summary[]): Finding[] =>
  withStatus(summaries, ["stable"], ({ evidence }) => evidence);

/** The strongest rise, the best evidenced hold and the strongest fall. Skills that all postings ask for hold best: a named one goes before. */
export function leaders(summaries: readonly Summary[]): Finding[] {
  const held = holding(summaries);
  return [rising(summaries)[0], held.find(isNamed) ?? held[0], fading(summaries)[0]].filter(
    (found) => found !== undefined,
  );
}

const WORDS: Record<string, string> = { growing: "Rising", emerging: "Rising", stable: "Holding" };

function sentence(finding: Finding): string {
  const recent = recentShare(finding);
  const now = recent === null ? "" : `, ${percent(recent.share)} of postings in the last 12 months`;
  const interval = changeRange(finding.slope_low, finding.slope_high);
  const asked = isNamed(finding) ? "asked for it" : "asked for its skills";
  return `${WORDS[finding.status ?? ""] ?? "Fading"}: ${finding.name}, ${change(finding.slope_pct_year)} a year (95% interval ${interval})${now}; ${count(finding.evidence)} postings ${asked}.`;
}

/** The strongest rise, the best evidenced hold and the strongest fall, each as one plain line; fewer where there is none. */
export const strongestFindings = (summaries: readonly Summary[]): string[] => leaders(summaries).map(sentence);
