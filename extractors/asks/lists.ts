import { codesOf, isCapital, isDigit, isSpace, wordCount } from "../text/codes.js";
import { unitsOf } from "../text/units.js";

/** Lists whose items share a word: "Series 7, 63 and 66", "Class A or B CDL", "AWS, Azure or GCP certifications". */

const SEPARATOR = /^\s{0,2}(?:[,/&|]|\bor\b|\band\b|and\/or)?\s{0,2}(?:and\/or\b|\bor\b|\band\b|&)?\s{0,2}/;
const TAIL = /^(\d{1,3}|[A-Z])\b(?!\s?(?:%|years?|months?|days?|hours?|lbs?|pounds|shifts?|[.,]\d))/;

export interface Continuation {
  start: number;
  end: number;
  entity: string;
}

/** Entities by head and last word ("series" and "66"), from the surfaces that end with a number or one capital. */
export type SharedHeads = ReadonlyMap<string, string>;

const headOf = (surface: string): { head: string; tail: string } | null => {
  const parts = /^(.+?)[\s-](\d{1,3}|[A-Z])$/.exec(surface);
  return parts === null ? null : { head: parts[1]!.toLowerCase(), tail: parts[2]! };
};

/** Who gives the exams stands before the first of a list only: "FINRA Series 7, 63". */
const GIVER = /^(?:finra|nasd)[\s-]/i;
const keyOf = (head: string, tail: string): string =>
  `${head
    .toLowerCase()
    .replace(GIVER, "")
    .replace(/[\s-]+/g, " ")}|${tail}`;

export function sharedHeads(surfaces: readonly { entity: string; surface: string }[]): SharedHeads {
  const heads = new Map<string, string>();
  for (const { entity, surface } of surfaces) {
    const parts = headOf(surface);
    if (parts !== null && !heads.has(keyOf(parts.head, parts.tail))) heads.set(keyOf(parts.head, parts.tail), entity);
  }
  return heads;
}

const NOTHING: readonly Continuation[] = [];

/** The items that go on after a mention: behind "Series 7" in "Series 7, 63 and 66" the 63 and the 66. */
export function continuations(text: string, start: number, end: number, heads: SharedHeads): readonly Continuation[] {
  const last = text.charCodeAt(end - 1);
  const parts = isDigit(last) || isCapital(last) ? headOf(text.slice(start, end)) : null;
  if (parts === null) return NOTHING;
  const found: Continuation[] = [];
  for (let at = end; ; ) {
    const separator = SEPARATOR.exec(text.slice(at, at + 12))![0];
    if (separator.trim() === "") return found;
    const tail = TAIL.exec(text.slice(at + separator.length, at + separator.length + 16))?.[1];
    const entity = tail === undefined ? undefined : heads.get(keyOf(parts.head, tail));
    if (tail === undefined || entity === undefined) return found;
    const from = at + separator.length;
    found.push({ start: from, end: from + tail.length, entity });
    at = from + tail.length;
  }
}

const NOUN =
  /\b(?:certifications?|certificates?|certified|certs?|credentials?|accreditations?(?! (?:unit|council|commission|board|agency|bureau)\b))\b/i;
