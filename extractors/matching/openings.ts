import { CLASS_COUNT, isWordClass, JOINER, LETTER_S, SPACE } from "./characters.js";

/**
 * Sieves for words that begin no key, which most words of a text are. What passes may still be no key.
 *
 * A hash of a word (its first eight classes and its length) leads to four numbers, beside each other so that a word costs one
 * line of the processor's cache. Three are sets of 32 bits: at `WHOLE` one bit says that it may be a key by itself; at `FOLLOW`
 * is which class may follow: the one behind the word or, where that is one blank, the one behind the blank, modulo 32; at
 * `BRIEF` the same of keys that are too short for `tails`: one class or two follow. One bit of `tails` says of the others
 * which three classes may follow. The number at `ENTRY` leads to the word itself (see `entries.ts`).
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
  /** By class: 1 where a key begins with it. */
  opens: Uint8Array;
}

/** Numbers of a word: a power of two, so that no word's lie in two lines. */
export const SETS = 4;
export const WHOLE = 0;
export const FOLLOW = 1;
export const BRIEF = 2;
export const ENTRY = 3;

const ANY = -1;
const CLASS_BITS = 6;
const PARTS = [0, 1, 2, 3];
const bytesKept = (count: number): number => (count <= 0 ? 0 : count >= 4 ? -1 : 2 ** (8 * count) - 1);
/** By part of four classes, and by length modulo 32: which bytes of that part belong to a word. */
export const KEPT = PARTS.map((part) => Int32Array.from({ length: 32 }, (_, length) => bytesKept(length - 4 * part)));

/** Four classes of a word, the first one lowest. */
export function partOf(word: Uint8Array, part: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = word.subarray(4 * part);
  return (a | (b << 8) | (c << 16) | (d << 24)) & KEPT[part]![word.length & 31]!;
}

/** Hash of a word by its length and its first two parts. */
export const hashOf = (head: number, neck: number, length: number): number => {
  const mixed = Math.imul(head, 0x9e3779b1) ^ Math.imul(neck ^ length, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
};

const hashOfWord = (word: Uint8Array): number => hashOf(partOf(word, 0), partOf(word, 1), word.length);

/** The number of a word's sets. */
export const numberOf = ({ setShift }: Openings, word: Uint8Array): number => hashOfWord(word) >>> setShift;

/** Hash of a word's hash and what follows; the third class counts only inside a word, as a gap may have any width. */
export const tailHashOf = (word: number, first: number, second: number, third: number): number => {
  const classes = first | (second << CLASS_BITS) | (isWordClass(second) ? third << (2 * CLASS_BITS) : 0);
  return Math.imul(word ^ Math.imul(classes, 0x27d4eb2f), 0x9e3779b1);
};

export function emptyOpenings(keys: number): Openings {
  // A set for four keys: larger sieves let fewer words pass, but leave the processor's cache.
  const bits = Math.max(5, Math.min(20, Math.ceil(Math.log2(keys + 1)) - 2));
  return {
    sets: new Int32Array(SETS * 2 ** bits),
    tails: new Int32Array(2 ** bits),
    setShift: 32 - bits,
    bitShift: 27 - bits,
    marks: new Int32Array(CLASS_COUNT),
    opens: new Uint8Array(CLASS_COUNT),
  };
}

/** Lets a key, whose classes are given, pass; and the plural of a key that is one word. Returns the words that lead to it. */
export function open(openings: Openings, key: Uint8Array): Uint8Array[] {
  const first = key[0]!;
  if (!isWordClass(first)) {
    const next = key[1];
    openings.opens[first] = 1;
    openings.marks[first] = openings.marks[first]! | (next === undefined || next === SPACE ? ANY : 1 << next);
    return [];
  }
  let length = 1;
  while (length < key.length && isWordClass(key[length]!)) length++;
  const word = key.slice(0, length);
  const tail = key.subarray(key[length] === SPACE ? length + 1 : length);
  pass(openings, word, tail);
  if (length < key.length) return [word];
  const plural = Uint8Array.of(...word, LETTER_S);
  pass(openings, plural, tail);
  return [word, plural];
}

/** Sets one bit, modulo 32, of the set at `at`. */
const addBit = (sets: Int32Array, at: number, bit: number): void => {
  sets[at] = sets[at]! | (1 << bit);
};

function pass({ sets, tails, setShift, bitShift }: Openings, word: Uint8Array, tail: Uint8Array): void {
  const hash = hashOfWord(word);
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

const hasBit = (bits: Int32Array, bit: number): boolean => ((bits[bit >>> 5]! >>> bit) & 1) === 1;

/** Whether the classes from `tail` on may follow the word of this hash. */
export function mayFollow(
  { sets, tails, setShift, bitShift }: Openings,
  classes: Uint8Array,
  hash: number,
  tail: number,
): boolean {
  const first = classes[tail]!;
  if (((sets[SETS * (hash >>> setShift) + BRIEF]! >>> first) & 1) === 1) return true;
  const second = classes[tail + 1]!;
  const third = classes[tail + 2]!;
  return second === JOINER || third === JOINER || hasBit(tails, tailHashOf(hash, first, second, third) >>> bitShift);
}

/** Whether a key may begin with the mark at `at`, with which some key begins. */
export function mayOpenMark({ marks }: Openings, classes: Uint8Array, at: number): boolean {
  const follow = marks[classes[at]!]!;
  const next = classes[at + 1]!;
  return next === JOINER || ((follow >>> next) & 1) === 1;
}
