import { isCapital } from "../text/codes.js";

/** What a posting itself says that an abbreviation is short for, where it stands in parentheses behind its words. */

const LONGEST_SPELLING = 90;

export const LONGEST_ABBREVIATION = 6;

/** The capitalised words before the parenthesis at `at`, where they begin with the letters of `abbreviation`. */
export function spellingOf(text: string, at: number, abbreviation: string): readonly string[] | null {
  const words = text
    .slice(Math.max(0, at - LONGEST_SPELLING), at)
    .trim()
    .split(/\s+/);
  const capital = words
    .slice(-abbreviation.length - 2)
    .filter((word) => isCapital(word.charCodeAt(0)))
    .slice(-abbreviation.length);
  return capital.map((word) => word[0]).join("") === abbreviation ? capital : null;
}

const [CLOSE, PLURAL] = [41, 115];

/** Where each abbreviation of capitals first stands in parentheses, be it in the plural: "(IPCs)". */
export function parenthesised(text: string): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = text.indexOf("("); at !== -1; at = text.indexOf("(", at + 1)) {
    let end = at + 1;
    while (end - at <= LONGEST_ABBREVIATION && isCapital(text.charCodeAt(end))) end++;
    const close = text.charCodeAt(end) === PLURAL ? end + 1 : end;
    if (end - at < 3 || text.charCodeAt(close) !== CLOSE) continue;
    const abbreviation = text.slice(at + 1, end);
    if (!places.has(abbreviation)) places.set(abbreviation, at);
  }
  return places;
}
