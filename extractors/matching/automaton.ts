import { CLASS_COUNT, foldInto, isWordClass, JOINER, SPACE } from "./characters.js";
import { emptyTrie, step, type Trie } from "./trie.js";

/**
 * Aho-Corasick over folded classes, completed into one dense table: a step is `state = table[state + class]`. A state is the
 * offset of its row; the complement (`~offset`, negative) says that a key ends with this character, so that the scan needs
 * one comparison a character. Rows stand in breadth-first order: the few that most text visits lie together.
 */
export interface Automaton {
  table: Int32Array;
  /** By row: the key that ends here, or -1. */
  keyAt: Int32Array;
  /** By row: the row of the next shorter suffix that ends a key, or -1. */
  shorter: Int32Array;
  /** All keys' classes, one behind the other; key k is `[keyFrom[k], keyFrom[k + 1])`. */
  keyClasses: Uint8Array;
  keyFrom: Int32Array;
  keyCount: number;
  /** By surface given: its key. */
  keyOf: Int32Array;
  /** Classes in the longest key. */
  longest: number;
}

const ROOT = 0;
/** Inside a word that no key starts with: left at the word's end. */
const SKIP = 1;

/** Breadth-first: each row starts as a copy of its longest proper suffix's row, then gets its own children. */
function complete(trie: Trie): Pick<Automaton, "table" | "keyAt" | "shorter"> {
  const { size, child, sibling, last, ends } = trie;
  const table = new Int32Array(size * CLASS_COUNT);
  const keyAt = new Int32Array(size).fill(-1);
  const shorter = new Int32Array(size).fill(-1);
  const nodeAt = new Int32Array(size);
  const failAt = new Int32Array(size);
  let rows = 2;
  /** Gives each child of `node` the next row; `rest` tells the suffix row that a child falls back to. */
  const place = (node: number, row: number, rest: (cls: number) => number): void => {
    for (let at = child[node]!; at !== 0; at = sibling[at]!) {
      const cls = last[at]!;
      const fail = rest(cls);
      nodeAt[rows] = at;
      failAt[rows] = fail;
      keyAt[rows] = ends[at]!;
      shorter[rows] = keyAt[fail] === -1 ? shorter[fail]! : fail;
      const offset = rows * CLASS_COUNT;
      table[row * CLASS_COUNT + cls] = keyAt[rows] === -1 && shorter[rows] === -1 ? offset : ~offset;
      rows++;
    }
  };
  for (let cls = 0; cls < CLASS_COUNT; cls++) {
    const rest = (isWordClass(cls) ? SKIP : ROOT) * CLASS_COUNT;
    table[ROOT * CLASS_COUNT + cls] = rest;
    table[SKIP * CLASS_COUNT + cls] = rest;
  }
  table[SKIP * CLASS_COUNT + JOINER] = SKIP * CLASS_COUNT;
  place(ROOT, ROOT, (cls) => (isWordClass(cls) ? SKIP : ROOT));
  for (let row = 2; row < rows; row++) {
    const from = row * CLASS_COUNT;
    table.copyWithin(from, failAt[row]! * CLASS_COUNT, (failAt[row]! + 1) * CLASS_COUNT);
    place(nodeAt[row]!, row, (cls) => {
      const suffix = table[from + cls]!;
      return (suffix < 0 ? ~suffix : suffix) / CLASS_COUNT;
    });
    table[from + JOINER] = from;
    if (last[nodeAt[row]!] === SPACE) table[from + SPACE] = from;
  }
  return { table, keyAt, shorter };
}

/** Builds the automaton of all surfaces. Surfaces that fold to the same classes share a key. */
export function buildAutomaton(surfaces: readonly string[]): Automaton {
  const total = surfaces.reduce((sum, surface) => sum + surface.length, 2);
  const trie = emptyTrie(total);
  const keyOf = new Int32Array(surfaces.length);
  const keyClasses = new Uint8Array(total);
  const keyFrom = new Int32Array(surfaces.length + 1);
  let [keyCount, longest] = [0, 0];
  for (const [index, surface] of surfaces.entries()) {
    const from = keyFrom[keyCount]!;
    const to = foldInto(surface, keyClasses, from);
    if (to === from) throw new Error(`surface ${JSON.stringify(surface)} has no character to match`);
    let node = ROOT;
    for (let at = from; at < to; at++) node = step(trie, node, keyClasses[at]!);
    if (trie.ends[node] === -1) {
      trie.ends[node] = keyCount;
      keyFrom[++keyCount] = to;
      longest = Math.max(longest, to - from);
    }
    keyOf[index] = trie.ends[node]!;
  }
  return { ...complete(trie), keyClasses, keyFrom, keyCount, keyOf, longest };
}
