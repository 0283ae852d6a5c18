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
  /** By word: the number of its beginning in `Words`, or `ANY`. Beside each other, so that most words are never touched. */
  beginnings: Int16Array;
}

const BEGINNINGS = 1024;
/** The word begins with a mark or is too short: nothing tells that it lacks. */
const ANY = -1;
/** Capitals of scripts in which context words may be written lie below. */
const CAPITALS_END = 0x600;
const KELVIN = 0x212a;

/** A unit's small letter, or itself; the Kelvin sign is a "k". A capital with two small letters ("\u0130") is none of either. */
const SMALL = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
for (let code = 0; code < CAPITALS_END; code++) {
  const small = String.fromCharCode(code).toLowerCase();
  if (small.length === 1) SMALL[code] = small.charCodeAt(0);
}
SMALL[KELVIN] = "k".charCodeAt(0);

const isWordUnit = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
/** 1 for a letter or digit, by UTF-16 code unit. */
const IN_WORD = Uint8Array.from(SMALL, (small) => (isWordUnit(small) ? 1 : 0));

/** A small letter or digit; what lies outside the text is none. */
const isWordAt = (text: string, at: number): boolean => isWordUnit(text.charCodeAt(at));

const beginningOf = (first: number, second: number, third: number): number =>
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

const LETTER_S = "s".charCodeAt(0);

/** Writes where words begin in `[from, to)`, and returns how many do; without a branch, as no processor foresees a word's end. */
function gatherStarts(codes: Uint16Array, from: number, to: number, starts: Int32Array): number {
  const inWord = IN_WORD;
  let count = 0;
  let before = 0;
  for (let at = from; at < to; at++) {
    const inside = inWord[codes[at]!]!;
    starts[count] = at;
    count += inside & ~before;
    before = inside;
  }
  return count;
}

/** Numbers of words start over before they grow beyond this. */
const LAST_NUMBER = 1 << 29;

/** The words of a stretch of text by what they begin with: most words asked for lack it. Room that each stretch uses anew. */
export class Words {
  #codes: Uint16Array = new Uint16Array(0);
  #count = 0;
  /** The number of the first word. Numbers go on from stretch to stretch, so that what was written for an earlier one lies below. */
  #first = 1;
  /** By beginning: the number of the last word that begins so; by word: the number of the one before that begins alike. */
  #last = new Int32Array(BEGINNINGS);
  #before = new Int32Array(1 << 8);
  #starts = new Int32Array(1 << 8);

  /** Takes in `[from, to)`; `codes` go on behind it, and are looked at until the next stretch is taken in. */
  read(codes: Uint16Array, from: number, to: number): this {
    if (to - from >= this.#starts.length) this.#makeRoom(to - from);
    const first = this.#startOver();
    const last = this.#last;
    const before = this.#before;
    const starts = this.#starts;
    const count = gatherStarts(codes, from, to, starts);
    for (let word = 0; word < count; word++) {
      const at = starts[word]!;
      const beginning = beginningOf(codes[at]!, codes[at + 1]!, codes[at + 2]!);
      before[word] = last[beginning]!;
      last[beginning] = first + word;
    }
    this.#codes = codes;
    this.#count = count;
    return this;
  }

  #startOver(): number {
    this.#first += this.#count;
    if (this.#first > LAST_NUMBER) {
      this.#last.fill(0);
      this.#first = 1;
    }
    return this.#first;
  }

  #makeRoom(units: number): void {
    this.#starts = new Int32Array(2 * units);
    this.#before = new Int32Array(2 * units);
  }

  /** The first word of a context, from number `from` up to `to`, that a word here begins like; `to` for none. */
  next({ beginnings }: Context, from: number, to: number): number {
    const last = this.#last;
    const first = this.#first;
    for (let word = from; word < to; word++) {
      const beginning = beginnings[word]!;
      if (beginning === ANY || last[beginning]! >= first) return word;
    }
    return to;
  }

  /** Whether a word of a context stands in `[from, to)` of the stretch, outside what is skipped; nothing beyond is looked at. */
  holds({ words, beginnings }: Context, number: number, from: number, to: number, skipped: Skipped): boolean {
    const word = words[number]!;
    const beginning = beginnings[number]!;
    if (beginning === ANY) return this.#holdsAny(word, from, to, skipped);
    const first = this.#first;
    const before = this.#before;
    const starts = this.#starts;
    for (let at = this.#last[beginning]! - first; at >= 0; at = before[at]! - first)
      if (this.#standsAt(starts[at]!, word, from, to, skipped)) return true;
    return false;
  }

  #holdsAny(word: ContextWord, from: number, to: number, skipped: Skipped): boolean {
    if (!word.startsWord) {
      for (let at = from; at < to; at++) if (this.#standsAt(at, word, from, to, skipped)) return true;
      return false;
    }
    for (let at = 0; at < this.#count; at++)
      if (this.#standsAt(this.#starts[at]!, word, from, to, skipped)) return true;
    return false;
  }

  /** Whether the word stands at `at`, where a word begins if it has to. */
  #standsAt(at: number, { stem, endsWord }: ContextWord, from: number, to: number, skipped: Skipped): boolean {
    const end = at + stem.length;
    if (at < from || end > to) return false;
    const codes = this.#codes;
    for (let i = 0; i < stem.length; i++) if (SMALL[codes[at + i]!] !== stem.charCodeAt(i)) return false;
    if (isSkipped(at, end, skipped)) return false;
    if (!endsWord || end === to || IN_WORD[codes[end]!] === 0) return true;
    return SMALL[codes[end]!] === LETTER_S && (end + 1 === to || IN_WORD[codes[end + 1]!] === 0);
  }
}

/** Part of a text that is no context of itself; `touching`: what only overlaps it is none either. */
export interface Skipped {
  from: number;
  to: number;
  touching: boolean;
}

export const NOTHING: Skipped = { from: 0, to: 0, touching: false };

const isSkipped = (at: number, end: number, { from, to, touching }: Skipped): boolean =>
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
