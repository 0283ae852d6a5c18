import { gapEnd, isSmall, NO_GAP, startsWord, wordEnd } from "./matching/bounds.js";
import { CLASS_OF, foldInto, isWordClass, JOINER, SPACE } from "./matching/characters.js";
import { Edges, UNITS_A_ROW } from "./matching/edges.js";
import type { Hits } from "./matching/hits.js";
import {
  BRIEF,
  emptyOpenings,
  FOLLOW,
  hashOf,
  type Openings,
  open,
  SETS,
  tailHashOf,
  WHOLE,
} from "./matching/openings.js";
import { ENDS, keyOfTail, PACKED_ROOT, type Packed, pack, TAIL, TAIL_END } from "./matching/packed.js";
import { emptyTrie, ROOT, step } from "./matching/trie.js";
import { type Units, unitsOf } from "./text/units.js";

/**
 * Many surfaces, one pass. Semantics, proven in `test/matcher.test.ts` against a slow and obvious search:
 *
 * - All hits are reported, overlapping ones too; `Hits.sort` puts them leftmost first, longest first.
 * - Folding (`characters.ts`): case, accents, full width, typographic dashes and blanks are equal; hyphen and blank are
 *   equal; a run of up to four blanks is one; apostrophes inside words are read over. A line end counts as a blank only
 *   where a line of at least `WRAPPED_LINE` characters was wrapped; two line ends never do.
 * - A hit starts at a word's start: the character before is no letter or digit. After a dot without a blank it must
 *   begin with a capital that follows a small letter ("positions.CPA" is a lost blank, "Node.js" and "a.cna" are not).
 * - `scan` also tries lost line ends inside words: a capital after a small letter ("degreeSeries 7").
 * - A hit ends at a word's end: no letter or digit follows, except a plural "s" (part of the hit) or a possessive "'s"
 *   (not part of it). "+" and "#" continue a word ("C" is not in "C++") unless a letter or digit follows them; a dot
 *   does where a small letter or digit follows it.
 * - Offsets are UTF-16 code units of the text given.
 */
export interface Matcher {
  /** The key of the surface with this index. Surfaces that read the same share one. */
  keyOf: Int32Array;
  keyCount: number;
  scan(text: string, hits: Hits): void;
}

const BLANK = 32;
const NO_TAIL = -1;

/** What is looked for: where words can begin a key, and the keys themselves. */
interface Keys extends Packed {
  openings: Openings;
  keyOf: Int32Array;
  keyCount: number;
}

/** Surfaces that fold to the same classes share a key. */
function buildKeys(surfaces: readonly string[]): Keys {
  const trie = emptyTrie(surfaces.reduce((sum, surface) => sum + surface.length, 1));
  const openings = emptyOpenings(surfaces.length);
  const keyOf = new Int32Array(surfaces.length);
  const classes = new Uint8Array(surfaces.reduce((most, surface) => Math.max(most, surface.length), 0));
  let keyCount = 0;
  for (const [index, surface] of surfaces.entries()) {
    const length = foldInto(surface, classes, 0);
    if (length === 0) throw new Error(`surface ${JSON.stringify(surface)} has no character to match`);
    let node = ROOT;
    for (let at = 0; at < length; at++) node = step(trie, node, classes[at]!);
    if (trie.ends[node] === -1) {
      trie.ends[node] = keyCount++;
      open(openings, classes.subarray(0, length));
    }
    keyOf[index] = trie.ends[node]!;
  }
  return { ...pack(trie), openings, keyOf, keyCount };
}

/** Reports every key that starts with the unit at `start`. */
function read({ pairs, keyAt, tails }: Keys, { codes, length }: Units, start: number, hits: Hits): void {
  const classes = CLASS_OF;
  let node = PACKED_ROOT;
  let base = pairs[2 * PACKED_ROOT]! >> 2;
  let tail = NO_TAIL;
  let at = start;
  while (at < length) {
    let cls = classes[codes[at]!]!;
    let next = at + 1;
    // A lone blank is nearly every gap.
    if (cls === JOINER || (cls === SPACE && !(codes[at] === BLANK && isWordClass(classes[codes[next]!]!)))) {
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

const hasBit = (bits: Int32Array, bit: number): boolean => ((bits[bit >>> 5]! >>> bit) & 1) === 1;

/** Whether the classes from `tail` on may follow the word of this hash. */
function mayFollow(
  { sets, tails, setShift, bitShift }: Openings,
  codes: Uint16Array,
  hash: number,
  tail: number,
): boolean {
  const first = CLASS_OF[codes[tail]!]!;
  if (((sets[SETS * (hash >>> setShift) + BRIEF]! >>> first) & 1) === 1) return true;
  const second = CLASS_OF[codes[tail + 1]!]!;
  const third = CLASS_OF[codes[tail + 2]!]!;
  return second === JOINER || third === JOINER || hasBit(tails, tailHashOf(hash, first, second, third) >>> bitShift);
}

/** Whether a key may begin with the mark at `at`. */
function mayOpenMark({ marks }: Openings, codes: Uint16Array, at: number): boolean {
  const follow = marks[CLASS_OF[codes[at]!]!]!;
  if (follow === 0) return false;
  const next = CLASS_OF[codes[at + 1]!]!;
  return next === JOINER || ((follow >>> next) & 1) === 1;
}

/**
 * Goes from edge to edge and reads on from the words that may open a key. The first sieves stand here and not in a function
 * of their own: with the tables in local variables a word takes half the time.
 */
function scan(keys: Keys, units: Units, { rows, count }: Edges, hits: Hits): void {
  const { openings } = keys;
  const { sets, setShift, bitShift } = openings;
  const { codes } = units;
  const classes = CLASS_OF;
  let start = 0;
  for (let row = 0; row < count; row++) {
    for (let rest = rows[row]!; rest !== 0; rest &= rest - 1) {
      const at = row * UNITS_A_ROW + ((31 - Math.clz32(rest & -rest)) >>> 1);
      const cls = classes[codes[at]!]!;
      const inside = isWordClass(cls);
      if (inside && !isSmall(codes[at - 1]!)) continue;
      if (at > start) {
        const head =
          classes[codes[start]!]! |
          (classes[codes[start + 1]!]! << 6) |
          (classes[codes[start + 2]!]! << 12) |
          (classes[codes[start + 3]!]! << 18);
        const hash = hashOf(head, classes[codes[at - 1]!]!, at - start);
        const set = SETS * (hash >>> setShift);
        const tail = cls === SPACE ? at + 1 : at;
        const next = classes[codes[tail]!]!;
        if (((sets[set + WHOLE]! >>> (hash >>> bitShift)) & 1) === 1) read(keys, units, start, hits);
        else if (inside || next === SPACE || next === JOINER) read(keys, units, start, hits);
        else if (((sets[set + FOLLOW]! >>> next) & 1) === 1 && mayFollow(openings, codes, hash, tail))
          read(keys, units, start, hits);
      } else if (openings.marks[cls] !== 0 && mayOpenMark(openings, codes, at)) read(keys, units, at, hits);
      start = inside ? at : at + 1;
    }
  }
}

export function createMatcher(surfaces: readonly string[]): Matcher {
  const keys = buildKeys(surfaces);
  const edges = new Edges();
  return {
    keyOf: keys.keyOf,
    keyCount: keys.keyCount,
    scan: (text, hits) => {
      hits.clear();
      const units = unitsOf(text);
      edges.mark(units);
      scan(keys, units, edges, hits);
      hits.sort();
    },
  };
}
