import type { Surface } from "../../models/certificate.js";
import { type Sentences, sentenceEnd } from "../sentences.js";

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

/** Whether `word` (with `*`: any word that begins so) stands in `text`, outside what is skipped. All is lower case. */
function holds(text: string, word: string, skipped: Skipped): boolean {
  const open = word.endsWith("*");
  const stem = open ? word.slice(0, -1) : word;
  for (let at = text.indexOf(stem); at !== -1; at = text.indexOf(stem, at + 1)) {
    const end = at + stem.length;
    if (isSkipped(at, end, skipped)) continue;
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

  /** With `reach` 0 only the sentence and its neighbours are context, with 1 the title and the whole posting too. */
  fit(surface: Surface, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    if (surface.near.length === 0 && surface.not.length === 0) return FIT.unconditional;
    const lower = this.#lowered(sentence);
    if (this.#unfit.has(surface)) return FIT.none;
    const from = this.sentences.starts[sentence]!;
    const fit = this.#fitIn(lower, surface, start - from, end - from, sentence, reach);
    if (fit === FIT.none) this.#unfit.add(surface);
    return fit;
  }

  /** `start` and `end` are in the sentence: the mention is no context of itself, though a `not` phrase may begin or end in it. */
  #fitIn(lower: string, { near, not }: Surface, start: number, end: number, sentence: number, reach: 0 | 1): Fit {
    const inside = { from: start, to: end, touching: false };
    if (not.some((word) => holds(lower, word.toLowerCase(), inside))) return FIT.none;
    if (near.length === 0) return FIT.unconditional;
    const touching = { from: start, to: end, touching: true };
    if (near.some((word) => holds(lower, word.toLowerCase(), touching))) return FIT.sentence;
    const around = this.#neighbours(sentence);
    if (near.some((word) => holds(around, word.toLowerCase(), NOTHING))) return FIT.neighbour;
    if (reach === 0) return FIT.none;
    if (near.some((word) => holds(this.#title, word.toLowerCase(), NOTHING))) return FIT.neighbour;
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
      this.#around = `${this.#slice(sentence - 1)}\n${this.#slice(sentence + 1)}`;
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
    const found = holds(this.#whole, word, { from: start, to: end, touching: true });
    this.#known.set(word, found);
    return found;
  }
}
