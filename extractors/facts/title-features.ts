/** Weights of one word, of two and three in a row, and of the last word, the noun that says what the person is. */
const WEIGHT = { one: 1, two: 0.4, three: 0.2, head: 0.3 };

/** Stands for a word or feature that no known title has. */
export const UNSEEN = -1;

/** Keys of word rows are `left * WORDS + right`: more words than this are not expected, and the product stays a small integer. */
const WORDS = 1 << 14;

/** What a title shows, as numbers: its words, their neighbourhoods, its last word. */
export class Features {
  #words = new Map<string, number>();
  /** By word: the features of the word itself and of it as the last one. */
  #ones: number[] = [];
  #heads: number[] = [];
  #pairs = new Map<number, number>();
  #triples = new Map<number, number>();
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

  /** The feature that a word is by itself. */
  one(word: number): number {
    return this.#ones[word]!;
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

  /** Calls `each` with every feature of a title, given as known words; unknown rows of words are made. */
  addAll(words: readonly number[], each: (feature: number) => void): void {
    for (let i = 0; i < words.length; i++) {
      each(this.#ones[words[i]!]!);
      if (i === 0) continue;
      const pair = this.#addRow(this.#pairs, words[i - 1]!, words[i]!, WEIGHT.two);
      each(pair);
      if (i > 1) {
        const before = this.#pairs.get(words[i - 2]! * WORDS + words[i - 1]!)!;
        each(this.#addRow(this.#triples, before, words[i]!, WEIGHT.three));
      }
    }
    each(this.#heads[words.at(-1)!]!);
  }

  /** Calls `each` with every feature of a title that known titles have; words may be UNSEEN. */
  known(words: readonly number[], each: (feature: number) => void): void {
    let [last, lastPair] = [UNSEEN, UNSEEN];
    for (const word of words) {
      if (word !== UNSEEN) each(this.#ones[word]!);
      const pair = last === UNSEEN || word === UNSEEN ? UNSEEN : (this.#pairs.get(last * WORDS + word) ?? UNSEEN);
      if (pair !== UNSEEN) each(pair);
      const triple = lastPair === UNSEEN || word === UNSEEN ? undefined : this.#triples.get(lastPair * WORDS + word);
      if (triple !== undefined) each(triple);
      [last, lastPair] = [word, pair];
    }
    if (last !== UNSEEN) each(this.#heads[last]!);
  }

  #addRow(rows: Map<number, number>, left: number, right: number, weight: number): number {
    const key = left * WORDS + right;
    let row = rows.get(key);
    if (row === undefined) {
      row = this.#make(weight);
      rows.set(key, row);
    }
    return row;
  }

  #make(weight: number): number {
    return this.#weights.push(weight) - 1;
  }
}
