import type { Surface } from "../../models/certificate.js";
import { SECTIONS, type Section } from "../../models/mention.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { type Context, contextOf } from "../asks/context-words.js";
import type { Cue } from "../asks/cues/cue.js";
import { CUES } from "../asks/demand-cues.js";
import { HEADINGS } from "../asks/headings.js";
import { type Holder, holderKind } from "../asks/holder-kinds.js";
import { createMatcher, type Matcher } from "../matcher.js";
import { type Form, skillVariantsOf, type Variant, variantsOf } from "./variants.js";

/** What one surface stands for. */
export type Meaning =
  | CertificateMeaning
  | SkillMeaning
  | { kind: "cue"; cue: Cue }
  | { kind: "heading"; section: Section }
  | { kind: "noun"; noun: string };

/** One spelling of a surface; what a reader asks of it stands here, so that its row is seldom touched. */
interface Spelling {
  entity: string;
  surface: Surface;
  context: Context | null;
  written: string;
}
export interface CertificateMeaning extends Spelling {
  kind: "certificate";
  form: Form;
  /** It is the bare name of the body that issues the certificate. */
  issuer: boolean;
  holder: Holder;
  /** It stands for an entry in a register; its bare name ("NMC") is that of who keeps it. */
  register: boolean;
  /** It says itself that a paper is meant ("card", "licence"). */
  paper: boolean;
}
export interface SkillMeaning extends Spelling {
  kind: "skill";
  form: "whole";
}
export type NamedMeaning = CertificateMeaning | SkillMeaning;

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
  /** By key of the matcher: everything that reads so. */
  meanings: readonly (readonly Meaning[])[];
  /** By key: what its meanings are, as bits of `KIND`. */
  kinds: Uint8Array;
  /** By key: the number of its cue in `CUES`, plus one; and of its heading's section in `SECTIONS`, plus one; 0 for none. */
  cueOf: Uint8Array;
  headingOf: Uint8Array;
  /** By key: the meaning of a plain skill, which always fits. */
  plain: readonly (SkillMeaning | null)[];
  /** Whether most of these words stand in the names and surfaces of a certificate or skill. */
  wordsOf(entity: string, words: readonly string[]): boolean;
}

/**
 * Kinds of keys: a certificate or skill (`name`), a certificate whose name is whole (`whole`), a cue or heading (`sign`), a
 * noun of unnamed requests, and a skill that nothing else reads like and that needs no context (`plain`).
 */
export const KIND = { name: 1, whole: 2, sign: 4, noun: 8, plain: 16 } as const;

const kindOf = (meaning: Meaning): number => {
  if (meaning.kind === "noun") return KIND.noun;
  if (meaning.kind === "cue" || meaning.kind === "heading") return KIND.sign;
  return meaning.kind === "certificate" && meaning.form === "whole" ? KIND.name | KIND.whole : KIND.name;
};

function plainOf(meanings: readonly Meaning[]): SkillMeaning | null {
  const [meaning, other] = meanings.filter(({ kind }) => kind === "certificate" || kind === "skill");
  if (meaning?.kind !== "skill" || other !== undefined) return null;
  return meaning.surface.case === "any" && meaning.context === null ? meaning : null;
}

/** Whether a surface is the bare name of the body that issues the certificate ("NBRC"). */
const isIssuer = (written: string, issuer: string): boolean =>
  /^[A-Z]{4,}$/.test(written) && issuer.split(/,\s|\sand\s|\s?[()]/).includes(written);

/** How the ids of entries in a register end; no column of the taxonomy tells them from other licences. */
const REGISTER = "-registration";

const PAPER = /certif|licen[cs]|credential|card|permit|regist|accredit|exam|endorse|\+$/i;

const spellingOf = ({ surface, written }: Omit<Variant, "form">): Spelling => ({
  entity: surface.entity,
  surface,
  context: contextOf(surface),
  written,
});

const certificateMeaning = (variant: Variant, issuer: boolean): CertificateMeaning => ({
  kind: "certificate",
  ...spellingOf(variant),
  form: variant.form,
  issuer,
  holder: holderKind(variant.surface.entity, variant.written),
  register: variant.surface.entity.endsWith(REGISTER),
  paper: PAPER.test(variant.written),
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
  for (const variant of skillVariantsOf(taxonomy.skillSurfaces))
    add(variant.written, { kind: "skill", ...spellingOf(variant), form: "whole" });
  for (const noun of NOUNS) add(noun, { kind: "noun", noun });
  for (const cue of CUES) for (const phrase of split(cue.phrases)) add(phrase, { kind: "cue", cue });
  for (const [section, phrases] of Object.entries(HEADINGS))
    for (const phrase of split(phrases)) add(phrase, { kind: "heading", section: section as Section });
  const matcher = createMatcher(written);
  const meanings: Meaning[][] = Array.from({ length: matcher.keyCount }, () => []);
  for (const [index, meaning] of meant.entries()) meanings[matcher.keyOf[index]!]!.push(meaning);
  const plain = meanings.map(plainOf);
  const kinds = Uint8Array.from(meanings, (all, key) =>
    all.reduce((bits, meaning) => bits | kindOf(meaning), plain[key] === null ? 0 : KIND.plain),
  );
  const cueOf = Uint8Array.from(meanings, (all) => {
    const meaning = all.find(({ kind }) => kind === "cue");
    return meaning?.kind === "cue" ? CUES.indexOf(meaning.cue) + 1 : 0;
  });
  const headingOf = Uint8Array.from(meanings, (all) => {
    const meaning = all.find(({ kind }) => kind === "heading");
    return meaning?.kind === "heading" ? SECTIONS.indexOf(meaning.section) + 1 : 0;
  });
  return { matcher, meanings, kinds, cueOf, headingOf, plain, wordsOf: wordIndex(taxonomy) };
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
