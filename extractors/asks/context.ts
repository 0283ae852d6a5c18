import { type Sentences, sentenceEnd } from "../sentences.js";
import { isCapital } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import { Beginnings, type Context, type ContextWord, holds, NOTHING } from "./context-words.js";

/** How well a surface's context holds: the higher the surer; `none` where a forbidden word stands near or no needed one does. */
export const FIT = { none: 0, posting: 1, unconditional: 2, neighbour: 3, sentence: 4 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

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

/** What the words around a sentence begin with: room that each uses anew, and whose it is. */
const BEGINNINGS = new Beginnings();
let reader: Surroundings | null = null;
let readerSentence = -1;

/** The surroundings of the mentions of one posting: reads `near` and `not` words, lower-casing only what is asked for. */
export class Surroundings {
  #title: string | null = null;
  #whole: string | null = null;
  #known: Map<ContextWord, boolean> | null = null;
  #places: Map<string, number> | null = null;
  /** The sentence at hand with both neighbours in small letters, once they are asked for, and where it begins and ends there. */
  #window: string | null = null;
  #from = 0;
  #to = 0;
  /** Contexts that fail in the sentence at hand: the same word again need not be asked. */
  #unfit: Context[] = [];
  #sentence = -1;

  constructor(
    private readonly text: string,
    private readonly title: string,
    private readonly sentences: Sentences,
  ) {}

  /** With `reach` 0 only the sentence and its neighbours are context, with 1 the title and the whole posting too. */
  fit(context: Context | null, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    if (context === null) return FIT.unconditional;
    if (sentence !== this.#sentence) {
      this.#sentence = sentence;
      this.#window = null;
      if (this.#unfit.length > 0) this.#unfit = [];
    } else if (this.#unfit.includes(context)) return FIT.none;
    const fit = this.#fitIn(context, start, end, reach);
    if (fit === FIT.none) this.#unfit.push(context);
    return fit;
  }

  /** The mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(context: Context, start: number, end: number, reach: 0 | 1): Fit {
    const { words, near } = context;
    this.#readBeginnings();
    const none = words.length;
    for (let at = BEGINNINGS.next(context, near, none); at < none; at = BEGINNINGS.next(context, at + 1, none))
      if (this.#inWindow(words[at]!) && this.#inSentence(words[at]!, start, end, false)) return FIT.none;
    if (near === 0) return FIT.unconditional;
    let beside = false;
    for (let at = BEGINNINGS.next(context, 0, near); at < near; at = BEGINNINGS.next(context, at + 1, near)) {
      if (!this.#inWindow(words[at]!)) continue;
      if (this.#inSentence(words[at]!, start, end, true)) return FIT.sentence;
      beside ||= this.#isBeside(words[at]!);
    }
    if (beside) return FIT.neighbour;
    return reach === 0 ? FIT.none : this.#farFit(context, start, end);
  }

  /** Context by the title or by a word anywhere in the posting. */
  #farFit({ words, near }: Context, start: number, end: number): Fit {
    this.#title ??= this.title.toLowerCase();
    for (let at = 0; at < near; at++)
      if (holds(this.#title, 0, this.#title.length, words[at]!, NOTHING)) return FIT.neighbour;
    for (let at = 0; at < near; at++) if (this.#inPosting(words[at]!, start, end)) return FIT.posting;
    return FIT.none;
  }

  /** What no word of the sentence and its neighbours begins with, none of the three holds. */
  #readBeginnings(): void {
    if (reader === this && readerSentence === this.#sentence) return;
    reader = this;
    readerSentence = this.#sentence;
    BEGINNINGS.read(unitsOf(this.text).codes, this.#windowStart(), this.#windowEnd());
  }

  #windowStart(): number {
    return this.sentences.starts[Math.max(0, this.#sentence - 1)]!;
  }

  #windowEnd(): number {
    return sentenceEnd(this.sentences, Math.min(this.#sentence + 1, this.sentences.starts.length - 1));
  }

  /** Whether the letters of `word` stand at all in the sentence or its neighbours. */
  #inWindow({ stem }: ContextWord): boolean {
    this.#window ??= this.#openWindow();
    return this.#window.includes(stem);
  }

  #openWindow(): string {
    const { text, sentences } = this;
    const [first, end] = [this.#windowStart(), this.#windowEnd()];
    const [from, to] = [sentences.starts[this.#sentence]!, sentenceEnd(sentences, this.#sentence)];
    const window = text.slice(first, end).toLowerCase();
    // A capital may have two units in small letters.
    const lengthOf = (a: number, b: number): number =>
      window.length === end - first ? b - a : text.slice(a, b).toLowerCase().length;
    this.#from = lengthOf(first, from);
    this.#to = this.#from + lengthOf(from, to);
    return window;
  }

  #inSentence(word: ContextWord, start: number, end: number, touching: boolean): boolean {
    const shift = this.#from - this.sentences.starts[this.#sentence]!;
    return holds(this.#window!, this.#from, this.#to, word, { from: start + shift, to: end + shift, touching });
  }

  #isBeside(word: ContextWord): boolean {
    const window = this.#window!;
    return holds(window, 0, this.#from, word, NOTHING) || holds(window, this.#to, window.length, word, NOTHING);
  }

  /** The capitalised words that the posting itself gives for an abbreviation, "(LPC)" behind them, or null. */
  spelledOut(abbreviation: string): readonly string[] | null {
    this.#places ??= parenthesised(this.text);
    const at = this.#places.get(abbreviation);
    return at === undefined ? null : spellingOf(this.text, at, abbreviation);
  }

  #inPosting(word: ContextWord, start: number, end: number): boolean {
    this.#known ??= new Map();
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    this.#whole ??= this.text.toLowerCase();
    const found = holds(this.#whole, 0, this.#whole.length, word, { from: start, to: end, touching: true });
    this.#known.set(word, found);
    return found;
  }
}
