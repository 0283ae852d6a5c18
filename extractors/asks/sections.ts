import type { Section } from "../../models/mention.js";
import { codesOf, isCapital, isDigit, isLetter, isSmall, isSpace, isWord, trimmedEnd } from "../text/codes.js";
import type { CueLevel } from "./demand-cues.js";

/** The posting cut into sections: ascending offsets where each begins. What stands before the first is `other`. */
export interface Sections {
  starts: number[];
  kinds: Section[];
}

/** A heading phrase, or a cue that may make its line a heading. */
export interface HeadingHit {
  start: number;
  end: number;
  section: Section;
  /** A cue ("required", "desirable"): opens a section only as part of a line that looks like a heading or introduces a list. */
  cue: boolean;
}

const COLON = 58;
const QUESTION = 63;
const DOT = 46;
const CLAUSE_ENDS = codesOf(".,;!");
const LONGEST_HEADING = 80;
const LONGEST_INTRO = 220;
/** Bullets and numbers before the first word of a line are shorter. */
const BEFORE_FIRST = 40;
const SECTION_OF_CUE: Partial<Record<CueLevel, Section>> = {
  required: "required",
  preferred: "preferred",
  provides: "benefits",
};
/** In one line the later of these decides: "Preferred qualifications" is preferred. */
const WEIGHT: Readonly<Record<Section, number>> = {
  other: 0,
  title: 0,
  about: 1,
  process: 1,
  duties: 2,
  required: 3,
  benefits: 4,
  preferred: 5,
};

export const sectionOfCue = (level: CueLevel): Section | null => SECTION_OF_CUE[level] ?? null;

/** The line around a hit, as far as a heading or an introduction may reach. */
interface Line {
  start: number;
  end: number;
  /** Nothing but bullets, numbers and marks stands before the hit. */
  first: boolean;
}

/** How far back from a hit a letter would make it no first word. */
function hasLetter(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLetter(text.charCodeAt(at))) return true;
  return false;
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
};

/** Reads the lines around hits that come in order; many hits of one line look for its ends, and judge its look, once. */
class LineReader {
  #from = 0;
  #to = -1;
  #judged: Line = { start: -1, end: -1, first: false };
  #heading = false;

  constructor(private readonly text: string) {}

  at({ start, end }: HeadingHit): Line {
    if (start > this.#to) {
      this.#from = start === 0 ? 0 : this.text.lastIndexOf("\n", start - 1) + 1;
      this.#to = lineEnd(this.text, start);
    }
    const to = end > this.#to ? lineEnd(this.text, end) : this.#to;
    return {
      start: Math.max(this.#from, start - LONGEST_INTRO),
      end: Math.min(to, end + LONGEST_INTRO),
      first: start - this.#from < BEFORE_FIRST && !hasLetter(this.text, this.#from, start),
    };
  }

  isHeading(line: Line): boolean {
    if (line.end - line.start > LONGEST_HEADING) return false;
    if (line.start !== this.#judged.start || line.end !== this.#judged.end) {
      this.#judged = line;
      this.#heading = isHeadingLine(this.text, line);
    }
    return this.#heading;
  }
}

/** Where a run of characters ends that `isOf` holds for. */
function runEnd(text: string, from: number, to: number, isOf: (code: number) => boolean): number {
  let at = from;
  while (at < to && isOf(text.charCodeAt(at))) at++;
  return at;
}

const isSmallOrApostrophe = (code: number): boolean => isSmall(code) || code === 39 || code === 0x2019;

/** Where the word that begins at `at` ends if it is long (a letter and three small ones, or capitals), else `at`. */
function longWordEnd(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (!isLetter(code)) return at;
  const small = runEnd(text, at + 1, to, isSmallOrApostrophe);
  if (small - at > 3) return small;
  if (!isCapital(code)) return at;
  const capitals = runEnd(text, at + 1, to, isCapital);
  return capitals - at > 1 ? capitals : at;
}

/** Most of the long words are capitalised, or all letters are. */
function looksTitled(text: string, from: number, to: number): boolean {
  let [words, capital] = [0, 0];
  for (let at = from; at < to; ) {
    const end = longWordEnd(text, at, to);
    if (end === at) {
      at++;
      continue;
    }
    words++;
    if (isCapital(text.charCodeAt(at))) capital++;
    at = end;
  }
  return words > 0 && capital >= words * 0.7;
}

/** A colon or question mark ends the line, whatever marks stand behind it. */
function endsOpen(text: string, { start, end }: Line): boolean {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === QUESTION) return true;
    if (isWord(code)) return false;
  }
  return false;
}

/** The last character that is no blank ends a sentence or part of one. */
const endsClause = (text: string, { start, end }: Line): boolean =>
  CLAUSE_ENDS[text.charCodeAt(Math.max(start, trimmedEnd(text, start, end) - 1))] === 1;

