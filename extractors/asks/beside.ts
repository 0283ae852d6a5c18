import { codesOf, IN_WORD, pairOf, pairsOf } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import type { Span } from "./site.js";

/** What the words around a certificate say of it where no cue does. */

const STATE_WORD =
  /\b(?:valid|current|active|unrestricted|unexpired|clear and active|possession of an?)\s(?:[^.;\n]{0,50}\s)?$/i;
const STATE = /^(?:valid|current|active|full|unrestricted)\s/i;
const STATE_REACH = 60;
const LONGEST_STATE = 14;
const isBlank = (code: number): boolean => code <= 32 || code >= 160;

/** The first two letters of a word of a state, and its second and third. */
const STATE_BEGINS = pairsOf("va cu ac un cl po");
const STATE_GOES_ON = pairsOf("al ur ct nr ne le os");
const ENDS_CLAUSE = codesOf(".;\n");

/** Whether a word that begins like one of a state stands in `[from, to)`, and nothing behind it ends the clause. */
function mayNameState(text: string, from: number, to: number): boolean {
  const { codes } = unitsOf(text);
  for (let at = to - 1; at >= from; at--) {
    if (ENDS_CLAUSE[codes[at]!] === 1) return false;
    if (
      STATE_BEGINS[pairOf(codes[at]!, codes[at + 1]!)] === 1 &&
      STATE_GOES_ON[pairOf(codes[at + 1]!, codes[at + 2]!)] === 1 &&
      (at === from || IN_WORD[codes[at - 1]!] === 0)
    )
      return true;
  }
  return false;
}

/** "With a valid state licence as an RN": the words before it say in what state it has to be. */
export function hasState(text: string, from: number, start: number): boolean {
  const reach = Math.max(from, start - STATE_REACH);
  return (
    start > 0 &&
    isBlank(text.charCodeAt(start - 1)) &&
    mayNameState(text, reach, start) &&
    STATE_WORD.test(text.slice(reach, start))
  );
}

/** "Current NMC registration": its own first word says so. */
export const namesState = (text: string, { start }: Span): boolean =>
  STATE.test(text.slice(start, start + LONGEST_STATE));

