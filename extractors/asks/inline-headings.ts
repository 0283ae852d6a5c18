import { codesOf, isCapital, isDigit, isLetter, isSmall, isSpace, isWord } from "../text/codes.js";
import type { HeadingHit } from "./heading-hits.js";
import { looksTitled } from "./heading-lines.js";
import { followsMark, hasColon } from "./heading-marks.js";
import { isVerbsObject } from "./heading-words.js";

/** Headings inside a line: of a text that lost its line ends. */

const DOT = 46;
const CLOSE = 41;
const ENDS_BEFORE_COLON = codesOf(".!?•*|)");
const ENDS_BEFORE = codesOf(".!?;:•*)]>|\u00a2-");

const opensInside = (text: string, at: number): boolean =>
  (isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at - 2))) || followsMark(text, at, ENDS_BEFORE);

/** Headings of one word that may follow a lost line end: "on short notice.Qualifications Food", "notice. Qualifications Good". */
const ALONE = /^(?:Qualifications|Requirements|Responsibilities|Benefits)$/;

/** "QualificationsNursing degree": the line end behind a heading of one word was lost. */
export const isGluedBehind = (text: string, { start, end }: HeadingHit): boolean =>
  isCapital(text.charCodeAt(end)) &&
  isSmall(text.charCodeAt(end + 1)) &&
  isSmall(text.charCodeAt(end - 1)) &&
  ALONE.test(text.slice(start, end));

/** "growth opportunities Qualifications Graduate of": in the midst of small letters only a lost heading is capitalised. */
const LOST = /^(?:Qualifications|Requirements|Responsibilities)$/;
const LOST_BEGINS = codesOf("QR");
const SMALL_BEFORE = /(?:^|[^A-Za-z])(?!(?:and|or|of|the|with|for|in|to|your|our|these|all|as)\s)[a-z]{2,14}\s$/;
const SHORTEST_LOST = 12;
const LONGEST_LOST = 16;
const isLostLine = (text: string, { start, end }: HeadingHit): boolean =>
  end - start >= SHORTEST_LOST &&
  end - start <= LONGEST_LOST &&
  LOST_BEGINS[text.charCodeAt(start)] === 1 &&
  LOST.test(text.slice(start, end)) &&
  SMALL_BEFORE.test(text.slice(Math.max(0, start - 16), start));
const ITEM_BEHIND = /^\s[A-Z•*]/;

/** "CPR Certification - Red Cross": behind a word in capitals it is the end of a name. */
const NAME_END = /(?:^|[^A-Za-z])[A-Z][\w/+-]{0,20}\)? (?:Certification|Licen[cs]e|Licensure)$/;
const endsName = (text: string, { start, end }: HeadingHit): boolean =>
  end - start < LONGEST_NOUN && NAME_END.test(text.slice(Math.max(0, start - 24), end));
const LONGEST_NOUN = 14;

const isWordOrClose = (code: number): boolean => isWord(code) || code === CLOSE;

/** What stands before it in its line is said with it: "Grow Your Skills:", "CPR Certification - Red Cross". */
const isTail = (text: string, hit: HeadingHit): boolean =>
  isWordOrClose(text.charCodeAt(hit.start - 2)) && (isVerbsObject(text, hit) || endsName(text, hit));

/** A heading inside a flattened line: capitalised, at a sentence's start, a colon or a capital behind it. */
export function isInline(text: string, hit: HeadingHit): boolean {
  const { start, end, section } = hit;
  if (!isCapital(text.charCodeAt(start)) || section === "other") return false;
  const before = text.charCodeAt(start - 1);
  const isGlued = isSmall(before) || before === DOT;
  if (!isGlued && (isLetter(before) || isDigit(before))) return false;
  if (hasColon(text, end))
    return (looksTitled(text, start, end) || followsMark(text, start, ENDS_BEFORE_COLON)) && !isTail(text, hit);
  if (!isSpace(text.charCodeAt(end))) return (isGlued || opensInside(text, start)) && isGluedBehind(text, hit);
  if (isLostLine(text, hit)) return ITEM_BEHIND.test(text.slice(end, end + 2));
  if (!(isGlued || opensInside(text, start)) || !looksTitled(text, start, end)) return false;
  const phrase = text.slice(start, end);
  const allCaps = phrase.length > 6 && phrase === phrase.toUpperCase();
  return (
    (allCaps || /[\s/]/.test(phrase) || ALONE.test(phrase)) &&
    /^\s{1,3}[A-Z•*(\d-]/.test(text.slice(end, end + 4)) &&
    !isTail(text, hit)
  );
}
