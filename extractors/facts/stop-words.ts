import { STOP_WORDS } from "./language-profiles.js";

export const LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

/** Letters lie below. */
const LETTERS_END = 0x250;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xc0 && code < LETTERS_END);

/** The small letter of each letter, by UTF-16 code unit; 0 for what ends a word. */
const SMALL = Uint16Array.from({ length: LETTERS_END }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  return isLetter(small) ? small : 0;
});

export const smallLetter = (code: number): number => (code < LETTERS_END ? SMALL[code]! : 0);

/** Hash of a word, letter by letter. */
export const addLetter = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0;

/** A power of two, so that few words share a slot. */
const SLOTS = 8192;
const slotOf = (hash: number): number => (hash ^ (hash >>> 13)) & (SLOTS - 1);

interface StopWord {
  word: string;
  hash: number;
  /** Indexes of the languages of which it is a stop word. */
  languages: readonly number[];
}

const hashOf = (word: string): number => [...word].reduce((hash, letter) => addLetter(hash, letter.charCodeAt(0)), 0);

/** By slot: the stop words that fall there. */
const BY_SLOT: readonly (readonly StopWord[] | null)[] = (() => {
  const languages = new Map<string, number[]>();
  for (const [index, words] of Object.values(STOP_WORDS).entries())
    for (const word of words.split(" ")) languages.set(word, [...(languages.get(word) ?? []), index]);
  const slots = new Array<StopWord[] | null>(SLOTS).fill(null);
  for (const [word, spoken] of languages) {
    const hash = hashOf(word);
    slots[slotOf(hash)] = [...(slots[slotOf(hash)] ?? []), { word, hash, languages: spoken }];
  }
  return slots;
})();

const isWritten = (word: string, text: string, from: number): boolean => {
  for (let i = 0; i < word.length; i++) if (smallLetter(text.charCodeAt(from + i)) !== word.charCodeAt(i)) return false;
  return true;
};

/** The languages (as indexes) of which `text[from, to)`, whose hash is given, is a stop word; null for other words. */
export const languagesOf = (text: string, from: number, to: number, hash: number): readonly number[] | null => {
  const words = BY_SLOT[slotOf(hash)]!;
  if (words === null) return null;
  for (const { word, hash: own, languages } of words)
    if (own === hash && word.length === to - from && isWritten(word, text, from)) return languages;
  return null;
};
