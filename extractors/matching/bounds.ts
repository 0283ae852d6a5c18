import { CLASS_OF, DOT, HASH, isWordClass, JOINER, LETTER_S, PLUS, SPACE } from "./characters.js";

/** Where hits may begin, end and be parted by blanks. `codes` are a text's units with zeros behind it (see `units.ts`). */

const WRAPPED_LINE = 40;
const NEWLINE = 10;
const LONGEST_GAP = 4;
const LONGEST_JOINER_RUN = 12;

const isWordAt = (codes: Uint16Array, at: number): boolean => at >= 0 && isWordClass(CLASS_OF[codes[at]!]!);
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A capital right after a small letter: a blank or line end was lost here, or a name is written so. */
export const isGlued = (codes: Uint16Array, at: number): boolean =>
  at > 0 && isCapital(codes[at]!) && isSmall(codes[at - 1]!);

export function startsWord(codes: Uint16Array, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && CLASS_OF[codes[at]!] === JOINER) at--;
  if (at < 0) return true;
  const before = CLASS_OF[codes[at]!]!;
  if (before === DOT && isWordAt(codes, at - 1)) return isCapital(codes[start]!) && isSmall(codes[at - 1]!);
  return !isWordClass(before) || isGlued(codes, start);
}

/** Where a hit whose key was read up to `end` really ends: `end`, one more for a plural "s", or -1 for no word's end. */
export function wordEnd(codes: Uint16Array, end: number): number {
  let at = end;
  while (at - end < LONGEST_JOINER_RUN && CLASS_OF[codes[at]!] === JOINER) at++;
  const next = CLASS_OF[codes[at]!]!;
  if (isWordClass(next)) {
    if (next !== LETTER_S || !isWordAt(codes, end - 1) || isWordAt(codes, at + 1))
      return isGlued(codes, end) ? end : -1;
    return at === end ? end + 1 : end;
  }
  if (next === PLUS || next === HASH) return isWordAt(codes, at + 1) ? end : -1;
  if (next !== DOT || at > end || !isWordAt(codes, end - 1)) return end;
  const after = codes[at + 1]!;
  return isSmall(after) || isDigit(after) ? -1 : end;
}

/** A line end inside a hit is a wrapped line only where the line before it is long. */
function isWrapped(codes: Uint16Array, lineEnd: number): boolean {
  if (lineEnd < WRAPPED_LINE) return false;
  for (let at = lineEnd - 1; at >= lineEnd - WRAPPED_LINE; at--) if (codes[at] === NEWLINE) return false;
  return true;
}

export const NO_GAP = 0;

/**
 * Reads the blanks and joiners from `from` on, of which there is at least one: where they end, as a complement (negative) if
 * all were joiners, or `NO_GAP` where they part words too widely.
 */
export function gapEnd(codes: Uint16Array, from: number): number {
  let [at, blanks, lineEnds] = [from, 0, 0];
  for (; ; at++) {
    const cls = CLASS_OF[codes[at]!]!;
    if (cls !== SPACE && cls !== JOINER) break;
    if (cls === JOINER) continue;
    if (++blanks > LONGEST_GAP) return NO_GAP;
    if (codes[at] === NEWLINE && (++lineEnds > 1 || !isWrapped(codes, at))) return NO_GAP;
  }
  if (at - from > LONGEST_JOINER_RUN) return NO_GAP;
  return blanks === 0 ? ~at : at;
}
