import { isCapital, isDigit, isSmall } from "../text/codes.js";

/** Where a clause or an item of a list ends, though no full stop does. */

const BUT = /\bbut\b(?! (?:not|preferred|desir|strongly|highly|a plus|is\b|it is|it’s|it's))/;

/** A star between blanks is a bullet of a list that lost its line ends. */
const isStarBullet = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 42 && text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32;

/** How an item or sentence begins whose mark before it was lost: "CPR certification Ability to lift", "NMC pin In return". */
const OPENS_ITEM =
  /^(?:Abilit(?:y|ies) to|Able to|Must |Knowledge of|Strong |Excellent |Proven |Possess|Proficien|Minimum |Bachelor|Previous |Demonstrated|At least|Selectees|Applicants |Candidates |In return|We |You |Our )/;
const LONGEST_OPENER = 14;
/** Behind these the item goes on: "CNA or Able Seaman", "with Excellent". */
const JOINS = /(?:^|[^A-Za-z])(?:and|or|an?|the|of|with|in|for|to|by|at|plus)\s$/i;

/** "RN licence Ability to lift": a capital that opens an item behind a small letter and a blank. */
const opensItem = (text: string, at: number): boolean =>
  text.charCodeAt(at - 1) === 32 &&
  (isSmall(text.charCodeAt(at - 2)) || isDigit(text.charCodeAt(at - 2))) &&
  OPENS_ITEM.test(text.slice(at, at + LONGEST_OPENER)) &&
  !JOINS.test(text.slice(Math.max(0, at - 6), at));

/** Whether a clause or item ends between two places: at a semicolon, a bullet, an empty line, "but" or where an item begins. */
export function breaks(text: string, from: number, to: number): boolean {
  let but = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isCapital(code) && opensItem(text, at)) return true;
    if (code === 59 || code === 0x2022 || isStarBullet(text, at)) return true;
    if (code === 10 && at + 1 < to && text.charCodeAt(at + 1) === 10) return true;
    if (code === 98 && text.charCodeAt(at + 1) === 117 && text.charCodeAt(at + 2) === 116) but = true;
  }
  return but && BUT.test(text.slice(from, to));
}
