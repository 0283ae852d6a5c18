import { firstBreak, lastBreak } from "./breaks.js";
import { cuesOf } from "./cues.js";

/** Up to `size` lower-cased characters before `at`, from the same sentence. */
export const before = (text: string, at: number, size: number): string => {
  const first = Math.max(0, at - size);
  return text.slice(lastBreak(text, first, at), at).toLowerCase();
};

/** Up to `size` lower-cased characters from `at` on, to the end of the sentence. */
export const after = (text: string, at: number, size: number): string => {
  const limit = Math.min(text.length, at + size);
  return text.slice(at, firstBreak(text, at, limit)).toLowerCase();
};

const SOFT_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:prefer(?:red|ences?)|desir(?:ed|able)|nice[- ]to[- ]haves?|bonus(?: points)?|pluses|plusses)\b[^\n]{0,40}(?=\n|:)/gi;
const FIRM_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:required|requirements?|minimum|basic|must[- ]haves?|essential|qualifications?|mandatory)\b[^\n]{0,40}(?=\n|:)/gi;

/** How far above a heading is looked for, in characters. */
export const HEADING_REACH = 900;
/** How far behind its line's beginning a heading's word may stand. */
const HEADING_LEAD = 30;

const LINE_END = 10;

/** Whether a line begins so near before `at` that the word there may make it a heading; a window from `from` on begins one. */
const mayHeadLine = (text: string, at: number, from: number): boolean => {
  const first = at - HEADING_LEAD - 1;
  if (first < from) return true;
  for (let i = at - 1; i >= first; i--) if (text.charCodeAt(i) === LINE_END) return true;
  return false;
};

/** True where the nearest heading above (within 900 characters) announces wishes, as "Preferred qualifications:" does. */
export const underSoftHeading = (text: string, at: number): boolean => {
  const from = Math.max(0, at - HEADING_REACH);
  const { soft: wishes } = cuesOf(text);
  let i = wishes.firstFrom(from);
  while (i < wishes.count && wishes.at[i]! < at && !mayHeadLine(text, wishes.at[i]!, from)) i++;
  if (i === wishes.count || wishes.at[i]! >= at) return false;
  const window = text.slice(from, at);
  const soft = [...window.matchAll(SOFT_HEADING)].at(-1)?.index ?? -1;
  if (soft < 0) return false;
  return soft >= ([...window.matchAll(FIRM_HEADING)].at(-1)?.index ?? -1);
};

const SOFTENERS =
  /\bprefer|\bdesir|\ba (?:big |huge |strong |definite )?plus\b|\bideal(?:ly)?\b|\bnice to have|\badvantage|\ban? asset\b|\bbonus\b|\bhelpful\b|\bwelcome\b|\bbeneficial\b|\bwould be great/;
/** True where a sentence wishes rather than demands. */
export const isSoftened = (sentence: string): boolean => SOFTENERS.test(sentence);

/** What follows a demand without softening it: ", preferably in schools", "(retail preferred)", "; 5 years preferred". */
const ASIDE =
  /,\s*(?:preferably|ideally)\b.*$|\([^)]*\s[^)]*\)|[;,]?\s(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\+?\s*(?:\(\d+\)\s*)?(?:or more\s)?(?:years?|yrs?)\b.*$/;
const FIRM = /\b(?:required|minimum\b|must\b)/;

/** True where the words behind a demand turn it into a wish: "3 years of experience preferred". */
export const isSoftenedBehind = (tail: string): boolean => {
  const own = tail.slice(0, 4) + tail.slice(4).replace(ASIDE, " ");
  const soft = own.search(SOFTENERS);
  return soft >= 0 && !FIRM.test(own.slice(0, soft));
};
