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

/** Headings of one word that may follow a lost line end: "on short notice.Qualifications Food". */
const ALONE = /^(?:Qualifications|Requirements|Responsibilities|Benefits)$/;

/** A heading inside a flattened line: capitalised, at a sentence's start, a colon or a capital behind it. */
function isInline(text: string, { start, end, section }: HeadingHit): boolean {
  if (!isCapital(text.charCodeAt(start)) || section === "other") return false;
  const before = text.charCodeAt(start - 1);
  const isGlued = isSmall(before) || before === DOT;
  if (!isGlued && (isLetter(before) || isDigit(before))) return false;
  if (hasColon(text, end)) return looksTitled(text, start, end) || followsMark(text, start, ENDS_BEFORE_COLON);
  if (!isSpace(text.charCodeAt(end)) || !(isGlued || opensInside(text, start)) || !looksTitled(text, start, end))
    return false;
  const phrase = text.slice(start, end);
  const allCaps = phrase.length > 6 && phrase === phrase.toUpperCase();
  return (
    (allCaps || /[\s/]/.test(phrase) || (isGlued && ALONE.test(phrase))) &&
    /^\s{1,3}[A-Z•*(\d-]/.test(text.slice(end, end + 4))
  );
}

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
  if (isPay(text, hit, line)) return false;
  if (hit.cue) return lines.isHeading(line) || introduces(text, line);
  if (!line.first) return WEIGHT[hit.section] > 1 && lines.isHeading(line);
  if (hasColon(text, hit.end) || !hasWord(text, hit.end, line.end)) return true;
  return lines.isHeading(line) || opensHeading(text, hit, line);
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
  for (const hit of hits) {
    if (hit.start < lastEnd) continue;
    const line = lines.at(hit);
    if (hit.cue || line.first || !isInline(text, hit)) {
      if (!opens(text, hit, line, lines)) continue;
      if (named(line.start, line.end) && !hasColon(text, hit.end) && !introduces(text, line)) continue;
    }
    const sameLine = line.start === lastLine && line.end - line.start <= LONGEST_HEADING;
    if (sameLine && WEIGHT[hit.section] < WEIGHT[kinds.at(-1)!]) continue;
    [lastLine, lastEnd] = [line.start, hit.end];
    if (sameLine) {
      kinds[kinds.length - 1] = hit.section;
      continue;
    }
    starts.push(hit.start);
    kinds.push(hit.section);
  }
  return { starts, kinds };
}

/** The section that holds `offset`. */
export function sectionAt({ starts, kinds }: Sections, offset: number): Section {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return kinds[low - 1] ?? "other";
}
