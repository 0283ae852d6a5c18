import { type Sentences, sentenceEnd } from "../sentences.js";
import { isCapital } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import { type Context, type ContextWord, holds, NOTHING, type Skipped } from "./context-words.js";
import { Words } from "./stretch-words.js";

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

/** The words of a sentence and its neighbours, and of a whole posting: room that each uses anew, and whose it is. */
const WINDOW = new Words();
const WHOLE = new Words();
let windowReader: Surroundings | null = null;
let windowSentence = -1;
let wholeReader: Surroundings | null = null;

/** The surroundings of the mentions of one posting: reads `near` and `not` words, and only where they are asked for. */
export class Surroundings {
  #title: string | null = null;
  #known: Map<ContextWord, boolean> | null = null;
  #places: Map<string, number> | null = null;
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
    const fit = this.#fitIn(context, start, end, reach);
    if (fit === FIT.none) this.#unfit.push(context);
    return fit;
  }

  /** The mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(context: Context, start: number, end: number, reach: 0 | 1): Fit {
    const { near } = context;
    const none = context.words.length;
    const window = this.#readWindow();
    const [from, to] = [this.sentences.starts[this.#sentence]!, sentenceEnd(this.sentences, this.#sentence)];
    const within = { from: start, to: end, touching: false };
    for (let at = window.next(context, near, none); at < none; at = window.next(context, at + 1, none))
      if (window.holds(context, at, from, to, within)) return FIT.none;
    if (near === 0) return FIT.unconditional;
    const touched = { from: start, to: end, touching: true };
    let beside = false;
    for (let at = window.next(context, 0, near); at < near; at = window.next(context, at + 1, near)) {
      if (window.holds(context, at, from, to, touched)) return FIT.sentence;
      beside ||=
        window.holds(context, at, this.#windowStart(), from, NOTHING) ||
        window.holds(context, at, to, this.#windowEnd(), NOTHING);
    }
    if (beside) return FIT.neighbour;
    return reach === 0 ? FIT.none : this.#farFit(context, touched);
  }

  /** Context by the title or by a word anywhere in the posting. */
  #farFit(context: Context, mention: Skipped): Fit {
    const { words, near } = context;
    this.#title ??= this.title.toLowerCase();
    for (let at = 0; at < near; at++)
      if (holds(this.#title, 0, this.#title.length, words[at]!, NOTHING)) return FIT.neighbour;
    const whole = this.#readWhole();
    for (let at = whole.next(context, 0, near); at < near; at = whole.next(context, at + 1, near))
      if (this.#inPosting(context, at, mention)) return FIT.posting;
    return FIT.none;
  }

  /** What was found of a word beside its first mention holds for the later ones. */
  #inPosting(context: Context, at: number, mention: Skipped): boolean {
    this.#known ??= new Map();
    const word = context.words[at]!;
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const found = this.#readWhole().holds(context, at, 0, this.text.length, mention);
    this.#known.set(word, found);
    return found;
  }

  #readWindow(): Words {
    if (windowReader === this && windowSentence === this.#sentence) return WINDOW;
    windowReader = this;
    windowSentence = this.#sentence;
    return WINDOW.read(unitsOf(this.text).codes, this.#windowStart(), this.#windowEnd());
  }

  #readWhole(): Words {
    if (wholeReader === this) return WHOLE;
    wholeReader = this;
    return WHOLE.read(unitsOf(this.text).codes, 0, this.text.length);
  }

  #windowStart(): number {
    return this.sentences.starts[Math.max(0, this.#sentence - 1)]!;
  }

  #windowEnd(): number {
    return sentenceEnd(this.sentences, Math.min(this.#sentence + 1, this.sentences.starts.length - 1));
  }

  /** The capitalised words that the posting itself gives for an abbreviation, "(LPC)" behind them, or null. */
  spelledOut(abbreviation: string): readonly string[] | null {
    if (abbreviation.length > LONGEST_ABBREVIATION) return null;
    this.#places ??= parenthesised(this.text);
    const at = this.#places.get(abbreviation);
    return at === undefined ? null : spellingOf(this.text, at, abbreviation);
  }
}
