import type { Education } from "../../models/extraction.js";

/**
 * How a degree is written, from its first letter on; `unlessAfter` refuses it by the 24 lower-cased characters in front. The
 * first that fits decides.
 */
interface DegreePattern {
  /** Letters that it may begin with, lower-case: the others need no look. */
  initials: string;
  level: Education;
  pattern: RegExp;
  unlessAfter?: RegExp;
  /** Needs these among the 24 lower-cased characters in front. */
  onlyAfter?: RegExp;
}

/** What follows a degree's initials when they mean the degree: "BS in", "BA/BS", "MS or PhD", "MBA degree", "BSc (Hons)". */
const NEXT = String.raw`(?=\s{0,3}(?:\/|,|\)|\(|or\b|and\/or\b|in\b|degrees?\b|required|preferred|from\b|with\b|\+|&|level\b|plus\b|of\b|;|\.|-\s|–|\n|$))`;

const DEGREE_PATTERNS: readonly DegreePattern[] = [
  {
    initials: "hs",
    level: "high_school",
    pattern:
      /^(?:high[\s-]{0,2}school(?:\s{0,3}(?:\/|or)\s{0,3}GED|(?:\s{1,3}or\s{1,3}(?:equivalent|GED))?[\s(-]{0,3}(?:level\s|senior\s)?(?:diploma|graduat|equivalen|education|certificat|degree|completion|leaver|or\b|GED))|HS\s{1,3}(?:diploma|graduat|degree|or\b)|HS\/GED|high school\s{0,2}\((?:required|preferred)\)|secondary\s{1,3}(?:\(high\)\s{1,3})?(?:school|education)\s{1,3}(?:diploma|graduat|certificat|education|or\b|completion))/i,
    unlessAfter: /(?:post|beyond|teach\w*|\bour)[\s-]*$/,
  },
  {
    initials: "g",
    level: "high_school",
    pattern: /^(?:GEDs?\b|G\.E\.D\.?|GCSEs?\b)/,
    unlessAfter: /\bat $/,
  },
  {
    initials: "g",
    level: "high_school",
    pattern: /^grad(?:uat\w+) (?:from|of) (?:an? )?(?:accredited )?(?:US |U\.S\. )?high school/i,
  },
  {
    initials: "g",
    level: "bachelor",
    pattern: /^graduat\w+ (?:from|of) an? (?:\w+ )?(?:four|4)[- ]year (?:college|university)/i,
  },
  {
    initials: "g",
    level: "associate",
    pattern: /^graduat\w+ (?:from|of) an? (?:\w+ )?(?:two|2)[- ]year (?:college|program)/i,
  },
  {
    initials: "pdjme",
    level: "doctorate",
    pattern: new RegExp(
      `^(?:Ph\\.?\\s?D\\b|PHD\\b|phd\\b|[Dd]octorate|[Dd]octoral\\s{1,3}(?:degree|level|candidate)|Doctor of\\s|doctor's degree|doctoral|J\\.?D\\.?${NEXT}|PharmD\\b|Pharm\\.D|DNP\\b|Ed\\.?D\\b|Psy\\.?D\\b|DVM\\b|DDS\\b|DPT\\b|M\\.D\\.|MD${NEXT})`,
    ),
    unlessAfter: /(?:, |\bwith |\bby |\bdr\.? )$/,
  },
  {
    initials: "m",
    level: "master",
    pattern: new RegExp(
      `^(?:Master(?:['’]?s?['’]?|s['’]?)\\s{1,3}(?:\\w+\\s)?(?:degrees?|level|in\\b|of\\s(?:science|arts|business|education|public|social|engineering|law|nursing|fine|health|architecture|divinity|library|\\w+ administration)|or\\b|preferred|required|program|qualification)|Master['’]s\\b(?!\\s(?:licen|ticket|unlimited|certificate of))|Masters${NEXT}|MSW\\b|MLIS\\b|MFA\\b|M\\.?B\\.?A\\.?${NEXT}|M\\.?Ed\\b|MSc\\b|M\\.Sc|MSN\\b|MEng\\b|MPH\\b|M\\.S\\.|M\\.A\\.|MS(?=\\s{0,3}(?:\\/|or\\b|in\\b|degree|\\/PhD))|MA(?=\\s{0,3}(?:\\/|or\\b|in\\b|degree)))`,
      "i",
    ),
    unlessAfter: /(?:scrum|web|\bto|quarter|past|,|\bcan|post) ?$/,
  },
  {
    initials: "gap",
    level: "master",
    pattern: /^(?:graduate|advanced|postgraduate)[\s-]{1,3}(?:level\s{1,3})?degree/i,
    unlessAfter: /under-?$/,
  },
  { initials: "l", level: "bachelor", pattern: /^LL\.?B\b/ },
  {
    initials: "bcu",
    level: "bachelor",
    pattern:
      /^(?:Bachelor(?:s|['’]s|s['’])?\b|Baccalaureate|BBA\b|BEng\b|BSN\b|B\.S\.?N|BSc\b|B\.\s?Sc|B\.\s?S\.?|B\.\s?A\.|B\.\s?Tech|B\.\s?E\.|BS(?=\s{0,3}(?:\/|or\b|in\b|degree|,|&|and\b|\())|BA(?=\s{0,3}(?:\/|or\b|in\b|degree|,? BS))|(?:college|university|undergraduate)[\s-](?:level\s)?(?:degree|graduate|education degree))/i,
    unlessAfter: /(?:\bon |\bpost-?|\bnon-|community )$/,
  },
  {
    initials: "ahf2c",
    level: "associate",
    pattern:
      /^(?:Associate(?:s|['’]s|s['’])?(?:\s{1,3}of\s(?:arts|science|applied)|\s{1,3}(?:\w+\s{1,3})?degrees?\b|(?:\s{0,3}(?:\/|or)\s{0,3}bachelor))|Associate['’]s\b(?=\s{1,3}(?:in|or|level|from))|HN[CD]\b|foundation degree|A\.?A\.?S?\.? degree|AAS\b|ADN\b|ASN\b|2[- ]year degree|college diploma|college\/CEGEP)/i,
    unlessAfter: /(?:sales|our|research) $/,
  },
  { initials: "d", level: "high_school", pattern: /^diploma\b/i, onlyAfter: /\b(?:grade|year) 12 $/ },
  {
    initials: "d",
    level: "associate",
    pattern: /^degrees?\b/i,
    onlyAfter: /(?:\b(?:2|two)[- ]year|\ba\.\s?[as]\.|\ba\.a\.s\.) $/,
  },
  {
    initials: "d",
    level: "associate",
    pattern: /^diploma\b(?=\s{1,3}(?:in|or\s(?:higher|above|degree|bachelor))\b)/i,
    unlessAfter:
      /(?:school|degree,?|ged|secondary|post-?graduate|\(|equivalency|hs|higher|level \d)\s*(?:or\s+|\/)?(?:a\s)?$/,
  },
  {
    initials: "d",
    level: "bachelor",
    pattern:
      /^degree(?:s)?\b(?!\s{1,3}(?:of|to|fahrenheit|celsius|f\b|c\b|that|which|in which|days?|view|feedback|heat|weather|or (?:above|below) zero))/i,
    unlessAfter:
      /(?:(?<!2:)\d|doctor of [a-z]{1,15}|high(?:er|est)?|some|certain|\w+est|great|large|any|such|same|third|first|second|that|this|master'?s?|associate'?s?|associates|graduate|advanced|bachelor'?s?|doctora\w*|foundation|reasonable|considerable|significant|moderate|varying|full|strong|good|lesser|greater|minimal|°|(?:2|two|3|three|5|five)[- ]year|law|joint|diploma|school|professional|md|medical)[\s’'-]*$/,
  },
];

/** By code of a letter, in either case: the patterns that may begin with it, in their order. */
const BY_INITIAL: readonly (readonly DegreePattern[])[] = Array.from({ length: 128 }, (_, code) =>
  DEGREE_PATTERNS.filter(({ initials }) => initials.includes(String.fromCharCode(code).toLowerCase())),
);

/** The patterns of degrees that may begin with this character. */
export const patternsFrom = (code: number): readonly DegreePattern[] => BY_INITIAL[code] ?? [];
