import type { Requirement, Section } from "../models/mention.js";
import { isListLink } from "./asks/alternatives.js";
import { hasState, isBeside, isOnlyAtNeed, isSought, namesState } from "./asks/beside.js";
import { breaks } from "./asks/clauses.js";
import type { Cue, CueLevel } from "./asks/demand-cues.js";
import type { Mood } from "./asks/mood.js";
import { isCapital, isSpace, isWord } from "./text/codes.js";
import { unitsOf } from "./text/units.js";

/** A cue in a posting. */
export interface CueHit {
  start: number;
  end: number;
  cue: Cue;
}

/** A requirement level and what decided it: a cue of the sentence, the section, or the look of the item. */
export interface Ruling {
  requirement: Requirement;
  by: "cue" | "section" | "item" | "sequel" | "nothing";
  cue: CueHit | null;
}

export interface Span {
  start: number;
  end: number;
}

/** Where a mention stands. */
export interface Site {
  text: string;
  section: Section;
  /** Where its section begins: a heading inside a sentence ends what was said before it. */
  opened: number;
  /** Where the next section begins. */
  closed: number;
  /** The cues of its sentence, in order. */
  cues: readonly CueHit[];
  /** Where its sentence begins. */
  from: number;
  mood: Mood;
  /** The mention that follows it, if any. */
  next: Span | null;
  /** Its lines list what an applicant should have, though no heading says so. */
  listed: boolean;
  /** A certificate is named, not a skill. */
  certificate: boolean;
}

const OF_LEVEL: Readonly<Record<CueLevel, Requirement>> = {
  required: "required",
  preferred: "preferred",
  obtain: "obtain_after_hire",
  provides: "employer_provides",
  negated: "not_required",
  no: "not_required",
  may: "mentioned",
  idle: "mentioned",
};

const OF_SECTION: ReadonlyMap<Section, Ruling> = new Map([
  ["required", { requirement: "required", by: "section", cue: null }],
  ["preferred", { requirement: "preferred", by: "section", cue: null }],
  ["benefits", { requirement: "employer_provides", by: "section", cue: null }],
]);

/** A "no" reaches this far, and not over a comma. */
const NEGATION_REACH = 30;
/** A second cue this close to the first qualifies it: "required within 30 days", "may be required". */
const PAIR_REACH = 45;
/** A cue further away speaks of something else. */
const REACH_BEHIND = 140;
const REACH_BEFORE = 220;
const SOME_POSTS = /^(?:some|certain|not all)\b/i;

/** "CCNA or equivalent experience", "certification or one year of experience", "LPN with current state licence". */
const INSTEAD =
  /^\W{0,3}(?:\w+\s){0,2}or (?:an? )?(?:equivalent|comparable|associate|bachelor|high school|(?:\w+ ){0,2}degree|(?:one|two|three|four|five|\d+) (?:\w+ )?years?)|^(?: or \w+)? with (?:an? )?(?:current|active|valid)\b/i;

const isOr = (codes: Uint16Array, at: number): boolean => (codes[at]! | 32) === 111 && (codes[at + 1]! | 32) === 114;

/** Whether "or" stands behind at most three marks and two words, or "with" right behind: only there `INSTEAD` can hold. */
function mayBeInstead(text: string, end: number): boolean {
  const { codes, length } = unitsOf(text);
  let at = end;
  if (codes[at] === 32 && (codes[at + 1]! | 32) === 119) return true;
  while (at - end < 3 && at < length && !isWord(codes[at]!)) at++;
  for (let words = 0; words < 3; words++) {
    if (isOr(codes, at)) return true;
    const from = at;
    while (at - from < 60 && isWord(codes[at]!)) at++;
    if (at === from || !isSpace(codes[at]!)) return false;
    at++;
  }
  return false;
}

const isInstead = (text: string, end: number): boolean =>
  mayBeInstead(text, end) && INSTEAD.test(text.slice(end, end + 60));

const BETWEEN_NEAR =
  /^[\s-](?:(?:an?|the|either|both|fully|currently|also|already|on|your|valid|current|qualified)\s){0,3}$/i;
