import { codesOf, isSpace } from "../text/codes.js";

/** The marks right behind a heading phrase, or right before it. */

const COLON_LIKE = /^(?:\s{0,2}\([^()\n]{0,40}\))?\*{0,2}\s?[:;–—]|^\s-\s|^:?\*\*/;
const COLONS = codesOf(":;–—");
const MAY_LEAD_COLON = codesOf(":;–—(*");
const BEHIND_BLANK = codesOf(":;–—(-");

/** Whether a colon or what does for one stands at `at`: a dash, stars, a parenthesis with a colon behind it. */
export function hasColon(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (COLONS[code] === 1) return true;
  if (isSpace(code)) {
    const next = text.charCodeAt(at + 1);
    if (BEHIND_BLANK[next] !== 1 && !isSpace(next)) return false;
  } else if (MAY_LEAD_COLON[code] !== 1) return false;
  return COLON_LIKE.test(text.slice(at, at + 48));
}

/** Whether one of `marks` stands before `at`, with at most two blanks between. */
export function followsMark(text: string, at: number, marks: Uint8Array): boolean {
  let before = at - 1;
  while (at - before < 3 && isSpace(text.charCodeAt(before))) before--;
  return before >= 0 && marks[text.charCodeAt(before)] === 1;
}
