import type { OccupationMatch } from "../models/extraction.js";
import type { Taxonomy } from "../models/taxonomy/taxonomy.js";
import { buildOccupationIndex, featuresOf, type OccupationIndex } from "./facts/occupation-index.js";
import { titleParts, titleTokens } from "./facts/occupation-tokens.js";

/** Rarity given to a word that no known title has: a place, an employer. */
const UNKNOWN = 3;
/** Each later part of a title is a little less likely to be the job. */
const LATER_PART = 0.95;
/** What a known title inside a longer one adds, for each of its words, to the log-probability. */
const KNOWN_TITLE = 1.5;
/** Below this nothing is claimed. */
const FLOOR = 0.3;
/** Occupations at least this likely beside the best are told apart by the text. */
const CLOSE = 0.5;
/** How much of the text is read for that. */
const BODY = 2500;

interface Candidate {
  soc: number;
  score: number;
}

/** Share of the part's words, by rarity, that the occupation's titles know. */
const coverage = (index: OccupationIndex, tokens: readonly string[], soc: number): number => {
  let all = 0;
  let known = 0;
  for (const token of tokens) {
    const rarity = index.idf.get(token) ?? UNKNOWN;
    all += rarity;
    if (has(index.gains.get(token), soc)) known += rarity;
  }
  return known / all;
};

const has = (pairs: Float64Array | undefined, soc: number): boolean => {
  for (let i = 0; pairs !== undefined && i < pairs.length; i += 2) if (pairs[i] === soc) return true;
  return false;
};

/** A known title within the part speaks for its occupation, more so at the end, where the noun stands. */
const addKnownTitles = (index: OccupationIndex, tokens: readonly string[], logs: Map<number, number>): void => {
  for (let end = tokens.length; end > 0; end -= 1) {
    for (const size of [4, 3, 2, 1]) {
      const socs = size > end ? undefined : index.exact.get(tokens.slice(end - size, end).join(" "));
      if (socs === undefined) continue;
      const gain = KNOWN_TITLE * size * (end === tokens.length ? 1 : 0.5);
      for (const soc of socs) logs.set(soc, (logs.get(soc) ?? (index.prior[soc] as number)) + gain / socs.length);
      break;
    }
  }
};

/** Candidates of one part of a title, best first: score = sqrt(probability among the candidates * coverage). */
const rankPart = (index: OccupationIndex, part: string): Candidate[] => {
  const tokens = titleTokens(part);
  const exact = index.exact.get(tokens.join(" "));
  if (exact !== undefined) return exact.map((soc) => ({ soc, score: 1 / Math.sqrt(exact.length) }));
  const logs = new Map<number, number>();
  for (const { name } of featuresOf(tokens)) {
    const pairs = index.gains.get(name);
    for (let i = 0; pairs !== undefined && i < pairs.length; i += 2) {
      const soc = pairs[i] as number;
      logs.set(soc, (logs.get(soc) ?? (index.prior[soc] as number)) + (pairs[i + 1] as number));
    }
  }
  addKnownTitles(index, tokens, logs);
  const ranked = [...logs].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const top = ranked[0]?.[1] ?? 0;
  const mass = ranked.reduce((sum, [, log]) => sum + Math.exp(log - top), 0);
  return ranked
    .slice(0, 5)
    .map(([soc, log]) => ({ soc, score: Math.sqrt((Math.exp(log - top) / mass) * coverage(index, tokens, soc)) }));
};

/** The part of the title that names an occupation most clearly; of its candidates those close to the best. */
const rankTitle = (index: OccupationIndex, title: string): Candidate[] => {
  const parts = titleParts(title);
  const views = parts.length > 1 ? [...parts, parts.join(" ")] : parts;
  let best: Candidate[] = [];
  for (const [i, part] of views.entries()) {
    const factor = LATER_PART ** i;
    const ranked = rankPart(index, part).map(({ soc, score }) => ({ soc, score: score * factor }));
    if ((ranked[0]?.score ?? 0) > (best[0]?.score ?? 0)) best = ranked;
  }
  const top = best[0]?.score ?? 0;
  return best.filter(({ score }) => score >= FLOOR && score >= top * CLOSE);
};

/** Among close candidates the one whose own words the text uses most. */
const settle = (index: OccupationIndex, close: readonly Candidate[], text: string): Candidate => {
  const [first, ...others] = close as [Candidate, ...Candidate[]];
  if (others.length === 0) return first;
  const body = text.slice(0, BODY).toLowerCase();
  const value = ({ soc, score }: Candidate): number => {
    const words = index.words[soc] as readonly string[];
    return score * (1 + words.filter((word) => body.includes(word)).length / (2 + words.length));
  };
  return others.reduce((a, b) => (value(b) > value(a) ? b : a), first);
};

/** Titles repeat; the bound keeps the memory flat. */
const MOST_TITLES = 5000;
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
  const index = buildOccupationIndex(taxonomy);
  const seen = new Map<string, readonly Candidate[]>();
  const closest = (title: string): readonly Candidate[] => {
    const known = seen.get(title);
    if (known !== undefined) return known;
    const close = rankTitle(index, title);
    if (seen.size >= MOST_TITLES) seen.clear();
    seen.set(title, close);
    return close;
  };
  return (title, text) => {
    const close = closest(title.slice(0, MOST_CHARS));
    if (close.length === 0) return null;
    const { soc, score } = settle(index, close, text);
    return { ...(index.socs[soc] as { soc: string; title: string }), score: Math.round(score * 1000) / 1000 };
  };
};
