import { CLASS_COUNT, JOINER, SPACE } from "./characters.js";
import type { Edges } from "./edges.js";
import { FOLLOW, hashOf, KEPT, type Openings, SETS, WHOLE } from "./openings.js";

/** Words and marks that may open a key, in order: where each begins and ends (a mark where it begins), and a word's hash. */
export class Candidates {
  start: Int32Array = new Int32Array(1 << 10);
  end: Int32Array = new Int32Array(1 << 10);
  hash: Int32Array = new Int32Array(1 << 10);

  /** Makes room for so many, and one more. */
  makeRoom(count: number): void {
    if (count < this.start.length) return;
    this.start = new Int32Array(2 * count);
    this.end = new Int32Array(2 * count);
    this.hash = new Int32Array(2 * count);
  }
}

/** A table by class: 1 for these. */
const tableOf = (...classes: number[]): Uint8Array =>
  Uint8Array.from({ length: CLASS_COUNT }, (_, cls) => (classes.includes(cls) ? 1 : 0));
const IS_SPACE = tableOf(SPACE);
const IS_JOINER = tableOf(JOINER);
/** Behind these the sieves say nothing. */
const IS_GAP = tableOf(SPACE, JOINER);

// As constants of this module: what is imported costs a load wherever it is used, and this is the hottest loop of all.
const MARK = SPACE;
const [SET, AT_WHOLE, AT_FOLLOW] = [SETS, WHOLE, FOLLOW];
const [HEAD_KEPT, NECK_KEPT] = KEPT as [Int32Array, Int32Array];

/**
 * Goes from edge to edge and gathers what the first sieves let pass; returns how many. No branch depends on what a word is:
 * a processor foresees none of them, and waits for the sieves at each word before it can go on to the next.
 */
export function gather(openings: Openings, edges: Edges, candidates: Candidates): number {
  const { sets, setShift, bitShift, opens } = openings;
  const { classes, view, at: all, count } = edges;
  candidates.makeRoom(count);
  const { start: starts, end: ends, hash: hashes } = candidates;
  let found = 0;
  let start = 0;
  for (let edge = 0; edge < count; edge++) {
    const at = all[edge]!;
    const cls = classes[at]!;
    // 1 for a capital behind a small letter.
    const inside = (cls - MARK) >>> 31;
    const length = at - start;
    const kept = length & 31;
    const head = view.getInt32(start, true) & HEAD_KEPT[kept]!;
    const neck = view.getInt32(start + 4, true) & NECK_KEPT[kept]!;
    const hash = hashOf(head, neck, length);
    const set = SET * (hash >>> setShift);
    const next = classes[at + IS_SPACE[cls]!]!;
    const passes =
      inside |
      IS_JOINER[cls]! |
      IS_GAP[next]! |
      (sets[set + AT_WHOLE]! >>> (hash >>> bitShift)) |
      (sets[set + AT_FOLLOW]! >>> next);
    const isWord = -length >>> 31;
    starts[found] = start;
    ends[found] = at;
    hashes[found] = hash;
    found += (passes & isWord) | (opens[cls]! & (isWord ^ 1));
    start = at + 1 - inside;
  }
  return found;
}