const isRightBehind = (text: string, end: number, start: number): boolean =>
  start - end < 30 && BETWEEN_NEAR.test(text.slice(end, start));

const WHO = /^,?\s{0,12}(?:(?:you|they|we|he|she|candidates?|applicants?)\s)?(?:also\s)?$/i;

/** Whether the cue before a cue takes its force: "may be required", "ideally you have". */
function softens(text: string, before: CueHit, hit: CueHit): boolean {
  const length = hit.start - before.end;
  if (before.cue.level === "may") return length <= PAIR_REACH;
  return (
    before.cue.level === "preferred" &&
    hit.cue.level === "required" &&
    length <= 20 &&
    WHO.test(text.slice(before.end, hit.start)) &&
    !breaks(text, before.end, hit.start)
  );
}

/** "Able to obtain or currently possess a licence", "obtain and maintain [all required] certifications". */
const OBTAIN_OR_HOLD = /^,?\s(?:or|and\/or)\s(?:currently\s|already\s|presently\s)?$/i;
const OBTAIN_ALL = /^(?:\sand (?:then |subsequently )?(?:maintain|keep))?\s(?:(?:all|any|the|other|and all)\s)?$/i;

const OF_NOUN = /^[\w\s-]{0,45}$/;

/** The demand says only that what is to be obtained may be held already, or which of its kind it is. */
function isOfObtaining(text: string, before: CueHit, hit: CueHit, span: Span): boolean {
  if (before.cue.level !== "obtain" || hit.cue.level !== "required" || hit.start - before.end > 35) return false;
  const between = text.slice(before.end, hit.start);
  return hit.cue.side === "after"
    ? OBTAIN_OR_HOLD.test(between)
    : OBTAIN_ALL.test(between) && OF_NOUN.test(text.slice(hit.end, Math.min(span.start, hit.end + 50)));
}

const LEADS = /^[^A-Za-z]{0,6}$/;
const TO_COLON = /^(?: [\w()-]{1,14}){0,5}\s?:/;
const TO_COMMA = /^(?: [\w()-]{1,14}){0,5},/;

/** "Within 30 days of hire: BLS", "within a year, you must": what opens its sentence speaks of what follows. */
function headsItems(text: string, from: number, { start, end, cue }: CueHit): boolean {
  if (start - from > 6 || !LEADS.test(text.slice(from, start))) return false;
  const behind = text.slice(end, end + 80);
  if (cue.level === "obtain") return TO_COLON.test(behind) || TO_COMMA.test(behind);
  return cue.level === "required" && TO_COLON.test(behind);
}

/** Whether the sentence opens with a deadline that holds for the mention: "Within 90 days, you must be CPR certified". */
const isDeadlineOf = (first: CueHit, text: string, from: number, span: Span): boolean =>
  first.cue.level === "obtain" &&
  first.cue.side === "before" &&
  first.end <= span.start &&
  headsItems(text, from, first) &&
  !breaks(text, first.end, span.start);

