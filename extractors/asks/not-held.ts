import type { CertificateMeaning } from "../matching/meaning.js";
import { isSpace } from "../text/codes.js";

/** Names of certificates that stand for something nobody holds: a heading, a skill, a deed, a rule, a school or a body. */

/** "BLS/ACLS Requirements:" is a heading, not a mention. */
const HEADS =
  /^(?:\/[A-Z+]{2,8})?\s{1,2}(?:certification\s|licen[cs]e\s)?(?:(?:requirements?|information|details|instructors? job)\s{0,2}(?::|$)|qualifications\s{0,2}:)/i;

const SLASH = 47;

/** Whether the name heads what follows instead of being asked for. */
export const isHead = (text: string, end: number): boolean =>
  end < text.length &&
  (text.charCodeAt(end) === SLASH || isSpace(text.charCodeAt(end))) &&
  HEADS.test(text.slice(end, end + 40));

/** "Basic life support skills", "knowledge of first aid" speak of what one can do. */
const SKILL_BEHIND =
  /^\s(?:skills?|techniques?|procedures?|principles|knowledge|methodolog\w+|concepts|process(?:es)?|practices)\b/i;
/** Abbreviations of what is taught to all, not of an exam. */
const TRAINED = /^(?:WHMIS|TDG|HACCP|SQF|CPR|BLS|AED|HIPAA|MSDS)\b/;
const KNOWN_BEFORE = /\b(?:knowledge|understanding|awareness) (?:of|in)\s[^.;:,]{0,40}$/i;

/** "Initiates CPR", "procedures relating to first aid", "interventions such as CPR": what is done at work, unless a paper is named. */
const DONE_BEFORE =
  /\b(?:relat(?:ing|ed) to|(?:interventions|procedures|techniques|operations),? (?:such as|including|like))\s$|\b(?:initiat(?:e|es|ing)|perform(?:s|ing)?|administer(?:s|ing)?|render(?:s|ing)?|assist(?:s|ing|ance)? (?:in|with))\s(?:basic\s|emergency\s)?$/i;

const isKnownOrDone = (lead: string): boolean =>
  KNOWN_BEFORE.test(lead) || (DONE_BEFORE.test(lead) && !/certif/i.test(lead));

/** Whether what can be done is meant, where the name is no abbreviation of an exam's. */
const isSkillOrDeed = (text: string, start: number, end: number, from: number, meaning: CertificateMeaning): boolean =>
  (!meaning.exact || TRAINED.test(meaning.written)) &&
  (SKILL_BEHIND.test(text.slice(end, end + 24)) || isKnownOrDone(text.slice(Math.max(from, start - 60), start)));

/** "WHMIS legislation", "ACLS protocols", "HACCP regulations": what one follows, held by nobody. */
const RULES_BEHIND =
  /^(?:\s?(?:\/|,\sand|,|&|and|or)\s?[A-Z]{2,6}){0,3}\s(?:and safety\s|safety\s|food safety\s)?(?:guidelines?|legislation|regulations?|rules|protocols?|principles|polic(?:y|ies)|laws?|algorithms?)\b/i;
/** "Graduate of an ARRT approved program", "CAAHEP-accredited school": the body stands for a school. */
const SCHOOL_BEHIND =
  /^[-\s](?:approved|accredited|recogni[sz]ed|certified|sponsored)\s(?:[\w-]+\s){0,5}(?:program(?:me)?s?|schools?|college|university|institution|curriculum|course of study)\b/i;
const GRADUATE_OF = /\b(?:graduat(?:e|es|ed|ion) (?:of|from)|enrolled in|student in|attending)\s[^.;:\n]{0,60}$/i;
const SCHOOL_WORD = /^[-\s](?:[\w-]+\s){0,3}(?:program(?:me)?s?|schools?|courses?|college)\b/i;

/** "The Notary Public Act" is a law. */
const ACT_BEHIND = /^\s(?:[A-Z]\w{2,15}\s){0,2}Act\b/;

