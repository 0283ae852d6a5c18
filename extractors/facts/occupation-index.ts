import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
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
  /** Known titles as joined words -> their occupations. */
  exact: ReadonlyMap<string, readonly number[]>;
  /** By number of a word: in how many words the known titles that end with it are written, as bits (`1 << words`). */
  endings: Uint32Array;
  features: Features;
  /** Feature f's occupations are `gainers[from[f]]` up to `from[f + 1]`; `gains` tells what each gains by it. */
  from: Int32Array;
  gainers: Uint16Array;
  gains: Float64Array;
  prior: Float64Array;
  /** Rarity of a word, by its number. */
  idf: Float64Array;
}

/** "Cooks, Fast Food" names "fast food cooks"; "..., Except ..." and "..., All Other" lose their tails. */
const variants = (title: string): string[] => {
  const plain = title.replace(/,? (?:Except|Including) .*$/, "").replace(/,? All Other$/, "");
  const [first, ...rest] = plain.split(/, (?:and )?/);
  if (rest.length === 0 || first === undefined) return halves(plain);
  if (/s$/.test(first)) return [`${rest.join(" ")} ${first}`];
  const head = plain.split(" ").at(-1) ?? "";
  return [...[first, ...rest.slice(0, -1)].map((part) => `${part} ${head}`), rest.at(-1) as string];
};

/** "Maids and Housekeeping Cleaners" names two. */
const halves = (title: string): string[] => {
  const [left, right, more] = title.split(" and ");
  return right === undefined || more !== undefined || !/^\S+s$/.test(left as string)
    ? [title]
    : [left as string, right];
};

interface Example {
  soc: number;
  tokens: readonly string[];
}

const examplesOf = (taxonomy: Taxonomy): Example[] => {
  const bySoc = new Map([...taxonomy.occupations.keys()].map((soc, i) => [soc, i]));
  const examples: Example[] = [];
  const add = (soc: number, title: string): void => {
    const tokens = titleTokens(title);
    if (tokens.length > 0) examples.push({ soc, tokens });
  };
  for (const [soc, { title }] of [...taxonomy.occupations.values()].entries())
    for (const name of variants(title)) add(soc, name);
  for (const { soc, title } of taxonomy.occupationTitles) {
    const i = bySoc.get(soc);
    if (i !== undefined) add(i, title);
  }
  return examples;
};

/** Every feature of every example with its occupation, in parallel, and how many examples have each word. */
interface Counted {
  features: Features;
  feature: number[];
  soc: number[];
  documents: number[];
}

const countFeatures = (examples: readonly Example[]): Counted => {
  const features = new Features();
  const feature: number[] = [];
  const soc: number[] = [];
  const documents: number[] = [];
  for (const { soc: occupation, tokens } of examples) {
    const words = tokens.map((token) => features.addWord(token));
    for (const [i, word] of words.entries())
      if (words.indexOf(word) === i) documents[word] = (documents[word] ?? 0) + 1;
    features.addAll(words, (found) => {
      feature.push(found);
      soc.push(occupation);
    });
  }
  return { features, feature, soc, documents };
};

/** Groups the counted pairs by feature, and turns their counts into gains. */
const gainsOf = (counted: Counted, socCount: number): Pick<OccupationIndex, "from" | "gainers" | "gains"> => {
  const { features, feature, soc } = counted;
  const totals = new Float64Array(socCount);
  const first = new Int32Array(features.count + 1);
  for (let i = 0; i < feature.length; i++) {
    totals[soc[i]!] = totals[soc[i]!]! + 1;
    first[feature[i]! + 1] = first[feature[i]! + 1]! + 1;
  }
  for (let f = 0; f < features.count; f++) first[f + 1] = first[f + 1]! + first[f]!;
  const grouped = new Uint16Array(feature.length);
  const next = first.slice();
  for (let i = 0; i < feature.length; i++) {
    const f = feature[i]!;
    grouped[next[f]!] = soc[i]!;
    next[f] = next[f]! + 1;
  }
  const from = new Int32Array(features.count + 1);
  const gainers = new Uint16Array(feature.length);
  const gains = new Float64Array(feature.length);
  let size = 0;
  for (let f = 0; f < features.count; f++) {
    const all = grouped.subarray(first[f]!, first[f + 1]!).sort();
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

const exactTitles = (examples: readonly Example[]): Map<string, number[]> => {
  const exact = new Map<string, number[]>();
  for (const { soc, tokens } of examples) {
    const key = tokens.join(" ");
    const known = exact.get(key);
    if (known === undefined) exact.set(key, [soc]);
    else if (!known.includes(soc)) known.push(soc);
  }
  return exact;
};

const endingsOf = (examples: readonly Example[], { features, documents }: Counted): Uint32Array => {
  const endings = new Uint32Array(documents.length);
  for (const { tokens } of examples) {
    const last = features.word(tokens.at(-1)!);
    if (tokens.length < 32) endings[last] = endings[last]! | (1 << tokens.length);
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
    exact: exactTitles(examples),
    endings: endingsOf(examples, counted),
    features: counted.features,
    ...gainsOf(counted, socs.length),
    prior: bySoc.map((n) => PRIOR * Math.log(n / examples.length)),
    idf: Float64Array.from(counted.documents, (n) => Math.log(1 + examples.length / n)),
  };
};
