import { codesOf, isCapital, isDigit, isLetter, isSmall, isWord, runEnd, trimmedEnd } from "../text/codes.js";
import type { HeadingHit } from "./heading-hits.js";

/** The line that a heading phrase or a cue stands in, and what its look says: that of a heading, of an introduction or of text. */

const COLON = 58;
const QUESTION = 63;
const CLAUSE_ENDS = codesOf(".,;!");
export const LONGEST_HEADING = 80;
export const LONGEST_INTRO = 220;
/** Bullets and numbers before the first word of a line are shorter. */
const BEFORE_FIRST = 40;

/** The line around a hit, as far as a heading or an introduction may reach. */
export interface Line {
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

/**
 * Reads the lines around hits that come in order; many hits of one line look for its ends, and judge its look, once. The line
 * of a hit is overwritten by the next.
 */
export class LineReader {
  #from = 0;
  #to = -1;
  readonly #line: Line = { start: 0, end: 0, first: false };
  #judgedFrom = -1;
  #judgedTo = -1;
  #heading = false;

  constructor(private readonly text: string) {}

  at({ start, end }: HeadingHit): Line {
    const { text } = this;
    while (start > this.#to) {
      this.#from = this.#to + 1;
      this.#to = lineEnd(text, this.#from);
    }
    const from = this.#from;
    const to = end > this.#to ? lineEnd(text, end) : this.#to;
    const line = this.#line;
    line.start = Math.max(from, start - LONGEST_INTRO);
    line.end = Math.min(to, end + LONGEST_INTRO);
    line.first = start - from < BEFORE_FIRST && !hasLetter(text, from, start);
    return line;
  }

  isHeading(line: Line): boolean {
    const { start, end } = line;
    if (end - start > LONGEST_HEADING) return false;
    if (start !== this.#judgedFrom || end !== this.#judgedTo) {
      this.#judgedFrom = start;
      this.#judgedTo = end;
      this.#heading = isHeadingLine(this.text, line);
    }
    return this.#heading;
  }
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
export function looksTitled(text: string, from: number, to: number): boolean {
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
export function endsOpen(text: string, { start, end }: Line): boolean {
  for (let at = end - 1; at >= start; at--) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === QUESTION) return true;
    if (isWord(code)) return false;
  }
  return false;
}

/** The last character that is no blank ends a sentence or part of one. */
export const endsClause = (text: string, { start, end }: Line): boolean =>
  CLAUSE_ENDS[text.charCodeAt(Math.max(start, trimmedEnd(text, start, end) - 1))] === 1;

const isHeadingLine = (text: string, line: Line): boolean =>
  endsOpen(text, line) || (!endsClause(text, line) && looksTitled(text, line.start, line.end));

/** A line that ends with a colon and says how strongly what follows is asked for: "Must have the following:". */
export function introduces(text: string, { start, end }: Line): boolean {
  if (end - start > LONGEST_INTRO) return false;
  const last = trimmedEnd(text, Math.max(0, end - 4), end) - 1;
  return last >= end - 4 && text.charCodeAt(last) === COLON;
}

export function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code) || isDigit(code)) return true;
  }
  return false;
}
