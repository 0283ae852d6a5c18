import type { Units } from "../text/units.js";
import { gapEnd, NO_GAP, startsWord, wordEnd } from "./bounds.js";
import { isWordClass, JOINER, SPACE } from "./characters.js";
import type { Edges } from "./edges.js";
import { DEPTH, ENTRY_SIZE, IN_TAIL, KEY, LENGTH, NONE, PART, SINGULAR, STATE } from "./entries.js";
import type { Hits } from "./hits.js";
import { KEPT, type Openings } from "./openings.js";
import { ENDS, keyOfTail, PACKED_ROOT, type Packed, TAIL, TAIL_END } from "./packed.js";

const BLANK = 32;
const NO_TAIL = -1;

/** What is looked for: where words can begin a key, the words themselves, and the keys behind them. */
export interface Keys extends Packed {
  openings: Openings;
  entries: Int32Array;
}

/** Where a word's reading stands before its first letter. */
export const AT_ROOT = PACKED_ROOT << 1;

/** Reports every key that starts with the unit at `start`; up to `from` its classes are read, and led to `state`. */
export function read(
  { pairs, keyAt, tails }: Keys,
  { codes, length }: Units,
  { classes }: Edges,
  start: number,
  from: number,
  state: number,
  hits: Hits,
): void {
  let tail = (state & IN_TAIL) === 0 ? NO_TAIL : state >> 1;
  let node = state >> 1;
  let base = tail === NO_TAIL ? pairs[2 * node]! >> 2 : 0;
  let at = from;
  while (at < length) {
    let cls = classes[at]!;
    let next = at + 1;
    // A lone blank is nearly every gap.
    if (cls === JOINER || (cls === SPACE && !(codes[at] === BLANK && isWordClass(classes[next]!)))) {
      next = gapEnd(codes, at);
      if (next === NO_GAP) return;
      if (next < 0) {
        at = ~next;
        continue;
      }
      cls = SPACE;
    }
    at = next;
    if (tail === NO_TAIL) {
      const child = base + cls;
      if (pairs[2 * child + 1] !== node) return;
      node = child;
      const pair = pairs[2 * child]!;
      base = pair >> 2;
      if ((pair & TAIL) !== 0) tail = base;
      else if ((pair & ENDS) !== 0) report(codes, start, at, keyAt[node]!, hits);
    } else if (tails[tail++] !== cls) return;
    if (tail !== NO_TAIL && tails[tail] === TAIL_END) {
      report(codes, start, at, keyOfTail(tails, tail), hits);
      return;
    }
  }
}

/** Reports a key that was read from `start` up to `at`, if words begin and end there. */
function report(codes: Uint16Array, start: number, at: number, key: number, hits: Hits): void {
  const end = wordEnd(codes, at);
  if (end >= 0 && startsWord(codes, start)) hits.add(start, end, key);
}

const [HEAD_KEPT, NECK_KEPT, THIRD_KEPT, FOURTH_KEPT] = KEPT as [Int32Array, Int32Array, Int32Array, Int32Array];

/** Reports the keys that the word in `[start, end)` is or, where `follows`, begins; `entry` is the first of its sets. */
export function enter(
  keys: Keys,
  units: Units,
  edges: Edges,
  entry: number,
  start: number,
  end: number,
  follows: boolean,
  hits: Hits,
): void {
  const { entries } = keys;
  const { view } = edges;
  const length = end - start;
  const kept = length & 31;
  const head = view.getInt32(start, true) & HEAD_KEPT[kept]!;
  const neck = view.getInt32(start + 4, true) & NECK_KEPT[kept]!;
  for (let at = entry; ; at += ENTRY_SIZE) {
    const lengthAndMore = entries[at + LENGTH]!;
    if (
      entries[at + PART] === head &&
      entries[at + PART + 1] === neck &&
      lengthAndMore >> 1 === length &&
      (length <= 8 ||
        (entries[at + PART + 2] === (view.getInt32(start + 8, true) & THIRD_KEPT[kept]!) &&
          entries[at + PART + 3] === (view.getInt32(start + 12, true) & FOURTH_KEPT[kept]!)))
    ) {
      const { codes } = units;
      const key = entries[at + KEY]!;
      const singular = entries[at + SINGULAR]!;
      const state = entries[at + STATE]!;
      if (singular !== NONE) report(codes, start, end - 1, singular, hits);
      if (key !== NONE) report(codes, start, end, key, hits);
      if (length > DEPTH) read(keys, units, edges, start, start + DEPTH, state, hits);
      else if (follows && state !== NONE) read(keys, units, edges, start, end, state, hits);
      if (length <= DEPTH) return;
    }
    if ((lengthAndMore & 1) === 0) return;
  }
}
