/**
 * Kinds of UTF-16 code units, asked before a regular expression is tried: what most places fail at costs a comparison.
 * `NaN` (outside the text) is of no kind.
 */
export const isSmall = (code: number): boolean => code >= 97 && code <= 122;
export const isCapital = (code: number): boolean => code >= 65 && code <= 90;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => isSmall(code | 32) && code < 128;

/** `\w`: an ASCII letter, digit or underscore. */
export const isWord = (code: number): boolean => isLetter(code) || isDigit(code) || code === 95;

const isWideSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000 ||
  code === 0xfeff;

/** `\s`, which is also what `trim` takes off. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && isWideSpace(code));

/** Where a run of characters ends that `isOf` holds for. */
export function runEnd(text: string, from: number, to: number, isOf: (code: number) => boolean): number {
  let at = from;
  while (at < to && isOf(text.charCodeAt(at))) at++;
  return at;
}

/** Where `text.slice(from, to)` ends without the blanks at its end. */
export function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  return end;
}

/** A set of code units as a table: `marks[code] === 1`. */
export function codesOf(marks: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const mark of marks) table[mark.charCodeAt(0)] = 1;
  return table;
}

/** Two letters in either case as a number; other units may read as letters. */
export const pairOf = (first: number, second: number): number => ((first & 31) << 5) | (second & 31);

/** A set of the first two letters of words as a table: `pairs[pairOf(first, second)] === 1`. */
export function pairsOf(words: string): Uint8Array {
  const table = new Uint8Array(1 << 10);
  for (const word of words.split(" ")) table[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
  return table;
}

/** 1 for `\w`, by UTF-16 code unit. */
export const IN_WORD: Uint8Array = Uint8Array.from({ length: 0x10000 }, (_, code) => (isWord(code) ? 1 : 0));

/** How many words stand in a text, parted by blanks. */
export function wordCount(text: string): number {
  let count = 0;
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const blank = isSpace(text.charCodeAt(at));
    if (inside && blank) count++;
    inside = !blank;
  }
  return inside ? count + 1 : count;
}

export function letterCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isLetter(text.charCodeAt(at))) count++;
  return count;
}
