/** A trie as lists of siblings: small to build, and read once. */
export interface Trie {
  size: number;
  child: Int32Array;
  sibling: Int32Array;
  /** By node: the class that leads to it. */
  last: Uint8Array;
  /** By node: the key that ends there, or -1. */
  ends: Int32Array;
}

export const ROOT = 0;

export function emptyTrie(capacity: number): Trie {
  return {
    size: 1,
    child: new Int32Array(capacity),
    sibling: new Int32Array(capacity),
    last: new Uint8Array(capacity),
    ends: new Int32Array(capacity).fill(-1),
  };
}

/** The node that `cls` leads to from `node`, made where it lacks. */
export function step(trie: Trie, node: number, cls: number): number {
  const { child, sibling, last } = trie;
  for (let at = child[node]!; at !== 0; at = sibling[at]!) if (last[at] === cls) return at;
  const made = trie.size++;
  last[made] = cls;
  sibling[made] = child[node]!;
  child[node] = made;
  return made;
}