/** Words of a heading that a cue closes: it names a kind of things, an item names one: "Skills Required" but "MBA Preferred". */
const KINDS_OF_THINGS = new Set(
  (
    "qualification qualifications skill skills experience experiences education training certification certifications certificate " +
    "certificates license licenses licence licences licensure registration registrations credential credentials knowledge ability " +
    "abilities competency competencies requirement requirements criteria attributes background technical professional additional " +
    "other minimum job position role candidate candidates applicant and or the what is are we be of in for but not also highly " +
    "strongly specific key basic special physical educational academic work previous relevant your our this that if you have items " +
    "documents qualities characteristics traits capabilities expertise languages language tools technologies software"
  ).split(" "),
);

/** Whether all words before a cue name kinds of things; nothing before it is no less. */
function namesKinds(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const end = runEnd(text, at, to, isLetter);
    if (end === at) {
      at++;
      continue;
    }
    if (!KINDS_OF_THINGS.has(text.slice(at, end).toLowerCase())) return false;
    at = end;
  }
  return true;
}

const isHeadingLine = (text: string, line: Line): boolean =>
  endsOpen(text, line) || (!endsClause(text, line) && looksTitled(text, line.start, line.end));

/** "What you will need to be successful" opens with a heading phrase and is short, though not in capitals. */
function opensHeading(text: string, hit: HeadingHit, line: Line): boolean {
  if (line.end - line.start > 60 || endsClause(text, line)) return false;
  const phrase = text.slice(hit.start, hit.end);
  return /\s/.test(phrase) && /^(?:what|who|why|how|you|your|about|our)\b/i.test(phrase);
}

const COLON_LIKE = /^(?:\s{0,2}\([^()\n]{0,40}\))?\*{0,2}\s?[:;–—]|^\s-\s|^:?\*\*/;
const COLONS = codesOf(":;–—");
const MAY_LEAD_COLON = codesOf(":;–—(*");
const BEHIND_BLANK = codesOf(":;–—(-");

function hasColon(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === COLON || COLONS[code] === 1) return true;
  if (isSpace(code)) {
    const next = text.charCodeAt(at + 1);
    if (BEHIND_BLANK[next] !== 1 && !isSpace(next)) return false;
  } else if (MAY_LEAD_COLON[code] !== 1) return false;
  return COLON_LIKE.test(text.slice(at, at + 48));
}

/** Whether one of `marks` stands before `at`, with at most two blanks between. */
function followsMark(text: string, at: number, marks: Uint8Array): boolean {
  let before = at - 1;
  while (at - before < 3 && isSpace(text.charCodeAt(before))) before--;
  return before >= 0 && marks[text.charCodeAt(before)] === 1;
}

const ENDS_BEFORE_COLON = codesOf(".!?•*|)");
const ENDS_BEFORE = codesOf(".!?;:•*)]>|\u00a2-");

const opensInside = (text: string, at: number): boolean =>
  (isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at - 2))) || followsMark(text, at, ENDS_BEFORE);

/** Headings of one word that may follow a lost line end: "on short notice.Qualifications Food", "notice. Qualifications Good". */
const ALONE = /^(?:Qualifications|Requirements|Responsibilities|Benefits)$/;

/** "growth opportunities Qualifications Graduate of": in the midst of small letters only a lost heading is capitalised. */
const LOST = /^(?:Qualifications|Requirements|Responsibilities)$/;
const SMALL_BEFORE = /(?:^|[^A-Za-z])(?!(?:and|or|of|the|with|for|in|to|your|our|these|all|as)\s)[a-z]{2,14}\s$/;
const SHORTEST_LOST = 12;
const LONGEST_LOST = 16;
const isLostLine = (text: string, { start, end }: HeadingHit): boolean =>
  end - start >= SHORTEST_LOST &&
  end - start <= LONGEST_LOST &&
  LOST.test(text.slice(start, end)) &&
  SMALL_BEFORE.test(text.slice(Math.max(0, start - 16), start));
const ITEM_BEHIND = /^\s[A-Z•*]/;

