import type { ExperienceYears, Seniority } from "../models/extraction.js";
import { readExperience } from "./experience.js";
import { cuesOf, titleHas } from "./facts/cues.js";
import { after, before } from "./facts/window.js";
import type { TitleTopic } from "./facts/words.js";

/** Words of a title in the order in which they decide; `unless` names what they stand in without meaning a level. */
const TITLE_RULES: readonly { level: Seniority & TitleTopic; words: RegExp; unless?: RegExp }[] = [
  {
    level: "internship",
    words:
      /\b(?:intern(?:s|ship|ships)?|co-?op(?:s| student)?|work[- ]study|externship|student (?:worker|assistant|placement|trainee|aide|helper)|placement student|summer (?:student|analyst|associate)|praktik(?:um|ant(?:in)?)|werkstudent(?:in)?|stagiaire|stage|becari[oa])\b/i,
    unless:
      /\b(?:stage (?:manager|hand|technician|crew)|food co-?op|co-?op (?:manager|market)|intern(?:ship)? (?:coordinator|manager|director|supervisor|program))/i,
  },
  {
    level: "senior",
    words:
      /\b(?:senior|sr|lead(?:er)?|principal|head|chief|director|vice[- ]president|svp|evp|avp|vp|president|manager|supervisor|supervisory|superintendent|supt|foreman|forewoman|foreperson|ceo|cto|cfo|coo|ciso|cio|executive director|partner|(?:engineer|analyst|developer|technician|specialist|officer|programmer|scientist|inspector|planner|nurse|designer|architect)\s+(?:iii|iv|v|[345])|staff (?:\w+ )?(?:engineer|scientist|developer|designer|architect)|architect lead|sister|matron)\b/i,
    unless:
      /\b(?:assistant (?:to|principal)|senior (?:living|care (?:aide|assistant|caregiver|companion)|centers?|services|citizens?|companion|caregiver|housing|helper|meals)|head ?start|head (?:cook|chef)? ?lice|lead (?:gen|generation|paint|abatement)|partner (?:success|support|operations)|business partner|(?:account|case|care|project|product|program|programme|community|social media|relationship|territory|customer success|content|property|office|contract|brand|campaign|event|traffic|practice support|benefits case|sales account|client success|leasing|key account|claims|clinical case|nurse case|data|category|inventory|records|bar|document|delivery|test|change|incident|scrum|release) manager|stage manager|(?:junior|jr|assistant|associate|trainee) (?:\w+ )?manager)\b/i,
  },
  {
    level: "entry",
    words:
      /\b(?:entry[- ]?level|junior|jr|trainee|trainees|apprentice(?:s|ship)?|graduate|new grad(?:s|uate|uates)?|early career|beginner|starter|school leaver|no experience|learner|ausbildung|azubi|(?:analyst|engineer|developer|technician|specialist|clerk|officer|assistant|programmer|inspector|planner|worker|aide|nurse|accountant|designer|scientist|representative|associate|operator)\s+(?:i|1)|tier 1|level 1)\b(?!\s*-\s*\w+\s+high)/i,
    unless:
      /\b(?:junior (?:high|school|kindergarten)|graduate (?:school|studies|medical|program|admissions|education|faculty)|post-?graduate|apprentice(?:ship)? (?:coordinator|instructor|manager|program))\b/i,
  },
  {
    level: "mid",
    words:
      /\b(?:mid[- ]?(?:level|senior|weight)?|intermediate|experienced|journeyman|journey[- ]level|(?:analyst|engineer|developer|technician|specialist|clerk|officer|assistant|programmer|inspector|planner|worker|aide|nurse|accountant|designer|scientist|representative|associate|operator)\s+(?:ii|2)|(?:account|case|project|product|program|programme|community|social media|relationship|territory|customer success|content|property|office|contract|brand|event|key account) manager|(?:assistant|associate) (?:\w+ )?(?:manager|director|principal|superintendent))\b/i,
    unless: /\bmid[- ]?(?:town|day|west|wife|shift|night|lands?|atlantic)/i,
  },
];

const fromTitle = (title: string): Seniority | null => {
  for (const { level, words, unless } of TITLE_RULES) {
    if (!titleHas(title, level) || !words.test(title)) continue;
    if (unless === undefined || !unless.test(title)) return level;
    if (words.test(title.replace(unless, " "))) return level;
  }
  return null;
};

const ENTRY_AFTER =
  /^(?:entry[\s-]{0,2}level(?! (?:staff|employees))|(?:junior|graduate|experienced)[\s-]{1,3}(?:level\b|position|role)|beginners? welcome|grad(?:uate)?s\b[^.]{0,20}\b(?:welcome|encouraged)|graduates and|apprenticeship (?:position|role|is|programme for))/;
const GRADUATES_BEFORE =
  /\b(?:new|recent|newly)\s{1,3}(?:college\s{1,3}|university\s{1,3}|qualified\s{1,3}|nursing\s{1,3})?$/;
const INTERN_AFTER = /^intern(?:ships?)?\b/;
const INTERN_BEFORE =
  /\b(?:this|paid|unpaid|summer|fall|spring|winter|our|as an|seeking an?|for an|the|week|month)\s{1,3}(?:\w+\s{1,3}){0,2}$/;

/** How such a word goes on where it may tell a level: most others ("senior engineer") end here. */
const MAY_TELL =
  /entry[\s-]{0,2}level|(?:junior|experienced|senior)[\s-]{1,3}(?:level|position|role|leadership)|beginners? welcome|grad|intern|apprenticeship /iy;

const cueLevel = (text: string, at: number): Seniority | null => {
  MAY_TELL.lastIndex = at;
  if (!MAY_TELL.test(text)) return null;
  const tail = after(text, at, 60);
  if (ENTRY_AFTER.test(tail)) return tail.startsWith("experienced") ? "mid" : "entry";
  if (!/^[gis]/.test(tail)) return null;
  const lead = before(text, at, 40);
  if (/^grad(?:uate)?s?\b/.test(tail) && GRADUATES_BEFORE.test(lead)) return "entry";
  if (INTERN_AFTER.test(tail) && INTERN_BEFORE.test(lead) && at < 600) return "internship";
  return /^senior[\s-]{1,3}(?:level|position|role|leadership position)\b/.test(tail) &&
    /\b(?:this|an?)\s+(?:is\s+)?(?:a\s+)?$/.test(lead)
    ? "senior"
    : null;
};

/** Years asked for that still count as a start, and from which on a post is senior, where neither title nor text names a level. */
const ENTRY_YEARS = 1;
const SENIOR_YEARS = 7;

const fromYears = (min: number): Seniority => {
  if (min <= ENTRY_YEARS) return "entry";
  return min >= SENIOR_YEARS ? "senior" : "mid";
};

/**
 * The level of a post: by its title; else by what the text says of itself ("entry-level", "recent graduates", "this
 * internship"); else by the experience demanded, `years` (up to 1 year entry, 7 and more senior); null where nothing tells.
 */
export const readSeniority = (
  title: string,
  text: string,
  years: ExperienceYears | null = readExperience(text).years,
): Seniority | null => {
  const titled = fromTitle(title.slice(0, 200));
  if (titled !== null) return titled;
  const { level: cues } = cuesOf(text);
  for (let i = 0; i < cues.count; i++) {
    const level = cueLevel(text, cues.at[i]!);
    if (level !== null) return level;
  }
  return years === null ? null : fromYears(years.min);
};
