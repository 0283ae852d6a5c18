import { oneOf } from "../text/patterns.js";

/** Signs that a title is the job's or a colleague's, though a paper may be named beside it. */

/**
 * "A Registered Nurse (RGN or RMN) is required to work nights", "RGN required for a small home", "a nurse is needed for a contract"
 * head an advertisement.
 */
const WANTED = new RegExp(
  String.raw`^'?s?\s{0,2}(?:\([^()]{1,24}\)\s)?(?:is |are )?${oneOf(
    "required to (?:join|work|provide|cover)",
    String.raw`required for (?!our\b|the\b|this\b|your\b)(?:[\w-]+\s){0,5}(?:home|hospital|clinic|prison|surgery)\b`,
    String.raw`(?:required|needed|wanted) for an? (?:[\w-]+\s){0,3}(?:opportunity|assignment|contract)\b`,
  )}`,
  "i",
);

/** "Recruiting RGN or RMN qualified nurses" seeks nurses. */
const SOUGHT_BEFORE =
  /\b(?:recruit|recruiting|seeking|hiring|looking for|searching for|require|requires|need)\s(?:for\s)?(?:either\s|an?\s|(?:a|an) (?:number|handful|team) of\s|experienced\s|\d+\s){0,2}$/i;
const QUALIFIED_NURSE = /^\s?qualified\s(?:\w+\s)?nurses?\b/i;

/** "Requires a committed Registered Nurse with an RGN qualification": the licence of the one sought is named behind the job. */
const WITH_LICENCE = /^\s(?:\([A-Z]{2,5}\)\s)?with (?:either )?(?:an? )?(?:either )?(?:RGN|RMN)\b/;
const NURSE = /nurse$/i;

/** "Registered Nurses Required RGN/RMN Leeds" opens an advertisement with the jobs. */
const REQUIRED_BEHIND = /^\s(?:\([A-Z]{2,5}\)\s)?required\b/i;

/** "RGN / RMN Qualified Deputy Manager" in the first line is the advertisement's title. */
const QUALIFIED_TITLE = /^(?:\s?[/-]\s?[A-Z]{2,5})?\sQualified\s[A-Z]/;

/** "Nurse Practitioner (NP) – Aftercare" in the first line is its title too. */
const DASHED_TITLE =
  /^\s?(?:\([A-Z]{2,5}\)\s?)?[-–—]\s?(?=[A-Z])(?![^\n]{0,60}(?:board|registry|registered|licen|certif|required|preferred))/i;

/** "Certified Registered Nurse Anesthetist, CRNA, Float Team" and nothing else in the first line is its title. */
const TITLE_ALONE =
  /^(?:\s?\([A-Z]{2,6}\))?(?:[,–—-]?\s{1,2}(?:(?!Requ|Pref|Licen|Certif|Regist)[A-Z][\w/&.-]{0,20}|[-–—]|of|and|the|for|in)){1,9}\s{0,2}\n/;

/** "Under the direct supervision of a licensed RN": another holds the licence. */
const SUPERVISED_BEFORE =
  /\b(?:supervision|direction|guidance|delegation|supervised|directed|delegated)\s(?:of|by|from)\s(?:an?\s|the\s)?(?:licen[cs]ed|registered|certified|qualified)\s$/i;

/** "Run by a founder who is a registered nurse" praises the house. */
const HEAD_OF_HOUSE =
  /\b(?:CEO|founder|co-founder|president|owner|chief executive)(?: officer)? who (?:is|was) an?\s$/i;

/** "Given by a licensed registered nurse": whoever does it holds the licence. */
const DONE_BY = /\bby\s(?:an?|the)\s(?:licen[cs]ed|certified|qualified)\s$/i;

/** "All newly licensed RNs join a residency" speaks of those who come. */
const NEWLY_BEFORE = /\bnewly[\s-](?:licen[cs]ed|registered|qualified)\s$/i;
const PLURAL = /s$/;

/** "Qualification standards for nurse practitioner", "Registered Respiratory Therapist Qualification Standard" head rules of hiring. */
const STANDARDS_FOR = /\bqualification standards? (?:for|of)\s(?:the\s|an?\s)?$/i;
const STANDARD_BEHIND = /^\s?(?:\([A-Z]{2,5}\)\s)?qualification standards?\b/i;

/** "One year of experience as a registered nurse required", "2 years RN - required": how long one did the job. */
export const YEARS_AS = /\b(?:experience as an?|years? as an?|\d\+?\s(?:years?|yrs?)(?: of)?)\s$/i;

/** "Looking to hire caregivers and/or certified CNAs" seeks who does the job. */
const HIRED_AMONG =
  /\b(?:hir(?:e|ing)|recruit(?:ing)?|seeking|looking for)\s[^.,;:()\n]{2,60}\s(?:and\/or|and|or|&)\s(?:certified|licen[cs]ed|registered|qualified)\s$/i;

/** "Trauma Certified [Registered Nurse]" is another credential. */
const CERTIFIED_BEFORE = /\bCertified\s$/;
const REGISTERED = /^Registered\b/;

