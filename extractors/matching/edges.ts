import { unitsOf } from "../text/units.js";
import { CLASS_OF, isWordClass } from "./characters.js";

/** A unit's number is its class and these bits. */
const CLASS = 0x3f;
const NO_WORD = 6;
const CAPITAL = 7;
const SMALL = 8;

function buildKinds(): Uint16Array {
  const kinds = Uint16Array.from(CLASS_OF, (cls) => (isWordClass(cls) ? cls : cls | (1 << NO_WORD)));
  for (let code = 65; code <= 90; code++) kinds[code] = kinds[code]! | (1 << CAPITAL);
  for (let code = 97; code <= 122; code++) kinds[code] = kinds[code]! | (1 << SMALL);
  return kinds;
}
const KIND_OF = buildKinds();

/** 1 for a unit that is no part of a word, or is a capital behind a small letter. */
const isEdge = (before: number, unit: number): number =>
  ((unit >> NO_WORD) | ((unit >> CAPITAL) & (before >> SMALL))) & 1;

/** Classes of no surface behind a text. */
const MARGIN = 16;

/**
 * A text as the classes of its units, one byte each, and its edges, where words may end: units that are no part of a word,
 * capitals behind a small letter, and the unit behind the text. Found without a branch, so that the ends of words, which no processor
 * can foresee, cost nothing here.
 */
export class Edges {
  /** Behind the text stand at least `MARGIN` classes of no surface. */
  classes: Uint8Array = new Uint8Array(1 << 14);
  /** The same bytes: eight classes are two numbers. */
  view: DataView = new DataView(this.classes.buffer);
  /** Where the edges are, ascending. */
  at: Int32Array = new Int32Array(1 << 14);
  count = 0;
  #fours = new Int32Array(this.classes.buffer);
  #text: string | null = null;

  /** Takes in a text, unless it is the one at hand. */
  mark(text: string): this {
    if (text === this.#text) return this;
    this.#text = text;
    const { codes, length } = unitsOf(text);
    if (length + 2 * MARGIN > this.at.length) this.#grow(length);
    const { at } = this;
    const fours = this.#fours;
    const kinds = KIND_OF;
    let count = 0;
    let before = 0;
    for (let from = 0, to = length + MARGIN; from < to; from += 4) {
      const a = kinds[codes[from]!]!;
      at[count] = from;
      count += isEdge(before, a);
      const b = kinds[codes[from + 1]!]!;
      at[count] = from + 1;
      count += isEdge(a, b);
      const c = kinds[codes[from + 2]!]!;
      at[count] = from + 2;
      count += isEdge(b, c);
      const d = kinds[codes[from + 3]!]!;
      at[count] = from + 3;
      count += isEdge(c, d);
      before = d;
      fours[from >> 2] = (a & CLASS) | ((b & CLASS) << 8) | ((c & CLASS) << 16) | ((d & CLASS) << 24);
    }
    while (at[count - 1]! > length) count--;
    this.count = count;
    return this;
  }

  #grow(length: number): void {
    this.at = new Int32Array(4 * (length + MARGIN));
    this.classes = new Uint8Array(this.at.length);
    this.view = new DataView(this.classes.buffer);
    this.#fours = new Int32Array(this.classes.buffer);
  }
}

const TEXT_EDGES = new Edges();

/** The classes and edges of a text. The last ones are kept, so that the readers of one posting share them, as with `unitsOf`. */
export const edgesOf = (text: string): Edges => TEXT_EDGES.mark(text);
