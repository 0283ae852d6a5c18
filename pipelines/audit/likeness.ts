import jaroWinkler from "natural/lib/natural/distance/jaro-winkler_distance.js";
import type { Candidate } from "../../models/offered.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { wordsOf } from "./words.js";

/**
 * A certificate and how like a name it is. Score: twice the weight of the words in common, divided by the weight of both sides
 * (L. R. Dice 1945, Ecology 26:297-302), rare words weighing more.
 */
export interface Alike extends Candidate {
  /** Telling words in common. */
  common: number;
}

interface Entry {
  id: string;
  text: string;
  words: string[];
}

interface Index {
  entries: Entry[];
  /** Which entries have a word. */
  holders: Map<string, number[]>;
  /** Words of each certificate's issuer: a list may set them before a name that has none. */
  issuers: Map<string, Set<string>>;
  weight: (word: string) => number;
  /** Known words by their first letter, among which a misspelt one is looked for. */
  byLetter: Map<string, string[]>;
}

/** Jaro-Winkler from which two words of at least six letters are one, misspelt. */
const MISSPELT = 0.94;

const pushTo = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};

function* texts({ certificates, certificateSurfaces }: Taxonomy): Generator<[string, string]> {
  for (const { id, name } of certificates.values()) {
    yield [id, name];
    yield [id, name.replaceAll(/\s*\([^)]*\)/g, "")];
  }
  for (const { entity, surface } of certificateSurfaces) yield [entity, surface];
}

const indexOf = (taxonomy: Taxonomy): Index => {
  const entries = [...texts(taxonomy)].map(([id, text]) => ({ id, text, words: wordsOf(text) }));
  const holders = new Map<string, number[]>();
  const certificatesOf = new Map<string, Set<string>>();
  for (const [place, { id, words }] of entries.entries())
    for (const word of words) {
      pushTo(holders, word, place);
      certificatesOf.set(word, (certificatesOf.get(word) ?? new Set()).add(id));
    }
  const byLetter = new Map<string, string[]>();
  for (const word of holders.keys()) pushTo(byLetter, word[0]!, word);
  const all = taxonomy.certificates.size;
  return {
    entries,
    holders,
    issuers: new Map([...taxonomy.certificates.values()].map(({ id, issuer }) => [id, new Set(wordsOf(issuer))])),
    weight: (word) => Math.log(1 + all / (certificatesOf.get(word)?.size ?? 1)),
    byLetter,
  };
};

/** The word itself where it is known or short, else the known word that it misspells, if any. */
const spelt = ({ holders, byLetter }: Index, word: string): string => {
  if (holders.has(word) || word.length < 6) return word;
  const near = (byLetter.get(word[0]!) ?? []).map((known) => ({ known, alike: jaroWinkler(word, known) }));
  const best = near.toSorted((a, b) => b.alike - a.alike)[0];
  return best !== undefined && best.alike >= MISSPELT ? best.known : word;
};

const scoreOf = ({ issuers, weight }: Index, { id, words }: Entry, wanted: readonly string[]): [number, number] => {
  const has = new Set(words);
  const common = wanted.filter((word) => has.has(word));
  const issuer = issuers.get(id) ?? new Set();
  const counted = wanted.filter((word) => has.has(word) || !issuer.has(word));
  const sum = (list: readonly string[]): number => list.reduce((total, word) => total + weight(word), 0);
  return [(2 * sum(common)) / (sum(counted) + sum(words)), common.length];
};

/**
 * Finds the certificates whose names and surfaces share telling words with a name, most alike first, each once. Only entries
 * that hold one of its words are looked at, so that a list of thousands takes seconds.
 */
export const likenessOf = (taxonomy: Taxonomy): ((name: string) => Alike[]) => {
  const index = indexOf(taxonomy);
  return (name) => {
    const wanted = [...new Set(wordsOf(name).map((word) => spelt(index, word)))];
    const best = new Map<string, Alike>();
    for (const place of new Set(wanted.flatMap((word) => index.holders.get(word) ?? []))) {
      const entry = index.entries[place]!;
      const [score, common] = scoreOf(index, entry, wanted);
      if (score > (best.get(entry.id)?.score ?? 0)) best.set(entry.id, { id: entry.id, score, by: entry.text, common });
    }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };
};
