import type { OccupationMatch } from "../models/extraction.js";
import type { Taxonomy } from "../models/taxonomy/taxonomy.js";
import { buildOccupationIndex, type OccupationIndex } from "./facts/occupation-index.js";
import { type Candidate, Ranker } from "./facts/occupation-ranker.js";

/** Below this nothing is claimed. */
const FLOOR = 0.3;
/** How much of the text is read for that. */
const BODY = 2500;

/** Titles repeat; the bound keeps the memory flat. */
const MOST_TITLES = 5000;

/** Among close candidates the one whose own words the text uses most: all of them raise a score by less than double. */
const settle = (index: OccupationIndex, close: readonly Candidate[], text: string): Candidate => {
  const first = close[0]!;
  const raised = ({ soc, score }: Candidate, used: (words: readonly string[]) => number): number => {
    const words = index.words[soc]!;
    return score * (1 + used(words) / (2 + words.length));
  };
  const rivals = close.slice(1).filter((candidate) => raised(candidate, ({ length }) => length) > first.score);
  if (rivals.length === 0) return first;
  const body = text.slice(0, BODY).toLowerCase();
  const inBody = (words: readonly string[]): number => words.filter((word) => body.includes(word)).length;
  let best = first;
  let most = raised(first, inBody);
  for (const rival of rivals) {
    const own = raised(rival, inBody);
    if (own > most) [best, most] = [rival, own];
  }
  return best;
};

const MOST_CHARS = 160;

/**
 * A matcher from a posting's title to the SOC 2018 detailed occupation that it names: each part of the title is classified by
 * naive Bayes over words, pairs, triples and the last word, learnt from the SOC's titles and the taxonomy's job
 * titles; a known title is taken as it is; close candidates are told apart by the words of the text. The score is 0..1;
 * null under 0.3, and for a title without a known word.
 */
export const createOccupationMatcher = (
  taxonomy: Taxonomy,
): ((title: string, text: string) => OccupationMatch | null) => {
  // Built at the first title: who only reads texts without titles, or none at all, need not wait for it.
  let built: Ranker | null = null;
  const ready = (): Ranker => {
    built ??= new Ranker(buildOccupationIndex(taxonomy));
    return built;
  };
  const seen = new Map<string, readonly Candidate[]>();
  const closest = (title: string): readonly Candidate[] => {
    const known = seen.get(title);
    if (known !== undefined) return known;
    const close = ready()
      .rank(title)
      .filter(({ score }) => score >= FLOOR);
    if (seen.size >= MOST_TITLES) seen.clear();
    seen.set(title, close);
    return close;
  };
  return (title, text) => {
    const close = title === "" ? [] : closest(title.slice(0, MOST_CHARS));
    if (close.length === 0) return null;
    const { index } = ready();
    const best = settle(index, close, text);
    const { soc, title: name } = index.socs[best.soc]!;
    return { soc, title: name, score: Math.round(best.score * 1000) / 1000 };
  };
};