/** "If you are a qualified nurse, contact us": a call, whatever the licence. */
const CALL_BEFORE = /\bif you(?:['’]re| are)\s{1,2}(?:an?\s{1,2})?(?:(?!RGN|RMN)[\w-]{2,20}\s{1,2}){0,2}$/i;
const CONTACT_BEHIND =
  /^(?:(?!\bwith\b)[^.;:\n]){0,40}[.,]?\s(?:then\s)?(?:please|contact|call|apply|click|get in touch)\b/i;

/** "I would like to hear from you if you are an RN." */
const HEARD_BEFORE = /\bhear(?:ing)? from you if you(?:['’]re| are)\s{1,2}(?:an?\s{1,2})?(?:qualified\s)?$/i;
const ENDS_SENTENCE = /^\s?(?:\([A-Z]{2,5}\))?(?:[.!]|\s?$)/;

/** "The Board of Registration for Professional Engineers" is a body. */
const BODY_BEFORE =
  /\b(?:Board|Council|Bureau|Department|Division) (?:of|for) (?:Registration (?:of|for) )?(?:[A-Z][a-z]+(?:,\s(?:and\s)?|\sand\s|\s)){0,4}$/;

/** "Registered Nurse - RN" in a line of its own says the job's title twice. */
const SPELLED_BEFORE = /^[^A-Za-z]*(?:Registered|Licensed)\s(?:[A-Z][a-z]+\s){0,2}Nurse\s?[-–—]\s?$/;

/** `lead` and `after`: the text before and behind the title in its sentence; `others`: titles behind it that share its noun. */
export interface Beside {
  title: string;
  lead: string;
  /** The lead without another title that an "or" joins to this one. */
  before: string;
  after: string;
  others: string;
  /** Nothing but marks, or "Certified", stands before it in the posting. */
  opensText: boolean;
}

export function namesJob({ title, lead, before, after, others, opensText }: Beside): boolean {
  const behind = after.slice(others.length);
  return (
    WANTED.test(behind) ||
    (QUALIFIED_NURSE.test(behind) && SOUGHT_BEFORE.test(before)) ||
    (NURSE.test(title) && WITH_LICENCE.test(after)) ||
    (opensText && PLURAL.test(title) && REQUIRED_BEHIND.test(behind)) ||
    (opensText && (QUALIFIED_TITLE.test(after) || DASHED_TITLE.test(after) || TITLE_ALONE.test(after))) ||
    (PLURAL.test(title) && BODY_BEFORE.test(lead)) ||
    (after.trim() === "" && SPELLED_BEFORE.test(lead)) ||
    SUPERVISED_BEFORE.test(lead) ||
    DONE_BY.test(lead) ||
    HEAD_OF_HOUSE.test(lead) ||
    STANDARDS_FOR.test(lead) ||
    STANDARD_BEHIND.test(after) ||
    (PLURAL.test(title) && (NEWLY_BEFORE.test(lead) || HIRED_AMONG.test(lead))) ||
    (REGISTERED.test(title) && CERTIFIED_BEFORE.test(lead)) ||
    (HEARD_BEFORE.test(before) && ENDS_SENTENCE.test(behind)) ||
    (CALL_BEFORE.test(before) && CONTACT_BEHIND.test(behind))
  );
}

/** "Position details:" in the line before heads the job's title. */
const TITLE_LABEL =
  /(?:^|\n)[^A-Za-z\n]{0,6}(?:(?:position|job|role|posting)\s(?:details?|titles?|name)|discipline|profession)\s?:\s{0,4}$/i;
const LABEL = 40;
export const isLabelledTitle = (text: string, from: number): boolean =>
  TITLE_LABEL.test(text.slice(Math.max(0, from - LABEL), from));

/** "Registered Nurse is the first of our jobs", "RN manages lines": a title of which something is told. */
export const TELLS =
  /^(?:\([^()]{1,24}\))?\s?(?:is|are|has|manages|works|provides|performs|assesses|assists|delivers|coordinates|plans|collaborates|may|can)\b/i;
export const OPENS_SENTENCE = /^(?:as|the|our|each|every)/i;

/** "The Acme Certified Medical Assistant performs all tasks of the program": whoever does the job. */
const NAMED_WORKER = /\b[Tt]he\s(?:[A-Z][\w&-]*\s){1,3}$/;
export const isTold = (lead: string, after: string): boolean =>
  NAMED_WORKER.test(lead) && TELLS.test(after.trimStart());

/** "Registered Nurse – Operating Room - Travel": behind dashes stand where and how the post is worked. */
export const POST_BEHIND =
  /^(?:\([A-Z]{2,6}\)\s)?[-–—]\s(?:[A-Z(][\w/&)]{0,20}[\s,–-]{1,3}){1,8}(?:Travel|Nights?|Days?|Evenings?|Weekends?|PRN|Per Diem|Contract|Full[ -]Time|Part[ -]Time)\b/;
