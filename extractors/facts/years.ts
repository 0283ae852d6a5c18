import type { ExperienceYears } from "../../models/extraction.js";
import { isDigit, isLetter, isSpace } from "../text/codes.js";
import { NAMES, SMALL_NUMBER, smallNumber } from "./numbers.js";

/** The number (and range) in front of "years"; a figure in brackets may repeat a number: "three (3) to five (5)". */
const AMOUNT = new RegExp(
  `(?:(less than|under|up to|maximum(?: of)?|max\\.?)\\s+)?(?<![\\d$£€]|\\d[.,:])(?:\\b|(?<=[a-z])(?=\\d))(${SMALL_NUMBER})(?:\\s*\\(\\s*\\d{1,2}\\s*\\+?\\s*\\))?\\s{0,3}` +
    `(\\+|plus\\b|or more)?(?:\\s{0,3}(?:years?|yrs?)?\\s{0,3}(?:-|–|—|−|to|or|and|/)\\s{0,3}(${SMALL_NUMBER})(?:\\s*\\(\\s*\\d{1,2}\\s*\\))?)?` +
    "\\s{0,3}(?:\\+|plus|or more|or greater|\\(s\\))?[\\s-]{0,3}(?:full|calendar|solid|consecutive|cumulative)?[\\s-]{0,3}$",
);
const LOOSE_ONE = /\b(?:an?|one)\s+(full\s+)?$/;

/** The word itself, however it goes on. */
export const EXPERIENCE = /\bexp(?:erienced?\b|eriences\b|ertise\b|\b)/;
const YEARS_TO = new RegExp(`^[a-z]*\\s{1,3}to\\s{1,3}(?:less than\\s{1,3})?(${SMALL_NUMBER})\\s{1,3}years?`);

const inYears = (value: number, months: boolean): number => (months ? Math.round((value / 12) * 100) / 100 : value);

/** Longest wording of an amount, in characters. */
const AMOUNT_REACH = 90;
/** Words with which an amount ends; others end with a figure or a mark. */
const LAST_WORDS: ReadonlySet<string> = new Set([
  ...NAMES,
  ..."a an plus more greater full calendar solid consecutive cumulative".split(" "),
]);
const LONGEST_LAST_WORD = 11;
const LAST_MARKS = "+)";

/** Whether what stands before `at` may be an amount, by its last word: "per year" and "this year" have none. */
export const mayFollowAmount = (text: string, at: number): boolean => {
  let end = at;
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || text[end - 1] === "-")) end--;
  if (end > 0 && (isDigit(text.charCodeAt(end - 1)) || LAST_MARKS.includes(text[end - 1]!))) return true;
  let from = end;
  while (from > 0 && end - from <= LONGEST_LAST_WORD && isLetter(text.charCodeAt(from - 1))) from--;
  return LAST_WORDS.has(text.slice(from, end).toLowerCase());
};

interface Amount {
  years: ExperienceYears;
  /** As written, with what stands between it and "years"; empty for "a year". */
  written: string;
}

/** The amount at the end of `lead`, the words in front of "years" or "months", with which `tail` begins; all lower-case. */
export const amountBefore = (lead: string, tail: string, months: boolean): Amount | null => {
  const near = lead.slice(-AMOUNT_REACH);
  const match = AMOUNT.exec(near);
  if (match === null)
    return LOOSE_ONE.test(near) && EXPERIENCE.test(tail.slice(0, 30))
      ? { years: { min: inYears(1, months), max: null }, written: "" }
      : null;
  const [written, atMost, from, , to] = match;
  const first = inYears(smallNumber(from as string), months);
  if (atMost !== undefined) return { years: { min: 0, max: first }, written };
  const second = to ?? YEARS_TO.exec(tail)?.[1];
  const last = second === undefined ? null : inYears(smallNumber(second), months);
  return { years: { min: first, max: last !== null && last >= first ? last : null }, written };
};
