import { sentenceEnd } from "../sentences.js";
import { isDigit, trimmedEnd } from "../text/codes.js";
import { cuesOfSentence, type Reading } from "./reading.js";
import type { CueHit } from "./site.js";

/** A list is no longer than this many sentences, and an item no longer than so many characters. */
const MOST_ITEMS = 14;
const LONGEST_ITEM = 140;
const COLON = 58;
const NUMBER_MARKS = ".)";

/** Where a sentence ends without the number of the item behind it: "the following: 1." */
function endOfWords(text: string, from: number, to: number): number {
  const end = trimmedEnd(text, from, to);
  if (!NUMBER_MARKS.includes(text.charAt(end - 1))) return end;
  let at = end - 1;
  while (at > from && end - at < 4 && isDigit(text.charCodeAt(at - 1))) at--;
  return at < end - 1 ? trimmedEnd(text, from, at) : end;
}

/** "Able to obtain a clearance; applicants must have:" asks for what follows at once. */
const MUST_REACH = 30;
const MUST = /^must|have|hold|possess/i;
const asksAtOnce = (text: string, { start, end, cue }: CueHit, to: number): boolean =>
  cue.level === "required" && to - end < MUST_REACH && MUST.test(text.slice(start, end));

/**
 * The cue of a list's head that says its items may be had later: "The following must be obtained within a year:\nCPR\nACLS".
 * What else a head may say opens a section. `opened`: where the section of the item begins, as no list goes over a heading.
 */
export function laterByHead(reading: Reading, sentence: number, opened: number): CueHit | null {
  const { text, sentences } = reading;
  for (let at = sentence - 1; at >= 0 && sentence - at <= MOST_ITEMS; at--) {
    const from = sentences.starts[at]!;
    const to = sentenceEnd(sentences, at);
    if (to <= opened) return null;
    const end = endOfWords(text, from, to);
    if (text.charCodeAt(end - 1) !== COLON) {
      if (end - from > LONGEST_ITEM) return null;
      continue;
    }
    const cues = cuesOfSentence(reading, at).filter(({ cue }) => cue.level !== "idle");
    const last = cues.at(-1);
    if (last === undefined || asksAtOnce(text, last, end)) return null;
    return cues.find(({ cue }) => cue.level === "obtain") ?? null;
  }
  return null;
}
