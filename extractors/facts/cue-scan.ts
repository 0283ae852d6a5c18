import { isCapital, isSmall } from "../text/codes.js";
import type { Places } from "./cue-openings.js";
import { CURRENCY, type CueTable, isSeparator, KIND, type Notes, readCue } from "./cue-table.js";

/**
 * Notes every cue that begins among the first `length` of `codes`, given the places at which one may begin; `sign` stands for the topics
 * of a currency sign. Scraped texts lose their line breaks ("in a small teamBachelor's degree"), so a capital after a small letter
 * begins a word.
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
  readCue(table, codes, 0, notes);
  for (let i = 0; i < count && all[i]! < length; i++) {
    const at = all[i]!;
    const kind = KIND[codes[at]!]!;
    if (kind === CURRENCY) notes.add(sign, at);
    readCue(table, codes, isSeparator(kind) ? at + 1 : at, notes);
  }
};

/** Likewise without such places and currency signs, for short texts. */
export const scanWords = (table: CueTable, codes: Uint16Array, length: number, notes: Notes): void => {
  for (let at = 0; at < length; at++) if (at === 0 || beginsWord(codes, at)) readCue(table, codes, at, notes);
};

const beginsWord = (codes: Uint16Array, at: number): boolean =>
  isSeparator(KIND[codes[at - 1]!]!) || (isCapital(codes[at]!) && isSmall(codes[at - 1]!));
