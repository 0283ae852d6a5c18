import { isWordClass, LETTER_S } from "./characters.js";
import { ENTRY, numberOf, type Openings, partOf, SETS } from "./openings.js";
import { ENDS, keyOfTail, PACKED_ROOT, type Packed, TAIL, TAIL_END } from "./packed.js";

/**
 * The words that keys begin with, as a dictionary: a word of a text is compared with those of its sets at once, and leads past its
 * own letters into the trie, or to its key, without a step between.
 *
 * Eight numbers in a row belong to a word: its classes in four parts (`PART` and the next three), and these.
 */
export const ENTRY_SIZE = 8;
export const PART = 0;
/** Length, shifted left by one; odd where another word of the same sets follows. */
export const LENGTH = 4;
/** The key that the word is, or `NONE`. */
export const KEY = 5;
/** The key whose plural the word is, or `NONE`. */
export const SINGULAR = 6;
/** Where its first `DEPTH` classes, or all, leave a reader: see `IN_TAIL`; `NONE` where no key goes on. */
export const STATE = 7;

export const NONE = -1;
/** Classes of a word that an entry holds. A longer word's are read from here on, and so is its key. */
export const DEPTH = 16;
/** A state of a reader is a place of the trie, or an offset in a tail, shifted left by one, with this bit. */
export const IN_TAIL = 1;

const isInTail = (state: number): boolean => (state & IN_TAIL) !== 0;

/** The state that `cls` leads to, or `NONE`. */
function step({ pairs, tails }: Packed, state: number, cls: number): number {
  if (isInTail(state)) return tails[state >> 1] === cls ? state + 2 : NONE;
  const place = state >> 1;
  const child = (pairs[2 * place]! >> 2) + cls;
  if (pairs[2 * child + 1] !== place) return NONE;
  return (pairs[2 * child]! & TAIL) !== 0 ? ((pairs[2 * child]! >> 2) << 1) | IN_TAIL : child << 1;
}

const AT_ROOT = PACKED_ROOT << 1;

function stateAfter(packed: Packed, classes: Uint8Array): number {
  let state = AT_ROOT;
  for (const cls of classes) {
    state = step(packed, state, cls);
    if (state === NONE) return NONE;
  }
  return state;
}

function keyAfter(packed: Packed, classes: Uint8Array): number {
  const state = stateAfter(packed, classes);
  if (state === NONE) return NONE;
  const { pairs, keyAt, tails } = packed;
  if (isInTail(state)) return tails[state >> 1] === TAIL_END ? keyOfTail(tails, state >> 1) : NONE;
  return (pairs[2 * (state >> 1)]! & ENDS) !== 0 ? keyAt[state >> 1]! : NONE;
}

/** Whether a key goes on from this state. */
function goesOn(packed: Packed, state: number): boolean {
  if (isInTail(state)) return packed.tails[state >> 1] !== TAIL_END;
  return packed.pairs[2 * (state >> 1)]! >> 2 !== 0;
}

function entryOf(packed: Packed, word: Uint8Array, more: boolean): number[] {
  const parts = [0, 1, 2, 3].map((part) => partOf(word, part));
  const length = (word.length << 1) | (more ? 1 : 0);
  if (word.length > DEPTH) return [...parts, length, NONE, NONE, stateAfter(packed, word.subarray(0, DEPTH))];
  const state = stateAfter(packed, word);
  const isPlural = word.length > 1 && word[word.length - 1] === LETTER_S && isWordClass(word[word.length - 2]!);
  const singular = isPlural ? keyAfter(packed, word.subarray(0, -1)) : NONE;
  return [...parts, length, keyAfter(packed, word), singular, state !== NONE && goesOn(packed, state) ? state : NONE];
}

/** Makes the entries of the words that keys begin with, and writes where those of each number lie into its sets. */
export function makeEntries(openings: Openings, words: readonly Uint8Array[], packed: Packed): Int32Array {
  const byNumber = new Map<number, Map<string, Uint8Array>>();
  for (const word of words) {
    const number = numberOf(openings, word);
    byNumber.set(number, (byNumber.get(number) ?? new Map()).set(word.join(), word));
  }
  // The first place stays empty: 0 stands for no entry.
  const entries = new Array<number>(ENTRY_SIZE).fill(0);
  for (const [number, all] of byNumber) {
    openings.sets[SETS * number + ENTRY] = entries.length;
    let left = all.size;
    for (const word of all.values()) entries.push(...entryOf(packed, word, --left > 0));
  }
  return Int32Array.from(entries);
}
