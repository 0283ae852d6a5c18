import { matchesOf, type Span } from "./spans.js";

/** How far before a number its cue may stand, in UTF-16 units. */
const REACH = 45;

/** Runs of digits with at most two separators between them: everything that might hold a telephone number. */
const RUN = /\d(?:[ \u00a0.()/\u2010-\u2013-]{0,2}\d){4,40}/g;
const GAP = "[ \\u00a0.\\u2010-\\u2013-]";
/** In the order tried at every group of a run. */
const SHAPES: Record<"international" | "american" | "bare", RegExp> = {
  // +44 20 7946 0958, +49 (0)89 1234-567, +1(423)-212-6649, 0044 20 ...
  international: /(?:\+\s?|\b00)\(?[1-9]\d{0,3}\)?(?:(?:\(0\)|[ \u00a0.()/\u2010-\u2013-]){0,2}\d){6,13}(?!\d)/y,
  // (415) 555-0123, 415-555-0123, 1.415.555.0123, 415 555 0123
  american: new RegExp(
    `(?:1${GAP}{0,2})?(?:\\([2-9]\\d{2}\\)[ \\u00a0./\\u2010-\\u2013-]{0,2}\\d{3}${GAP}?\\d{4}|[2-9]\\d{2}(${GAP}|/)\\d{3}${GAP}\\d{4}|[2-9]\\d{2}[-.]\\d{7})(?!\\d)`,
    "y",
  ),
  // Anything of five to fifteen digits: only where a word says that it is a telephone number.
  bare: new RegExp(`\\d(?:${GAP}?\\d){4,14}(?!\\d)`, "y"),
};