const CLOSES = /^\s{0,8}[,).]/;
/** "Certifications preferred, including A and B", "must have, or be near, a CCT": what was said goes for what follows too. */
const EXAMPLES = /^\)?,?\s\(?(?:including|includ\w{1,3}|such as|like|e\.g\.|for example|for instance|ideally|or be)\b/i;

/** Whether the cue that ends at `end` closes an item, so that it says nothing of what comes behind. */
const closesItem = (text: string, end: number, to: number): boolean =>
  CLOSES.test(text.slice(end, Math.min(to, end + 9))) && !EXAMPLES.test(text.slice(end, Math.min(to, end + 20)));

/** The cue before the mention that governs it: nothing between ends the clause, and it was not the end of another item. */
function leftCue({ text, from, opened }: Site, cues: readonly CueHit[], span: Span): CueHit | null {
  for (let i = cues.length - 1; i >= 0; i--) {
    const hit = cues[i]!;
    const { side, level, near } = hit.cue;
    if (hit.end > span.start || level === "idle") continue;
    if (hit.end < opened - 1) return null;
    if (side === "before" && !headsItems(text, from, hit)) continue;
    if (near && !isRightBehind(text, hit.end, span.start)) continue;
    if (span.start - hit.end > REACH_BEFORE || breaks(text, hit.end, span.start)) return null;
    if (side === "both" && closesItem(text, hit.end, span.start)) continue;
    if (level === "no" && (span.start - hit.end > NEGATION_REACH || /[,:]/.test(text.slice(hit.end, span.start))))
      continue;
    const before = cues[i - 1];
    if (level === "required" && isDeadlineOf(cues[0]!, text, from, span)) return cues[0]!;
    if (before === undefined) return hit;
    return softens(text, before, hit) || isOfObtaining(text, before, hit, span) ? before : hit;
  }
  return null;
}

/** The cue stands in a parenthesis that belongs to something further on: "RN or ODP ... Laser certificate (preferred". */
function inOtherParenthesis(between: string): boolean {
  const open = between.lastIndexOf("(");
  return (
    open > 25 &&
    !between.includes(")", open) &&
    !/[,/]|\bor\b|\band\b/.test(between.slice(Math.max(0, open - 25), open))
  );
}

/** "RGN, ideally with care home experience", "RMN preferably in prisons": what is wished for comes behind. */
const WISH = /^(?:ideally|preferably)$/i;
const GOES_ON = /^\s[A-Za-z]/;
const wishesForMore = (text: string, { start, end }: CueHit): boolean =>
  GOES_ON.test(text.slice(end, end + 2)) && WISH.test(text.slice(start, end));

/** "strong communication skills Desirable Theatre experience": capitalised in small letters' midst, it opens what follows. */
const LABELS = /(?:^|[^A-Za-z])[a-z]{1,9} [A-Z][\w-]{0,20} [A-Z]$/;
const labelsNext = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.side === "both" &&
  isCapital(text.charCodeAt(start)) &&
  isCapital(text.charCodeAt(end + 1)) &&
  LABELS.test(text.slice(Math.max(0, start - 10), end + 2));

/** "Licensed or eligible for a licence": who may have it at once is no less asked for it. */
const ELIGIBLE = /^eligib/i;
const E = 101;
const OR_BEFORE = /\bor (?:be |is |are )?$/i;
const isOrEligible = (text: string, { start }: CueHit): boolean =>
  (text.charCodeAt(start) | 32) === E &&
  ELIGIBLE.test(text.slice(start, start + 6)) &&
  OR_BEFORE.test(text.slice(Math.max(0, start - 8), start));

/** The cues behind the mention that govern it. One that a colon follows speaks of what comes after it. */
function rightCues({ text, next, closed }: Site, cues: readonly CueHit[], span: Span): CueHit[] {
  const governing: CueHit[] = [];
  let wished = false;
  for (const hit of cues) {
    if (hit.start < span.end || hit.cue.level === "idle") continue;
    if (hit.start - span.end > REACH_BEHIND || hit.start > closed) break;
    if (governing[0]?.cue.level !== "negated" && breaks(text, span.end, hit.start)) break;
    const { side, level, near } = hit.cue;
    if (near) continue;
    if (next !== null && hit.start >= next.end) {
      const said = governing.length > 0 && governing[0]!.start < next.start;
      if (said || !isListLink(text, span.end, next.start)) break;
    }
    if (labelsNext(text, hit) || isOrEligible(text, hit)) break;
    if (inOtherParenthesis(text.slice(span.end, hit.start))) continue;
    if (wishesForMore(text, hit)) {
      wished = true;
      continue;
    }
    if (wished && level === "negated") break;
    if (side === "after" && level !== "obtain" && level !== "provides") {
      if (level === "required" || level === "preferred") break;
      continue;
    }
    if (side === "both" && hit.start - span.end > 2 && /^\s*:/.test(text.slice(hit.end, hit.end + 3))) break;
    governing.push(hit);
  }
  return governing;
}

/** What the cue right behind a mention says, read together with the one that qualifies it. */
function readRight(text: string, cues: readonly CueHit[]): CueHit | null {
  const [first, second] = cues;
  if (first === undefined) return null;
  if (second === undefined || second.start - first.end > PAIR_REACH) return first;
  const [one, two] = [first.cue.level, second.cue.level];
  const adjacent = text.slice(first.end, second.start).trim() === "";
  const qualifies =
    (one === "required" && (two === "obtain" || two === "negated" || (two === "preferred" && adjacent))) ||
    (one === "negated" && two === "preferred");
  return qualifies ? second : first;
}

function pick(text: string, span: Span, left: CueHit | null, right: CueHit | null): CueHit | null {
  if (left === null || right === null) return left ?? right;
  if (left.cue.level === "no" || left.cue.level === "may") return left;
  if (right.cue.level === "obtain" || right.cue.level === "negated" || right.cue.level === "may") return right;
  if (left.cue.level === "obtain") return left;
  const comma = /,/.test(text.slice(span.end, right.start));
  if (comma && left.cue.side === "after" && span.start - left.end < right.start - span.end) return left;
  return right;
}

const NOTHING: Ruling = { requirement: "mentioned", by: "nothing", cue: null };
const LISTED: Ruling = { requirement: "required", by: "item", cue: null };

/** "Certain positions require ..." holds for all that follows in its sentence. */
const isForSome = (text: string, { start, end, cue }: CueHit): boolean =>
  cue.level === "may" && SOME_POSTS.test(text.slice(start, end));

/** Where something is supposed, no demand is made of all: "If you have a CDL, you must list it". */
const isDemand = ({ cue: { level, side } }: CueHit): boolean =>
  level === "required" || level === "no" || (level === "negated" && side === "after");

const DONE = /\b(?:complete|completes|attend|pass|take|undergo|obtain|get|acquire|receive|train)\s[^.;\n]{0,30}$/i;
const AT_HIRE = /^(?:upon|on) (?:hire|employment|appointment)$/i;
const LATER: Cue = { level: "obtain", side: "before", phrases: "" };

/** "Complete CPR upon hire" is done after it; "CPR required upon hire" is held by then. */
function readHire(text: string, span: Span, hit: CueHit | null): CueHit | null {
  if (hit === null || hit.start < span.end || !AT_HIRE.test(text.slice(hit.start, hit.end))) return hit;
  return DONE.test(text.slice(Math.max(0, span.start - 40), span.start)) ? { ...hit, cue: LATER } : hit;
}

function governing(site: Site, span: Span): CueHit | null {
  const { text, mood } = site;
  if (site.cues.length === 0) return null;
  const cues = mood === "supposes" ? site.cues.filter((hit) => !isDemand(hit)) : site.cues;
  const some = cues.find((hit) => hit.end <= span.start && isForSome(text, hit));
  if (some !== undefined) return some;
  const right = readHire(text, span, readRight(text, rightCues(site, cues, span)));
  return pick(text, span, leftCue(site, cues, span), right);
}

/** How strongly the posting asks for what `span` names: by the cues of its sentence, else its section, else its item. */
export function ruleOn(site: Site, span: Span): Ruling {
  const { text, section, listed, from } = site;
  const cue = governing(site, span);
  if (cue !== null) return { requirement: OF_LEVEL[cue.cue.level], by: "cue", cue };
  const ofSection = OF_SECTION.get(section);
  if (site.mood === "questions" || (site.certificate && isOnlyAtNeed(text, span.end))) return NOTHING;
  if (site.mood !== "plain") return section === "preferred" && ofSection !== undefined ? ofSection : NOTHING;
  if (site.certificate && section !== "preferred" && section !== "benefits" && isBeside(text, from, span.start))
    return NOTHING;
  if (ofSection !== undefined) return ofSection;
  return listed ||
    isInstead(text, span.end) ||
    hasState(text, from, span.start) ||
    (site.certificate && isHeld(site, span))
    ? LISTED
    : NOTHING;
}

const isHeld = ({ text, from }: Site, span: Span): boolean =>
  namesState(text, span) || isSought(text, from, span.start);
