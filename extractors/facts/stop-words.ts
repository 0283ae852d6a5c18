import { STOP_WORDS } from "./language-profiles.js";

export const LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

/** Letters lie below. */
const LETTERS_END = 0x250;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xc0 && code < LETTERS_END);

/** The small letter of each letter, by UTF-16 code unit; 0 for what ends a word. */
const SMALL = new Uint16Array(0x10000);
for (let code = 0; code < LETTERS_END; code++) {
  const small = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  if (isLetter(small)) SMALL[code] = small;
}

/** Hash of a word, letter by letter. */
const addLetter = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0;
const hashOf = (word: string): number => [...word].reduce((hash, letter) => addLetter(hash, letter.charCodeAt(0)), 0);

/** A power of two, several times the number of stop words: few words of a text meet a taken slot. */
const SLOTS = 4096;
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & (SLOTS - 1);

interface StopWord {
  word: string;
  /** Indexes of the languages of which it is a stop word. */
  languages: number[];
}

function stopWords(): StopWord[] {
  const languages = new Map<string, number[]>();
  for (const [index, words] of Object.values(STOP_WORDS).entries())
    for (const word of words.split(" ")) languages.set(word, [...(languages.get(word) ?? []), index]);
  return Array.from(languages, ([word, spoken]) => ({ word, languages: spoken }));
}
const WORDS = stopWords();

/** Bits of a slot that tell its word, as one more than its index in `WORDS`; the others are the hash's. */
const WORD_BITS = 0x3ff;
if (WORDS.length >= WORD_BITS) throw new Error(`${WORDS.length} stop words are more than ${WORD_BITS - 1}`);

/** By slot: the word that is there or, where that slot was taken, in one of the next, and its hash; 0 for none. */
const SLOT = new Int32Array(SLOTS);
for (const [index, { word }] of WORDS.entries()) {
  const hash = hashOf(word);
  let slot = slotOf(hash);
  while (SLOT[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  SLOT[slot] = (hash & ~WORD_BITS) | (index + 1);
}

/** By word: where its letters begin in `LETTERS`, and its languages in `SPOKEN`; the next word's begin where they end. */
const LETTERS_FROM = new Uint16Array(WORDS.length + 1);
const SPOKEN_FROM = new Uint16Array(WORDS.length + 1);
for (const [index, { word, languages }] of WORDS.entries()) {
  LETTERS_FROM[index + 1] = LETTERS_FROM[index]! + word.length;
  SPOKEN_FROM[index + 1] = SPOKEN_FROM[index]! + languages.length;
}
const LETTERS = Uint16Array.from(WORDS.map(({ word }) => word).join(""), (letter) => letter.charCodeAt(0));
const SPOKEN = Uint8Array.from(WORDS.flatMap(({ languages }) => languages));

/** The stop word in `[from, to)`, whose hash is given, as an index of `WORDS`; -1 for other words. */
function stopWordAt(codes: Uint16Array, from: number, to: number, hash: number): number {
  for (let slot = slotOf(hash); SLOT[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (((SLOT[slot]! ^ hash) & ~WORD_BITS) !== 0) continue;
    const word = (SLOT[slot]! & WORD_BITS) - 1;
    const letters = LETTERS_FROM[word]!;
    const length = LETTERS_FROM[word + 1]! - letters;
    let same = 0;
    while (same < length && SMALL[codes[from + same]!] === LETTERS[letters + same]) same++;
    if (same === length && length === to - from) return word;
  }
  return -1;
}

/**
 * Adds to the score of each language what the stop words among the first `length` units weigh: a word shared by several
 * languages counts for each by its share. After each `enough` words `decided` may end it.
 */
export function weighStopWords(
  codes: Uint16Array,
  length: number,
  scores: Float64Array,
  enough: number,
  decided: () => boolean,
): void {
  const small = SMALL;
  let left = enough;
  for (let from = 0, to = 0; from < length; from = to + 1) {
    let hash = 0;
    for (to = from; to < length; to++) {
      const letter = small[codes[to]!]!;
      if (letter === 0) break;
      hash = addLetter(hash, letter);
    }
    const word = to === from ? -1 : stopWordAt(codes, from, to, hash);
    if (word === -1) continue;
    const end = SPOKEN_FROM[word + 1]!;
    const share = 1 / (end - SPOKEN_FROM[word]!);
    for (let at = SPOKEN_FROM[word]!; at < end; at++) scores[SPOKEN[at]!] = scores[SPOKEN[at]!]! + share;
    if (--left > 0) continue;
    if (decided()) return;
    left = enough;
  }
}
