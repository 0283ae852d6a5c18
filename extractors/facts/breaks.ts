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
const isA = (text: string, at: number, kind: number): boolean => (KIND[text.charCodeAt(at)]! & kind) !== 0;

/** Dots that end no sentence. */
const ABBREVIATION =
  /\b(?:min|max|yrs?|exp|approx|e\.g|i\.e|etc|incl|[a-z]\.[a-z]|no|st|jr|sr|mths?|dept|univ|req|pref|u\.s|b|m|ph|tel|hr)$/i;
/** Words behind which a line break was lost: "requiredBachelor's". */
const GLUED = ["required", "preferred", "equivalent", "GED", "degree", "field", "experience", "skills", "plus"];

/** Past spaces and tabs. */
function pastIndent(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  return at;
}

/** A line end that breaks: before a dash item, an empty line before a capital, or a line of its own. */
function lineBreak(text: string, at: number, limit: number): number {
  const dash = pastIndent(text, at + 1, limit);
  if (dash + 1 < limit && isA(text, dash, DASH) && isA(text, dash + 1, BLANK)) return dash + 2;
  let next = at + 1;
  let last = at;
  for (; next < limit && isA(text, next, BLANK); next++) if (isA(text, next, LINE_END)) last = next;
  if (last > at && next < limit && isA(text, next, CAPITAL) && pastIndent(text, last + 1, limit) === next) return next;
  if (at + 4 >= limit || !isA(text, at + 1, CAPITAL)) return -1;
  return isA(text, at + 2, LINE_END) || isA(text, at + 3, LINE_END) || isA(text, at + 4, LINE_END) ? -1 : at + 1;
}

/**
 * Where the break ends that begins at `at`, or -1: the end of a sentence, a bullet, or a line of its own. A lone line break before
 * a small letter is none: some sources break after each word; others lose breaks. Only `[first, limit)` is read.
 */
function breakAt(text: string, at: number, first: number, limit: number): number {
  const kind = KIND[text.charCodeAt(at)]!;
  if ((kind & BULLET) !== 0) return at + 1;
  if ((kind & LINE_END) !== 0) return lineBreak(text, at, limit);
  if ((kind & CAPITAL) !== 0) {
    if (at + 1 >= limit || at === first || !isA(text, at + 1, SMALL)) return -1;
    if (!isA(text, at - 1, SMALL | CAPITAL)) return -1;
    return GLUED.some((word) => at - word.length >= first && text.startsWith(word, at - word.length)) ? at : -1;
  }
  if (at + 1 < limit && !isA(text, at + 1, BLANK)) return -1;
  const abbreviated = text.charCodeAt(at) === DOT && ABBREVIATION.test(text.slice(Math.max(first, at - 8), at));
  return abbreviated ? -1 : at + 1;
}

const MAY_BREAK = STOP | BULLET | LINE_END | CAPITAL;

/** Where the first break of `[from, limit)` begins, or `limit`. */
export function firstBreak(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (!isA(text, at, MAY_BREAK) || breakAt(text, at, from, limit) === -1)) at++;
  return at;
}

/** Where the last break of `[from, limit)` ends, or `from`. */
export function lastBreak(text: string, from: number, limit: number): number {
  for (let at = limit - 1; at >= from; at--) {
    if (!isA(text, at, MAY_BREAK)) continue;
    const end = breakAt(text, at, from, limit);
    if (end !== -1) return end;
  }
  return from;
}
