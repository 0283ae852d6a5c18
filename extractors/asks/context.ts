import type { Surface } from "../../models/certificate.js";
import { type Sentences, sentenceEnd } from "../sentences.js";

/** How well a surface's context holds: the higher the surer; `none` where a forbidden word stands near or no needed one does. */
export const FIT = { none: 0, posting: 1, unconditional: 2, neighbour: 3, sentence: 4 } as const;
export type Fit = (typeof FIT)[keyof typeof FIT];

const isWordAt = (text: string, at: number): boolean => /[a-z0-9]/.test(text[at] ?? " ");

/** Whether `word` (with `*`: any word that begins so) stands in `text`, outside `[skipFrom, skipTo)`. All is lower case. */
function holds(text: string, word: string, skipFrom: number, skipTo: number): boolean {
  const open = word.endsWith("*");
  const stem = open ? word.slice(0, -1) : word;
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    if (at < skipTo && end > skipFrom) continue;
    if (isWordAt(stem, 0) && at > 0 && isWordAt(text, at - 1)) continue;
    if (
      open ||
      !isWordAt(stem, stem.length - 1) ||
      !isWordAt(text, end) ||
      (text[end] === "s" && !isWordAt(text, end + 1))
    )
      return true;
  }
  return false;
}

const LONGEST_SPELLING = 90;

function spellingOf(text: string, abbreviation: string): readonly string[] | null {
  const at = text.indexOf(`(${abbreviation})`);
  if (at === -1) return null;
  const words = text
    .slice(Math.max(0, at - LONGEST_SPELLING), at)
    .trim()
    .split(/\s+/);
  const capital = words
    .slice(-abbreviation.length - 2)
    .filter((word) => /^[A-Z]/.test(word))
    .slice(-abbreviation.length);
  return capital.map((word) => word[0]).join("") === abbreviation ? capital : null;
}

/** The surroundings of the mentions of one posting: reads `near` and `not` words, lower-casing only what is asked for. */
export class Surroundings {
  #title: string;
  #whole: string | null = null;
  #known = new Map<string, boolean>();
  #spelled = new Map<string, readonly string[] | null>();
  #aroundOf = -1;
  #around = "";
  /** Surfaces whose context fails in the sentence at hand: the same word again need not be asked. */
  #unfit = new Set<Surface>();
  #sentence = -1;
  #lower = "";

  constructor(
    private readonly text: string,
    title: string,
    private readonly sentences: Sentences,
  ) {
    this.#title = title.toLowerCase();
  }

  fit(surface: Surface, start: number, end: number, sentence: number): Fit {
    if (surface.near.length === 0 && surface.not.length === 0) return FIT.unconditional;
    const lower = this.#lowered(sentence);
    if (this.#unfit.has(surface)) return FIT.none;
    const from = this.sentences.starts[sentence]!;
    const fit = this.#fitIn(lower, surface, start - from, end - from, sentence);
    if (fit === FIT.none) this.#unfit.add(surface);
    return fit;
  }

  /** `start` and `end` are in the sentence: the mention is no context of itself. */
  #fitIn(lower: string, { near, not }: Surface, start: number, end: number, sentence: number): Fit {
    const has = (word: string): boolean => holds(lower, word.toLowerCase(), start, end);
    if (not.some(has)) return FIT.none;
    if (near.length === 0) return FIT.unconditional;
    if (near.some(has)) return FIT.sentence;
    const around = this.#neighbours(sentence);
    if (near.some((word) => holds(around, word.toLowerCase(), 0, 0))) return FIT.neighbour;
    const from = this.sentences.starts[sentence]!;
    return near.some((word) => this.#inPosting(word.toLowerCase(), from + start, from + end)) ? FIT.posting : FIT.none;
  }

  #lowered(sentence: number): string {
    if (sentence !== this.#sentence) {
      this.#sentence = sentence;
      this.#unfit.clear();
      this.#lower = this.#slice(sentence);
    }
    return this.#lower;
  }

  #neighbours(sentence: number): string {
    if (this.#aroundOf !== sentence) {
      this.#aroundOf = sentence;
      this.#around = `${this.#title}\n${this.#slice(sentence - 1)}\n${this.#slice(sentence + 1)}`;
    }
    return this.#around;
  }

  /** The capitalised words that the posting itself gives for an abbreviation, "(LPC)" behind them, or null. */
  spelledOut(abbreviation: string): readonly string[] | null {
    let words = this.#spelled.get(abbreviation);
    if (words === undefined) {
      words = spellingOf(this.text, abbreviation);
      this.#spelled.set(abbreviation, words);
    }
    return words;
  }

  #slice(sentence: number): string {
    const from = this.sentences.starts[sentence];
    return from === undefined ? "" : this.text.slice(from, sentenceEnd(this.sentences, sentence)).toLowerCase();
  }

  #inPosting(word: string, start: number, end: number): boolean {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    this.#whole ??= this.text.toLowerCase();
    const found = holds(this.#whole, word, start, end) || holds(this.#title, word, 0, 0);
    this.#known.set(word, found);
    return found;
  }
}