const SPACE = 32;
const COMMA = 44;
const AT_NEED =
  /^(?: certifi\w{1,8}| licen[cs]e| (?:test )?(?:scores?|results?))?,?\s\(?(?:(?:when|where|if|as) needed|(?:when|where|if) (?:required|necessary|available))(?! (?:by|for|under)\b)/i;

/** "CPR certification (when required)", "food handler card as needed", "licence (if available)": asked of nobody in particular. */
export function isOnlyAtNeed(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return (code === SPACE || code === COMMA) && AT_NEED.test(text.slice(end, end + 45));
}

const IN_CASE =
  /\bif (?:you|they|he or she|an? [\w-]{2,20}(?: [\w-]{2,20}){0,4}) (?:already |currently )?(?:are|is|have|has|hold|holds|obtain|obtains|earn|earns)\b[^.;:\n]{0,80}$/i;
const SHOWS_WHO =
  /\b(?:establish\w{0,4}|proof of|verif\w{1,6}) (?:your |their )?(?:identity|identification)\b[^;\n]{0,140}$/i;
const CASE_REACH = 180;

/**
 * Nothing is asked for that is supposed in the midst of a sentence ("tell us if you have obtained an RN licence") or that only
 * shows who one is ("proof of identity, such as a driver's licence").
 */
export function isBeside(text: string, from: number, start: number): boolean {
  const before = text.slice(Math.max(from, start - CASE_REACH), start);
  return (before.includes("if ") && IN_CASE.test(before)) || (before.includes("dentit") && SHOWS_WHO.test(before));
}

/** "A premium of 15% if registered with the HCPC", "$2 an hour more if you are certified". */
const PAID_IF =
  /(?:[$£€]\s?\d|\d\s?%|\b(?:premium|differential|supplement|uplift|extra pay|pay increase))[^.;:\n]{0,80}\bif\b[^.;:\n]{0,60}$/i;
export const isPaidFor = (text: string, from: number, start: number): boolean => {
  const before = text.slice(Math.max(from, start - CASE_REACH), start);
  return before.includes(" if ") && PAID_IF.test(before);
};

/** Words behind which stands whom a posting seeks, or what they are or hold. */
const SEEKS =
  /(?:^\W{0,6}as an?|\b(?:looking for|looking to (?:recruit|hire|employ|appoint)|(?:seeking|seeks)(?: to (?:recruit|hire|appoint))?|to recruit|recruiting(?: for)?|searching for|in search of|hearing from|applications from|(?:opportunit(?:y|ies)|vacanc(?:y|ies)|positions?)(?: available)? for|arisen for|(?:you|candidates?|applicants?|postholder|holder|worker|nurse|manager)(?: for (?:this|the) (?:role|post|position|job|vacancy))? will (?:also |already )?(?:be|have|hold)|(?:you|we)(?:'|’)ll (?:be|have|hold)|(?<!(?:candidates|applicants|individuals|employees|those|students|graduates|members) )who (?:is|are|has|have|holds?)|(?:and|also|you) hold|are you|(?:is|are|be) qualified (?:to|as)))\s([^.;:\n?]{0,120})$/i;
/** Words that tell of another's certificate, of a later one or of work with it; and "you will be the ...", which names the post. */
const OF_OTHERS =
  /^the\b|, (?:the|you|we|our|this)\b|\b(?:to (?!an?\b|nvq\b|level\b|degree\b|practi[cs]e\b)|who will|works?|supports?(?! worker)|trained|responsible (?:for|to)|able|part of|alongside|given|offered|enrolled|required|expected|team of|under|towards?|completed?)\b/i;
/** What is done to or with others: "looking for a trainer delivering NVQ courses"; these are no such deeds. */
const DOING =
  /\b(?!(?:nurs|car|outstand|inspir|practi[cs]|enterpris|excit|exist|hav|be|hold|includ|charg|visit|dur|hous|learn|engineer|account|coach|market|counsel|build|weld)ing\b)[a-z]{2,14}ing\b/i;
const SEARCH_REACH = 200;

/** "We are looking for a manager who is RGN qualified", "As a qualified RMN": the one sought is or has this. */
export function isSought(text: string, from: number, start: number): boolean {
  const between = SEEKS.exec(text.slice(Math.max(from, start - SEARCH_REACH), start).replace(/\s{2,}/g, " "))?.[1];
  return between !== undefined && !OF_OTHERS.test(between) && !DOING.test(between);
}

/** "Hold RMN registration", "Copy of your teaching licence": an item that opens so asks for what it names. */
const HELD_ITEM =
  /^[^A-Za-z\n]{0,6}(?:currently\s)?(?:holds?|possess(?:es)?|(?:a\s|one\s|legible\s|current\s)?cop(?:y|ies) of)\s[^.,;:\n]{0,50}$/i;
const LONGEST_HELD = 70;
export const opensHeld = (text: string, from: number, start: number): boolean =>
  start - from < LONGEST_HELD && HELD_ITEM.test(text.slice(from, start));

/** "Understanding of teacher certification exams": what is known of a certificate is held by others. */
const KNOWN =
  /\b(?:knowledge|understanding|awareness|familiarity|familiar|conversant) (?:of|in|with)\s[^.;:,\n]{0,40}$/i;
const IN_GENERAL =
  /^\s(?:\w{2,14}\s)?(?:exams?|examinations?|tests?|process(?:es)?|requirements|standards|curricul\w{1,3}|framework|programmes?|programs?)\b/i;
export const isOnlyKnown = (text: string, from: number, { start, end }: Span): boolean =>
  isBlank(text.charCodeAt(end)) &&
  IN_GENERAL.test(text.slice(end, end + 40)) &&
  KNOWN.test(text.slice(Math.max(from, start - KNOWN_REACH), start));
const KNOWN_REACH = 70;
