import { type Sentences, sentenceEnd } from "../sentences.js";

/** Whether sentences of a text speak of something. Who asks goes from mention to mention, so the last answer is kept. */
export class Speaks {
  #sentence = -1;
  #answer = false;

  constructor(
    private readonly text: string,
    private readonly sentences: Sentences,
    private readonly names: (sentence: string) => boolean,
  ) {}

  in(sentence: number): boolean {
    if (sentence !== this.#sentence) {
      const { text, sentences } = this;
      this.#sentence = sentence;
      this.#answer = this.names(text.slice(sentences.starts[sentence]!, sentenceEnd(sentences, sentence)));
    }
    return this.#answer;
  }
}
