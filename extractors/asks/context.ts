import { type Sentences, sentenceEnd } from "../sentences.js";
import { unitsOf } from "../text/units.js";
import { LONGEST_ABBREVIATION, parenthesised, spellingOf } from "./abbreviations.js";
import { type Context, type ContextWord, holds, IN_WORD, NOTHING, type Skipped } from "./context-words.js";
import { Words } from "./stretch-words.js";

/** How well a surface's context holds: the higher the surer; `none` where a forbidden word stands near or no needed one does. */
export const FIT = { none: 0, posting: 1, unconditional: 2, neighbour: 3, sentence: 4 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

/** What is context of a mention: its sentence alone, the neighbours too, or the title and the whole posting as well. */
export const REACH = { sentence: 0, neighbours: 1, posting: 2 } as const;
export type Reach = (typeof REACH)[keyof typeof REACH];

/** The words of a stretch of a posting, and whose they are: room that each posting uses anew. */
class Kept {
  readonly words: Words = new Words();
  #reader: Surroundings | null = null;
  #sentence = -1;

  /** Whether the words are those of this reader's sentence; from now on they are taken to be. */
  isOf(reader: Surroundings, sentence: number): boolean {
    const isKept = reader === this.#reader && sentence === this.#sentence;
    this.#reader = reader;
    this.#sentence = sentence;
    return isKept;
  }
}
const SENTENCE = new Kept();
const WINDOW = new Kept();
const WHOLE = new Kept();

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

  /** `listed`: certificates stand beside it in a list, which is context enough. */
  fit(context: Context | null, start: number, end: number, sentence: number, reach: Reach, listed: boolean): Fit {
    if (context === null) return FIT.unconditional;
    if (sentence !== this.#sentence) {
      this.#sentence = sentence;
      if (this.#unfit.length > 0) this.#unfit = [];
    } else if (!listed && this.#unfit.includes(context)) return FIT.none;
    const fit = this.#fitIn(context, start, end, reach, listed);
    if (fit === FIT.none && reach !== REACH.sentence) this.#unfit.push(context);
    return fit;
  }

  /** The mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(context: Context, start: number, end: number, reach: Reach, listed: boolean): Fit {
    const { near } = context;
    const none = context.words.length;
    const [from, to] = [this.sentences.starts[this.#sentence]!, sentenceEnd(this.sentences, this.#sentence)];
    const words = this.#readSentence(from, to);
    const within = { from: start, to: end, touching: false };
    for (let at = words.next(context, near, none); at < none; at = words.next(context, at + 1, none))
      if (words.holds(context, at, from, to, within)) return FIT.none;
    if (near === 0) return FIT.unconditional;
    const touched = { from: start, to: end, touching: true };
    for (let at = words.next(context, 0, near); at < near; at = words.next(context, at + 1, near))
      if (words.holds(context, at, from, to, touched)) return FIT.sentence;
    if (listed) return FIT.neighbour;
    if (reach === REACH.sentence) return FIT.none;
    if (this.#standsBeside(context, from, to)) return FIT.neighbour;
    return reach === REACH.posting ? this.#farFit(context, touched) : FIT.none;
  }

  /** Whether a word stands in a sentence beside the one in `[from, to)`. */
  #standsBeside(context: Context, from: number, to: number): boolean {
    const { near } = context;
    const start = this.sentences.starts[Math.max(0, this.#sentence - 1)]!;
    const end = sentenceEnd(this.sentences, Math.min(this.#sentence + 1, this.sentences.starts.length - 1));
    const window = this.#readWindow(start, end);
    for (let at = window.next(context, 0, near); at < near; at = window.next(context, at + 1, near))
      if (window.holds(context, at, start, from, NOTHING) || window.holds(context, at, to, end, NOTHING)) return true;
    return false;
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

  #readSentence(from: number, to: number): Words {
    const { words } = SENTENCE;
    if (SENTENCE.isOf(this, this.#sentence)) return words;
    const { codes } = unitsOf(this.text);
    return words.read(codes, from, to, from > 0 && IN_WORD[codes[from - 1]!] === 1);
  }

  #readWindow(from: number, to: number): Words {
    const { words } = WINDOW;
    return WINDOW.isOf(this, this.#sentence) ? words : words.read(unitsOf(this.text).codes, from, to);
  }

  #readWhole(): Words {
    const { words } = WHOLE;
    return WHOLE.isOf(this, 0) ? words : words.read(unitsOf(this.text).codes, 0, this.text.length);
  }

  /** The capitalised words that the posting itself gives for an abbreviation, "(LPC)" behind them, or null. */
  spelledOut(abbreviation: string): readonly string[] | null {
    if (abbreviation.length > LONGEST_ABBREVIATION) return null;
    this.#places ??= parenthesised(this.text);
    const at = this.#places.get(abbreviation);
    return at === undefined ? null : spellingOf(this.text, at, abbreviation);
  }
}
