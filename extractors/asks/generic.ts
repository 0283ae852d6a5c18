import { isSpace, trimmedEnd } from "../text/codes.js";
import { oneOf } from "../text/patterns.js";
import { isFlatHeading, isHeading, saysNone } from "./noun-headings.js";
import { isOfState, isOfTrade, isPlain, opensItem, opensSentence } from "./plain-words.js";
import type { InSentence } from "./site.js";
import {
  isPractising,
  isStateLicensed,
  isUnnamedRegistration,
  LICENCE,
  MUST,
  NEEDS_MUST,
  namesProfession,
} from "./unnamed-licences.js";

/**
 * Unnamed requests: "relevant certification preferred", "must be licensed", "current state licensure". The noun must stand
 * alone or with words that name nothing.
 */

/** Words directly before the noun that make it something else. */
const ELSE_BEFORE = new RegExp(
  String.raw`\b${oneOf(
    // Papers of things, firms and deeds.
    "birth|death|marriage|gift|product|software|business|liquor|license plate|ssl|tls|digital|iso|organic|building|company",
    "occupancy|insurance|stock|tax|vehicle|firearms?|fishing|hunting|music|media|content|leed|energy|safety",
    // Papers of a school.
    "college|graduate|school|high school|completion|course",
    // Such as was named before, or another's.
    "this|that|these|those|such|said|its|their|the same|similar|equivalent|list (?:your )?current",
    "(?:above|aforementioned|listed|indicated|mentioned|stated)(?: required)?",
    "already (?:have|having|hold|holding|possess|possessing) an?|the (?:certificate|certification|licen[cs]e) (?:or|and)",
  )}\s$`,
  "i",
);

