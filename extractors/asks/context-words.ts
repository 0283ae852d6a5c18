import type { Surface } from "../../models/certificate.js";

/** A context word in small letters. */
export interface ContextWord {
  stem: string;
  /** Whether a word may not go on before it, and behind it (it may where it is written with `*`). */
  startsWord: boolean;
  endsWord: boolean;
}

/** The context words of a row of the taxonomy: those of which one must be near, then those that must not be. */
export interface Context {
  words: readonly ContextWord[];
  /** How many of the words must be near. */
  near: number;
  /** By word: the number of its beginning (see `stretch-words.ts`), or `ANY`. Beside each other, so that most words are never touched. */
  beginnings: Int16Array;
}

export const BEGINNINGS = 1024;
/** The word begins with a mark or is too short: nothing tells that it lacks. */
export const ANY = -1;
/** Capitals of scripts in which context words may be written lie below. */
const CAPITALS_END = 0x600;
const KELVIN = 0x212a;

/** A unit's small letter, or itself; the Kelvin sign is a "k". A capital with two small letters ("\u0130") is none of either. */
export const SMALL: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
for (let code = 0; code < CAPITALS_END; code++) {
  const small = String.fromCharCode(code).toLowerCase();
  if (small.length === 1) SMALL[code] = small.charCodeAt(0);
}
SMALL[KELVIN] = "k".charCodeAt(0);

const isWordUnit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
/** 1 for a letter or digit, by UTF-16 code unit. */
export const IN_WORD: Uint8Array = Uint8Array.from(SMALL, (small) => (isWordUnit(small) ? 1 : 0));

/** A small letter or digit; what lies outside the text is none. */
const isWordAt = (text: string, at: number): boolean => isWordUnit(text.charCodeAt(at));

export const beginningOf = (first: number, second: number, third: number): number =>
  (SMALL[first]! * 961 + SMALL[second]! * 31 + SMALL[third]!) & (BEGINNINGS - 1);

function contextWord(written: string): ContextWord {
  const open = written.endsWith("*");
  const stem = (open ? written.slice(0, -1) : written).toLowerCase();
  return { stem, startsWord: isWordAt(stem, 0), endsWord: !open && isWordAt(stem, stem.length - 1) };
}

/** By surface: spellings of one surface share its context. */
const KNOWN = new WeakMap<Surface, Context>();

/** The context of a surface, or null where it needs none. */
export function contextOf(surface: Surface): Context | null {
  if (surface.near.length + surface.not.length === 0) return null;
  const context = KNOWN.get(surface) ?? readContext(surface);
  KNOWN.set(surface, context);
  return context;
}

function readContext({ near, not }: Surface): Context {
  const words = [...near, ...not].map(contextWord);
  const beginnings = Int16Array.from(words, ({ stem, startsWord }) =>
    startsWord && stem.length > 2 ? beginningOf(stem.charCodeAt(0), stem.charCodeAt(1), stem.charCodeAt(2)) : ANY,
  );
  return { words, near: near.length, beginnings };
}

/** Part of a text that is no context of itself; `touching`: what only overlaps it is none either. */
export interface Skipped {
  from: number;
  to: number;
  touching: boolean;
}

export const NOTHING: Skipped = { from: 0, to: 0, touching: false };

export const isSkipped = (at: number, end: number, { from, to, touching }: Skipped): boolean =>
  touching ? at < to && end > from : at >= from && end <= to;

/** Whether `word` stands in `[from, to)` of a text of small letters, outside what is skipped; nothing beyond is looked at. */
export function holds(
  text: string,
  from: number,
  to: number,
  { stem, startsWord, endsWord }: ContextWord,
  skipped: Skipped,
): boolean {
  const isInside = (at: number): boolean => at >= from && at < to && isWordAt(text, at);
  for (let at = text.indexOf(stem, from); at !== -1; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    if (end > to) return false;
    if (isSkipped(at, end, skipped) || (startsWord && isInside(at - 1))) continue;
    if (!endsWord || !isInside(end) || (text[end] === "s" && !isInside(end + 1))) return true;
  }
  return false;
}
