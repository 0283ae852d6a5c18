import { IN_WORD, isSpace } from "../text/codes.js";
import { unitsOf } from "../text/units.js";

/** "CCNA or equivalent experience", "certification or one year of experience", "LPN with current state licence". */
const INSTEAD =
  /^\W{0,3}(?:\w+\s){0,2}or (?:an? )?(?:equivalent|comparable|associate|bachelor|high school|(?:\w+ ){0,2}degree|(?:one|two|three|four|five|\d+) (?:\w+ )?years?)|^(?: or \w+)? with (?:an? )?(?:current|active|valid)\b/i;

const isOr = (codes: Uint16Array, at: number): boolean => (codes[at]! | 32) === 111 && (codes[at + 1]! | 32) === 114;

/** Whether "or" stands behind at most three marks and two words, or "with" right behind: only there `INSTEAD` can hold. */
function mayBeInstead(text: string, end: number): boolean {
  const { codes } = unitsOf(text);
  let at = end;
  if (codes[at] === 32 && (codes[at + 1]! | 32) === 119) return true;
  while (at - end < 3 && IN_WORD[codes[at]!] === 0) at++;
  for (let words = 0; words < 3; words++) {
    if (isOr(codes, at)) return true;
    const from = at;
    while (at - from < 60 && IN_WORD[codes[at]!] === 1) at++;
    if (at === from || !isSpace(codes[at]!)) return false;
    at++;
  }
  return false;
}

export const isInstead = (text: string, end: number): boolean =>
  mayBeInstead(text, end) && INSTEAD.test(text.slice(end, end + 60));
