/** A name's words and the abbreviation that stands with them. */
export interface Abbreviated {
  words: string;
  abbreviation: string;
}

const ABBREVIATION = /^[A-Z][A-Za-z0-9+*./-]{1,9}$/;

/** "Certified Nurse Aide (CNA)", "CNA - Certified Nurse Aide" and "Internet Core Computing - IC3"; null where there is none. */
export const splitAbbreviation = (name: string): Abbreviated | null => {
  const [, before, inside, after] = /^([^()]*)\(([^()]+)\)([^()]*)$/.exec(name) ?? [];
  const sides = inside === undefined ? name.split(/\s+[-–—]\s+|:\s+/) : [`${before} ${after}`, inside];
  if (sides.length !== 2) return null;
  const [words, abbreviation] = ABBREVIATION.test(sides[1]!.trim()) ? sides : sides.toReversed();
  if (!ABBREVIATION.test(abbreviation!.trim())) return null;
  return { words: words!.replaceAll(/\s+/g, " ").trim(), abbreviation: abbreviation!.trim() };
};