/** "The State Bar Foundation" is an organisation. */
const ORGANISATION_BEHIND = /^\s(?:Foundation|Journal|Magazine|Conference)\b/;

/** Whether the name stands for rules or for a school, not for what an applicant holds. */
function isRulesOrSchool(text: string, start: number, end: number, from: number): boolean {
  const behind = text.slice(end, end + 80);
  if (!isSpace(text.charCodeAt(end)) && !/^[-/,]/.test(behind)) return false;
  if (RULES_BEHIND.test(behind) || SCHOOL_BEHIND.test(behind) || ACT_BEHIND.test(behind)) return true;
  if (ORGANISATION_BEHIND.test(behind)) return true;
  return SCHOOL_WORD.test(behind) && GRADUATE_OF.test(text.slice(Math.max(from, start - 80), start));
}

/** "Set out in the GMC's guidance", "NMC approved training", "the standards provided by the HCPC": a register's body that rules or approves. */
const RULED_BEFORE =
  /\b(?:set out|outlined|laid down|provided|recogni[sz]ed|approved|governed) (?:in|by)\s(?:the\s)?(?:[A-Z][A-Za-z() ]{1,80}\s(?:and|&)\s(?:the\s)?)?(?:[A-Z][A-Za-z ]{1,50}\s\()?$|\b[Cc]odes? of (?:[Pp]rofessional )?(?:[Cc]onduct|[Pp]ractice|[Ee]thics) (?:and|of) (?:the\s)?(?:[A-Z][A-Za-z ]{1,50}\s\()?$/;
const BODY_BEHIND =
  /^(?:\s\([A-Z]{3,5}\))?(?:['’]s\s(?!(?:\w+\s)?regist)|\s(?:recogni[sz]ed|approved|scored|training|and [A-Z]{3,5} codes?|codes?|revalidation|standards?|paid|payment)\b)/i;
const isRuler = (text: string, start: number, end: number, from: number): boolean =>
  BODY_BEHIND.test(text.slice(end, end + 40)) || RULED_BEFORE.test(text.slice(Math.max(from, start - 150), start));

/** "A degree from a college of [nursing Licensure] required": a noun opens the next item where the line end was lost. */
const SUBJECT_BEFORE = /\b(?:schools?|colleges?|bachelor|master|associate|science|degree)(?:['’]s)?\s(?:of|in)\s$/i;
const NOUN_OPENS = /^[a-z][a-z ]*\s[A-Z]/;
/** Whether a name begins with what is studied and goes on with the next item's noun. */
export const isOfStudy = (text: string, start: number, end: number): boolean =>
  NOUN_OPENS.test(text.slice(start, end)) && SUBJECT_BEFORE.test(text.slice(Math.max(0, start - 24), start));

/** "A literacy test equivalent to NVQ Level 2": what one sits is as hard, and gives no such paper. */
const TEST_BEFORE =
  /\b(?:tests?|assessments?|exams?),? (?:which is |that is )?(?:at a level )?equivalent to (?:an? )?$/i;
const TEST_REACH = 60;
const [A, N, O] = [97, 110, 111];
/** Most names follow another word than "to", "a" or "an". */
function isLikeTest(text: string, start: number, from: number): boolean {
  const last = text.charCodeAt(start - 2);
  return (
    (last === O || last === A || last === N) && TEST_BEFORE.test(text.slice(Math.max(from, start - TEST_REACH), start))
  );
}

/** Whether the name, which does not say that a paper is meant, stands for something that nobody holds. */
export const isNotHeld = (
  text: string,
  start: number,
  end: number,
  from: number,
  meaning: CertificateMeaning,
): boolean =>
  isSkillOrDeed(text, start, end, from, meaning) ||
  isRulesOrSchool(text, start, end, from) ||
  isLikeTest(text, start, from) ||
  (meaning.register && isRuler(text, start, end, from));
