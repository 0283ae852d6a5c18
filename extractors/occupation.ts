import type { OccupationMatch } from "../models/extraction.js";
import type { Taxonomy } from "../models/taxonomy/taxonomy.js";
import { buildOccupationIndex, type OccupationIndex } from "./facts/occupation-index.js";
import { titleParts, titleTokens } from "./facts/occupation-tokens.js";
import { UNSEEN } from "./facts/title-features.js";

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
/** Candidates of one part that are weighed. */
const MOST_CANDIDATES = 5;
/** How much of the text is read for that. */
const BODY = 2500;

/** Titles and their parts repeat; the bound keeps the memory flat. */
const MOST_TITLES = 5000;

interface Candidate {
  soc: number;
  score: number;
}

/** Share of the part's words, by rarity, that the occupation's titles know. */
const coverage = (index: OccupationIndex, words: readonly number[], soc: number): number => {
  let all = 0;
  let known = 0;
  for (const word of words) {
    const rarity = word === UNSEEN ? UNKNOWN : index.idf[word]!;
    all += rarity;
    if (word !== UNSEEN && has(index, index.features.one(word), soc)) known += rarity;
  }
  return known / all;
};

const has = ({ from, gainers }: OccupationIndex, feature: number, soc: number): boolean => {
  for (let i = from[feature]!; i < from[feature + 1]!; i++) if (gainers[i] === soc) return true;
  return false;
};

/** Log-probabilities of the occupations that anything in a part speaks for; room that each part uses anew. */
class Logs {
  readonly value: Float64Array;
  /** Occupations spoken for, in the order in which they were first. */
  readonly touched: number[] = [];
  readonly #seen: Uint8Array;

  constructor(private readonly prior: Float64Array) {
    this.value = new Float64Array(prior.length);
    this.#seen = new Uint8Array(prior.length);
  }

  clear(): void {
    for (const soc of this.touched) this.#seen[soc] = 0;
    this.touched.length = 0;
  }

  add(soc: number, gain: number): void {
    if (this.#seen[soc] === 0) {
      this.#seen[soc] = 1;
      this.value[soc] = this.prior[soc]!;
      this.touched.push(soc);
    }
    this.value[soc] = this.value[soc]! + gain;
  }

  /** The `count` most likely, best first; of equals the first occupation. */
  best(count: number): number[] {
    const { value } = this;
    const found: number[] = [];
    for (const soc of this.touched) {
      let at = found.length;
      while (
        at > 0 &&
        (value[soc]! > value[found[at - 1]!]! || (value[soc] === value[found[at - 1]!] && soc < found[at - 1]!))
      )
        at--;
      if (at < count) found.splice(at, 0, soc);
      if (found.length > count) found.pop();
    }
    return found;
  }
}

/** Words of the longest known title that is looked for inside another. */
const LONGEST_KNOWN = 4;

/** The occupations of the longest known title that ends before token `end`, and its size in words. */
const knownBefore = (
  { exact, endings }: OccupationIndex,
  tokens: readonly string[],
  words: readonly number[],
  end: number,
): { socs: readonly number[]; size: number } | null => {
  const last = words[end - 1]!;
  const sizes = last === UNSEEN ? 0 : endings[last]!;
  for (let size = Math.min(LONGEST_KNOWN, end); size > 0; size--) {
    if ((sizes & (1 << size)) === 0 || words[end - size] === UNSEEN) continue;
    const socs = exact.get(size === 1 ? tokens[end - 1]! : tokens.slice(end - size, end).join(" "));
    if (socs !== undefined) return { socs, size };
  }
  return null;
};

/** A known title within the part speaks for its occupation, more so at the end, where the noun stands. */
const addKnownTitles = (
  index: OccupationIndex,
  tokens: readonly string[],
  words: readonly number[],
  logs: Logs,
): void => {
  for (let end = tokens.length; end > 0; end -= 1) {
    const known = knownBefore(index, tokens, words, end);
    if (known === null) continue;
    const gain = KNOWN_TITLE * known.size * (end === tokens.length ? 1 : 0.5);
    for (const soc of known.socs) logs.add(soc, gain / known.socs.length);
  }
};

/** Log-probabilities this far under the best add nothing to a sum that is rounded to thousandths. */
const NEGLIGIBLE = -30;

/** Candidates of the words of one part, best first: score = sqrt(probability among the candidates * coverage). */
const rankWords = (index: OccupationIndex, logs: Logs, tokens: readonly string[]): Candidate[] => {
  const { features, from, gainers, gains } = index;
  const words = tokens.map((token) => features.word(token));
  logs.clear();
  features.known(words, (feature) => {
    for (let i = from[feature]!; i < from[feature + 1]!; i++) logs.add(gainers[i]!, gains[i]!);
  });
  addKnownTitles(index, tokens, words, logs);
  const best = logs.best(MOST_CANDIDATES);
  const top = logs.value[best[0] ?? 0]!;
  let mass = 0;
  for (const soc of logs.touched) {
    const behind = logs.value[soc]! - top;
    if (behind > NEGLIGIBLE) mass += Math.exp(behind);
  }
  return best.map((soc) => ({
    soc,
    score: Math.sqrt((Math.exp(logs.value[soc]! - top) / mass) * coverage(index, words, soc)),
  }));
};

/** Ranks the parts of titles; those of equal words ("Line Cook II", "Line Cook - Days") once. */
class Ranker {
  readonly #logs: Logs;
  readonly #ranked = new Map<string, readonly Candidate[]>();

  constructor(readonly index: OccupationIndex) {
    this.#logs = new Logs(index.prior);
  }

  rank(part: string): readonly Candidate[] {
    const tokens = titleTokens(part);
    const key = tokens.join(" ");
    const known = this.#ranked.get(key);
    if (known !== undefined) return known;
    const exact = this.index.exact.get(key);
    const ranked =
      exact === undefined
        ? rankWords(this.index, this.#logs, tokens)
        : exact.map((soc) => ({ soc, score: 1 / Math.sqrt(exact.length) }));
    if (this.#ranked.size >= MOST_TITLES) this.#ranked.clear();
    this.#ranked.set(key, ranked);
    return ranked;
  }
}

/** The part of the title that names an occupation most clearly; of its candidates those close to the best. */
const rankTitle = (ranker: Ranker, title: string): Candidate[] => {
  const parts = titleParts(title);
  const views = parts.length > 1 ? [...parts, parts.join(" ")] : parts;
  let best: Candidate[] = [];
  for (let i = 0; i < views.length; i++) {
    const factor = LATER_PART ** i;
    const ranked = ranker.rank(views[i]!);
    if ((ranked[0]?.score ?? 0) * factor > (best[0]?.score ?? 0))
      best = ranked.map(({ soc, score }) => ({ soc, score: score * factor }));
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
  let best = { candidate: first, value: value(first) };
  for (const candidate of others) {
    const own = value(candidate);
    if (own > best.value) best = { candidate, value: own };
  }
  return best.candidate;
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
    const close = rankTitle(ready(), title);
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
