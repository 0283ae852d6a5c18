import { CLASS_COUNT, CLASS_OF, isWordClass } from "../matching/characters.js";
import type { Edges } from "../matching/edges.js";
import { SIGNS, wordsOf } from "./cue-table.js";

/** A class of the matcher takes six bits, of which the lower five are the place in a number of 32 bits. */
const CLASSES = 64;
const ALL: readonly number[] = Array.from({ length: CLASSES }, (_, cls) => cls);
/** Classes that end a word. */
const ENDS: readonly number[] = ALL.filter((cls) => cls < CLASS_COUNT && !isWordClass(cls));
const FIRST_END = ENDS[0]!;
const SIGN_BITS = Array.from(SIGNS, (sign) => CLASS_OF[sign]!).reduce((bits, cls) => bits | (1 << cls), 0);

/** By the classes of a word's first three units, `(first << 6 | second) << 1 | third >> 5`: with the lower bits of which third it may be a cue. */
export type Openings = Int32Array;

/** The openings of lists of words, a trailing `*` making a word a prefix. */
export const openingsOf = (lists: readonly string[]): Openings => {
  const openings = new Int32Array(2 * CLASSES * CLASSES);
  for (const { letters, isPrefix } of lists.flatMap(wordsOf)) {
    /** What may stand at a place of the word: its letter; behind the last what ends it, or anything. */
    const at = (place: number): readonly number[] => {
      if (place < letters.length) return [letters[place]! - 1];
      return place === letters.length && !isPrefix ? ENDS : ALL;
    };
    for (const first of at(0)) {
      for (const second of at(1)) {
        for (const third of at(2)) {
          const place = (((first << 6) | second) << 1) | (third >> 5);
          openings[place] = openings[place]! | (1 << third);
        }
      }
    }
  }
  return openings;
};

/** Edges behind which a cue may begin; room that each text uses anew. */
let places = new Int32Array(1 << 12);

export interface Places {
  at: Int32Array;
  count: number;
}

/**
 * Goes from edge to edge and gathers those at which a currency sign may stand, or behind which a word begins as a cue may. No branch
 * depends on what a word is: no processor foresees that. The next text overwrites the answer.
 */
export const placesOf = (openings: Openings, { at: edges, count, classes, view }: Edges): Places => {
  if (count > places.length) places = new Int32Array(2 * count);
  const into = places;
  const [signs, firstEnd] = [SIGN_BITS, FIRST_END];
  let found = 0;
  for (let i = 0; i < count; i++) {
    const at = edges[i]!;
    const cls = classes[at]!;
    // 1 for a capital behind a small letter: it begins a word itself.
    const inside = (cls - firstEnd) >>> 31;
    const word = view.getInt32(at + 1 - inside, true);
    const third = (word >>> 16) & 63;
    const place = ((((word & 63) << 6) | ((word >>> 8) & 63)) << 1) | (third >> 5);
    into[found] = at;
    // Of the class of a sign, too, only the lower bits are looked at: some letters pass.
    found += ((openings[place]! >>> third) | (signs >>> cls)) & 1;
  }
  return { at: into, count: found };
};
