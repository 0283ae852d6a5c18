import { hasSize, isTitle, type OccupationIndex } from "./occupation-index.js";
import { Logs } from "./occupation-logs.js";
import { UNSEEN } from "./title-features.js";
import { WordNumbers } from "./word-numbers.js";

/** Rarity given to a word that no known title has: a place, an employer. */
const UNKNOWN = 3;
/** Each later part of a title is a little less likely to be the job. */
const LATER_PART = 0.95;
/** What a known title inside a longer one adds, for each of its words, to the log-probability. */
const KNOWN_TITLE = 1.5;
/** Candidates of one part that are weighed. */
const MOST_CANDIDATES = 5;
/** Words of the longest row that is a feature, and of the longest known title that is looked for inside another. */
const LONGEST_ROW = 3;
const LONGEST_KNOWN = 4;
/** Occupations at least this clear beside the most likely are candidates with it. */
const CLOSE = 0.5;
/** Keeps what is exactly so clear, whatever the rounding of logarithms; in log-probability. */
const ROUNDING = 1e-9;
/** Parts of titles that are remembered; the bound keeps the memory flat. */
const MOST_PARTS = 5000;
/** An occupation, by its place in the index, and how clearly a title names it. */
export interface Candidate {
  soc: number;
  score: number;
}

/** Ranks the occupations that a title may name. */
export class Ranker {
  readonly #logs: Logs;
  /** By numbers of words as code units. */
  readonly #ranked = new Map<string, readonly Candidate[]>();
  readonly #numbers: WordNumbers;
  /** The rows of one word, two and more that end at the word at hand. */
  readonly #rows = new Int32Array(LONGEST_KNOWN);
  /** By place of a word in a part: the longest known title that ends there, and its size in words; room that each part uses anew. */
  readonly #titles: number[] = [];
  readonly #known: number[] = [];

  constructor(readonly index: OccupationIndex) {
    this.#numbers = new WordNumbers(index.features);
    this.#logs = new Logs(index.prior, index.gainers, index.gains);
  }

  /** The candidates of the part of a title that names an occupation most clearly, the most likely first. */
  rank(title: string): Candidate[] {
    const views = this.#numbers.views(title);
    let [best, factor, most]: [readonly Candidate[], number, number] = [[], 1, 0];
    for (let i = 0, later = 1; i < views.length; i++, later = LATER_PART ** i) {
      const ranked = this.#rankPart(views[i]!);
      const score = (ranked[0]?.score ?? 0) * later;
      if (score > most) [best, factor, most] = [ranked, later, score];
    }
    return best.map(({ soc, score }) => ({ soc, score: score * factor })).filter(({ score }) => score >= most * CLOSE);
  }

  #rankPart(words: readonly number[]): readonly Candidate[] {
    const { features, endings, namedFrom, named } = this.index;
    const last = words.at(-1) ?? UNSEEN;
    const title = last !== UNSEEN && hasSize(endings[last]!, words.length) ? features.whole(words) : UNSEEN;
    if (title === UNSEEN || !isTitle(this.index, title)) return this.#rankedWords(words);
    const [from, to] = [namedFrom[title]!, namedFrom[title + 1]!];
    const score = 1 / Math.sqrt(to - from);
    const candidates: Candidate[] = [];
    for (let at = from; at < to; at++) candidates.push({ soc: named[at]!, score });
    return candidates;
  }

  /** Parts of equal words ("Line Cook II", "Line Cook - Days") are ranked once, and words that no known title has are all alike. */
  #rankedWords(words: readonly number[]): readonly Candidate[] {
    const key = String.fromCharCode(...words);
    const known = this.#ranked.get(key);
    if (known !== undefined) return known;
    const ranked = this.#rankWords(words);
    if (this.#ranked.size >= MOST_PARTS) this.#ranked.clear();
    this.#ranked.set(key, ranked);
    return ranked;
  }

  /**
   * Candidates of the words of one part: score = sqrt(probability * share of its words, by rarity, that the occupation's titles know). Who
   * is too improbable to be close, even if its titles know every word, is none.
   */
  #rankWords(words: readonly number[]): Candidate[] {
    const logs = this.#logs;
    logs.clear();
    const rarity = this.#addFeatures(words);
    this.#addKnownTitles(words.length);
    const top = logs.top();
    if (top < 0) return [];
    const { value, covered } = logs;
    const least = value[top]! + Math.log((CLOSE * CLOSE * covered[top]!) / rarity) - ROUNDING;
    const mass = logs.mass(top);
    const candidates: Candidate[] = [];
    for (const soc of logs.atLeast(least)) {
      const share = Math.exp(value[soc]! - value[top]!) / mass;
      candidates.push({ soc, score: Math.sqrt(share * (covered[soc]! / rarity)) });
      if (candidates.length === MOST_CANDIDATES) break;
    }
    return candidates;
  }

  /** Adds what the words of a part and their rows speak for, and notes the known titles; returns the rarity of all words. */
  #addFeatures(words: readonly number[]): number {
    const { features, idf } = this.index;
    const rows = this.#rows.fill(UNSEEN);
    let rarity = 0;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const own = word === UNSEEN ? UNKNOWN : idf[word]!;
      rarity += own;
      for (let more = LONGEST_KNOWN - 1; more > 0; more--) rows[more] = features.row(rows[more - 1]!, word);
      rows[0] = features.one(word);
      this.#add(rows[0]!, own);
      for (let more = 1; more < LONGEST_ROW; more++) this.#add(rows[more]!, 0);
      this.#known[i] = word === UNSEEN ? 0 : this.#longestKnown(word);
      this.#titles[i] = this.#known[i] === 0 ? UNSEEN : rows[this.#known[i]! - 1]!;
    }
    this.#add(features.head(words.at(-1) ?? UNSEEN), 0);
    return rarity;
  }

  #add(feature: number, rarity: number): void {
    const { from } = this.index;
    if (feature !== UNSEEN) this.#logs.addAll(from[feature]!, from[feature + 1]!, rarity);
  }

  /** The size of the longest known title among the rows that end with `word`; 0 for none. */
  #longestKnown(word: number): number {
    const rows = this.#rows;
    const sizes = this.index.endings[word]!;
    let size = sizes === 0 ? 0 : LONGEST_KNOWN;
    while (size > 0 && !(hasSize(sizes, size) && rows[size - 1] !== UNSEEN && isTitle(this.index, rows[size - 1]!)))
      size--;
    return size;
  }

  /** A known title within the part speaks for its occupation, more so at the end, where the noun stands. */
  #addKnownTitles(count: number): void {
    const { namedFrom, named } = this.index;
    for (let i = count - 1; i >= 0; i--) {
      const title = this.#titles[i]!;
      if (title === UNSEEN) continue;
      const [from, to] = [namedFrom[title]!, namedFrom[title + 1]!];
      const gain = KNOWN_TITLE * this.#known[i]! * (i === count - 1 ? 1 : 0.5);
      for (let at = from; at < to; at++) this.#logs.add(named[at]!, gain / (to - from));
    }
  }
}
