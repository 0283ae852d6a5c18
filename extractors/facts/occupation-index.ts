import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { titleTokens } from "./occupation-tokens.js";

/** Share of a feature's probability that comes from all occupations together (Jelinek-Mercer smoothing). */
const SMOOTHING = 0.3;
/** How far an occupation with more known titles is preferred. */
const PRIOR = 0.6;
/** Weights of one word, of two and three in a row, and of the last word, the noun that says what the person is. */
const WEIGHT = { one: 1, two: 0.4, three: 0.2, head: 0.3 };

interface Feature {
  name: string;
  weight: number;
}

/** Naive Bayes over title features, turned sparse: only occupations that ever had a feature gain by it. */
export interface OccupationIndex {
  socs: readonly { soc: string; title: string }[];
  /** Words of each occupation's own title. */
  words: readonly (readonly string[])[];
  /** Known titles as joined words -> their occupations. */
  exact: ReadonlyMap<string, readonly number[]>;
  /** feature -> pairs of (occupation, gain), flat */
  gains: ReadonlyMap<string, Float64Array>;
  prior: Float64Array;
  /** Rarity of a word; words of no known title are absent. */
  idf: ReadonlyMap<string, number>;
}

/** What a title shows: its words, their neighbourhoods, its last word. */
export const featuresOf = (tokens: readonly string[]): Feature[] => {
  const features: Feature[] = [];
  for (const [i, token] of tokens.entries()) {
    features.push({ name: token, weight: WEIGHT.one });
    if (i >= 1) features.push({ name: `${tokens[i - 1]} ${token}`, weight: WEIGHT.two });
    if (i >= 2) features.push({ name: `${tokens[i - 2]} ${tokens[i - 1]} ${token}`, weight: WEIGHT.three });
  }
  if (tokens.length > 0) features.push({ name: `${tokens.at(-1)} $`, weight: WEIGHT.head });
  return features;
};

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
  const own = [...taxonomy.occupations.values()].flatMap(({ title }, soc) =>
    variants(title).map((name) => ({ soc, tokens: titleTokens(name) })),
  );
  const more = taxonomy.occupationTitles.flatMap(({ soc, title }) => {
    const i = bySoc.get(soc);
    return i === undefined ? [] : [{ soc: i, tokens: titleTokens(title) }];
  });
  return [...own, ...more].filter(({ tokens }) => tokens.length > 0);
};

const countInto = <K, L>(counts: Map<K, Map<L, number>>, outer: K, inner: L): void => {
  const row = counts.get(outer) ?? new Map<L, number>();
  row.set(inner, (row.get(inner) ?? 0) + 1);
  counts.set(outer, row);
};

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const n of numbers) total += n;
  return total;
};

/** Builds the index over the SOC's own titles and the job titles of the taxonomy. */
export const buildOccupationIndex = (taxonomy: Taxonomy): OccupationIndex => {
  const socs = [...taxonomy.occupations.values()].map(({ soc, title }) => ({ soc, title }));
  const examples = examplesOf(taxonomy);
  const bySoc = new Float64Array(socs.length);
  const featureTotals = new Float64Array(socs.length);
  const counts = new Map<string, Map<number, number>>();
  const weights = new Map<string, number>();
  const exact = new Map<string, number[]>();
  const documents = new Map<string, Map<number, number>>();
  for (const [i, { soc, tokens }] of examples.entries()) {
    bySoc[soc] = (bySoc[soc] as number) + 1;
    const key = tokens.join(" ");
    exact.set(key, [...new Set([...(exact.get(key) ?? []), soc])]);
    for (const token of tokens) countInto(documents, token, i);
    for (const { name, weight } of featuresOf(tokens)) {
      countInto(counts, name, soc);
      weights.set(name, weight);
      featureTotals[soc] = (featureTotals[soc] as number) + 1;
    }
  }
  const total = sum(featureTotals);
  const gains = new Map<string, Float64Array>();
  for (const [name, row] of counts) {
    const background = (SMOOTHING * sum(row.values())) / total;
    const gain = ([soc, n]: [number, number]) =>
      (weights.get(name) as number) * Math.log(1 + ((1 - SMOOTHING) * n) / (featureTotals[soc] as number) / background);
    gains.set(name, Float64Array.from([...row].flatMap((entry) => [entry[0], gain(entry)])));
  }
  const prior = bySoc.map((n) => PRIOR * Math.log(n / examples.length));
  const idf = new Map([...documents].map(([token, row]) => [token, Math.log(1 + examples.length / row.size)]));
  const words = socs.map(({ title }) => titleTokens(title));
  return { socs, words, exact, gains, prior, idf };
};