/** A heading inside a flattened line: capitalised, at a sentence's start, a colon or a capital behind it. */
function isInline(text: string, hit: HeadingHit): boolean {
  const { start, end, section } = hit;
  if (!isCapital(text.charCodeAt(start)) || section === "other") return false;
  const before = text.charCodeAt(start - 1);
  const isGlued = isSmall(before) || before === DOT;
  if (!isGlued && (isLetter(before) || isDigit(before))) return false;
  if (hasColon(text, end))
    return (looksTitled(text, start, end) || followsMark(text, start, ENDS_BEFORE_COLON)) && !isTail(text, hit);
  if (!isSpace(text.charCodeAt(end))) return false;
  if (isLostLine(text, hit)) return ITEM_BEHIND.test(text.slice(end, end + 2));
  if (!(isGlued || opensInside(text, start)) || !looksTitled(text, start, end)) return false;
  const phrase = text.slice(start, end);
  const allCaps = phrase.length > 6 && phrase === phrase.toUpperCase();
  return (
    (allCaps || /[\s/]/.test(phrase) || ALONE.test(phrase)) &&
    /^\s{1,3}[A-Z•*(\d-]/.test(text.slice(end, end + 4)) &&
    !isTail(text, hit)
  );
}

/** What stands before it in its line is said with it: "Grow Your Skills:", "CPR Certification - Red Cross". */
const isTail = (text: string, hit: HeadingHit): boolean =>
  isWordOrClose(text.charCodeAt(hit.start - 2)) && (isVerbsObject(text, hit) || endsName(text, hit));

/** "Experience in Total Rewards, People Operations" goes on behind the phrase and lists things: it is an item. */
function goesOn(text: string, hit: HeadingHit, line: Line): boolean {
  return hasWord(text, hit.end, line.end) && text.slice(line.start, line.end).includes(",");
}

/** "Elevate Your Skills", "share your experience": what a verb before it does something to is no heading. */
function isVerbsObject(text: string, { start, end }: HeadingHit): boolean {
  const first = text.charCodeAt(start) | 32;
  return (
    (first === Y || (text.charCodeAt(start - 5) | 32) === Y) && /your\s/i.test(text.slice(Math.max(0, start - 5), end))
  );
}
const Y = 121;

/** "CPR Certification - Red Cross": behind a word in capitals it is the end of a name. */
const NAME_END = /(?:^|[^A-Za-z])[A-Z][\w/+-]{0,20}\)? (?:Certification|Licen[cs]e|Licensure)$/;
const endsName = (text: string, { start, end }: HeadingHit): boolean =>
  end - start < LONGEST_NOUN && NAME_END.test(text.slice(Math.max(0, start - 24), end));
const LONGEST_NOUN = 14;

/** "One of these certificates (CPC or CCS preferred):" prefers what stands in its parenthesis, not the list behind. */
function isAside(text: string, { start, end }: HeadingHit, line: Line): boolean {
  if (text.charCodeAt(end) !== CLOSE) return false;
  const before = text.slice(line.start, start);
  const open = before.lastIndexOf("(");
  return open !== -1 && !namesKinds(before, open, before.length);
}
const CLOSE = 41;
const isWordOrClose = (code: number): boolean => isWord(code) || code === CLOSE;

/** A line that ends with a colon and says how strongly what follows is asked for: "Must have the following:". */
function introduces(text: string, { start, end }: Line): boolean {
  if (end - start > LONGEST_INTRO) return false;
  const last = trimmedEnd(text, Math.max(0, end - 4), end) - 1;
  return last >= end - 4 && text.charCodeAt(last) === COLON;
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code)) return true;
  }
  return false;
}

const B = 98;
const isBonus = (text: string, { start, end }: HeadingHit): boolean =>
  (text.charCodeAt(start) | 32) === B && text.slice(start, end).toLowerCase() === "bonus";

/** "Sign-On Bonus: $5,000" and "Bonus: up to 10%" name pay; "Bonus:" alone opens what is nice to have. */
const isPay = (text: string, hit: HeadingHit, line: Line): boolean =>
  isBonus(text, hit) && (!line.first || /[$£€\d]/.test(text.slice(hit.end, Math.min(line.end, hit.end + 60))));

function opens(text: string, hit: HeadingHit, line: Line, lines: LineReader): boolean {
  if (isAside(text, hit, line)) return false;
  if (hit.cue)
    return introduces(text, line) || isLabel(text, hit, line) || (lines.isHeading(line) && isOfKinds(text, hit, line));
  if (!line.first) return WEIGHT[hit.section] > 1 && lines.isHeading(line) && closesHeading(text, hit, line);
  if (hasColon(text, hit.end) || !hasWord(text, hit.end, line.end)) return true;
  return lines.isHeading(line) || opensHeading(text, hit, line);
}

/** "Required: a degree; CPR" */
const isLabel = (text: string, hit: HeadingHit, line: Line): boolean =>
  line.first && hit.section === "required" && hasColon(text, hit.end);

/** Whether a heading may end with the phrase: "Job Requirements", but not "Grow Your Skills" nor "MBA a Plus". */
const closesHeading = (text: string, hit: HeadingHit, line: Line): boolean =>
  !goesOn(text, hit, line) &&
  !isVerbsObject(text, hit) &&
  (hit.section !== "preferred" || endsInKind(text, hit) || isOfKinds(text, hit, line));

/** "Preferred Qualifications" is a heading's phrase by its own last word. */
const endsInKind = (text: string, { start, end }: HeadingHit): boolean =>
  KINDS_OF_THINGS.has(text.slice(text.slice(start, end).lastIndexOf(" ") + 1 + start, end).toLowerCase());

