import type { Extractor } from "../../../extractors/extraction.js";
import { foldSurface } from "../../../models/taxonomy/fold.js";
import type { LinkedSentence } from "./sentence.js";
import type { Tally } from "./tally.js";

/** Ranked links of one sentence against its ESCO labels. */
export interface Linked {
  tally: Tally;
  /** R-precision at 5: right labels among the first five, of as many as could be right (Decorte et al. 2022). */
  rp5: number;
  /** One by the rank of the first right link; 0 without one. */
  reciprocal: number;
  /** Labels that some row of our vocabulary stands for. */
  known: number;
}

const CUT = 5;

const inText = (extractor: Extractor, text: string): string[] => [
  ...new Set(
    extractor
      .extract({ text, lang: "en" })
      .mentions.filter(({ kind }) => kind === "skill")
      .map(({ entity }) => entity),
  ),
];

/**
 * The ids that an ESCO label stands for: the skill that has it as name or surface (what it adds in brackets aside), else
 * the skills that the vocabulary reads in it. Labels are names, so that no table between the two is kept.
 */
export function labelReader(extractor: Extractor): (label: string) => readonly string[] {
  const bySurface = new Map<string, Set<string>>();
  const add = (text: string, id: string): void => {
    const key = foldSurface(text);
    bySurface.set(key, (bySurface.get(key) ?? new Set()).add(id));
  };
  for (const { id, name } of extractor.taxonomy.skills.values()) add(name, id);
  for (const { surface, entity } of extractor.taxonomy.skillSurfaces) add(surface, entity);
  const read = (label: string): string[] => {
    const name = label.replace(/\([^()]{0,80}\)/g, "").trim();
    const exact = bySurface.get(foldSurface(name));
    return exact ? [...exact] : inText(extractor, name);
  };
  const cache = new Map<string, string[]>();
  return (label) => {
    const ids = cache.get(label) ?? read(label);
    cache.set(label, ids);
    return ids;
  };
}

/** Links one sentence. Our ranking is the order in which the sentence names the skills: a dictionary has no score. */
export function linkSentence(
  extractor: Extractor,
  idsOf: (label: string) => readonly string[],
  { text, labels }: LinkedSentence,
): Linked {
  const mine = inText(extractor, text);
  const ids = labels.map(idsOf);
  const isRight = (id: string): boolean => ids.some((of) => of.includes(id));
  const foundIn = (given: readonly string[]): number => ids.filter((of) => of.some((id) => given.includes(id))).length;
  const first = mine.findIndex(isRight);
  const top = mine.slice(0, CUT);
  return {
    tally: {
      given: mine.length,
      right: mine.filter(isRight).length,
      wanted: labels.length,
      found: foundIn(mine),
    },
    // Neither one link of two labels nor two links of one label counts twice.
    rp5: Math.min(foundIn(top), top.filter(isRight).length) / Math.min(CUT, labels.length),
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    known: ids.filter((of) => of.length > 0).length,
  };
}