const INTRODUCED =
  /\b(?:certifications?|certificates?|certified|certs?|credentials?)\b\s{0,2}(?:\(|:|-|–)?\s{0,2}(?:such as|like|including|include|includes|e\.?g\.?,?|i\.?e\.?,?|in|around|covering|from|for|with|through|via|(?:(?:issued|awarded|granted|offered|provided|administered)\s)?by)?:?\s{0,2}(?:(?:the|either)\s)?$/i;
const LED_ITEM =
  /\b(?:certifications?|certificates?|certs?|credentials?)\s{0,2}(?:\(|:|\b(?:such as|like|including|include|includes|in|around|covering|from)\b|\be\.?g\.?,?)[^().;]{0,30}$/i;
/** What every noun of such a list holds: most places need no closer look. */
const ANY_NOUN = /cert|credential|accreditation/i;
const REACH = 90;

/** At most four words: an item of a list, not the rest of a sentence. */
const isItem = (piece: string): boolean => wordCount(piece) <= 4 && !/[.;:!?]\s|\b(?:is|are|was|were)\b/.test(piece);
const SEPARATOR_OF_ITEMS = /(,|\/|&|\bor\b|\band\b|\(|\))/;
const OWN_ARTICLE = /^\s?(?:an?|the|valid|current|active)\s/i;
const PLURAL = /s$/i;

/** The noun of "AWS, Azure or GCP certifications" is all items'; that of "Excel, CPR certified", "Excel and a CPR card" or "Oracle (US) tree worker certificate" the last one's. */
function isShared(noun: string, separator: string | undefined, item: string): boolean {
  if (OWN_ARTICLE.test(item) || (separator === ")" && item.trim() !== "")) return false;
  return separator !== "," || PLURAL.test(noun) || item.trim() === "";
}

/** "Caregivers and Certified Nursing Assistants": behind a separator the word opens the next title. */
const OPENS_TITLE = /^\s*certified\s+[A-Z]/i;

/** Whether a list may go on right behind a name, or its noun stands there: most names are followed by other words. */
function opensList(behind: string): boolean {
  const cut = behind.search(SEPARATOR_OF_ITEMS);
  const first = cut === -1 ? behind : behind.slice(0, cut);
  return first.trim() === "" || NOUN.test(first);
}

function nounBehind(text: string, end: number, to: number): boolean {
  const behind = text.slice(end, Math.min(to, end + REACH));
  if (!opensList(behind)) return false;
  const parts = behind.split(SEPARATOR_OF_ITEMS);
  for (let at = 0; at < parts.length; at += 2) {
    const piece = parts[at]!;
    const noun = NOUN.exec(piece);
    if (noun !== null) {
      const item = piece.slice(0, noun.index);
      if (at > 0 && item.trim() === "" && OPENS_TITLE.test(piece)) return false;
      // A list may end in ", or": the separator is the word then.
      return isItem(item) && isShared(noun[0], parts[at - 1], item);
    }
    if (!isItem(piece) || (at === 0 && piece.trim() !== "")) return false;
  }
  return false;
}

/** Only behind one does the noun of an earlier item lead a name. */
const ENDS_IN_SEPARATOR = /(?:[,/&]|\b(?:or|and))\s*$/;
function nounBefore(text: string, start: number, from: number): boolean {
  const lead = text.slice(Math.max(from, start - REACH), start);
  if (!ENDS_IN_SEPARATOR.test(lead) && !INTRODUCED.test(lead)) return false;
  const pieces = lead.split(/,|\/|&|\bor\b|\band\b/);
  const last = pieces.length - 1;
  for (let at = last; at >= 0; at--) {
    const piece = pieces[at]!;
    // "chemo certified, EKG monitoring": behind a name the word closes its item and leads no other.
    const leads = INTRODUCED.test(piece) && (at === last || !CLOSES.test(piece));
    if (leads || (at < last && LED_ITEM.test(piece))) return true;
    if (!isItem(piece) || (at === last && piece.trim() !== "")) return false;
  }
  return false;
}
const CLOSES = /\bcertified\s{0,2}$/i;

/** "barber or cosmetology license": the list goes on, and its last item names the paper; a driver's licence is nobody else's. */
const LICENCE_BEHIND =
  /^\s?(?:,\s?[^,;.:()\n]{2,30}){0,3},?\s?(?:\/|&|\band\/or\b|\bor\b|\band\b)\s?(?!(?:an?|the|valid|current|active|clean|any|other|their|your|must|have|has|possess\w*|hold|obtain|maintain|all)\s|[^,;.:()\n]{0,20}driv)(?:[A-Za-z&'’.-]{1,20}\s){1,4}licen[cs](?:es?|ures?|ed)\b/i;
/** "licensed as a barber or cosmetologist", "license in barbering or cosmetology", "licensed barber or cosmetologist". */
const LICENCE_BEFORE =
  /\blicen[cs]ed\s(?:[a-z]{3,20}\s){1,2}or\s(?:an?\s)?$|\blicen[cs](?:es?|ed|ure)\s(?:as an?|as|in|for)\s(?:an?\s)?[^,;.:()\n]{2,50}(?:,\s[^,;.:()\n]{2,30}){0,2},?\s(?:or|and|and\/or)\s(?:an?\s)?$/i;
/** "APRN license (CNS, NP, CRNA)": the parenthesis says which. */
export const LICENCE_PARENTHESIS = /\blicen(?:[cs]e|sure)s?\s\((?:[A-Z]{2,5}(?:,\s|\s?\/\s?|,?\sor\s)){0,4}$/;

const JOINS_BEHIND = codesOf(",/&)aoAO");
const ENDS_JOINT = codesOf("rdanRDAN");

/** Whether what stands right beside a name may join it to others: a comma, "or", "and", or an article behind them. */
export function mayBeJoined(text: string, start: number, end: number): boolean {
  const { codes } = unitsOf(text);
  if (start > 1 && isSpace(codes[start - 1]!) && ENDS_JOINT[codes[start - 2]!] === 1) return true;
  let next = end;
  while (next - end < 2 && isSpace(codes[next]!)) next++;
  return JOINS_BEHIND[codes[next]!] === 1;
}

/** Whether a name without its noun ("barber") stands in a list of licences, within its sentence. */
export const hasSharedLicence = (text: string, start: number, end: number, from: number, to: number): boolean =>
  LICENCE_BEHIND.test(text.slice(end, Math.min(to, end + REACH))) ||
  LICENCE_BEFORE.test(text.slice(Math.max(from, start - REACH), start)) ||
  LICENCE_PARENTHESIS.test(text.slice(Math.max(from, start - 40), start));

/** Whether a text speaks of licences at all. */
export const namesLicences = (text: string): boolean => ANY_LICENCE.test(text);
const ANY_LICENCE = /licen[cs]/i;

/** Whether a text speaks of credentials at all: where it does not, no name in it lacks their noun. */
export const namesCredentials = (text: string): boolean => ANY_NOUN.test(text);

/** "A credential in the teaching field", "certified Azure training": behind its word the name is of a field or a course. */
const NAMES_FIELD = /^\s(?:fields?|areas?|subjects?|disciplines?|training)\b/i;

/** Whether a bare name ("Azure") stands in a list that a credential noun heads or closes, within its sentence. */
export const hasElidedNoun = (text: string, start: number, end: number, from: number, to: number): boolean =>
  nounBehind(text, end, to) || (!NAMES_FIELD.test(text.slice(end, end + 16)) && nounBefore(text, start, from));
