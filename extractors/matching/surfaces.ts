import type { Surface } from "../../models/certificate.js";
import type { Section } from "../../models/mention.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { CUES, type Cue } from "../asks/demand-cues.js";
import { HEADINGS } from "../asks/headings.js";
import { createMatcher, type Matcher } from "../matcher.js";
import { type Form, variantsOf } from "./variants.js";

/** What one surface of the automaton stands for. */
export type Meaning =
  | { kind: "certificate"; surface: Surface; written: string; form: Form }
  | { kind: "skill"; surface: Surface; written: string; form: "whole" }
  | { kind: "cue"; cue: Cue }
  | { kind: "heading"; section: Section }
  | { kind: "noun"; noun: string };

/** Words of an unnamed request ("relevant certification preferred"). Read by `generic.ts`. */
const NOUNS =
  "certification|certifications|certificate|certificates|cert|certs|certified|credential|credentials|accreditation|license|licenses|licence|licences|licensure|licensures|licensed|licenced|registration|license/certification|licensure/certification|licenses/certifications|licensure, certification, or registration|licensure, certification or registration|licenses and certifications|licenses and/or certifications|license or certification|license and certification|certification or license|certifications or licenses|certifications and licenses";

export interface Lexicon {
  matcher: Matcher;
  /** By key of the matcher: everything that reads so. */
  meanings: readonly (readonly Meaning[])[];
  /** By key: 1 where a certificate or skill is among the meanings. */
  names: Uint8Array;
  /** Whether most of these words stand in the names and surfaces of a certificate or skill. */
  wordsOf(entity: string, words: readonly string[]): boolean;
  /** By key: 1 where it is a noun of unnamed requests. */
  nouns: Uint8Array;
}

const split = (phrases: string): string[] => phrases.split("|");

/** All that the extractor looks for, in one automaton. */
export function buildLexicon(taxonomy: Taxonomy): Lexicon {
  const written: string[] = [];
  const meant: Meaning[] = [];
  const add = (surface: string, meaning: Meaning): void => {
    written.push(surface);
    meant.push(meaning);
  };
  for (const variant of variantsOf(taxonomy.certificateSurfaces))
    add(variant.written, { kind: "certificate", ...variant });
  for (const surface of taxonomy.skillSurfaces)
    add(surface.surface, { kind: "skill", surface, written: surface.surface, form: "whole" });
  for (const noun of split(NOUNS)) add(noun, { kind: "noun", noun });
  for (const cue of CUES) for (const phrase of split(cue.phrases)) add(phrase, { kind: "cue", cue });
  for (const [section, phrases] of Object.entries(HEADINGS))
    for (const phrase of split(phrases)) add(phrase, { kind: "heading", section: section as Section });
  const matcher = createMatcher(written);
  const meanings: Meaning[][] = Array.from({ length: matcher.keyCount }, () => []);
  for (const [index, meaning] of meant.entries()) meanings[matcher.keyOf[index]!]!.push(meaning);
  const isName = ({ kind }: Meaning): boolean => kind === "certificate" || kind === "skill";
  const flags = (of: (meaning: Meaning) => boolean): Uint8Array =>
    Uint8Array.from(meanings, (all) => (all.some(of) ? 1 : 0));
  return {
    matcher,
    meanings,
    names: flags(isName),
    nouns: flags(({ kind }) => kind === "noun"),
    wordsOf: wordIndex(taxonomy),
  };
}

/** The names and surfaces of each entity as one lower-case text, gathered when they are first asked for. */
function wordIndex({ certificates, skills, certificateSurfaces, skillSurfaces }: Taxonomy): Lexicon["wordsOf"] {
  let known: Map<string, string> | null = null;
  const gather = (): Map<string, string> => {
    const texts = new Map<string, string>();
    const add = (id: string, text: string): void => void texts.set(id, `${texts.get(id) ?? ""} ${text.toLowerCase()}`);
    for (const { id, name } of [...certificates.values(), ...skills.values()]) add(id, name);
    for (const { entity, surface } of [...certificateSurfaces, ...skillSurfaces]) add(entity, surface);
    return texts;
  };
  return (entity, words) => {
    known ??= gather();
    const all = known.get(entity) ?? "";
    return (
      words.filter((word) => all.includes(word.toLowerCase().replace(/[^a-z0-9]/g, ""))).length * 2 >= words.length
    );
  };
}
