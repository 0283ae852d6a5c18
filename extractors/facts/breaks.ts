import { unitsOf } from "../text/units.js";

/** What a character may begin or be, for `breakAt`. */
const STOP = 1;
const BULLET = 2;
const LINE_END = 4;
const CAPITAL = 8;
const SMALL = 16;
const BLANK = 32;
const DASH = 64;

/** Kinds of the characters that matter, by UTF-16 code unit. */
const KIND = new Uint8Array(0x10000);
const mark = (characters: string, kind: number): void => {
  for (const one of characters) KIND[one.charCodeAt(0)] = KIND[one.charCodeAt(0)]! | kind;
};
mark(".!?;", STOP);
mark("•●▪◦‣·■", BULLET);
mark("\n", LINE_END);
mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", CAPITAL);
mark("abcdefghijklmnopqrstuvwxyz", SMALL);
mark(" \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", BLANK);
for (let code = 0x2000; code <= 0x200a; code++) KIND[code] = BLANK;
mark("-*–", DASH);

const DOT = 46;
const isA = (codes: Uint16Array, at: number, kind: number): boolean => (KIND[codes[at]!]! & kind) !== 0;

/** Dots that end no sentence. */
const ABBREVIATION =
  /\b(?:min|max|yrs?|exp|approx|e\.g|i\.e|etc|incl|[a-z]\.[a-z]|no|st|jr|sr|mths?|dept|univ|req|pref|u\.s|b|m|ph|tel|hr)$/i;
/** Words behind which a line break was lost: "requiredBachelor's". */
const GLUED = ["required", "preferred", "equivalent", "GED", "degree", "field", "experience", "skills", "plus"];

/** Past spaces and tabs. */
function pastIndent(codes: Uint16Array, from: number, limit: number): number {
  let at = from;
  while (at < limit && (codes[at] === 32 || codes[at] === 9)) at++;
  return at;
}

/** A line end that breaks: before a dash item, an empty line before a capital, or a line of its own. */
function lineBreak(codes: Uint16Array, at: number, limit: number): number {
  const dash = pastIndent(codes, at + 1, limit);
  if (dash + 1 < limit && isA(codes, dash, DASH) && isA(codes, dash + 1, BLANK)) return dash + 2;
  let next = at + 1;
  let last = at;
  for (; next < limit && isA(codes, next, BLANK); next++) if (isA(codes, next, LINE_END)) last = next;
  if (last > at && next < limit && isA(codes, next, CAPITAL) && pastIndent(codes, last + 1, limit) === next)
    return next;
  if (at + 4 >= limit || !isA(codes, at + 1, CAPITAL)) return -1;
  return isA(codes, at + 2, LINE_END) || isA(codes, at + 3, LINE_END) || isA(codes, at + 4, LINE_END) ? -1 : at + 1;
}

/**
 * Where the break ends that begins at `at`, or -1: the end of a sentence, a bullet, or a line of its own. A lone line break before
 * a small letter is none: some sources break after each word; others lose breaks. Only `[first, limit)` is read.
 */
function breakAt(text: string, codes: Uint16Array, at: number, first: number, limit: number): number {
  const kind = KIND[codes[at]!]!;
  if ((kind & BULLET) !== 0) return at + 1;
  if ((kind & LINE_END) !== 0) return lineBreak(codes, at, limit);
  if ((kind & CAPITAL) !== 0) {
    if (at + 1 >= limit || at === first || !isA(codes, at + 1, SMALL)) return -1;
    if (!isA(codes, at - 1, SMALL | CAPITAL)) return -1;
    return GLUED.some((word) => at - word.length >= first && text.startsWith(word, at - word.length)) ? at : -1;
  }
  if (at + 1 < limit && !isA(codes, at + 1, BLANK)) return -1;
  const abbreviated = codes[at] === DOT && ABBREVIATION.test(text.slice(Math.max(first, at - 8), at));
  return abbreviated ? -1 : at + 1;
}

const MAY_BREAK = STOP | BULLET | LINE_END | CAPITAL;

/** Where the first break of `[from, limit)` begins, or `limit`. */
export function firstBreak(text: string, from: number, limit: number): number {
  const { codes } = unitsOf(text);
  let at = from;
  while (at < limit && (!isA(codes, at, MAY_BREAK) || breakAt(text, codes, at, from, limit) === -1)) at++;
  return at;
}

/** Where the last break of `[from, limit)` ends, or `from`. */
export function lastBreak(text: string, from: number, limit: number): number {
  const { codes } = unitsOf(text);
  for (let at = limit - 1; at >= from; at--) {
    if (!isA(codes, at, MAY_BREAK)) continue;
    const end = breakAt(text, codes, at, from, limit);
    if (end !== -1) return end;
  }
  return from;
}
