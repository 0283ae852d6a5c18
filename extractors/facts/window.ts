import { breakAt } from "./breaks.js";

/** Up to `size` lower-cased characters before `at`, from the same sentence. */
export const before = (text: string, at: number, size: number): string => {
  const first = Math.max(0, at - size);
  let from = first;
  for (let i = first; i < at; ) {
    const end = breakAt(text, i, first, at);
    if (end !== -1) from = end;
    i = Math.max(i + 1, end);
  }
  return text.slice(from, at).toLowerCase();
};

/** Up to `size` lower-cased characters from `at` on, to the end of the sentence. */
export const after = (text: string, at: number, size: number): string => {
  const limit = Math.min(text.length, at + size);
  let to = at;
  while (to < limit && breakAt(text, to, at, limit) === -1) to++;
  return text.slice(at, to).toLowerCase();
};

const SOFT_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:prefer(?:red|ences?)|desir(?:ed|able)|nice[- ]to[- ]haves?|bonus(?: points)?|pluses|plusses)\b[^\n]{0,40}(?=\n|:)/gi;
const FIRM_HEADING =
  /(?:^|\n)[^\n]{0,30}\b(?:required|requirements?|minimum|basic|must[- ]haves?|essential|qualifications?|mandatory)\b[^\n]{0,40}(?=\n|:)/gi;

/** True where the nearest heading above (within 900 characters) announces wishes, as "Preferred qualifications:" does. */
export const underSoftHeading = (text: string, at: number): boolean => {
  const window = text.slice(Math.max(0, at - 900), at);
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
