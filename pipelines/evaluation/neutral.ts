import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";

const PREFIX = "other:";
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[a-z0-9+]{2,}/g) ?? [];
/** Words that every credential's name may hold. */
const PLAIN = new Set(
  "license licence licensed certificate certification certified card registration registered professional level board of the in and for state national uk canada".split(
    " ",
  ),
);

/**
 * Gold files are older than the taxonomy: what they could only call `other:NMC registration` may have an id by now. An id
 * is neutral there if it is a family, or if it is known by a word of that name that not every credential has.
 */
export function neutralIn(taxonomy: Taxonomy): (entity: string, other: string) => boolean {
  const families = new Set([...taxonomy.certificates.values()].map(({ parent }) => parent));
  const words = new Map<string, Set<string>>();
  const add = (id: string, text: string): void => {
    const known = words.get(id) ?? new Set();
    for (const word of wordsOf(text)) known.add(word);
    words.set(id, known);
  };
  for (const { id, name } of taxonomy.certificates.values()) add(id, name);
  for (const { entity, surface } of taxonomy.certificateSurfaces) add(entity, surface);
  return (entity, other) =>
    families.has(entity) ||
    wordsOf(other.slice(PREFIX.length)).some((word) => !PLAIN.has(word) && words.get(entity)?.has(word));
}
