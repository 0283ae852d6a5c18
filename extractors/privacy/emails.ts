import { matchesOf, type Span } from "./spans.js";

/** Longest local part that is looked at, UTF-16 units (RFC 5321 allows 64 octets). */
const LONGEST_LOCAL = 64;
/** How far before an address its cue may stand. */
const REACH = 60;

const isLocal = (code: number): boolean =>
  (code >= 97 && code <= 122) || // a-z
  (code >= 48 && code <= 57) || // 0-9
  (code >= 64 && code <= 90 && code !== 64) || // A-Z
  code === 46 || // .
  code === 45 || // -
  code === 95 || // _
  code === 43 || // +
  code === 37 || // %
  code === 39 || // '
  (code >= 0xc0 && code <= 0x24f);

// The last label of a domain ends where its letter case turns: forms that were pasted together read "nhs.ukTelephone".
const TLD = "(?:[a-z]{2,24}|[A-Z]{2,24}(?![a-z])|[A-Z][a-z]{1,2}(?![a-z]))";
const DOMAIN = new RegExp(`(?:[A-Za-z0-9\\u00c0-\\u024f-]{1,63}\\.){1,8}${TLD}`, "y");
const OPEN = "[\\[({<]";
const CLOSE = "[\\])}>]";
const DOT = `(?:\\s{0,2}${OPEN}\\s?(?:dot|DOT|Dot|d0t|\\.)\\s?${CLOSE}\\s{0,2}|\\s(?:dot|DOT|Dot)\\s|_(?:dot|DOT)_|\\s?\\.\\s?(?=(?:com|org|net|io|co)\\b)|\\.)`;
const SPELT_DOMAIN = new RegExp(`[A-Za-z0-9-]{1,63}(?:${DOT}[A-Za-z0-9-]{1,63}){0,3}${DOT}${TLD}(?![A-Za-z0-9])`, "y");
const JOINT = `(?:\\s?${OPEN}\\s?(?:dot|\\.|underscore|_|dash|-|plus|\\+)\\s?${CLOSE}\\s?|\\s(?:dot|underscore)\\s|_dot_|\\.)`;
const SPELT_LOCAL = new RegExp(`[A-Za-z0-9_+'%-]{1,64}(?:${JOINT}[A-Za-z0-9_+'%-]{1,64}){0,4}$`, "i");

