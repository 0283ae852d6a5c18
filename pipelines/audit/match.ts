import type { Match, Method } from "../../models/offered.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { certificateFinder } from "../tables/names.js";
import { splitAbbreviation } from "./abbreviation.js";
import { type Alike, likenessOf } from "./likeness.js";
import { wordsOf } from "./words.js";

/** `coarse`: a subject or issuer and the word "certification", which may mean another exam of the same subject. */
const CONFIDENCE = { name: 1, bothAgree: 0.98, alias: 0.95, abbreviation: 0.9, sameWords: 0.9, coarse: 0.8 };
/** Likeness from which the best is taken, if it leads by `LEAD` and rests on two words; below it a person decides. */
const ALIKE = 0.85;
const LEAD = 0.1;
/** Likeness from which a certificate is shown as a candidate. */
const SHOWN = 0.4;
const CANDIDATES = 3;
/** Likeness to the words around it that an abbreviation needs: NA alone may mean many things. */
const AROUND = 0.3;

const taken = (method: Method, certificate_id: string, confidence: number, by: string): Match => ({
  method,
  confidence,
  certificate_id,
  by,
  candidates: [],
});

const doubtful = (found: readonly Alike[]): Match => {
  const shown = found.filter(({ score }) => score >= SHOWN).slice(0, CANDIDATES);
  const candidates = shown.map(({ id, score, by }) => ({ id, score, by }));
  const method = candidates.length === 0 ? "none" : "doubtful";
  return { method, confidence: null, certificate_id: null, by: "", candidates };
};

/** A family stands for its members: of several, the one that all others descend from; else none. */
const headOf = ({ certificates }: Taxonomy, ids: readonly string[]): string | null => {
  const descends = (id: string, from: string): boolean => {
    const parent = certificates.get(id)?.parent ?? null;
    return parent !== null && (parent === from || descends(parent, from));
  };
  return ids.find((head) => ids.every((id) => id === head || descends(id, head))) ?? null;
};

const isCoarse = (name: string): boolean => wordsOf(name).length === 1 && /\bcert|licen[cs]e/i.test(name);

/** What is named by the same words, or by nearly the same ones with nothing else near. */
const byWords = (taxonomy: Taxonomy, found: readonly Alike[]): Match => {
  const same = found.filter(({ score, common }) => score > 0.999 && common >= 2);
  const head = headOf(
    taxonomy,
    same.map(({ id }) => id),
  );
  if (head !== null) return taken("same words", head, CONFIDENCE.sameWords, same.find(({ id }) => id === head)!.by);
  const [best, next] = found;
  const leads = best !== undefined && best.score - (next?.score ?? 0) >= LEAD;
  if (same.length === 0 && leads && best.score >= ALIKE && best.common >= 2)
    return taken("alike", best.id, CONFIDENCE.sameWords * best.score, best.by);
  return doubtful(found);
};

/**
 * Makes the function that finds the certificate a free-text name stands for: by its id or name, by a surface of the
 * taxonomy, by an abbreviation that the words around it bear out, by the same telling words, or by likeness. A name that two
 * certificates share, or that is only somewhat alike, is doubtful: its best three are listed and none is taken.
 */
export const matcherOf = (taxonomy: Taxonomy): ((name: string) => Match) => {
  const find = certificateFinder(taxonomy);
  const like = likenessOf(taxonomy);
  const isName = (id: string, name: string): boolean =>
    name === id || taxonomy.certificates.get(id)?.name.toLowerCase() === name.toLowerCase();
  const exact = (name: string): Match | null => {
    const head = headOf(taxonomy, find(name));
    if (head === null) return null;
    if (isName(head, name)) return taken("id or name", head, CONFIDENCE.name, name);
    return taken("alias", head, isCoarse(name) ? CONFIDENCE.coarse : CONFIDENCE.alias, name);
  };
  const abbreviated = (name: string): Match | null => {
    const split = splitAbbreviation(name);
    if (split === null) return null;
    const outer = find(split.words);
    const inner = find(split.abbreviation);
    const both = outer.filter((id) => inner.includes(id));
    if (both.length === 1) return taken("abbreviation", both[0]!, CONFIDENCE.bothAgree, name);
    const near = like(split.words).filter(({ id, score }) => inner.includes(id) && score >= AROUND);
    if (outer.length === 0 && near.length === 1)
      return taken("abbreviation", near[0]!.id, CONFIDENCE.abbreviation, split.abbreviation);
    return inner.length === 0 ? exact(split.words) : null;
  };
  return (name) => exact(name) ?? abbreviated(name) ?? byWords(taxonomy, like(name));
};
