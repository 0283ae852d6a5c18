import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { type Example, examplesOf } from "./occupation-examples.js";
import { titleTokens } from "./occupation-tokens.js";
import { Features } from "./title-features.js";

/** Share of a feature's probability that comes from all occupations together (Jelinek-Mercer smoothing). */
const SMOOTHING = 0.3;
/** How far an occupation with more known titles is preferred. */
const PRIOR = 0.6;
/** Naive Bayes over title features, turned sparse: only occupations that ever had a feature gain by it. */
export interface OccupationIndex {
  socs: readonly { soc: string; title: string }[];
  /** Words of each occupation's own title. */
  words: readonly (readonly string[])[];
  features: Features;
  /** Feature f's occupations are `gainers[from[f]]` up to `from[f + 1]`; `gains` tells what each gains by it. */
  from: Int32Array;
  gainers: Uint16Array;
  gains: Float64Array;
  /** The occupations of the known title that is feature f, likewise: `named[namedFrom[f]]` up to `namedFrom[f + 1]`. */
  namedFrom: Int32Array;
  named: Uint16Array;
  /** By number of a word: in how many words the known titles that end with it are written, as bits (`1 << words`). */
  endings: Uint32Array;
  prior: Float64Array;
  /** Rarity of a word, by its number. */
  idf: Float64Array;
}

/** Whether a known title of so many words is among the sizes that are given as bits. */
export const hasSize = (sizes: number, size: number): boolean => size < 32 && (sizes & (1 << size)) !== 0;

/** Whether a feature is a known title as a whole. */
export const isTitle = ({ namedFrom }: OccupationIndex, feature: number): boolean =>
  namedFrom[feature] !== namedFrom[feature + 1];

/** Every feature of every example with its occupation, in parallel; the examples as words, and how many have each word. */
interface Counted {
  features: Features;
  feature: number[];
  soc: number[];
  titles: number[][];
  documents: number[];
}

const countFeatures = (examples: readonly Example[]): Counted => {
  const counted: Counted = { features: new Features(), feature: [], soc: [], titles: [], documents: [] };
  const { features, feature, soc, documents } = counted;
  for (const { soc: occupation, tokens } of examples) {
    const words = tokens.map((token) => features.addWord(token));
    counted.titles.push(words);
    for (const [i, word] of words.entries())
      if (words.indexOf(word) === i) documents[word] = (documents[word] ?? 0) + 1;
    features.addAll(words, (found) => {
      feature.push(found);
      soc.push(occupation);
    });
  }
  return counted;
};

/** Pairs of a feature and an occupation by feature, in their order: those of f are `socs[from[f]]` up to `from[f + 1]`. */
const grouped = (
  feature: readonly number[],
  soc: readonly number[],
  count: number,
): { from: Int32Array; socs: Uint16Array } => {
  const from = new Int32Array(count + 1);
  for (const f of feature) from[f + 1] = from[f + 1]! + 1;
  for (let f = 0; f < count; f++) from[f + 1] = from[f + 1]! + from[f]!;
  const socs = new Uint16Array(feature.length);
  const next = from.slice();
  for (const [i, f] of feature.entries()) {
    socs[next[f]!] = soc[i]!;
    next[f] = next[f]! + 1;
  }
  return { from, socs };
};

/** Groups the counted pairs by feature, and turns their counts into gains. */
const gainsOf = (counted: Counted, socCount: number): Pick<OccupationIndex, "from" | "gainers" | "gains"> => {
  const { features, feature, soc } = counted;
  const totals = new Float64Array(socCount);
  for (const one of soc) totals[one] = totals[one]! + 1;
  const pairs = grouped(feature, soc, features.count);
  const from = new Int32Array(features.count + 1);
  const gainers = new Uint16Array(feature.length);
  const gains = new Float64Array(feature.length);
  let size = 0;
  for (let f = 0; f < features.count; f++) {
    const all = pairs.socs.subarray(pairs.from[f]!, pairs.from[f + 1]!).sort();
    const background = (SMOOTHING * all.length) / feature.length;
    for (let at = 0; at < all.length; ) {
      let end = at + 1;
      while (end < all.length && all[end] === all[at]) end++;
      const share = ((1 - SMOOTHING) * (end - at)) / totals[all[at]!]!;
      gainers[size] = all[at]!;
      gains[size++] = features.weight(f) * Math.log(1 + share / background);
      at = end;
    }
    from[f + 1] = size;
  }
  return { from, gainers: gainers.slice(0, size), gains: gains.slice(0, size) };
};

const namesOf = (
  examples: readonly Example[],
  { features, titles }: Counted,
): Pick<OccupationIndex, "namedFrom" | "named"> => {
  const known = new Map<number, Set<number>>();
  for (const [i, words] of titles.entries()) {
    const title = features.whole(words);
    known.set(title, (known.get(title) ?? new Set()).add(examples[i]!.soc));
  }
  const pairs = [...known].flatMap(([title, socs]) => Array.from(socs, (soc) => [title, soc] as const));
  const { from, socs } = grouped(
    pairs.map(([title]) => title),
    pairs.map(([, soc]) => soc),
    features.count,
  );
  return { namedFrom: from, named: socs };
};

const endingsOf = ({ titles, documents }: Counted): Uint32Array => {
  const endings = new Uint32Array(documents.length);
  for (const words of titles) {
    const last = words.at(-1)!;
    if (words.length < 32) endings[last] = endings[last]! | (1 << words.length);
  }
  return endings;
};

/** Builds the index over the SOC's own titles and the job titles of the taxonomy. */
export const buildOccupationIndex = (taxonomy: Taxonomy): OccupationIndex => {
  const socs = [...taxonomy.occupations.values()].map(({ soc, title }) => ({ soc, title }));
  const examples = examplesOf(taxonomy);
  const bySoc = new Float64Array(socs.length);
  for (const { soc } of examples) bySoc[soc] = bySoc[soc]! + 1;
  const counted = countFeatures(examples);
  return {
    socs,
    words: socs.map(({ title }) => titleTokens(title)),
    features: counted.features,
    ...gainsOf(counted, socs.length),
    ...namesOf(examples, counted),
    endings: endingsOf(counted),
    prior: bySoc.map((n) => PRIOR * Math.log(n / examples.length)),
    idf: Float64Array.from(counted.documents, (n) => Math.log(1 + examples.length / n)),
  };
};
