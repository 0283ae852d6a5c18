import { codesOf, isCapital, isDigit, isSmall, pairOf, pairsOf } from "../text/codes.js";
import { oneOf } from "../text/patterns.js";
import { unitsOf } from "../text/units.js";

/** Where a clause or an item of a list ends, though no full stop does. */

const BUT = /\bbut\b(?! (?:not|preferred|desir|strongly|highly|a plus|is\b|it is|it’s|it's))/;

/** A star between blanks is a bullet of a list that lost its line ends. */
const isStarBullet = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 42 && text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32;

/** How an item or sentence begins whose mark before it was lost: "CPR certification Ability to lift", "NMC pin In return". */
const OPENERS: readonly string[] = [
  "Abilit(?:y|ies) to",
  "Able to",
  "Must ",
  "Knowledge of",
  "Strong ",
  "Excellent ",
  "Proven ",
  "Possess",
  "Proficien",
  "Minimum ",
  "Bachelor",
  "Previous ",
  "Demonstrated",
  "At least",
  "Selectees",
  "Applicants ",
  "Candidates ",
  "In return",
  "We ",
  "You ",
  "Our ",
];
const OPENS_ITEM = new RegExp(`^${oneOf(...OPENERS)}`);
const OPENER_PAIRS = pairsOf(OPENERS.map((opener) => opener.slice(0, 2)).join(" "));
const LONGEST_OPENER = 14;
/** Behind these the item goes on: "CNA or Able Seaman", "with Excellent". */
const JOINS = /(?:^|[^A-Za-z])(?:and|or|an?|the|of|with|in|for|to|by|at|plus)\s$/i;

const CLOSES = codesOf(')"\u201d');
/** "RN licence Ability to lift": a capital that opens an item behind a small letter, a digit or a close, and a blank. */
const opensItem = (text: string, codes: Uint16Array, at: number): boolean =>
  codes[at - 1] === SPACE &&
  (isSmall(codes[at - 2]!) || isDigit(codes[at - 2]!) || CLOSES[codes[at - 2]!] === 1) &&
  OPENER_PAIRS[pairOf(codes[at]!, codes[at + 1]!)] === 1 &&
  OPENS_ITEM.test(text.slice(at, at + LONGEST_OPENER)) &&
  !JOINS.test(text.slice(Math.max(0, at - 6), at));

const [NEWLINE, SPACE, SEMICOLON, BULLET, B] = [10, 32, 59, 0x2022, 98];
const [A, Z, T, U] = [65, 90, 116, 117];
/** The few characters at which a clause may end. */
const MARKS = codesOf("\n;*\u2022b").fill(1, A, Z + 1);

/** Whether a clause or item ends between two places: at a semicolon, a bullet, an empty line, "but" or where an item begins. */
export function breaks(text: string, from: number, to: number): boolean {
  const { codes } = unitsOf(text);
  let but = false;
  for (let at = from; at < to; at++) {
    const code = codes[at]!;
    if (MARKS[code] === 0) continue;
    if (code === B) but ||= codes[at + 1] === U && codes[at + 2] === T;
    else if (code === NEWLINE) {
      if (at + 1 < to && codes[at + 1] === NEWLINE) return true;
    } else if (code === SEMICOLON || code === BULLET) return true;
    else if (isCapital(code) ? opensItem(text, codes, at) : isStarBullet(text, at)) return true;
  }
  return but && BUT.test(text.slice(from, to));
}
