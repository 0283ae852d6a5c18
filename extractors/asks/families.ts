import type { Certificate } from "../../models/certificate.js";
import type { Found } from "./mentions.js";

/** "Green Belt in Six Sigma", "Class A or B CDL": the family behind its member belongs to its name. */
const BELONGS = /^\s{0,2}(?:certification\s)?(?:in|of|from|for|-|–)?\s{0,2}(?:lean\s)?$/i;

/** What may stand between a family and the members that it only introduces: "certifications such as", "certification (", ":". */
const INTRODUCES =
  /^\s{0,2}(?:certifications?|certificates?|certs?)?\s{0,2}(?:\(|:|-|–|,)?\s{0,2}(?:such as|like|including|includes?|e\.?g\.?,?|i\.?e\.?,?|in|preferably|especially|specifically)?\s{0,2}(?:the\s)?$/i;

/** By certificate: its parent, that one's parent, and so on. */
export type Families = ReadonlyMap<string, readonly string[]>;

/** The families of a whole taxonomy, read once, so that no posting looks for a parent's parent. */
export function familiesOf(certificates: ReadonlyMap<string, Certificate>): Families {
  const parentOf = (id: string): string | null => certificates.get(id)?.parent ?? null;
  const lineOf = (id: string): string[] => {
    const line: string[] = [];
    for (let at = parentOf(id); at !== null && !line.includes(at); at = parentOf(at)) line.push(at);
    return line;
  };
  return new Map(Array.from(certificates.keys(), (id) => [id, lineOf(id)]));
}

const NO_FAMILY: readonly string[] = [];
const ancestors = (families: Families, id: string): readonly string[] => families.get(id) ?? NO_FAMILY;

/** A later "the CDL" speaks of the member that was named. */
const REFERS = /\b(?:the|this|that|their|your|such)\s$/i;
/** "Class B Commercial Driver License (CDL)" names it again, "CNOR, Certified Post Anesthesia Nurse (CPAN)" another of the family. */
const OPENS = /\(\s?["“]?$/;
const PARTS = /[,;/\n]|\b(?:and|or)\b/;
const LONGEST_BETWEEN = 120;
const saysAgain = (text: string, from: number, to: number): boolean =>
  to - from < LONGEST_BETWEEN && OPENS.test(text.slice(from, to)) && !PARTS.test(text.slice(from, to));

/** Drops a family that only introduces its named members: "Microsoft certification (MCSE)" is the MCSE. */
export function dropFamilies(text: string, found: readonly Found[], families: Families): readonly Found[] {
  if (!found.some(({ kind }) => kind === "certificate")) return found;
  /** Where the last member of each family ends. */
  const seen = new Map<string, number>();
  return found.filter((one, at) => {
    if (one.kind === "skill") return true;
    for (const family of ancestors(families, one.entity)) seen.set(family, one.end);
    const member = seen.get(one.entity);
    if (member !== undefined) {
      if (REFERS.test(text.slice(Math.max(0, one.start - 8), one.start))) return false;
      if (saysAgain(text, member, one.start)) return false;
    }
    const last = found[at - 1];
    if (
      last?.kind === "certificate" &&
      ancestors(families, last.entity).includes(one.entity) &&
      BELONGS.test(text.slice(last.end, one.start))
    )
      return false;
    const next = found[at + 1];
    if (next?.kind !== "certificate" || next.sentence !== one.sentence) return true;
    return !ancestors(families, next.entity).includes(one.entity) || !INTRODUCES.test(text.slice(one.end, next.start));
  });
}
