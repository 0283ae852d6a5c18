import { foldSurface } from "../../models/taxonomy/fold.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";

/** The certificates that a name may stand for: one where it is known, none where it is not, several where it is shared. */
export type FindCertificates = (name: string) => string[];

/**
 * Finds certificates by the very id, else by name, else by the surfaces by which postings name them: the whole text, folded
 * (`foldSurface`), and nothing like it.
 */
export const certificateFinder = ({ certificates, certificateSurfaces }: Taxonomy): FindCertificates => {
  const byName = new Map<string, Set<string>>();
  const bySurface = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, text: string, id: string): void => {
    const key = foldSurface(text);
    map.set(key, (map.get(key) ?? new Set()).add(id));
  };
  for (const { id, name } of certificates.values()) add(byName, name, id);
  for (const { surface, entity } of certificateSurfaces) add(bySurface, surface, entity);
  return (name) => {
    if (certificates.has(name)) return [name];
    const folded = foldSurface(name);
    return [...(byName.get(folded) ?? bySurface.get(folded) ?? [])];
  };
};
