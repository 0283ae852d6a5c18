import { SECTIONS, type Section } from "../../models/mention.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { contextOf } from "../asks/context-words.js";
import { CUES } from "../asks/demand-cues.js";
import { HEADINGS } from "../asks/headings.js";
import { holderKind } from "../asks/holder-kinds.js";
import { createMatcher, type Matcher } from "../matcher.js";
import { kindsOf } from "./kinds.js";
import { type CertificateMeaning, isNamed, type Meaning, type NamedMeaning, type SkillMeaning } from "./meaning.js";
import { skillVariantsOf, type Variant, variantsOf } from "./variants.js";

/** Words of an unnamed request ("relevant certification preferred"). Read by `generic.ts`. */
const NOUNS: readonly string[] = [
  "certification",
  "certifications",
  "certificate",
  "certificates",
  "cert",
  "certs",
  "certified",
  "credential",
  "credentials",
  "accreditation",
  "license",
  "licenses",
  "licence",
  "licences",
  "licensure",
  "licensures",
  "licensed",
  "licenced",
  "registration",
  "registered professional",
  "registered health professional",
  "registered healthcare professional",
  "registered health care professional",
  "registered clinical professional",
  "registered with the appropriate",
  "registered with an appropriate",
  "registered with the relevant",
  "registered with a relevant",
  "licensing requirements",
  "license/certification",
  "licensure/certification",
  "licenses/certifications",
  "licensure, certification, or registration",
  "licensure, certification or registration",
  "licenses and certifications",
  "licenses and/or certifications",
  "license or certification",
  "license and certification",
  "certification or license",
  "certifications or licenses",
  "certifications and licenses",
];

export interface Lexicon {
  matcher: Matcher;
  /** By key of the matcher: what its meanings are, as bits of `KIND`. */
  kinds: Uint16Array;
  /** By key: the certificates and skills that read so. */
  names: readonly (readonly NamedMeaning[])[];
  /** By key: its only name, or null. */
  only: readonly (NamedMeaning | null)[];
  /** By key: the number of its cue in `CUES`, plus one; and of its heading's section in `SECTIONS`, plus one; 0 for none. */
  cueOf: Uint8Array;
  headingOf: Uint8Array;
  /** Whether most of these words stand in the names, the issuer and the surfaces of a certificate or skill. */
  wordsOf(entity: string, words: readonly string[]): boolean;
  /** Whether two certificates belong to occupations of one major group of the SOC. */
  areAkin(one: string, other: string): boolean;
}

/** Whether a surface is the bare name of the body that issues the certificate ("NBRC"). */
const isIssuer = (written: string, issuer: string): boolean =>
  /^[A-Z]{4,}$/.test(written) && issuer.split(/,\s|\sand\s|\s?[()]/).includes(written);

/** How the ids of entries in a register end; no column of the taxonomy tells them from other licences. */
const REGISTER = "-registration";

const PAPER = /certif|licen[cs]|credential|\bcards?\b|permit|regist|accredit|exam|endorse|\+$/i;

const certificateMeaning = ({ surface, written, form }: Variant, issuer: boolean): CertificateMeaning => ({
  kind: "certificate",
  entity: surface.entity,
  surface,
  context: contextOf(surface),
  written,
  exact: surface.case === "exact",
  form,
  issuer,
  holder: holderKind(surface.entity, written),
  register: surface.entity.endsWith(REGISTER),
  paper: PAPER.test(written),
});

const skillMeaning = ({ surface, written }: Omit<Variant, "form">): SkillMeaning => ({
  kind: "skill",
  entity: surface.entity,
  surface,
  context: contextOf(surface),
  written,
  exact: surface.case === "exact",
  form: "whole",
  issuer: false,
  holder: "none",
  register: false,
  paper: false,
});

const split = (phrases: string): string[] => phrases.split("|");

/** All that the extractor looks for, in one matcher. */
export function buildLexicon(taxonomy: Taxonomy): Lexicon {
  const written: string[] = [];
  const meant: Meaning[] = [];
  const add = (surface: string, meaning: Meaning): void => {
    written.push(surface);
    meant.push(meaning);
  };
  for (const variant of variantsOf(taxonomy.certificateSurfaces)) {
    const issuer = isIssuer(variant.written, taxonomy.certificates.get(variant.surface.entity)?.issuer ?? "");
    add(variant.written, certificateMeaning(variant, issuer));
  }
  for (const variant of skillVariantsOf(taxonomy.skillSurfaces)) add(variant.written, skillMeaning(variant));
  for (const noun of NOUNS) add(noun, { kind: "noun", noun });
  for (const cue of CUES) for (const phrase of split(cue.phrases)) add(phrase, { kind: "cue", cue });
  for (const [section, phrases] of Object.entries(HEADINGS))
    for (const phrase of split(phrases)) add(phrase, { kind: "heading", section: section as Section });
  const matcher = createMatcher(written);
  const meanings: Meaning[][] = Array.from({ length: matcher.keyCount }, () => []);
  for (const [index, meaning] of meant.entries()) meanings[matcher.keyOf[index]!]!.push(meaning);
  const names = meanings.map((all) => all.filter(isNamed));
  const only = names.map(([name, other]) => (name === undefined || other !== undefined ? null : name));
  const cueOf = Uint8Array.from(meanings, (all) => {
    const meaning = all.find(({ kind }) => kind === "cue");
    return meaning?.kind === "cue" ? CUES.indexOf(meaning.cue) + 1 : 0;
  });
  const headingOf = Uint8Array.from(meanings, (all) => {
    const meaning = all.find(({ kind }) => kind === "heading");
    return meaning?.kind === "heading" ? SECTIONS.indexOf(meaning.section) + 1 : 0;
  });
  const kinds = Uint16Array.from(meanings, kindsOf);
  return { matcher, kinds, names, only, cueOf, headingOf, wordsOf: wordIndex(taxonomy), areAkin: kinship(taxonomy) };
}

const majorGroup = (soc: string): string => soc.slice(0, 2);

const kinship =
  ({ certificates }: Taxonomy): Lexicon["areAkin"] =>
  (one, other) => {
    const groups = (certificates.get(one)?.soc ?? []).map(majorGroup);
    return (certificates.get(other)?.soc ?? []).some((soc) => groups.includes(majorGroup(soc)));
  };

/** The names, issuers and surfaces of each entity as one lower-case text, gathered when they are first asked for. */
function wordIndex({ certificates, skills, certificateSurfaces, skillSurfaces }: Taxonomy): Lexicon["wordsOf"] {
  let known: Map<string, string> | null = null;
  const gather = (): Map<string, string> => {
    const texts = new Map<string, string>();
    const add = (id: string, text: string): void => void texts.set(id, `${texts.get(id) ?? ""} ${text.toLowerCase()}`);
    for (const { id, name, issuer } of certificates.values()) add(id, `${name} ${issuer}`);
    for (const { id, name } of skills.values()) add(id, name);
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
