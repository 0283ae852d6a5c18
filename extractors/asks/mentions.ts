import { KIND, type Meaning, type NamedMeaning } from "../matching/surfaces.js";
import { isWritten } from "../matching/written.js";
import { sentenceEnd } from "../sentences.js";
import { codesOf, isCapital, isSpace } from "../text/codes.js";
import { FIT, type Fit } from "./context.js";
import {
  beginsInsideWord,
  endsInsideWord,
  isActor,
  isArticle,
  isCourse,
  isCredentialOf,
  isGlued,
  isJoined,
  isNoPlural,
  isTimeZone,
} from "./guards.js";
import { namesLicence } from "./holders.js";
import { continuations, hasElidedNoun, hasSharedLicence, type SharedHeads } from "./lists.js";
import { hasCredentials, hasLicences, looksListed, type Reading, sectionOf } from "./reading.js";

/** A certificate or skill found in a posting, before its requirement is read. */
export interface Found {
  kind: "certificate" | "skill";
  entity: string;
  start: number;
  end: number;
  sentence: number;
  /** The row that fired; null for an item of a list whose head stands elsewhere. */
  meaning: NamedMeaning | null;
  fit: Fit;
}

const ADDRESS = /[@/\\]|www\.|\.(?:com|org|net|gov|edu|io|co)\b/i;

const ADDRESS_MARKS = codesOf("@/.:=_");
const BEHIND_MARKS = codesOf("@.=_");

