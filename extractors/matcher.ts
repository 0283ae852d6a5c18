import { type Automaton, buildAutomaton } from "./matching/automaton.js";
import { CLASS_COUNT, CLASS_OF, DOT, HASH, isWordClass, JOINER, LETTER_S, PLUS, SPACE } from "./matching/characters.js";
import type { Hits } from "./matching/hits.js";

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

const WRAPPED_LINE = 40;
const NEWLINE = 10;
const LONGEST_GAP = 4;
const LONGEST_JOINER_RUN = 12;

const classAt = (text: string, at: number): number => CLASS_OF[text.charCodeAt(at)]!;
const isWordAt = (text: string, at: number): boolean => at >= 0 && at < text.length && isWordClass(classAt(text, at));
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** A capital right after a small letter: a blank or line end was lost here, or a name is written so. */
const isGlued = (text: string, at: number): boolean =>
  at > 0 && isCapital(text.charCodeAt(at)) && isSmall(text.charCodeAt(at - 1));

function startsWord(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && classAt(text, at) === JOINER) at--;
  if (at < 0) return true;
  const before = classAt(text, at);
  if (before === DOT && isWordAt(text, at - 1))
    return isCapital(text.charCodeAt(start)) && isSmall(text.charCodeAt(at - 1));
  return !isWordClass(before) || isGlued(text, start);
}

/** Where a hit whose key was read up to `end` really ends: `end`, one more for a plural "s", or -1 for no word's end. */
function wordEnd(text: string, end: number): number {
  if (end >= text.length) return end;
  let at = end;
  while (at < text.length && at - end < LONGEST_JOINER_RUN && classAt(text, at) === JOINER) at++;
  if (at >= text.length) return end;
  const next = classAt(text, at);
  if (isWordClass(next)) {
    if (next !== LETTER_S || !isWordAt(text, end - 1) || isWordAt(text, at + 1)) return isGlued(text, end) ? end : -1;
    return at === end ? end + 1 : end;
  }
  if (next === PLUS || next === HASH) return isWordAt(text, at + 1) ? end : -1;
  if (next !== DOT || at > end || !isWordAt(text, end - 1)) return end;
  const after = text.charCodeAt(at + 1);
  return isSmall(after) || isDigit(after) ? -1 : end;
}

/** A line end inside a hit is a wrapped line only where the line before it is long. */
function isWrapped(text: string, lineEnd: number): boolean {
  for (let at = lineEnd - 1; at >= Math.max(0, lineEnd - WRAPPED_LINE); at--)
    if (text.charCodeAt(at) === NEWLINE) return false;
  return lineEnd >= WRAPPED_LINE;
}

/** Reads a key backwards from `last`; the start of the hit, or -1 where a gap is too long or crosses a line that ended. */
function startOf(automaton: Automaton, text: string, last: number, key: number): number {
  const { keyClasses, keyFrom } = automaton;
  let at = last;
  for (let k = keyFrom[key + 1]! - 1; k >= keyFrom[key]!; k--) {
    if (keyClasses[k] === SPACE) {
      at = beforeGap(text, at);
      if (at === -1) return -1;
      continue;
    }
    for (let run = 0; classAt(text, at) === JOINER; at--) if (++run > LONGEST_JOINER_RUN) return -1;
    at--;
  }
  return at + 1;
}

/** Where the word ends that stands before the gap that ends at `to`, or -1 where the gap is none within one line. */
function beforeGap(text: string, to: number): number {
  let [at, blanks, lineEnds] = [to, 0, 0];
  for (; at >= 0; at--) {
    const cls = classAt(text, at);
    if (cls !== SPACE && cls !== JOINER) break;
    if (cls === SPACE && ++blanks > LONGEST_GAP) return -1;
    if (to - at > LONGEST_JOINER_RUN) return -1;
    if (text.charCodeAt(at) !== NEWLINE) continue;
    if (++lineEnds > 1 || !isWrapped(text, at)) return -1;
  }
  return at;
}

/** Reports every key that ends with the character at `at`; with `only`, those that start there. */
function report(automaton: Automaton, text: string, at: number, state: number, hits: Hits, only = -1): void {
  const end = wordEnd(text, at + 1);
  if (end === -1) return;
  const { keyAt, shorter } = automaton;
  for (let row = state / CLASS_COUNT; row !== -1; row = shorter[row]!) {
    const key = keyAt[row]!;
    if (key === -1) continue;
    const start = startOf(automaton, text, at, key);
    if (start >= 0 && (only === -1 || start === only) && startsWord(text, start)) hits.add(start, end, key);
  }
}

function scan(automaton: Automaton, text: string, hits: Hits): void {
  const { table } = automaton;
  const classes = CLASS_OF;
  let state = 0;
  let afterSmall = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    state = table[state + classes[code]!]!;
    if (state < 0) {
      state = ~state;
      report(automaton, text, at, state, hits);
    }
    if (afterSmall && code < 91 && code > 64) scanGlued(automaton, text, at, hits);
    afterSmall = code > 96 && code < 123;
  }
}

/** Reads from a capital inside a word as if a word started there, until no key goes on. */
function scanGlued(automaton: Automaton, text: string, from: number, hits: Hits): void {
  const { table, longest } = automaton;
  const to = Math.min(text.length, from + 2 * longest);
  let state = 0;
  for (let at = from; at < to && (state > CLASS_COUNT || at === from); at++) {
    state = table[state + classAt(text, at)]!;
    if (state < 0) {
      state = ~state;
      report(automaton, text, at, state, hits, from);
    }
  }
}

export function createMatcher(surfaces: readonly string[]): Matcher {
  const automaton = buildAutomaton(surfaces);
  return {
    keyOf: automaton.keyOf,
    keyCount: automaton.keyCount,
    scan: (text, hits) => {
      hits.clear();
      scan(automaton, text, hits);
      hits.sort();
    },
  };
}
