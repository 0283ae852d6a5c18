import type { Surface } from "../../models/certificate.js";
import { type Sentences, sentenceEnd } from "../sentences.js";
import { isCapital } from "../text/codes.js";

/** How well a surface's context holds: the higher the surer; `none` where a forbidden word stands near or no needed one does. */
export const FIT = { none: 0, posting: 1, unconditional: 2, neighbour: 3, sentence: 4 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

/** A small letter or digit; what lies outside the text is none. */
function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** Part of a text that is no context of itself; `touching`: what only overlaps it is none either. */
interface Skipped {
  from: number;
  to: number;
  touching: boolean;
}

const NOTHING: Skipped = { from: 0, to: 0, touching: false };

const isSkipped = (at: number, end: number, { from, to, touching }: Skipped): boolean =>
  touching ? at < to && end > from : at >= from && end <= to;

/** A context word in small letters. */
interface ContextWord {
  stem: string;
  /** Written with `*`: any word that begins so. */
  open: boolean;
  /** Whether a word may not go on before it, and behind it. */
  startsWord: boolean;
  endsWord: boolean;
  /** The bit of its first three letters in a `Passage`; -1 where it begins with a mark or is shorter. */
  bit: number;
}

const BITS = 1024;
/** Words asked for in one passage before its bits are worth gathering. */
const WORTH_BITS = 8;

const bitAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) & (BITS - 1);

function contextWord(written: string): ContextWord {
  const open = written.endsWith("*");
  const stem = (open ? written.slice(0, -1) : written).toLowerCase();
  const startsWord = isWordAt(stem, 0);
  const bit = startsWord && stem.length > 2 ? bitAt(stem, 0) : -1;
  return { stem, open, startsWord, endsWord: !open && isWordAt(stem, stem.length - 1), bit };
}

/** The `near` and `not` words of a row of the taxonomy, made ready when they are first asked for. */
const READY = new WeakMap<readonly string[], readonly ContextWord[]>();

function readyWords(words: readonly string[]): readonly ContextWord[] {
  let ready = READY.get(words);
  if (ready === undefined) {
    ready = words.map(contextWord);
    READY.set(words, ready);
  }
  return ready;
}

/** A piece of a posting in small letters, with one bit for what each of its words begins with: most words asked for lack it. */
class Passage {
  #bits: Int32Array | null = null;
  #asked = 0;

  constructor(readonly text: string) {}

  /** Whether no word of it begins like `word`. */
  #lacks({ bit }: ContextWord): boolean {
    if (bit === -1 || (this.#bits === null && ++this.#asked < WORTH_BITS)) return false;
    this.#bits ??= bitsOf(this.text);
    return (this.#bits[bit >> 5]! & (1 << (bit & 31))) === 0;
  }

  /** Whether the letters of `word` stand in it at all. */
  mayHold(word: ContextWord): boolean {
    return !this.#lacks(word) && this.text.includes(word.stem);
  }

  /** Whether `word` stands in it, outside what is skipped. */
  holds(word: ContextWord, skipped: Skipped): boolean {
    const { text } = this;
    const { stem, startsWord, endsWord } = word;
    for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
      const end = at + stem.length;
      if (isSkipped(at, end, skipped) || (startsWord && at > 0 && isWordAt(text, at - 1))) continue;
      if (!endsWord || !isWordAt(text, end) || (text[end] === "s" && !isWordAt(text, end + 1))) return true;
    }
    return false;
  }
}

function bitsOf(text: string): Int32Array {
  const bits = new Int32Array(BITS >> 5);
  let inWord = false;
  for (let at = 0; at < text.length - 2; at++) {
    const wasInWord = inWord;
    inWord = isWordAt(text, at);
    if (!inWord || wasInWord) continue;
    const bit = bitAt(text, at);
    bits[bit >> 5]! |= 1 << (bit & 31);
  }
  return bits;
}

const LONGEST_SPELLING = 90;

const LONGEST_ABBREVIATION = 6;

/** The capitalised words before the parenthesis at `at`, where they begin with the letters of `abbreviation`. */
function spellingOf(text: string, at: number, abbreviation: string): readonly string[] | null {
  const words = text
    .slice(Math.max(0, at - LONGEST_SPELLING), at)
    .trim()
    .split(/\s+/);
  const capital = words
    .slice(-abbreviation.length - 2)
    .filter((word) => isCapital(word.charCodeAt(0)))
    .slice(-abbreviation.length);
  return capital.map((word) => word[0]).join("") === abbreviation ? capital : null;
}

/** Where each abbreviation of capitals first stands in parentheses. */
function parenthesised(text: string): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = text.indexOf("("); at !== -1; at = text.indexOf("(", at + 1)) {
    let end = at + 1;
    while (end - at <= LONGEST_ABBREVIATION && isCapital(text.charCodeAt(end))) end++;
    if (end - at < 3 || text.charCodeAt(end) !== 41) continue;
    const abbreviation = text.slice(at + 1, end);
    if (!places.has(abbreviation)) places.set(abbreviation, at);
  }
  return places;
}

