import type { Matched } from "../../models/offered.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import type { Demand } from "./demand.js";
import { alternativesTo, type Lacks, lacksOf, offerable, type Suggestion } from "./suggestions.js";
import { type Counts, type Ratio, type Step, supplyOf } from "./supply.js";
import { judge, type Verdict } from "./verdict.js";

/** A name of the list that stands for a certificate, with what the evidence says. */
export interface Line {
  offered: Matched;
  demand: Demand;
  verdict: Verdict;
  /** Supply against demand within the list; null where no numbers earned are given or the evidence is thin. */
  supply: Ratio | null;
  successor: string | null;
  alternatives: Suggestion[];
}

export interface Audit {
  /** "in California" or "in all regions". */
  place: string;
  lines: Line[];
  /** Names that a person must settle, that nothing is like, or that a person left out. */
  doubtful: Matched[];
  unmatched: Matched[];
  leftOut: Matched[];
  lacks: Lacks[];
}

/** Names that stand for the same certificate count together. */
const countsOf = (matched: readonly Matched[], demand: ReadonlyMap<string, Demand>): Counts[] => {
  const counts = new Map<string, Counts>();
  for (const { certificate_id: id, earned } of matched) {
    const own = demand.get(id ?? "");
    if (own === undefined || earned === null) continue;
    const before = counts.get(own.certificate_id)?.earned ?? 0;
    counts.set(own.certificate_id, {
      id: own.certificate_id,
      kind: own.kind,
      earned: before + earned,
      asks: own.here.asking,
    });
  }
  return [...counts.values()];
};

/** The list's own step where it has one, else that of a table that was loaded; only where the whole interval lies within it. */
const stepFor = ({ loaded_step }: Demand, ratio: Ratio | null): Step | null => {
  if (ratio === null) return loaded_step;
  return ratio.sure ? ratio.step : null;
};

/** Sets a list of matched names against demand. Pure: rows of the marts and the taxonomy in, facts of the page out. */
export const auditOf = (
  matched: readonly Matched[],
  demand: ReadonlyMap<string, Demand>,
  { certificates }: Pick<Taxonomy, "certificates">,
  place: string,
): Audit => {
  const listed = new Set(matched.flatMap(({ certificate_id }) => certificate_id ?? []));
  const offers = offerable(demand, listed, certificates);
  const supply = supplyOf(countsOf(matched, demand));
  const lines = matched.flatMap((offered): Line[] => {
    const own = demand.get(offered.certificate_id ?? "");
    if (own === undefined) return [];
    const ratio = supply.get(own.certificate_id) ?? null;
    const verdict = judge(own, stepFor(own, ratio), place);
    const alternatives = verdict.call === "keep" ? [] : alternativesTo(own.certificate_id, offers, certificates);
    const successor = own.successor === null ? null : (demand.get(own.successor)?.name ?? own.successor);
    return [{ offered, demand: own, verdict, supply: ratio, successor, alternatives }];
  });
  const of = (method: Matched["method"]): Matched[] => matched.filter((one) => one.method === method);
  const touched = lines.map((line) => line.demand);
  return {
    place,
    lines,
    doubtful: of("doubtful"),
    unmatched: of("none"),
    leftOut: of("left out"),
    lacks: lacksOf(touched, offers),
  };
};
