import type { Education } from "../../models/extraction.js";

/**
 * How a degree is written, from its first letter on; `unlessAfter` refuses it by the 24 lower-cased characters in front. The
 * first that fits decides.
 */
interface DegreePattern {
  /** What it may begin with, lower-case, up to three characters each: other words need no look. */
  openings: string;
  level: Education;
  pattern: RegExp;
  unlessAfter?: RegExp;
  /** Needs these among the 24 lower-cased characters in front. */
  onlyAfter?: RegExp;
}

/** Characters in front of a degree and from there on that are read. */
const LEAD = 24;
const TAIL = 64;

/** What follows a degree's initials when they mean the degree: "BS in", "BA/BS", "MS or PhD", "MBA degree", "BSc (Hons)". */
const NEXT = String.raw`(?=\s{0,3}(?:\/|,|\)|\(|or\b|and\/or\b|in\b|degrees?\b|required|preferred|from\b|with\b|\+|&|level\b|plus\b|of\b|;|\.|-\s|–|\n|$))`;

const DEGREE_PATTERNS: readonly DegreePattern[] = [
  {
    openings: "hig hs sec",
    level: "high_school",
    pattern:
      /^(?:high[\s-]{0,2}school(?:\s{0,3}(?:\/|or)\s{0,3}GED|(?:\s{1,3}or\s{1,3}(?:equivalent|GED))?[\s(-]{0,3}(?:level\s|senior\s)?(?:diploma|graduat|equivalen|education|certificat|degree|completion|leaver|or\b|GED))|HS\s{1,3}(?:diploma|graduat|degree|or\b)|HS\/GED|high school\s{0,2}\((?:required|preferred)\)|secondary\s{1,3}(?:\(high\)\s{1,3})?(?:school|education)\s{1,3}(?:diploma|graduat|certificat|education|or\b|completion))/i,
    unlessAfter: /(?:post|beyond|teach\w*|\bour)[\s-]*$/,
  },
  {
    openings: "ged g. gcs",
    level: "high_school",
    pattern: /^(?:GEDs?\b|G\.E\.D\.?|GCSEs?\b)/,
    unlessAfter: /\bat $/,
  },
  {
    openings: "gra",
    level: "high_school",
    pattern: /^grad(?:uat\w+) (?:from|of) (?:an? )?(?:accredited )?(?:US |U\.S\. )?high school/i,
  },
  {
    openings: "gra",
    level: "bachelor",
    pattern: /^graduat\w+ (?:from|of) an? (?:\w+ )?(?:four|4)[- ]year (?:college|university)/i,
  },
  {
    openings: "gra",
    level: "associate",
    pattern: /^graduat\w+ (?:from|of) an? (?:\w+ )?(?:two|2)[- ]year (?:college|program)/i,
  },
  {
    openings: "ph. phd ph doc jd j.d pha dnp edd ed. psy dvm dds dpt m.d md",
    level: "doctorate",
    pattern: new RegExp(
      `^(?:Ph\\.?\\s?D\\b|PHD\\b|phd\\b|[Dd]octorate|[Dd]octoral\\s{1,3}(?:degree|level|candidate)|Doctor of\\s|doctor's degree|doctoral|J\\.?D\\.?${NEXT}|PharmD\\b|Pharm\\.D|DNP\\b|Ed\\.?D\\b|Psy\\.?D\\b|DVM\\b|DDS\\b|DPT\\b|M\\.D\\.|MD${NEXT})`,
    ),
    unlessAfter: /(?:, |\bwith |\bby |\bdr\.? )$/,
  },
  {
    openings: "mas msw mli mfa mba m.b med m.e msc m.s msn men mph m.a ms ma",
    level: "master",
    pattern: new RegExp(
      `^(?:Master(?:['’]?s?['’]?|s['’]?)\\s{1,3}(?:\\w+\\s)?(?:degrees?|level|in\\b|of\\s(?:science|arts|business|education|public|social|engineering|law|nursing|fine|health|architecture|divinity|library|\\w+ administration)|or\\b|preferred|required|program|qualification)|Master['’]s\\b(?!\\s(?:licen|ticket|unlimited|certificate of))|Masters${NEXT}|MSW\\b|MLIS\\b|MFA\\b|M\\.?B\\.?A\\.?${NEXT}|M\\.?Ed\\b|MSc\\b|M\\.Sc|MSN\\b|MEng\\b|MPH\\b|M\\.S\\.|M\\.A\\.|MS(?=\\s{0,3}(?:\\/|or\\b|in\\b|degree|\\/PhD))|MA(?=\\s{0,3}(?:\\/|or\\b|in\\b|degree)))`,
      "i",
    ),
    unlessAfter: /(?:scrum|web|\bto|quarter|past|,|\bcan|post) ?$/,
  },
  {
    openings: "gra adv pos",
    level: "master",
    pattern: /^(?:graduate|advanced|postgraduate)[\s-]{1,3}(?:level\s{1,3})?degree/i,
    unlessAfter: /under-?$/,
  },
  { openings: "llb ll.", level: "bachelor", pattern: /^LL\.?B\b/ },
  {
    openings: "bac bba ben bsn b.s bsc b. bs ba col uni und",
    level: "bachelor",
    pattern:
      /^(?:Bachelor(?:s|['’]s|s['’])?\b|Baccalaureate|BBA\b|BEng\b|BSN\b|B\.S\.?N|BSc\b|B\.\s?Sc|B\.\s?S\.?|B\.\s?A\.|B\.\s?Tech|B\.\s?E\.|BS(?=\s{0,3}(?:\/|or\b|in\b|degree|,|&|and\b|\())|BA(?=\s{0,3}(?:\/|or\b|in\b|degree|,? BS))|(?:college|university|undergraduate)[\s-](?:level\s)?(?:degree|graduate|education degree))/i,
    unlessAfter: /(?:\bon |\bpost-?|\bnon-|community )$/,
  },
  {
    openings: "ass hn fou aa a.a aas adn asn col",
    level: "associate",
    pattern:
      /^(?:Associate(?:s|['’]s|s['’])?(?:\s{1,3}of\s(?:arts|science|applied)|\s{1,3}(?:\w+\s{1,3})?degrees?\b|(?:\s{0,3}(?:\/|or)\s{0,3}bachelor))|Associate['’]s\b(?=\s{1,3}(?:in|or|level|from))|HN[CD]\b|foundation degree|A\.?A\.?S?\.? degree|AAS\b|ADN\b|ASN\b|2[- ]year degree|college diploma|college\/CEGEP)/i,
    unlessAfter: /(?:sales|our|research) $/,
  },
  { openings: "dip", level: "high_school", pattern: /^diploma\b/i, onlyAfter: /\b(?:grade|year) 12 $/ },
  {
    openings: "deg",
    level: "associate",
    pattern: /^degrees?\b/i,
    onlyAfter: /(?:\b(?:2|two)[- ]year|\ba\.\s?[as]\.|\ba\.a\.s\.) $/,
  },
  {
    openings: "dip",
    level: "associate",
    pattern: /^diploma\b(?=\s{1,3}(?:in|or\s(?:higher|above|degree|bachelor))\b)/i,
    unlessAfter:
      /(?:school|degree,?|ged|secondary|post-?graduate|\(|equivalency|hs|higher|level \d)\s*(?:or\s+|\/)?(?:a\s)?$/,
  },
  {
    openings: "deg",
    level: "bachelor",
    pattern:
      /^degree(?:s)?\b(?!\s{1,3}(?:of|to|fahrenheit|celsius|f\b|c\b|that|which|in which|days?|view|feedback|heat|weather|or (?:above|below) zero))/i,
    unlessAfter:
      /(?:(?<!2:)\d|doctor of [a-z]{1,15}|high(?:er|est)?|some|certain|\w+est|great|large|any|such|same|third|first|second|that|this|master'?s?|associate'?s?|associates|graduate|advanced|bachelor'?s?|doctora\w*|foundation|reasonable|considerable|significant|moderate|varying|full|strong|good|lesser|greater|minimal|°|(?:2|two|3|three|5|five)[- ]year|law|joint|diploma|school|professional|md|medical)[\s’'-]*$/,
  },
];

/** Three characters of which five bits count: letters in either case, and what happens to look the same. */
const packed = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

/** By the first three characters: the patterns that may begin so, as bits. */
const MAY_BEGIN = new Int32Array(1 << 15);
for (const [i, { openings }] of DEGREE_PATTERNS.entries()) {
  for (const opening of openings.split(" ")) {
    const codes = Array.from(opening, (char) => char.charCodeAt(0));
    const from = packed(codes[0]!, codes[1] ?? 0, codes[2] ?? 0);
    const to = packed(codes[0]!, codes[1] ?? 31, codes[2] ?? 31);
    for (let key = from; key <= to; key++) MAY_BEGIN[key] = MAY_BEGIN[key]! | (1 << i);
  }
}

/** The first pattern that fits the text from `at` on, decides: its level, or null where none does. */
export const degreeAt = (text: string, at: number): Education | null => {
  let left = MAY_BEGIN[packed(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2))]!;
  if (left === 0) return null;
  const tail = text.slice(at, at + TAIL);
  for (; left !== 0; left &= left - 1) {
    const { level, pattern, unlessAfter, onlyAfter } = DEGREE_PATTERNS[31 - Math.clz32(left & -left)]!;
    if (!pattern.test(tail)) continue;
    const lead = text
      .slice(Math.max(0, at - LEAD), at)
      .toLowerCase()
      .replaceAll("’", "'");
    if (!(unlessAfter?.test(lead) ?? false) && (onlyAfter?.test(lead) ?? true)) return level;
  }
  return null;
};
