import { Candidates, gather } from "./matching/candidates.js";
import { foldInto, isWordClass, JOINER, SPACE } from "./matching/characters.js";
import { type Edges, edgesOf } from "./matching/edges.js";
import { makeEntries } from "./matching/entries.js";
import type { Hits } from "./matching/hits.js";
import { ENTRY, emptyOpenings, FOLLOW, mayFollow, mayOpenMark, open, SETS, WHOLE } from "./matching/openings.js";
import { pack } from "./matching/packed.js";
import { AT_ROOT, enter, type Keys, read } from "./matching/read.js";
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

interface Numbered extends Keys {
  keyOf: Int32Array;
  keyCount: number;
}

/** Surfaces that fold to the same classes share a key. */
function buildKeys(surfaces: readonly string[]): Numbered {
  const trie = emptyTrie(surfaces.reduce((sum, surface) => sum + surface.length, 1));
  const openings = emptyOpenings(surfaces.length);
  const keyOf = new Int32Array(surfaces.length);
  const classes = new Uint8Array(surfaces.reduce((most, surface) => Math.max(most, surface.length), 0));
  const words: Uint8Array[] = [];
  let keyCount = 0;
  for (const [index, surface] of surfaces.entries()) {
    const length = foldInto(surface, classes, 0);
    if (length === 0) throw new Error(`surface ${JSON.stringify(surface)} has no character to match`);
    let node = ROOT;
    for (let at = 0; at < length; at++) node = step(trie, node, classes[at]!);
    if (trie.ends[node] === -1) {
      trie.ends[node] = keyCount++;
      words.push(...open(openings, classes.subarray(0, length)));
    }
    keyOf[index] = trie.ends[node]!;
  }
  const packed = pack(trie);
  return { ...packed, openings, entries: makeEntries(openings, words, packed), keyOf, keyCount };
}

/** Room for the words that may open a key, which each text uses anew. */
const CANDIDATES = new Candidates();

/** Reads on from the words and marks that the first sieves let pass. */
function scan(keys: Keys, units: Units, edges: Edges, hits: Hits): void {
  const { openings } = keys;
  const { sets, setShift, bitShift } = openings;
  const { classes } = edges;
  const count = gather(openings, edges, CANDIDATES);
  const { start: starts, end: ends, hash: hashes } = CANDIDATES;
  for (let i = 0; i < count; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    const cls = classes[end]!;
    if (start === end) {
      if (mayOpenMark(openings, classes, start)) read(keys, units, edges, start, start, AT_ROOT, hits);
      continue;
    }
    if (isWordClass(cls) || cls === JOINER) {
      read(keys, units, edges, start, start, AT_ROOT, hits);
      continue;
    }
    const hash = hashes[i]!;
    const set = SETS * (hash >>> setShift);
    const tail = cls === SPACE ? end + 1 : end;
    const next = classes[tail]!;
    const follows =
      next === SPACE ||
      next === JOINER ||
      (((sets[set + FOLLOW]! >>> next) & 1) === 1 && mayFollow(openings, classes, hash, tail));
    if (!follows && ((sets[set + WHOLE]! >>> (hash >>> bitShift)) & 1) === 0) continue;
    const entry = sets[set + ENTRY]!;
    if (entry !== 0) enter(keys, units, edges, entry, start, end, follows, hits);
  }
}

export function createMatcher(surfaces: readonly string[]): Matcher {
  const keys = buildKeys(surfaces);
  return {
    keyOf: keys.keyOf,
    keyCount: keys.keyCount,
    scan: (text, hits) => {
      hits.clear();
      scan(keys, unitsOf(text), edgesOf(text), hits);
      hits.sort();
    },
  };
}
