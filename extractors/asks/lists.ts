import { isCapital, isDigit } from "../text/codes.js";

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

const keyOf = (head: string, tail: string): string => `${head.toLowerCase().replace(/[\s-]+/g, " ")}|${tail}`;

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

const NOUN = /\b(?:certifications?|certificates?|certified|certs?|credentials?|accreditations?)\b/i;
const INTRODUCED =
  /\b(?:certifications?|certificates?|certified|certs?|credentials?)\b\s{0,2}(?:\(|:|-|–)?\s{0,2}(?:such as|like|including|include|includes|e\.?g\.?,?|i\.?e\.?,?|in|from|for|by|with)?:?\s{0,2}(?:either\s)?$/i;
const LED_ITEM =
  /\b(?:certifications?|certificates?|certs?|credentials?)\s{0,2}(?:\(|:|\b(?:such as|like|including|include|includes|in|from)\b|\be\.?g\.?,?)[^().;]{0,30}$/i;
/** What every noun of such a list holds: most places need no closer look. */
const ANY_NOUN = /cert|credential|accreditation/i;
const REACH = 90;

/** At most four words: an item of a list, not the rest of a sentence. */
const isItem = (piece: string): boolean => piece.trim().split(/\s+/).length <= 4 && !/[.;:!?]\s/.test(piece);

function nounBehind(text: string, end: number, to: number): boolean {
  const pieces = text.slice(end, Math.min(to, end + REACH)).split(/,|\/|&|\bor\b|\band\b|\(|\)/);
  for (const [at, piece] of pieces.entries()) {
    const noun = NOUN.exec(piece);
    if (noun !== null) return isItem(piece.slice(0, noun.index));
    if (!isItem(piece) || (at === 0 && piece.trim() !== "")) return false;
  }
  return false;
}

function nounBefore(text: string, start: number, from: number): boolean {
  const lead = text.slice(Math.max(from, start - REACH), start);
  const pieces = lead.split(/,|\/|&|\bor\b|\band\b/);
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at]!;
    if (INTRODUCED.test(piece) || (at < pieces.length - 1 && LED_ITEM.test(piece))) return true;
    if (!isItem(piece) || (at === pieces.length - 1 && piece.trim() !== "")) return false;
  }
  return false;
}

/** Whether a text speaks of credentials at all: where it does not, no name in it lacks their noun. */
export const namesCredentials = (text: string): boolean => ANY_NOUN.test(text);

/** Whether a bare name ("Azure") stands in a list that a credential noun heads or closes, within its sentence. */
export const hasElidedNoun = (text: string, start: number, end: number, from: number, to: number): boolean =>
  nounBehind(text, end, to) || nounBefore(text, start, from);
