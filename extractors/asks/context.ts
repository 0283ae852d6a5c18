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

/** The surroundings of the mentions of one posting: reads `near` and `not` words, lower-casing only what is asked for. */
export class Surroundings {
  #title: string | null = null;
  #whole: string | null = null;
  #known: Map<ContextWord, boolean> | null = null;
  #places: Map<string, number> | null = null;
  /** The sentence at hand and those beside it in small letters, by their number modulo four. */
  #passages: string[] = ["", "", "", ""];
  #numbers = [-1, -1, -1, -1];
  /** Of the sentence at hand with both neighbours: what its words begin with; its small letters once they are asked for. */
  #beginnings: Beginnings | null = null;
  #window: string | null = null;
  #windowOf = -1;
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
      if (this.#unfit.length > 0) this.#unfit = [];
    } else if (this.#unfit.includes(context)) return FIT.none;
    const fit = this.#fitIn(context, start, end, sentence, reach);
    if (fit === FIT.none) this.#unfit.push(context);
    return fit;
  }

  /** The mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(context: Context, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    const { words, near } = context;
    const from = this.sentences.starts[sentence]!;
    const beginnings = this.#beginningsAt(sentence);
    const inside = { from: start - from, to: end - from, touching: false };
    for (let at = near; at < words.length; at++)
      if (
        !beginnings.lacks(context, at) &&
        this.#inWindow(words[at]!) &&
        holds(this.#passage(sentence), words[at]!, inside)
      )
        return FIT.none;
    if (near === 0) return FIT.unconditional;
    inside.touching = true;
    let beside = false;
    for (let at = 0; at < near; at++) {
      const word = beginnings.lacks(context, at) ? null : words[at]!;
      if (word === null || !this.#inWindow(word)) continue;
      if (holds(this.#passage(sentence), word, inside)) return FIT.sentence;
      beside ||= holds(this.#passage(sentence - 1), word, NOTHING) || holds(this.#passage(sentence + 1), word, NOTHING);
    }
    if (beside) return FIT.neighbour;
    return reach === 0 ? FIT.none : this.#farFit(context, start, end);
  }

  /** Context by the title or by a word anywhere in the posting. */
  #farFit({ words, near }: Context, start: number, end: number): Fit {
    this.#title ??= this.title.toLowerCase();
    for (let at = 0; at < near; at++) if (holds(this.#title, words[at]!, NOTHING)) return FIT.neighbour;
    for (let at = 0; at < near; at++) if (this.#inPosting(words[at]!, start, end)) return FIT.posting;
    return FIT.none;
  }

  /** What no word of the sentence and its neighbours begins with, none of the three holds. */
  #beginningsAt(sentence: number): Beginnings {
    this.#beginnings ??= new Beginnings();
    if (this.#windowOf !== sentence) {
      this.#windowOf = sentence;
      this.#window = null;
      this.#beginnings.read(unitsOf(this.text).codes, this.#windowStart(), this.#windowEnd());
    }
    return this.#beginnings;
  }

  #windowStart(): number {
    return this.sentences.starts[Math.max(0, this.#windowOf - 1)]!;
  }

  #windowEnd(): number {
    return sentenceEnd(this.sentences, Math.min(this.#windowOf + 1, this.sentences.starts.length - 1));
  }

  /** Whether the letters of `word` stand at all in the sentence or its neighbours. */
  #inWindow({ stem }: ContextWord): boolean {
    this.#window ??= this.text.slice(this.#windowStart(), this.#windowEnd()).toLowerCase();
    return this.#window.includes(stem);
  }

  #passage(sentence: number): string {
    const slot = sentence & 3;
    if (this.#numbers[slot] === sentence) return this.#passages[slot]!;
    const from = this.sentences.starts[sentence];
    const made = from === undefined ? "" : this.text.slice(from, sentenceEnd(this.sentences, sentence)).toLowerCase();
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
    this.#known ??= new Map();
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    this.#whole ??= this.text.toLowerCase();
    const found = holds(this.#whole, word, { from: start, to: end, touching: true });
    this.#known.set(word, found);
    return found;
  }
}
