import { titleParts, tokensOf, wordsOf } from "./occupation-tokens.js";
import type { Features } from "./title-features.js";

/** Words that are remembered; the bound keeps the memory flat. */
const MOST_WORDS = 10_000;

/** Reads titles as numbers of words. What a word stands for is looked up once: titles are made of the same few thousand. */
export class WordNumbers {
  readonly #known = new Map<string, readonly number[]>();

  constructor(private readonly features: Features) {}

  /** The words of each part of a title, and of all parts in a row where it has several: any of them may name the job. */
  views(title: string): number[][] {
    const parts = titleParts(title).map((part) => this.#read(part));
    return parts.length > 1 ? [...parts, ([] as number[]).concat(...parts)] : parts;
  }

  /** The numbers of the words of a part, in order; `UNSEEN` for those that no known title has. */
  #read(part: string): number[] {
    const numbers: number[] = [];
    for (const word of wordsOf(part)) for (const number of this.#numbersOf(word)) numbers.push(number);
    return numbers;
  }

  #numbersOf(word: string): readonly number[] {
    let numbers = this.#known.get(word);
    if (numbers === undefined) {
      numbers = tokensOf(word).map((token) => this.features.word(token));
      if (this.#known.size >= MOST_WORDS) this.#known.clear();
      this.#known.set(word, numbers);
    }
    return numbers;
  }
}
