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
const SLOTS = 8192;
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

/** By slot: one more than the index in `WORDS` of the word that is there or, where that slot was taken, in one of the next; 0 for none. */
const SLOT = new Uint16Array(SLOTS);
/** By slot: the hash of its word. */
const HASH = new Int32Array(SLOTS);
for (const [index, { word }] of WORDS.entries()) {
  const hash = hashOf(word);
  let slot = slotOf(hash);
  while (SLOT[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  SLOT[slot] = index + 1;
  HASH[slot] = hash;
}

function isWritten(word: string, codes: Uint16Array, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (SMALL[codes[from + i]!] !== word.charCodeAt(i)) return false;
  return true;
}

/** The languages (as indexes) of which the word in `[from, to)`, whose hash is given, is a stop word; null for other words. */
function languagesOf(codes: Uint16Array, from: number, to: number, hash: number): readonly number[] | null {
  for (let slot = slotOf(hash); SLOT[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    if (HASH[slot] !== hash) continue;
    const { word, languages } = WORDS[SLOT[slot]! - 1]!;
    if (word.length === to - from && isWritten(word, codes, from)) return languages;
  }
  return null;
}

/** Calls `each` with the languages of every stop word among the first `length` units, until it answers false. */
export function eachStopWord(
  codes: Uint16Array,
  length: number,
  each: (languages: readonly number[]) => boolean,
): void {
  const small = SMALL;
  for (let from = 0, to = 0; from < length; from = to + 1) {
    let hash = 0;
    for (to = from; to < length; to++) {
      const letter = small[codes[to]!]!;
      if (letter === 0) break;
      hash = addLetter(hash, letter);
    }
    const languages = to === from ? null : languagesOf(codes, from, to, hash);
    if (languages !== null && !each(languages)) return;
  }
}
