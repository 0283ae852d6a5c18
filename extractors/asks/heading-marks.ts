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

const BULLETS = codesOf("•·▪●");
const BLANK = 32;
/** "Qualifications • Current licence": the first item follows in the heading's own line. */
export const leadsBullet = (text: string, at: number): boolean =>
  text.charCodeAt(at) === BLANK && BULLETS[text.charCodeAt(at + 1)] === 1;

const OPEN = 40;
const ONLY_PARENTHESIS = /^\s?\([^()\n]{1,60}\)\s{0,3}$/;
/** "Qualifications (all required)": nothing but a parenthesis stands behind the heading in its line. */
export const endsInParenthesis = (text: string, at: number, to: number): boolean =>
  (text.charCodeAt(at) === OPEN || text.charCodeAt(at + 1) === OPEN) && ONLY_PARENTHESIS.test(text.slice(at, to));

/** Whether one of `marks` stands before `at`, with at most two blanks between. */
export function followsMark(text: string, at: number, marks: Uint8Array): boolean {
  let before = at - 1;
  while (at - before < 3 && isSpace(text.charCodeAt(before))) before--;
  return before >= 0 && marks[text.charCodeAt(before)] === 1;
}
