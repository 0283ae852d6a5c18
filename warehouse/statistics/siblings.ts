import type { MonthCount } from "./periods.js";
import { lastYear } from "./shares.js";
import { type Count, familyBeta, type Shrunk, shrunkShare } from "./shrinkage.js";

/** A series and the family that it belongs to. */
interface Member {
  parent?: string | null;
  months: readonly MonthCount[];
}

const countOf = ({ months }: Member): Count => {
  const year = lastYear(months);
  return {
    asking: year.reduce((sum, { asking }) => sum + asking, 0),
    postings: year.reduce((sum, { postings }) => sum + postings, 0),
  };
};

/** The share of the last 12 months of each series, drawn towards those of its family's children; null where there is no such family. */
export const shrunkShares = (members: readonly Member[]): (Shrunk | null)[] => {
  const counts = members.map(countOf);
  const families = new Map<string, Count[]>();
  for (const [i, { parent }] of members.entries())
    if (parent) families.set(parent, [...(families.get(parent) ?? []), counts[i]!]);
  const betas = new Map([...families].map(([parent, children]) => [parent, familyBeta(children)]));
  return members.map(({ parent }, i) => {
    const family = parent ? (betas.get(parent) ?? null) : null;
    return family === null || counts[i]!.postings === 0 ? null : shrunkShare(counts[i]!, family);
  });
};
