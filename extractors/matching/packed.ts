import { CLASS_COUNT } from "./characters.js";
import { ROOT, type Trie } from "./trie.js";

/**
 * A trie packed into one array of pairs (a "double array"): the child of node n by class c is pair `base(n) + c`, if that
 * pair's second number is n. The first number is the base, or its complement where a key ends. Nodes are placed depth
 * first, so that the rest of a key lies in one stretch of memory.
 */
export interface Packed {
  pairs: Int32Array;
  /** By node: the key that ends there, or -1. */
  keyAt: Int32Array;
}

const NONE = -1;
/** The first place for a node that is not the root: a leaf's base is 0, and no pair below may take it for its parent. */
const FIRST = CLASS_COUNT;

export const PACKED_ROOT = 0;

export function pack({ size, child, sibling, last, ends }: Trie): Packed {
  let pairs = new Int32Array(0);
  let keyAt = new Int32Array(0);
  const makeRoom = (places: number): void => {
    const from = keyAt.length;
    if (places <= from) return;
    const [wider, widerKeys] = [new Int32Array(4 * places).fill(NONE), new Int32Array(2 * places).fill(NONE)];
    wider.set(pairs);
    widerKeys.set(keyAt);
    [pairs, keyAt] = [wider, widerKeys];
  };
  let free = FIRST;
  const isFree = (place: number): boolean => pairs[2 * place + 1] === NONE;
  /** The lowest base where all children of `node` find a free place. */
  const baseFor = (node: number): number => {
    const first = child[node]!;
    if (first === 0) return 0;
    while (!isFree(free)) free++;
    for (let base = Math.max(0, free - last[first]!); ; base++) {
      makeRoom(base + 2 * CLASS_COUNT);
      let at = first;
      while (at !== 0 && base + last[at]! >= FIRST && isFree(base + last[at]!)) at = sibling[at]!;
      if (at === 0) return base;
    }
  };
  makeRoom(size + 4 * CLASS_COUNT);
  const waiting = [ROOT];
  const places = [PACKED_ROOT];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    const place = places.pop()!;
    const base = baseFor(node);
    pairs[2 * place] = ends[node] === NONE ? base : ~base;
    keyAt[place] = ends[node]!;
    for (let at = child[node]!; at !== 0; at = sibling[at]!) {
      pairs[2 * (base + last[at]!) + 1] = place;
      waiting.push(at);
      places.push(base + last[at]!);
    }
  }
  return { pairs, keyAt };
}