const PHONE_CUE =
  /(?<!\[)(?:\btel\b|telephone|phone|\bcall(?:s|ing|ed)?\b|mobile|\bcell\b|\bfax|\btext (?:us|me|to|at)\b|\bsms\b|whats ?app|viber|telegram|\bring\b|\bdial|hotline|contact|\btty\b|\btdd\b|\bdsn\b|\bp\.?no\b|\u260e|\ud83d[\udcde\udcf1]|ስልክ|ስ\.ቁ)/i;
/** Directly before a number: it is the number of something else. */
const ID_CUE =
  /(?:\b(?:ids?|req|requisition|ref|reference|job|posting|vacancy|announcement|position|code|case|account|licen[cs]e|isbn|part|class|series|order|box|zip|invoice|grade|version|section|rfc|iso|nist|cfr|model|serial)|#)(?:\s?(?:id|code|number|no|nr|#))*[\s:.#-]{0,4}[A-Z]{0,4}-?$/i;
/** "Tel: 534294": five or six digits are a telephone number only right behind its name. */
const NAMED = /(?:\btel|telephone|phone|fax|mobile|cell)(?: (?:no|number))?\.?\s?[:.]\s{0,2}$/i;
const NUMBERED = /(?:phone|tel|fax|mobile|cell)\.?\s?#\s?$/i;
const GLUED = /(?:number|phone|tel|fax|mobile|call|no)\W{0,2}$/i;
const LINK = /(?:tel|sms|callto|whatsapp|fax):\+?$|(?:wa\.me\/|phone=)\+?$/i;

type Shape = keyof typeof SHAPES | "national";
const ORDER: readonly Shape[] = ["international", "american", "national", "bare"];
const FIRST_GROUP = /(?:\(0[1-9]\d{0,4}\)|0[1-9]\d{0,9})(?!\d)/y;
const GROUP = new RegExp(`(?:${GAP}{1,2}|(?<=\\)))\\d{2,8}(?!\\d)`, "y");

const EXTENSION = /[\s,;(]{0,3}(?:extension|extn|ext|ex|x)[.:\s]{0,2}#?\d{1,6}\)?/iy;
const TAIL = /(?:\/\d{2,8}|\s\/\s?[1-9]\d{3,7})(?![\d ]?\d)/y;

const YEARS = /^(?:19|20)\d\d\D+(?:19|20)\d\d$/;
const DATE = /^(?:\d{4}\D\d{1,2}\D\d{1,2}|\d{1,2}\D\d{1,2}\D(?:19|20)\d{2})(?:\D|$)/;
const ZIP = /^\d{5}-\d{4}$/;
const ADDRESS = /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/;

const HOURS = /^\d{4}(?:\D{1,2}\d{4})+$/;

const digitsIn = (text: string): number => text.replace(/\D/g, "").length;

const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/**
 * Where a number with a leading 0 ends that begins at `at`: 020 7946 0958, (0121) 496 0123, 01632 960123, 01 23 45 67 89,
 * 07700900123. Groups are taken until there are ten digits, or nine that no further group may follow.
 */
const nationalEnd = (text: string, at: number): number => {
  let end = -1;
  let digits = 0;
  for (let from = at; digits < 10; from = GROUP.lastIndex) {
    const group = digits === 0 ? FIRST_GROUP : GROUP;
    group.lastIndex = from;
    const found = group.exec(text)?.[0];
    if (found === undefined) break;
    digits += digitsIn(found);
    GROUP.lastIndex = group.lastIndex;
    if (digits > 12) break;
    if (digits >= 9) end = GROUP.lastIndex;
  }
  return end;
};

const endOf = (shape: Shape, text: string, at: number): number => {
  if (shape === "national") return nationalEnd(text, at);
  const pattern = SHAPES[shape];
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** What the words before a number say it is: a cue right before it wins. Cues do not reach over a number or mark in between. */
const meaning = (text: string, start: number, floor: number): "phone" | "id" | null => {
  const window = text.slice(Math.max(floor, start - REACH), start);
  const before = window.slice(Math.max(window.lastIndexOf("]"), window.lastIndexOf("\n\n")) + 1);
  if (LINK.test(before) || NUMBERED.test(before)) return "phone";
  if (ID_CUE.test(before)) return "id";
  return PHONE_CUE.test(before) ? "phone" : null;
};

/** True inside a web address, whose numbers are keys of pages, unless it is a link that dials. */
const inAddress = (text: string, start: number): boolean => {
  const before = text.slice(Math.max(0, start - 300), start);
  const token = before.slice(before.search(/[^\s"'<>]*$/));
  return /:\/\/|www\.|[a-z]\.[a-z]{2,6}\//i.test(token) && !LINK.test(before);
};

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}_]/u.test(character);

const opensFreely = (text: string, start: number, chained: boolean): boolean => {
  const before = text[start - 1];
  if (before === undefined || chained) return true;
  const head = text.slice(Math.max(0, start - 10), start);
  if (GLUED.test(head)) return true;
  if (/[$£€¥#=&%?^]/.test(before)) return LINK.test(head);
  if (/[.,/–:]/.test(before)) return !isDigit(text, start - 2);
  if (before === "-") return !/[\dA-Z]/.test(text[start - 2] ?? " ");
  return !isWord(before) || /[ሀ-፿]/.test(before);
};

const closesFreely = (text: string, start: number, end: number): boolean => {
  const after = text[end];
  // No amount has nine digits before its comma: "0121 496 0123,0121 496 0124" are two numbers.
  if (after === undefined || (after === "," && digitsIn(text.slice(start, end)) >= 9)) return true;
  if (/[-.,:–]/.test(after)) return !/\d/.test(text[end + 1] ?? " ");
  return after !== "%" && after !== "_" && !/[\p{Ll}]/u.test(after);
};

const plausible = (shape: Shape, found: string, meant: "phone" | "id" | null, before: string): boolean => {
  const digits = digitsIn(found);
  if (meant === "id" || DATE.test(found) || YEARS.test(found) || ZIP.test(found) || ADDRESS.test(found)) return false;
  if (shape === "international") return digits >= (found.startsWith("00") ? 11 : 8) && digits <= 16;
  // Hours of the day are written "0700-1530": no national number is made of groups of four alone.
  if (shape === "national") return !HOURS.test(found);
  if (shape === "american") return true;
  return digits < 7 ? NAMED.test(before) : meant === "phone";
};

const withTails = (text: string, end: number): number => {
  let to = end;
  for (let tails = 0; tails < 8; tails++) {
    TAIL.lastIndex = to;
    if (!TAIL.test(text)) break;
    to = TAIL.lastIndex;
  }
  EXTENSION.lastIndex = to;
  return EXTENSION.test(text) ? EXTENSION.lastIndex : to;
};

/** Where the number ends that begins at `at`, or -1; `floor` is where the last one ended. */
const numberAt = (text: string, at: number, floor: number): number => {
  const chained = floor > 0 && at - floor <= 3 && /^[\s,;/&]*$/.test(text.slice(floor, at));
  if (!opensFreely(text, at, chained)) return -1;
  for (const shape of ORDER) {
    const end = endOf(shape, text, at);
    if (end === -1 || !closesFreely(text, at, end)) continue;
    const before = text.slice(Math.max(floor, at - REACH), at);
    const meant = chained ? "phone" : meaning(text, at, floor);
    if (plausible(shape, text.slice(at, end), meant, before)) return inAddress(text, at) ? -1 : end;
  }
  return -1;
};

/** Where a number that has its first digit at `digit` may begin: at its "+", its bracket, or the digit. */
const openings = (text: string, digit: number): number[] => {
  const starts = [digit];
  if (text[digit - 1] === "(") starts.unshift(digit - 1);
  const outer = starts[0]!;
  if (text[outer - 1] === "+") starts.unshift(outer - 1);
  else if (text[outer - 1] === " " && text[outer - 2] === "+") starts.unshift(outer - 2);
  return starts;
};

/** The first number that opens at the group of digits at `digit`. */
const openedAt = (text: string, digit: number, floor: number): Span | null => {
  for (const start of openings(text, digit)) {
    const end = start < floor ? -1 : numberAt(text, start, floor);
    if (end !== -1) return { start, end: withTails(text, end), kind: "phone" };
  }
  return null;
};

/**
 * Telephone numbers of a plain text: international, North American and 0-led national shapes wherever they stand alone,
 * any other run of digits only behind a word such as "phone". Not dates, years, hours, pay, ZIP+4, IP and web addresses,
 * and no number behind "Job ID", "Req", "ISO" and the like.
 */
export const phoneSpans = (text: string): Span[] => {
  const spans: Span[] = [];
  let floor = 0;
  for (const { index, 0: run } of matchesOf(RUN, text)) {
    const to = index + run.length;
    for (let at = index; at < to; at++) {
      if (at < floor || !isDigit(text, at) || isDigit(text, at - 1)) continue;
      const span = openedAt(text, at, floor);
      if (span === null) continue;
      spans.push(span);
      floor = span.end;
    }
  }
  return spans;
};