/** "As determined by the board", "as needed": no name of the licence. */
const NOT_AS = oneOf(
  "determined|required|needed|necessary|applicable|appropriate|specified|mandated|defined|stated|outlined|listed|prescribed",
  "requested|dictated|indicated|set",
);
/** "In good standing", "in any of the following areas", "in nursing or a related field": what it is in is not named. */
const IN_NO_FIELD = oneOf(
  String.raw`an?\b|any\b|the\b|his\b|her\b|their\b|applicable\b|each\b|all\b|relevant|related|your`,
  "one (?:or more )?of the (?:following )?(?:areas?|fields?|disciplines?|specialt)",
  "good|field|respective|state|area|clinical specialt|desired|designated|specialty|this|coverage|assigned|practi[cs]ing|[A-Z][a-z]+ state",
  String.raw`[^.;\n]{1,60}\bor (?:an? |other )?(?:related|similar|relevant) (?:fields?|areas?|disciplines?|subjects?)`,
);
const ASKED = oneOf("required|preferred|mandatory|desired|desirable|optional");
/** What behind the noun says which one it is, or that it is another thing. */
const ELSE_BEHIND = new RegExp(
  String.raw`^(?:'s)?\s{0,2}${oneOf(
    // Which one it is.
    String.raw`of\b|as\b(?! (?:may be )?${NOT_AS}\b)|to\b(?! demonstrate\b)|in (?!${IN_NO_FIELD})|by\b`,
    "for: |for (?!this|the position|your|position|some|unit|area|the (?:area|unit|specialty)|specialt)",
    String.raw`with\b(?! the (?:state|board|province|commonwealth))`,
    String.raw`such as|like|including|\(e\.?g|\(i\.?e|e\.g`,
    String.raw`(?:(?:are|is) )?(?:strongly |highly )?(?:preferred|required|desired|desirable|a plus),? (?:such as|like|including|e\.g)`,
    String.raw`:(?!\s{0,2}${ASKED}\s{0,2}(?:$|[.,;)•*]))`,
    // Something of the paper, or done with it.
    String.raw`number|plates?\b|agreements?|fees?\b|holders?|keys?\b|issued|processing|applications?\b|department|office\b`,
    String.raw`and (?:access to|use of|own) [^.;\n]{0,20}(?:car|vehicle|transport)\b`,
    String.raw`renewal|program|body|bodies|board|authority|authorities|exam|test|process|record|status|level|endorsement|system\b`,
    String.raw`requirements?\b(?! (?:as|are) (?:determined|required|specified|set|defined|mandated)\b)`,
    ",? (?:certification,? |and |registration,? ){1,4}verification policy|information|suspension|assistance|reimbursement|support|and certification|and accreditation|and training|training|matters|is a mission|(?:noted|listed) (?:in|above|below)\\b",
  )}`,
  "i",
);

/** "License must be active": what opens its sentence speaks of the one before. */
const OPENS_SENTENCE = /^[\W\d]{0,6}$/;
const OF_THE_SAME =
  /^\smust (?:be|remain) (?:active|current|valid|in good|maintained|kept|unrestricted|unencumbered|on file)\b/i;
const speaksOfSame = ({ text, start, from }: InSentence, after: string): boolean =>
  OF_THE_SAME.test(after) && OPENS_SENTENCE.test(text.slice(from, start));

/** What is lost or paid for is no request: "failure to obtain certification", "pay is based on certifications". */
const NO_REQUEST_BEFORE =
  /\b(?:based (?:up)?on|commensurate with|depend(?:s|ing|ent)? (?:up)?on)\s[^.;:\n]{0,40}$|\b(?:loss of|failure to (?:become|obtain|maintain|complete|achieve|retain))\s(?:(?:an?|the|this|required|such)\s)?(?:training (?:and|or)\s)?$/i;

/** "Sales Cloud (Certification preferred)": the name before the parenthesis says which. */
const NAMED_OUTSIDE = /[A-Z][\w+#.-]{0,30}\s?\((?:relevant |current |valid )?$/;
/** "Must be a licensed contractor" names the licence by its holder; "a licensed professional" names none. */
const ARTICLE_BEFORE = /\ban?\s(?:[a-z]{4,12}ly\s)?$/i;
const ANY_HOLDER = /^\s(?:[\w-]{2,20}\s){0,2}(?:professional|provider|clinician|practitioner|individual)s?\b/i;
const namesHolder = (before: string, after: string): boolean =>
  ARTICLE_BEFORE.test(before) && /^\s[a-z]/i.test(after) && !ANY_HOLDER.test(after);

/** "Get licensed", "become certified": what an applicant will be. */
const BECOMES = /\b(?:become|becoming|get|getting|becomes|be)\s(?:fully\s|state\s|duly\s|board\s)?$/i;
const AS_JOB = /^\s{1,2}(?:and|or|&)\s{1,2}\w+\s{1,2}(?:as|by|in)\b/i;

/** Whether "certified" or "licensed" is demanded of the applicant, and no job is named by it. */
const isDemanded = (before: string, after: string): boolean =>
  (MUST.test(before) || BECOMES.test(before)) && !namesHolder(before, after) && !AS_JOB.test(after);

/** "Send your CV and credentials", "copies of relevant certificates" ask for diplomas and letters. */
const PAPERS = /^(?:credentials?|certificates?)$/i;
const PAPERS_BEFORE =
  /\b(?:cvs?|r[eé]sum[eé]s?|cover letters?|transcripts?|copies of|submit|send|attach)\b[^.;:\n]{0,40}$/i;
/** Whether licensing requirements are an applicant's to meet, not an employer's to follow. */
const MEETS_BEFORE = /\b(?:meet|complete|satisfy|fulfil{1,2}|pass)\b[^.;:\n]{0,40}$/i;

/** "Professional procurement certification": a word that names a field, not a certificate, behind "professional". */
const OF_FIELD = /\b[Pp]rofessional [a-z]{4,20}\s$/;
/** "We cover the cost of the licence", "eligible for licensure": nothing was named before. */
const OF_NONE_NAMED =
  /\b(?:costs?|fees?|price|expenses?) (?:of|for) (?:obtaining |getting )?(?:the|your|any) $|\beligib(?:le|ility) for $/i;
const ALONE = /^(?:certifications?|licensures?|licen[cs]es?|certs?|credentials?)$/i;

/** What a lost blank glues to the word before a noun: "independentlyAdditional certifications". */
const GLUED = /^[A-Za-z]{0,30}[a-z](?=[A-Z])/;

/** The word before the noun, without its marks; of "degree/technical certification" the last is the noun's. */
function lastWord(before: string): string {
  const end = trimmedEnd(before, 0, before.length);
  let start = end;
  while (start > 0 && !isSpace(before.charCodeAt(start - 1))) start--;
  const word = before.slice(start, end).replace(/^[("'*•-]+|[,.;:)"'*]+$/g, "");
  return word.split("/").findLast(Boolean)?.replace(GLUED, "") ?? "";
}

/** Papers of many kinds: only with a word of a trade are they certifications. */
const ANY_PAPER = /^(?:certificates?|certs?|accreditation|credentials?)$/i;

/** Whether the noun stands alone or behind a word that names nothing, and means no other papers. */
function namesNothing(noun: string, before: string, after: string): boolean {
  const last = opensSentence(before) ? "" : lastWord(before);
  if (isOfState(before)) return LICENCE.test(noun);
  if (
    last !== "" &&
    !isPlain(last) &&
    !(ALONE.test(noun) && opensItem(before, after)) &&
    !OF_NONE_NAMED.test(before) &&
    !OF_FIELD.test(before)
  )
    return false;
  if (ANY_PAPER.test(noun) && !isOfTrade(last)) return false;
  if (PAPERS.test(noun) && PAPERS_BEFORE.test(before)) return false;
  if (/^licensing/i.test(noun) && !MEETS_BEFORE.test(before)) return false;
  return last !== "" || ALONE.test(noun) || /[\s/]/.test(noun);
}

/** The id of the unnamed request that the noun makes here, or null where it names or heads something. */
export function unnamedRequest(site: InSentence): "generic-certification" | "generic-license" | null {
  const { text, start, end, from, to } = site;
  const noun = text.slice(start, end);
  const before = text.slice(Math.max(from, start - 60), start);
  const after = text.slice(end, Math.min(to, end + 90));
  if (/^regist/i.test(noun)) return isUnnamedRegistration(site, noun, before, after) ? "generic-license" : null;
  const isLicence = LICENCE.test(noun);
  if (isLicence && (isStateLicensed(site) || isPractising(site, before)))
    return namesProfession(site) ? null : "generic-license";
  if (!(NEEDS_MUST.test(noun) ? isDemanded(before, after) : namesNothing(noun, before, after))) return null;
  if (speaksOfSame(site, after)) return null;
  if (ELSE_BEHIND.test(after) || ELSE_BEFORE.test(before) || NO_REQUEST_BEFORE.test(before)) return null;
  if (NAMED_OUTSIDE.test(before) || saysNone(after) || isHeading(site) || isFlatHeading(site)) return null;
  if (!isLicence) return "generic-certification";
  return namesProfession(site) ? null : "generic-license";
}