/** The surroundings of the mentions of one posting: reads `near` and `not` words, lower-casing only what is asked for. */
export class Surroundings {
  #title: Passage | null = null;
  #whole: Passage | null = null;
  #known = new Map<ContextWord, boolean>();
  #places: Map<string, number> | null = null;
  /** The passages of the sentence at hand and of those beside it, by their number modulo four. */
  #passages: (Passage | null)[] = [null, null, null, null];
  #numbers = [-1, -1, -1, -1];
  #window: Passage | null = null;
  #windowOf = -1;
  /** Surfaces whose context fails in the sentence at hand: the same word again need not be asked. */
  #unfit = new Set<Surface>();
  #sentence = -1;

  constructor(
    private readonly text: string,
    private readonly title: string,
    private readonly sentences: Sentences,
  ) {}

  /** With `reach` 0 only the sentence and its neighbours are context, with 1 the title and the whole posting too. */
  fit(surface: Surface, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    if (surface.near.length === 0 && surface.not.length === 0) return FIT.unconditional;
    if (sentence !== this.#sentence) {
      this.#sentence = sentence;
      this.#unfit.clear();
    } else if (this.#unfit.has(surface)) return FIT.none;
    const fit = this.#fitIn(surface, start, end, sentence, reach);
    if (fit === FIT.none) this.#unfit.add(surface);
    return fit;
  }

  /** The mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(surface: Surface, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    const from = this.sentences.starts[sentence]!;
    const window = this.#windowAt(sentence);
    const inside = { from: start - from, to: end - from, touching: false };
    for (const word of readyWords(surface.not))
      if (window.mayHold(word) && this.#passage(sentence).holds(word, inside)) return FIT.none;
    if (surface.near.length === 0) return FIT.unconditional;
    const near = readyWords(surface.near);
    inside.touching = true;
    let beside = false;
    for (const word of near) {
      if (!window.mayHold(word)) continue;
      if (this.#passage(sentence).holds(word, inside)) return FIT.sentence;
      beside ||= this.#passage(sentence - 1).holds(word, NOTHING) || this.#passage(sentence + 1).holds(word, NOTHING);
    }
    if (beside) return FIT.neighbour;
    return reach === 0 ? FIT.none : this.#farFit(near, start, end);
  }

  /** Context by the title or by a word anywhere in the posting. */
  #farFit(near: readonly ContextWord[], start: number, end: number): Fit {
    this.#title ??= new Passage(this.title.toLowerCase());
    for (const word of near) if (this.#title.holds(word, NOTHING)) return FIT.neighbour;
    for (const word of near) if (this.#inPosting(word, start, end)) return FIT.posting;
    return FIT.none;
  }

  /** The sentence with both neighbours: what its letters lack, none of the three holds. */
  #windowAt(sentence: number): Passage {
    if (this.#windowOf !== sentence || this.#window === null) {
      const from = this.sentences.starts[Math.max(0, sentence - 1)]!;
      const last = Math.min(sentence + 1, this.sentences.starts.length - 1);
      this.#windowOf = sentence;
      this.#window = new Passage(this.text.slice(from, sentenceEnd(this.sentences, last)).toLowerCase());
    }
    return this.#window;
  }

  #passage(sentence: number): Passage {
    const slot = sentence & 3;
    const known = this.#passages[slot]!;
    if (known !== null && this.#numbers[slot] === sentence) return known;
    const from = this.sentences.starts[sentence];
    const text = from === undefined ? "" : this.text.slice(from, sentenceEnd(this.sentences, sentence));
    const made = new Passage(text.toLowerCase());
    this.#passages[slot] = made;
    this.#numbers[slot] = sentence;
    return made;
  }

  /** The capitalised words that the posting itself gives for an abbreviation, "(LPC)" behind them, or null. */
  spelledOut(abbreviation: string): readonly string[] | null {
    this.#places ??= parenthesised(this.text);
    const at = this.#places.get(abbreviation);
    return at === undefined ? null : spellingOf(this.text, at, abbreviation);
  }

  #inPosting(word: ContextWord, start: number, end: number): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    this.#whole ??= new Passage(this.text.toLowerCase());
    const found = this.#whole.holds(word, { from: start, to: end, touching: true });
    this.#known.set(word, found);
    return found;
  }
}
