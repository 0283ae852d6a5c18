import type { Random } from "../random.js";
import type { Vocabulary } from "../vocabulary.js";
import { type Facts, say } from "./phrase.js";

/** Who speaks in one posting: its facts, its random numbers, and phrases said with both. */
export interface Voice {
  facts: Facts;
  random: Random;
  /** One of the phrases. */
  oneOf(phrases: readonly string[]): string;
  /** One phrase of the list of that name. */
  one(list: string): string;
  /** From least to most of the phrases, in random order. */
  someOf(phrases: readonly string[], least: number, most: number): string[];
  /** The same of the list of that name. */
  some(list: string, least: number, most: number): string[];
  shuffled<T>(items: readonly T[]): T[];
}

export function createVoice(words: Vocabulary, facts: Facts, random: Random): Voice {
  const oneOf: Voice["oneOf"] = (phrases) => say(random.pick(phrases), facts, random);
  const someOf: Voice["someOf"] = (phrases, least, most) =>
    random.sample(phrases, random.int(least, most)).map((phrase) => say(phrase, facts, random));
  return {
    facts,
    random,
    oneOf,
    one: (list) => oneOf(words.phrases(list)),
    someOf,
    some: (list, least, most) => someOf(words.phrases(list), least, most),
    shuffled: (items) => random.sample(items, items.length),
  };
}
