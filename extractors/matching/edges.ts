import { unitsOf } from "../text/units.js";
import { CLASS_OF, isWordClass } from "./characters.js";

/** What a unit's number holds beside its class, for the map of edges; and where in four of them both bits stand. */
const CAPITAL = 0x80;
const NO_WORD = 0x40;
const CLASSES = 0x3f3f3f3f;
const SIDES = 0x03030303;
/** Times this the four pairs of bits of `SIDES` stand side by side in the highest byte. */
const GATHER = 0x01041040;
/** Units whose two bits one number holds. */
export const UNITS_A_ROW = 16;
const FIRST_BITS = 0x55555555;

function buildKinds(): Uint8Array {
  const kinds = CLASS_OF.map((cls) => (isWordClass(cls) ? cls : cls | NO_WORD));
  for (let code = 65; code <= 90; code++) kinds[code] = kinds[code]! | CAPITAL;
  return kinds;
}
const KIND_OF = buildKinds();

/**
 * A text as the classes of its units, one byte each, and where words may end in it, as a map of bits: bit `2 * n` of row `r`
 * stands for unit `16 * r + n`, set where that unit is no part of a word, or is a capital inside one. Made without a branch,
 * so that the ends of words, which no processor can foresee, cost nothing here.
 */
export class Edges {
  /** Behind the text stand at least 16 classes of no surface. */
  classes: Uint8Array = new Uint8Array(1 << 14);
  /** The same bytes: eight classes are two numbers. */
  view: DataView = new DataView(this.classes.buffer);
  rows: Int32Array = new Int32Array(1 << 10);
  /** Rows that hold the text and the unit behind it. */
  count = 0;
  #fours = new Int32Array(this.classes.buffer);
  #text: string | null = null;

  /** Takes in a text, unless it is the one at hand. */
  mark(text: string): this {
    if (text === this.#text) return this;
    this.#text = text;
    const { codes, length } = unitsOf(text);
    this.count = Math.floor(length / UNITS_A_ROW) + 1;
    if (this.count >= this.rows.length) this.#grow();
    const { rows, count } = this;
    const fours = this.#fours;
    const kinds = KIND_OF;
    let wordBefore = 0;
    for (let row = 0; row <= count; row++) {
      let sides = 0;
      for (let at = row * UNITS_A_ROW, to = at + UNITS_A_ROW; at < to; at += 4) {
        const four =
          kinds[codes[at]!]! |
          (kinds[codes[at + 1]!]! << 8) |
          (kinds[codes[at + 2]!]! << 16) |
          (kinds[codes[at + 3]!]! << 24);
        fours[at >> 2] = four & CLASSES;
        sides = (sides >>> 8) | (Math.imul((four >>> 6) & SIDES, GATHER) & 0xff000000);
      }
      const noWord = sides & FIRST_BITS;
      const inside = (~noWord << 2) | wordBefore;
      rows[row] = noWord | ((sides >>> 1) & inside & FIRST_BITS);
      wordBefore = (~noWord >>> 30) & 1;
    }
    return this;
  }

  #grow(): void {
    this.rows = new Int32Array(2 * this.count + 2);
    this.classes = new Uint8Array(this.rows.length * UNITS_A_ROW);
    this.view = new DataView(this.classes.buffer);
    this.#fours = new Int32Array(this.classes.buffer);
  }
}

const TEXT_EDGES = new Edges();

/** The classes and edges of a text. The last ones are kept, so that the readers of one posting share them, as with `unitsOf`. */
export const edgesOf = (text: string): Edges => TEXT_EDGES.mark(text);

/** Where the edge is that the lowest bit of `rest`, what is left of row `row`, stands for. */
export const edgeAt = (row: number, rest: number): number =>
  row * UNITS_A_ROW + ((31 - Math.clz32(rest & -rest)) >>> 1);