const isOfKinds = (text: string, hit: HeadingHit, line: Line): boolean =>
  endsOpen(text, line) || namesKinds(text, line.start, hit.start);

/** "Preferred Criteria", "Education and Experience Preferred": a cue right before a heading or behind it says how strongly. */
function cueBeside(text: string, hits: readonly HeadingHit[], index: number): Section | null {
  const hit = hits[index]!;
  if (hit.cue) return null;
  const before = hits.slice(Math.max(0, index - NEAR_HITS), index).find(({ end }) => hit.start - end === 1);
  if (isPreference(before) && text.charCodeAt(before.end) === SPACE && isCapital(text.charCodeAt(before.start)))
    return "preferred";
  const behind = hits.slice(index + 1, index + 1 + NEAR_HITS).find(({ start }) => start - hit.end === 1);
  return isPreference(behind) &&
    text.charCodeAt(hit.end) === SPACE &&
    BEHIND_LABEL.test(text.slice(behind.end, behind.end + 4))
    ? "preferred"
    : null;
}
const isPreference = (hit: HeadingHit | undefined): hit is HeadingHit =>
  hit?.cue === true && hit.section === "preferred";
const SPACE = 32;
/** Phrases within a heading are hits too. */
const NEAR_HITS = 4;
/** What stands behind a heading: a colon, a line end, a number or a bullet. */
const BEHIND_LABEL = /^\s{0,2}(?:[:\n•*–-]|\d)/;

const BULLETS = codesOf("•·▪*–-");
const LONGEST_LABEL = 12;
const ITEM_ENDS = /[\n•·▪*]/;

/**
 * "• Preferred: an MBA" speaks of its own item: where that ends, if another bullet of the kind follows there. Null where nothing
 * stands behind the label, or its words are a heading's.
 */
function labelledEnd(text: string, { start, end }: HeadingHit): number | null {
  let at = start - 1;
  while (start - at < 3 && isSpace(text.charCodeAt(at))) at--;
  const bullet = text.charCodeAt(at);
  if (BULLETS[bullet] !== 1 || end - start > LONGEST_LABEL || !hasColon(text, end)) return null;
  const to = end + 2 + text.slice(end + 2, end + LONGEST_INTRO).search(ITEM_ENDS);
  if (!hasWord(text, end, to)) return null;
  let next = to;
  while (next - to < 6 && isSpace(text.charCodeAt(next))) next++;
  return text.charCodeAt(next) === bullet ? to : null;
}

/**
 * `named`: whether a certificate is named in `[from, to)`; such a line is an item, not a heading, unless a colon ends it. Behind
 * a heading inside a line its items may stand.
 */
export function readSections(
  text: string,
  hits: readonly HeadingHit[],
  named: (from: number, to: number) => boolean,
): Sections {
  const starts: number[] = [];
  const kinds: Section[] = [];
  let [lastLine, lastEnd] = [-1, -1];
  const lines = new LineReader(text);
  /** Where the section before goes on, behind an item with a label of its own. */
  let back: { start: number; kind: Section } | null = null;
  for (let index = 0; index < hits.length; index++) {
    const hit = hits[index]!;
    if (hit.start < lastEnd) continue;
    const line = lines.at(hit);
    if (isPay(text, hit, line)) continue;
    if (hit.cue || line.first || !isInline(text, hit)) {
      if (!opens(text, hit, line, lines)) continue;
      if (named(line.start, line.end) && !hasColon(text, hit.end) && !introduces(text, line)) continue;
    }
    if (back !== null && back.start <= hit.start) {
      starts.push(back.start);
      kinds.push(back.kind);
      back = null;
    }
    const section = cueBeside(text, hits, index) ?? hit.section;
    const sameLine = line.start === lastLine && line.end - line.start <= LONGEST_HEADING;
    if (sameLine && WEIGHT[section] < WEIGHT[kinds.at(-1)!]) continue;
    [lastLine, lastEnd] = [line.start, hit.end];
    if (sameLine) {
      kinds[kinds.length - 1] = section;
      continue;
    }
    const itemEnd = section === "preferred" ? labelledEnd(text, hit) : null;
    back = itemEnd === null ? null : { start: itemEnd, kind: kinds.at(-1) ?? "other" };
    starts.push(hit.start);
    kinds.push(section);
  }
  if (back !== null) {
    starts.push(back.start);
    kinds.push(back.kind);
  }
  return { starts, kinds };
}

/** How many sections begin at or before `offset`: the last of them holds it. */
export function begunAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The section that holds `offset`. */
export const sectionAt = ({ starts, kinds }: Sections, offset: number): Section =>
  kinds[begunAt(starts, offset) - 1] ?? "other";
