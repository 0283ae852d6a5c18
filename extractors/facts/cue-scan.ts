import { isCapital, isSmall } from "../text/codes.js";
import type { Places } from "./cue-openings.js";
import { CURRENCY, type CueTable, isSeparator, KIND, type Notes, readCue } from "./cue-table.js";

/**
 * Notes every cue that begins among the first `length` of `codes`, given the places at which one may begin; `sign` stands for the topics of a currency
 * sign. Scraped texts lose their line breaks ("in a small teamBachelor's degree"), so a capital after a small letter begins a word
 * unless a cue goes on there.
 */
export const scanCues = (
  table: CueTable,
  codes: Uint16Array,
  length: number,
  places: Places,
  sign: number,
  notes: Notes,
): void => {
  const { at: all, count } = places;
  let reached = readCue(table, codes, 0, notes);
  for (let i = 0; i < count && all[i]! < length; i++) {
    const at = all[i]!;
    const kind = KIND[codes[at]!]!;
    if (kind === CURRENCY) notes.add(sign, at);
    const start = isSeparator(kind) ? at + 1 : at;
    if (start >= reached) reached = readCue(table, codes, start, notes);
  }
};

/** Likewise without such places and currency signs, for short texts. */
export const scanWords = (table: CueTable, codes: Uint16Array, length: number, notes: Notes): void => {
  for (let start = 0; start < length; ) {
    const reached = readCue(table, codes, start, notes);
    start = Math.max(reached, start + 1);
    while (start < length && !beginsWord(codes, start)) start++;
  }
};

/** Whether a word may begin at `at`, which is not the first. */
const beginsWord = (codes: Uint16Array, at: number): boolean => {
  return isSeparator(KIND[codes[at - 1]!]!) || (isCapital(codes[at]!) && isSmall(codes[at - 1]!));
};
