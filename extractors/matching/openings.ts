import { CLASS_COUNT, isWordClass, LETTER_S, SPACE } from "./characters.js";

/**
 * Sieves for words that begin no key, which most words of a text are. What passes may still be no key.
 *
 * A hash of a word (its first four classes, its last one and its length) leads to three sets of 32 bits, beside each other so
 * that a word costs one line of the processor's cache: at `WHOLE` one bit says that it may be a key by itself; at `FOLLOW` is
 * which class may follow: the one behind the word or, where that is one blank, the one behind the blank, modulo 32; at
 * `BRIEF` the same of keys that are too short for `tails`: one class or two follow. One bit of `tails` says of the others
 * which three classes may follow.
 */
export interface Openings {
  sets: Int32Array;
  tails: Int32Array;
  /** How far a hash is shifted to be the number of its sets. */
  setShift: number;
  /** How far a hash is shifted to be the number of a bit: of `tails`, and modulo 32 of `WHOLE`. */
  bitShift: number;
  /** By class that is no word class: the classes, modulo 32, that follow where a key begins with it (".NET"). */
  marks: Int32Array;
}

/** Sets of a word; the fourth number is empty, so that no word's sets lie in two lines. */
export const SETS = 4;
export const WHOLE = 0;
export const FOLLOW = 1;
export const BRIEF = 2;

const ANY = -1;
const CLASS_BITS = 6;

/** By length modulo 32: which of the first four classes belong to the word. */
const KEPT = Int32Array.from({ length: 32 }, (_, length) => 2 ** (CLASS_BITS * Math.min(length, 4)) - 1);

/** Hash of a word: `head` holds the first four classes, the first one lowest; those behind the word's end are not read. */
export const hashOf = (head: number, last: number, length: number): number =>
  Math.imul((head & KEPT[length & 31]!) | (last << 24), 0x9e3779b1) ^ Math.imul(length, 0x85ebca6b);

/** Hash of a word's hash and what follows; the third class counts only inside a word, as a gap may have any width. */
export const tailHashOf = (word: number, first: number, second: number, third: number): number => {
  const classes = first | (second << CLASS_BITS) | (isWordClass(second) ? third << (2 * CLASS_BITS) : 0);
  return Math.imul(word ^ Math.imul(classes, 0x27d4eb2f), 0x9e3779b1);
};

export function emptyOpenings(keys: number): Openings {
  // As many sets as keys: larger sieves let fewer words pass, but leave the processor's cache.
  const bits = Math.max(5, Math.min(20, Math.ceil(Math.log2(keys + 1))));
  return {
    sets: new Int32Array(SETS * 2 ** bits),
    tails: new Int32Array(2 ** bits),
    setShift: 32 - bits,
    bitShift: 27 - bits,
    marks: new Int32Array(CLASS_COUNT),
  };
}

/** Lets a key, whose classes are given, pass; and the plural of a key that is one word. */
export function open(openings: Openings, key: Uint8Array): void {
  const first = key[0]!;
  if (!isWordClass(first)) {
    const next = key[1];
    openings.marks[first] = openings.marks[first]! | (next === undefined || next === SPACE ? ANY : 1 << next);
    return;
  }
  let length = 1;
  while (length < key.length && isWordClass(key[length]!)) length++;
  const tail = key.subarray(key[length] === SPACE ? length + 1 : length);
  pass(openings, key.subarray(0, length), tail);
  if (length === key.length) pass(openings, Uint8Array.of(...key, LETTER_S), tail);
}

/** Sets one bit, modulo 32, of the set at `at`. */
const addBit = (sets: Int32Array, at: number, bit: number): void => {
  sets[at] = sets[at]! | (1 << bit);
};

function pass({ sets, tails, setShift, bitShift }: Openings, word: Uint8Array, tail: Uint8Array): void {
  const [a, b = 0, c = 0, d = 0] = word;
  const hash = hashOf(a! | (b << 6) | (c << 12) | (d << 18), word[word.length - 1]!, word.length);
  const [first, second, third] = tail;
  const set = SETS * (hash >>> setShift);
  if (first === undefined) {
    addBit(sets, set + WHOLE, hash >>> bitShift);
    return;
  }
  addBit(sets, set + FOLLOW, first);
  if (third === undefined) addBit(sets, set + BRIEF, first);
  else {
    const bit = tailHashOf(hash, first, second!, third) >>> bitShift;
    addBit(tails, bit >>> 5, bit);
  }
}