/** An at sign that is spelt so that machines miss it: "(at)", "[at]", "<at>", "{@}". */
const BRACKETED_AT = /[[({<]\s?(?:at|AT|At|@)\s?[\])}>]/g;
/** A bare " at " before what may be a domain. */
const WORD_AT = / (?:at|AT) (?=[A-Za-z0-9-]{1,63}(?:\.[A-Za-z]| ?[[({<]| (?:dot|DOT|Dot) ))/g;
const SIGN_NEXT = /^(?:\s?[[({<]\s?(?:at|@)|\s(?:at|@)\s|@)/i;
/** "_at_" and " - at - ". */
const RULED_AT = /_{1,2}(?:at|AT)_{1,2}|\s[-~*]\s?(?:at|AT)\s?[-~*]\s/g;
const SPELT_DOT = /[\s_[({<](?:dot|d0t)[\s_\])}>]|[[({<]\s?\.\s?[\])}>]/i;

const CUE = /mail|contact|reach|ping\b|write|drop|shoot|resume|\bcv\b|direct|questions|touch|message|apply/i;
const BEFORE_LOCAL =
  /(?:^|[:;,(<{[|–-]|\b(?:at|to|via|e-?mails?|me|us|or|and|is|it|on|with|contact|message|directly|apply|questions))\s*$/i;
/** Words before " at " or " @ " that are no mailbox. */
const NO_MAILBOX = new Set(
  (
    "a an the our your his her my me us we you i it out up be is was are work working available based here live this that " +
    "name username official directly email mail e-mail address also back in on or and hiring resume cv now more then " +
    "look looking site website page role roles position positions job posted listed found online engineer engineers " +
    "developer developers manager lead head tech team founder cto ceo apply applying details info:"
  ).split(" "),
);
/** File names of pictures and scripts are written "logo@2x.png" and are no addresses. */
const FILE_NAME = /\.(?:png|jpe?g|gif|svg|webp|css|js|mjs|ts|json|woff2?)$/i;

const wordBefore = (text: string, end: number, floor: number): number => {
  let start = end;
  while (start > floor && end - start < LONGEST_LOCAL && isLocal(text.charCodeAt(start - 1))) start--;
  while (start < end && (text[start] === "." || text[start] === "'" || text[start] === "-")) start++;
  return start;
};

const domainEnd = (domain: RegExp, text: string, from: number): number => {
  domain.lastIndex = from;
  const found = domain.exec(text);
  return found === null || FILE_NAME.test(found[0]) ? -1 : domain.lastIndex;
};

const cued = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - REACH), start);
  return BEFORE_LOCAL.test(before) && CUE.test(before);
};

/** An address around the "@" at `at`; blanks beside the sign only where the line asks for mail ("write to jane @ example.com"). */
const aroundSign = (text: string, at: number, floor: number): Span | null => {
  const gapBefore = text[at - 1] === " " ? 1 : 0;
  const gapAfter = text[at + 1] === " " ? 1 : 0;
  const start = wordBefore(text, at - gapBefore, floor);
  if (start >= at - gapBefore) return null;
  const from = at + 1 + gapAfter;
  const end = domainEnd(DOMAIN, text, from);
  const spelt = end === -1 ? domainEnd(SPELT_DOMAIN, text, from) : end;
  if (spelt === -1) return null;
  if (gapBefore + gapAfter > 0) {
    const local = text.slice(start, at - gapBefore).toLowerCase();
    if (NO_MAILBOX.has(local) || !cued(text, start)) return null;
  }
  return { start, end: spelt, kind: "email" };
};

/** Addresses with an "@", in order and without overlap. */
export const signedSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const span = aroundSign(text, at, spans.at(-1)?.end ?? 0);
    if (span !== null) spans.push(span);
  }
  return spans;
};

const speltLocal = (text: string, end: number): number => {
  const from = Math.max(0, end - LONGEST_LOCAL);
  const found = SPELT_LOCAL.exec(text.slice(from, end).trimEnd());
  return found === null ? -1 : from + found.index;
};

/** A bare " at " is no at sign unless the domain is spelt too, or the line asks for mail. */
const isBareWord = (text: string, start: number, at: number, end: number): boolean =>
  !SPELT_DOT.test(text.slice(at, end)) && (!cued(text, start) || NO_MAILBOX.has(text.slice(start, at).toLowerCase()));

const aroundSpelt = (text: string, signs: RegExp): Span[] =>
  matchesOf(signs, text).flatMap(({ index, 0: sign }) => {
    const behind = index + sign.length;
    const from = text[behind] === " " ? behind + 1 : behind;
    const end = domainEnd(SPELT_DOMAIN, text, from);
    const start = end === -1 ? -1 : speltLocal(text, index);
    if (start === -1 || start >= index || (signs === WORD_AT && isBareWord(text, start, index, end))) return [];
    // "reach me at first [dot] last [at] ...": what looked like the domain is the mailbox.
    return [{ start: SIGN_NEXT.test(text.slice(end, end + 8)) ? from : start, end, kind: "email" }];
  });

/**
 * E-mail addresses of a plain text, `name@example.com` and the ways people spell them against machines: "name (at)
 * example.com", "name [at] example [dot] com", "name at example dot com", "name @ example.com". Bounded work a character.
 */
export const emailSpans = (text: string): Span[] => {
  const spans = [...signedSpans(text), ...aroundSpelt(text, BRACKETED_AT), ...aroundSpelt(text, WORD_AT)];
  const ruled = text.includes("_at_") || text.includes("_AT_") || text.includes("- at -") || text.includes("- AT -");
  return ruled ? [...spans, ...aroundSpelt(text, RULED_AT)] : spans;
};
