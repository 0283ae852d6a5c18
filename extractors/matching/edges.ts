import type { Units } from "../text/units.js";
import { CLASS_OF, isWordClass } from "./characters.js";

const NO_WORD = 1;
const CAPITAL = 2;
/** Units whose two bits one number holds. */
export const UNITS_A_ROW = 16;
const FIRST_BITS = 0x55555555;

function buildSides(): Uint8Array {
  const sides = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) if (!isWordClass(CLASS_OF[code]!)) sides[code] = NO_WORD;
  return sides.fill(CAPITAL, 65, 91);
}
const SIDE_OF = buildSides();

/**
 * Where words may end, as a map of bits: bit `2 * n` of row `r` stands for unit `16 * r + n`, set where that unit is no part
 * of a word, or is a capital inside one. Made without a branch, so that the ends of words, which no processor can foresee,
 * cost nothing here.
 */
export class Edges {
  rows: Int32Array = new Int32Array(1 << 10);
  count = 0;

  mark({ codes, length }: Units): void {
    this.count = Math.floor(length / UNITS_A_ROW) + 1;
    if (this.count > this.rows.length) this.rows = new Int32Array(2 * this.count);
    const { rows, count } = this;
    let wordBefore = 0;
    for (let row = 0; row < count; row++) {
      let sides = 0;
      for (let at = row * UNITS_A_ROW, to = at + UNITS_A_ROW; at < to; at += 4)
        sides =
          (sides >>> 8) |
          (SIDE_OF[codes[at]!]! << 24) |
          (SIDE_OF[codes[at + 1]!]! << 26) |
          (SIDE_OF[codes[at + 2]!]! << 28) |
          (SIDE_OF[codes[at + 3]!]! << 30);
      const noWord = sides & FIRST_BITS;
      const inside = (~noWord << 2) | wordBefore;
      rows[row] = noWord | ((sides >>> 1) & inside & FIRST_BITS);
      wordBefore = (~noWord >>> 30) & 1;
    }
  }
}
