/** Weights of one word, of two and three in a row, and of the last word, the noun that says what the person is. */
const WEIGHT = { one: 1, two: 0.4, three: 0.2, head: 0.3 };
/** By the number of words less two. */
const ROW_WEIGHTS = [WEIGHT.two, WEIGHT.three] as const;

/** Stands for a word or feature that no known title has. */
export const UNSEEN = -1;

/** Keys of word rows are `left * WORDS + word`: more words than this are not expected, and the product stays a whole number. */
const WORDS = 1 << 14;

/**
 * What a title shows, as numbers: its words, their neighbourhoods, its last word. A row of words is a feature too: of known titles
 * also the rows that are longer than three, which speak for no occupation (weight 0) but tell the whole title.
 */
export class Features {
  #words = new Map<string, number>();
  /** By word: the features of the word itself and of it as the last one. */
  #ones: number[] = [];
  #heads: number[] = [];
  #rows = new Map<number, number>();
  #weights: number[] = [];

  get count(): number {
    return this.#weights.length;
  }

  weight(feature: number): number {
    return this.#weights[feature]!;
  }

  /** The number of a word, or UNSEEN. */
  word(word: string): number {
    return this.#words.get(word) ?? UNSEEN;
  }

  /** The feature that a word is by itself, or UNSEEN. */
  one(word: number): number {
    return word === UNSEEN ? UNSEEN : this.#ones[word]!;
  }

  /** The feature that a word is as the last one, or UNSEEN. */
  head(word: number): number {
    return word === UNSEEN ? UNSEEN : this.#heads[word]!;
  }

  /** The feature of the words of `left` and another behind them, or UNSEEN. */
  row(left: number, word: number): number {
    return left === UNSEEN || word === UNSEEN ? UNSEEN : (this.#rows.get(left * WORDS + word) ?? UNSEEN);
  }

  /** The feature of all these words in a row, or UNSEEN. */
  whole(words: readonly number[]): number {
    let feature = words.length === 0 ? UNSEEN : this.one(words[0]!);
    for (let i = 1; i < words.length && feature !== UNSEEN; i++) feature = this.row(feature, words[i]!);
    return feature;
  }

  addWord(word: string): number {
    const known = this.#words.get(word);
    if (known !== undefined) return known;
    const made = this.#words.size;
    if (made === WORDS) throw new Error(`job titles have more than ${WORDS} different words`);
    this.#words.set(word, made);
    this.#ones.push(this.#make(WEIGHT.one));
    this.#heads.push(this.#make(WEIGHT.head));
    return made;
  }

  /** Calls `each` with every feature of a title that speaks for an occupation, given as known words; unknown rows are made. */
  addAll(words: readonly number[], each: (feature: number) => void): void {
    for (let from = 0; from < words.length; from++) {
      let row = this.one(words[from]!);
      each(row);
      const last = from === 0 ? words.length : Math.min(words.length, from + 1 + ROW_WEIGHTS.length);
      for (let i = from + 1; i < last; i++) {
        const weight = ROW_WEIGHTS[i - from - 1];
        row = this.#addRow(row, words[i]!, weight ?? 0);
        if (weight !== undefined) each(row);
      }
    }
    each(this.head(words.at(-1)!));
  }

  #addRow(left: number, word: number, weight: number): number {
    const key = left * WORDS + word;
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = this.#make(weight);
      this.#rows.set(key, row);
    }
    return row;
  }

  #make(weight: number): number {
    return this.#weights.push(weight) - 1;
  }
}
