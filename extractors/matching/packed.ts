import { CLASS_COUNT } from "./characters.js";
import { ROOT, type Trie } from "./trie.js";

/**
 * A trie in two arrays, small enough to stay in a processor's cache. Where keys part it is a double array (Aoe 1989, IEEE
 * Transactions on Software Engineering 15:1066-1077): the child of `place` by class `cls` is `base + cls`, if that place's
 * parent is `place`. From where a key is alone its classes lie in a row, its tail (Aoe's TAIL): most of a key is read from one
 * stretch of memory.
 */
export interface Packed {
  /** By place: its base, or the offset of its tail, shifted left by two, with `ENDS` or `TAIL`; and its parent. */
  pairs: Int32Array;
  /** By place: the key that ends there, or -1. */
  keyAt: Int32Array;
  /** Classes up to `TAIL_END`, and behind that the key in three bytes, lowest first. */
  tails: Uint8Array;
}

const NONE = -1;
/** The first place for a node that is not the root: no pair below may take a place's base for its parent. */
const FIRST = CLASS_COUNT;

export const PACKED_ROOT = 0;
export const ENDS = 1;
export const TAIL = 2;
export const TAIL_END = 255;

/** The key whose tail ends at this offset. */
export const keyOfTail = (tails: Uint8Array, end: number): number =>
  tails[end + 1]! | (tails[end + 2]! << 8) | (tails[end + 3]! << 16);

/** The classes from `node` on to the end of the only key below it, or null where several are, or one ends on the way. */
function aloneFrom({ child, sibling, last, ends }: Trie, node: number): { classes: number[]; key: number } | null {
  const classes: number[] = [];
  for (let at = node; ; at = child[at]!) {
    if (ends[at] !== NONE) return child[at] === 0 ? { classes, key: ends[at]! } : null;
    if (sibling[child[at]!] !== 0) return null;
    classes.push(last[child[at]!]!);
  }
}

/** Places of a double array, made as they are needed. */
class Places {
  pairs = new Int32Array(0);
  keyAt = new Int32Array(0);
  #free = FIRST;

  makeRoom(places: number): void {
    const from = this.keyAt.length;
    if (places <= from) return;
    const [pairs, keyAt] = [new Int32Array(4 * places).fill(NONE), new Int32Array(2 * places).fill(NONE)];
    pairs.set(this.pairs);
    keyAt.set(this.keyAt);
    [this.pairs, this.keyAt] = [pairs, keyAt];
  }

  #isFree(place: number): boolean {
    return this.pairs[2 * place + 1] === NONE;
  }

  /** The lowest base where all children, a list of siblings that begins with `first`, find a free place. */
  baseFor(first: number, { sibling, last }: Trie): number {
    while (!this.#isFree(this.#free)) this.#free++;
    for (let base = Math.max(0, this.#free - last[first]!); ; base++) {
      this.makeRoom(base + 2 * CLASS_COUNT);
      let at = first;
      while (at !== 0 && base + last[at]! >= FIRST && this.#isFree(base + last[at]!)) at = sibling[at]!;
      if (at === 0) return base;
    }
  }
}

export function pack(trie: Trie): Packed {
  const { child, sibling, last, ends } = trie;
  const places = new Places();
  const tails: number[] = [];
  places.makeRoom(4 * CLASS_COUNT);
  const waiting = [{ node: ROOT, place: PACKED_ROOT }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, place } = next;
    const alone = node === ROOT ? null : aloneFrom(trie, node);
    if (alone !== null) {
      places.pairs[2 * place] = (tails.length << 2) | TAIL;
      tails.push(...alone.classes, TAIL_END, alone.key & 255, (alone.key >> 8) & 255, alone.key >> 16);
      continue;
    }
    const first = child[node]!;
    const base = first === 0 ? 0 : places.baseFor(first, trie);
    places.pairs[2 * place] = (base << 2) | (ends[node] === NONE ? 0 : ENDS);
    places.keyAt[place] = ends[node]!;
    for (let at = first; at !== 0; at = sibling[at]!) {
      places.pairs[2 * (base + last[at]!) + 1] = place;
      waiting.push({ node: at, place: base + last[at]! });
    }
  }
  return { pairs: places.pairs, keyAt: places.keyAt, tails: Uint8Array.from(tails) };
}
