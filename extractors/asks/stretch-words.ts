import {
  ANY,
  BEGINNINGS,
  beginningOf,
  type Context,
  type ContextWord,
  IN_WORD,
  isSkipped,
  type Skipped,
  SMALL,
} from "./context-words.js";

const LETTER_S = "s".charCodeAt(0);

/**
 * Writes where words begin in `[from, to)`, and returns how many do; without a branch, as no processor foresees a word's end.
 * `inside`: whether a word goes on at `from`.
 */
function gatherStarts(codes: Uint16Array, from: number, to: number, inside: boolean, starts: Int32Array): number {
  const inWord = IN_WORD;
  let count = 0;
  let before = inside ? 1 : 0;
  for (let at = from; at < to; at++) {
    const here = inWord[codes[at]!]!;
    starts[count] = at;
    count += here & ~before;
    before = here;
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

  /** Takes in `[from, to)`; `codes` go on behind it, and are looked at until the next stretch is taken in. `inside`: see `gatherStarts`. */
  read(codes: Uint16Array, from: number, to: number, inside = false): this {
    if (to - from >= this.#starts.length) this.#makeRoom(to - from);
    const first = this.#startOver();
    const last = this.#last;
    const before = this.#before;
    const starts = this.#starts;
    const count = gatherStarts(codes, from, to, inside, starts);
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