/** Part of a web or mail address: "https://cna.example", "cpa@example". */
function inAddress(text: string, start: number, end: number): boolean {
  const isBehind = start > 0 && ADDRESS_MARKS[text.charCodeAt(start - 1)] === 1;
  if (!isBehind && (end >= text.length || BEHIND_MARKS[text.charCodeAt(end)] === 0)) return false;
  let [from, to] = [start, end];
  while (from > 0 && start - from < 80 && !isSpace(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < 80 && !isSpace(text.charCodeAt(to))) to++;
  const token = text.slice(from, to);
  return (
    /https?:\/\/|www\.|@\w/.test(token) || (ADDRESS.test(token) && /\w\.(?:com|org|net|gov|edu|io)\b/i.test(token))
  );
}

/** "BLS/ACLS Requirements:" is a heading, not a mention. */
const HEADS =
  /^(?:\/[A-Z+]{2,8})?\s(?:certification\s|licen[cs]e\s)?(?:requirements?|information|details|instructors? job)\s{0,2}(?::|$)/i;

/** Whether a blank or slash follows. */
const mayHead = (text: string, end: number): boolean =>
  end < text.length && (text.charCodeAt(end) === SLASH || isSpace(text.charCodeAt(end)));
const SLASH = 47;

/** "Basic life support skills", "knowledge of first aid" speak of what one can do. */
const SKILL_BEHIND = /^\s(?:skills?|techniques?|procedures?|principles|knowledge|methodolog\w+|concepts)\b/i;
/** Abbreviations of what is taught to all, not of an exam. */
const TRAINED = /^(?:WHMIS|TDG|HACCP|SQF|CPR|BLS|AED|HIPAA|MSDS)\b/;
const KNOWN_BEFORE = /\b(?:knowledge|understanding|awareness) (?:of|in)\s[^.;:,]{0,40}$/i;

/** "WHMIS legislation", "ACLS protocols", "HACCP regulations": what one follows, held by nobody. */
const RULES_BEHIND =
  /^(?:\s?(?:\/|,\sand|,|&|and|or)\s?[A-Z]{2,6}){0,3}\s(?:and safety\s|safety\s|food safety\s)?(?:guidelines?|legislation|regulations?|rules|protocols?|principles|polic(?:y|ies)|laws?|algorithms?)\b/i;
/** "Graduate of an ARRT approved program", "CAAHEP-accredited school": the body stands for a school. */
const SCHOOL_BEHIND =
  /^[-\s](?:approved|accredited|recogni[sz]ed|certified|sponsored)\s(?:[\w-]+\s){0,5}(?:program(?:me)?s?|schools?|college|university|institution|curriculum|course of study)\b/i;
const GRADUATE_OF = /\b(?:graduat(?:e|es|ed|ion) (?:of|from)|enrolled in|student in|attending)\s[^.;:\n]{0,60}$/i;
const SCHOOL_WORD = /^[-\s](?:[\w-]+\s){0,3}(?:program(?:me)?s?|schools?|courses?|college)\b/i;

/** "Set out in the GMC's guidance", "NMC approved training", "the standards provided by the HCPC": a register's body that rules or approves. */
const RULED_BEFORE =
  /\b(?:set out|outlined|laid down|provided|recogni[sz]ed|approved|governed) (?:in|by)\s(?:the\s)?(?:[A-Z][A-Za-z ]{1,50}\s(?:and|&)\s(?:the\s)?)?$/;
const BODY_BEHIND =
  /^(?:\s\([A-Z]{3,5}\))?(?:['’]s\s(?!(?:\w+\s)?regist)|\s(?:recogni[sz]ed|approved|scored|training|and [A-Z]{3,5} codes?|codes?|standards?|paid|payment)\b)/i;
const isRuler = (text: string, start: number, end: number, from: number): boolean =>
  BODY_BEHIND.test(text.slice(end, end + 40)) || RULED_BEFORE.test(text.slice(Math.max(from, start - 80), start));

/** "The Notary Public Act" is a law. */
const ACT_BEHIND = /^\s(?:[A-Z]\w{2,15}\s){0,2}Act\b/;

/** Whether the name stands for rules or for a school, not for what an applicant holds. */
function isRulesOrSchool(text: string, start: number, end: number, from: number): boolean {
  const behind = text.slice(end, end + 80);
  if (!isSpace(text.charCodeAt(end)) && !/^[-/,]/.test(behind)) return false;
  if (RULES_BEHIND.test(behind) || SCHOOL_BEHIND.test(behind) || ACT_BEHIND.test(behind)) return true;
  return SCHOOL_WORD.test(behind) && GRADUATE_OF.test(text.slice(Math.max(from, start - 80), start));
}

/** "Initiates CPR", "procedures relating to first aid", "interventions such as CPR": what is done at work, unless a paper is named. */
const DONE_BEFORE =
  /\b(?:relat(?:ing|ed) to|(?:interventions|procedures|techniques|operations),? (?:such as|including|like))\s$|\b(?:initiat(?:e|es|ing)|perform(?:s|ing)?|administer(?:s|ing)?|render(?:s|ing)?)\s(?:basic\s|emergency\s)?$/i;

/**
 * Whether the posting itself spells the abbreviation out as something else: "Landmarks Preservation Commission (LPC)",
 * "CPA (Care Programme Approach)". The words must begin with its letters and be no name of the certificate.
 */
function meansOther(
  { text, surroundings, lexicon }: Reading,
  end: number,
  { surface, written }: NamedMeaning,
): boolean {
  if (!isCapital(written.charCodeAt(0))) return false;
  const words = spelledBehind(text, end, written) ?? surroundings.spelledOut(written);
  return words !== null && !lexicon.wordsOf(surface.entity, words);
}

const OPENS_BEHIND = /^\s?\(([A-Z][^()\n]{4,80})\)/;

/** The capitalised words in the parenthesis behind an abbreviation, where they begin with its letters. */
function spelledBehind(text: string, end: number, written: string): readonly string[] | null {
  if (text.charCodeAt(end) !== OPEN && text.charCodeAt(end + 1) !== OPEN) return null;
  const words = OPENS_BEHIND.exec(text.slice(end, end + 90))?.[1]
    ?.split(/[\s-]+/)
    .filter((word) => isCapital(word.charCodeAt(0)));
  return words?.map((word) => word[0]).join("") === written ? words : null;
}

/** Where the noun begins that a role completes: "registration" of "registration as a professional engineer", or -1. */
function roleNoun(text: string, from: number, start: number): number {
  const lead = text.slice(Math.max(from, start - 70), start);
  const noun = ROLE_NOUN.exec(lead);
  return noun === null ? -1 : start - (lead.length - noun.index);
}
const ROLE_NOUN =
  /\b(?:(?:certification|licensure|registration)\s?(?:\/|or|and)\s?)?(?:(?:certification|certificate) of registration|registration|registered|licen[cs]ed|licen[cs]es?|licensure|certification|certified|certificate|credentialed)(?: or otherwise [a-z]{5,12})?(?: to (?:practice|practise|work))?(?: in [A-Z][\w ]{2,20})?\s$/i;

/** Of "pharmacy technician license" and "certified pharmacy technician" the first is meant by "licensed as a pharmacy technician". */
function fitOfRole(text: string, noun: number, surface: string): Fit {
  if (noun === -1) return FIT.none;
  const stem = /^(?:licen|certif)/i.exec(text.slice(noun, noun + 6))?.[0].toLowerCase();
  return stem !== undefined && surface.toLowerCase().includes(stem) ? FIT.sentence : FIT.unconditional;
}

const CERTIFIED_BEFORE = /\bcertified\s$/i;

const isKnownOrDone = (lead: string): boolean =>
  KNOWN_BEFORE.test(lead) || (DONE_BEFORE.test(lead) && !/certif/i.test(lead));

/** Far context is enough only where the sentence or section asks for something. */
const isAskedFor = (reading: Reading, start: number, from: number, to: number): boolean => {
  const section = sectionOf(reading, start);
  return section === "required" || section === "preferred" || ASKS.test(reading.text.slice(from, to));
};
const ASKS =
  /certif|licen[cs]|credential|designation|regist|accredit|required|preferred|\bplus\b|desir|\basset\b|qualifi/i;

function fitOf(reading: Reading, meaning: NamedMeaning, start: number, end: number, sentence: number): Fit {
  const { text, sentences, surroundings } = reading;
  const { surface, written, form } = meaning;
  if (surface.case === "exact" && !isWritten(text, start, end, written)) return FIT.none;
  if (beginsInsideWord(text, start, meaning) || endsInsideWord(text, start, end)) return FIT.none;
  if (isNoPlural(text, start, end, meaning)) return FIT.none;
  const from = sentences.starts[sentence]!;
  const to = sentenceEnd(sentences, sentence);
  if (form === "role") return fitOfRole(text, roleNoun(text, from, start), surface.surface);
  if (form === "elided" && !(hasCredentials(reading, sentence) && hasElidedNoun(text, start, end, from, to)))
    return FIT.none;
  // Where "certified nursing assistant" was found to name a job, "nursing assistant" names no certificate either.
  if (
    form === "elided" &&
    meaning.holder !== "none" &&
    CERTIFIED_BEFORE.test(text.slice(Math.max(from, start - 12), start))
  )
    return FIT.none;
  if (form === "unlicensed" && !(hasLicences(reading, sentence) && hasSharedLicence(text, start, end, from, to)))
    return FIT.none;
  const fit = surroundings.fit(meaning.context, start, end, sentence, meaning.kind === "skill" ? 0 : 1);
  if (fit === FIT.none || meaning.kind === "skill") return fit;
  if (fit === FIT.posting && !isAskedFor(reading, start, from, to)) return FIT.none;
  if (meaning.issuer && !isCredentialOf(reading, start, end, sentence)) return FIT.none;
  if (isJoined(text, end) || isActor(text, start, end, meaning)) return FIT.none;
  if (isTimeZone(text, start, end) || isCourse(text, start, end) || isArticle(text, start, from)) return FIT.none;
  if (mayHead(text, end) && HEADS.test(text.slice(end, end + 40))) return FIT.none;
  if (
    !meaning.paper &&
    (surface.case === "any" || TRAINED.test(written)) &&
    (SKILL_BEHIND.test(text.slice(end, end + 24)) || isKnownOrDone(text.slice(Math.max(from, start - 60), start)))
  )
    return FIT.none;
  if (!meaning.paper && isRulesOrSchool(text, start, end, from)) return FIT.none;
  if (!meaning.paper && surface.entity.endsWith("-registration") && isRuler(text, start, end, from)) return FIT.none;
  if (meansOther(reading, end, meaning)) return FIT.none;
  const { holder } = meaning;
  if (holder === "none") return fit;
  const section = sectionOf(reading, start);
  const listed =
    section === "required" || section === "preferred" || (section === "other" && looksListed(reading, sentence));
  return namesLicence(holder, { text, start, end, from, to, listed }) ? fit : FIT.none;
}

/** A name that is also a skill's is the certificate only by a word of its own sentence: "MOS in Excel". */
const isSkillRather = (meanings: readonly Meaning[], { kind, context }: NamedMeaning, fit: Fit): boolean =>
  kind === "certificate" &&
  context !== null &&
  context.near > 0 &&
  fit !== FIT.sentence &&
  meanings.some((meaning) => meaning.kind === "skill");

function bestMeaning(reading: Reading, hit: number, sentence: number): { meaning: NamedMeaning; fit: Fit } | null {
  const { hits, lexicon } = reading;
  let best: { meaning: NamedMeaning; fit: Fit } | null = null;
  const meanings = lexicon.meanings[hits.key[hit]!]!;
  for (const meaning of meanings) {
    if (meaning.kind !== "certificate" && meaning.kind !== "skill") continue;
    if (best !== null && best.meaning.kind === "certificate" && meaning.kind === "skill") continue;
    const fit = fitOf(reading, meaning, hits.start[hit]!, hits.end[hit]!, sentence);
    if (isSkillRather(meanings, meaning, fit)) continue;
    if (fit > FIT.none && (best === null || fit > best.fit || best.meaning.kind !== meaning.kind))
      best = { meaning, fit };
  }
  return best;
}

/** The skill that a hit means without asking its surroundings, or null where they have to be asked or it is part of a word. */
function plainSkill({ text, hits, lexicon }: Reading, hit: number): NamedMeaning | null {
  const key = hits.key[hit]!;
  if ((lexicon.kinds[key]! & KIND.plain) === 0) return null;
  const [start, end] = [hits.start[hit]!, hits.end[hit]!];
  return isGlued(text, start) || isGlued(text, end) ? null : lexicon.plain[key]!;
}

/** A shorter certificate at the start of a skill, where the sentence speaks of certificates: "MOS in Excel and Word". */
function certificateInside(
  reading: Reading,
  hit: number,
  sentence: number,
): { meaning: NamedMeaning; fit: Fit; hit: number } | null {
  const { hits, lexicon } = reading;
  for (let at = hit + 1; at < hits.length && hits.start[at] === hits.start[hit]; at++) {
    if ((lexicon.kinds[hits.key[at]!]! & (KIND.name | KIND.plain)) !== KIND.name) continue;
    const best = bestMeaning(reading, at, sentence);
    if (best?.meaning.kind === "certificate" && best.fit === FIT.sentence) return { ...best, hit: at };
  }
  return null;
}

/** Whether a certificate begins inside the skill that hit `hit` names and goes on behind it: "Adobe [Photoshop] certification". */
function certificateOvertakes(reading: Reading, hit: number, sentence: number): boolean {
  const { hits, lexicon } = reading;
  const end = hits.end[hit]!;
  for (let at = hit + 1; at < hits.length && hits.start[at]! < end; at++) {
    if (hits.end[at]! <= end || (lexicon.kinds[hits.key[at]!]! & (KIND.name | KIND.plain)) !== KIND.name) continue;
    if (bestMeaning(reading, at, sentence)?.meaning.kind === "certificate") return true;
  }
  return false;
}

/** "Registered Nurse (College of Nurses of Ontario)" names once, with who registers. */
const isBody = (name: string): boolean =>
  /^(?:College|Board|Association|Society|Institute|Council|Order) of\b/.test(name);

const OPEN = 40;
const CLOSE = 41;

/** Leftmost-longest over certificates and skills together; a surface whose context fails gives way to a shorter one. */
export function findNamed(reading: Reading, heads: SharedHeads): Found[] {
  const { text, hits, lexicon, sentences } = reading;
  const found: Found[] = [];
  let taken = 0;
  let sentence = 0;
  for (let i = 0; i < hits.length; i++) {
    const start = hits.start[i]!;
    if (start < taken || (lexicon.kinds[hits.key[i]!]! & KIND.name) === 0) continue;
    while (sentence + 1 < sentences.starts.length && sentences.starts[sentence + 1]! <= start) sentence++;
    const plain = plainSkill(reading, i);
    const first = plain === null ? bestMeaning(reading, i, sentence) : { meaning: plain, fit: FIT.unconditional };
    if (first === null) continue;
    const inner = first.meaning.kind === "skill" ? certificateInside(reading, i, sentence) : null;
    const best = inner ?? first;
    const end = hits.end[inner === null ? i : inner.hit]!;
    if (inAddress(text, start, end)) continue;
    if (best.meaning.kind === "skill" && certificateOvertakes(reading, i, sentence)) continue;
    const { kind, entity, form } = best.meaning;
    if (form === "role") {
      const noun = roleNoun(text, sentences.starts[sentence]!, start);
      found.push({ kind, entity, start: noun, end, sentence, meaning: best.meaning, fit: best.fit });
      taken = end;
      continue;
    }
    if (text.charCodeAt(start - 1) === OPEN && text.charCodeAt(end) === CLOSE) {
      const before = found[found.length - 1];
      if (
        (before?.entity === entity || (before !== undefined && isBody(text.slice(start, end)))) &&
        /^\s?\($/.test(text.slice(before.end, start))
      ) {
        before.end = end + 1;
        taken = end + 1;
        continue;
      }
    }
    found.push({ kind, entity, start, end, sentence, meaning: best.meaning, fit: best.fit });
    taken = end;
    if (kind === "skill") continue;
    for (const item of continuations(text, start, end, heads)) {
      found.push({ kind, ...item, sentence, meaning: null, fit: best.fit });
      taken = item.end;
    }
  }
  return found;
}
