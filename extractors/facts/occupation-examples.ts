import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { titleTokens } from "./occupation-tokens.js";

/** A title whose occupation is known, as words, and that occupation as its place in the taxonomy. */
export interface Example {
  soc: number;
  tokens: readonly string[];
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

/** The SOC's own titles and the job titles of the taxonomy. */
export const examplesOf = (taxonomy: Taxonomy): Example[] => {
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
