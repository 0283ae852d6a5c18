import { edgesOf } from "./matching/edges.js";
import { codesOf, isCapital, isDigit, isLetter, isSmall } from "./text/codes.js";
import { type Units, unitsOf } from "./text/units.js";

/**
 * Where sentences and lines begin. A sentence ends at a line's end (unless the line was wrapped), a bullet, or a full
 * stop, question or exclamation mark that is not part of an abbreviation. Offsets are UTF-16 code units.
 */
export interface Sentences {
  /** Start of each sentence, ascending; the first is 0. */
  starts: number[];
  /** Where the text ends. */
  length: number;
}

const WRAPPED_AT_LEAST = 60;
/** A text without full stops is cut here, so that what is read around a mention stays bounded. */
const LONGEST_SENTENCE = 2000;
/** Letters, in either case, and dots as five bits, so that an abbreviation is a number; a digit is in none of them. */
const NO_LETTER = 31;
const SIGNS = new Uint8Array(128).fill(NO_LETTER);
for (let letter = 1; letter <= 26; letter++)
  SIGNS.fill(letter, 64 + letter, 65 + letter).fill(letter, 96 + letter, 97 + letter);
SIGNS[46] = 27;

function packed(text: string, from: number, to: number): number {
  let word = 0;
  for (let at = from; at < to; at++) word = (word << 5) | SIGNS[text.charCodeAt(at)]!;
  return word;
}

/** A full stop behind these words seldom ends a sentence; packed, so that no word is copied to be looked up. */
const ABBREVIATIONS = new Set(
  "e.g i.e eg ie vs no nos st dr mr mrs ms jr sr inc co corp ltd dept approx min max yr yrs hr hrs lic cert reg req pref incl est ext fig gov u.s u.k ph.d m.s b.s b.a"
    .split(" ")
    .map((word) => packed(word, 0, word.length)),
);
/** Those of them that often stand last: a word like "Must" behind "2 yrs." or "CDL pref." begins the next sentence. */
const MAY_STAND_LAST = new Set("yr yrs hr hrs req pref".split(" ").map((word) => packed(word, 0, word.length)));
const LONGEST_ABBREVIATION = 6;
const LONGEST_INITIALS = 8;
const DOT = 46;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 160;
const isWordish = (code: number): boolean => isLetter(code) || isDigit(code) || code === DOT;

/** The tail of a wrongly decoded "•" is "¢" behind "Â" or "€". */
function isDecodedBullet(codes: Uint16Array, at: number): boolean {
  const before = at > 0 ? codes[at - 1] : 0;
  return before === 0xc2 || before === 0x20ac;
}

/** "U.S", "M.S.N": capitals and dots by turns. */
function areInitials(text: string, from: number, to: number): boolean {
  if ((to - from) % 2 === 0) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((at - from) % 2 === 0 ? !isCapital(code) : code !== DOT) return false;
  }
  return true;
}

/** "Class A.", "CPR-C.": the letter says which, and is nobody's initial. */
const NAMES_LETTER = /-$|\b(?:class|grade|level|type)\s$/i;

function endsAbbreviation(text: string, dot: number): boolean {
  let from = dot;
  while (from > 0 && dot - from < LONGEST_INITIALS && isWordish(text.charCodeAt(from - 1))) from--;
  const length = dot - from;
  if (length === 1)
    return isLetter(text.charCodeAt(from)) && !NAMES_LETTER.test(text.slice(Math.max(0, from - 6), from));
  if (length > 1 && areInitials(text, from, dot)) return true;
  if (length <= 1 || length > LONGEST_ABBREVIATION) return false;
  const word = packed(text, from, dot);
  return ABBREVIATIONS.has(word) && !(MAY_STAND_LAST.has(word) && isSmall(text.charCodeAt(dot + 3)));
}

/** How items begin whose line end was lost: "inclusive environmentCertification in". No name written in one word goes on so. */
const GLUED_ITEM =
  /^(?:Certifi(?:cations?|cates?|ed)|Licen[cs](?:es?|ed|ure)|Regist(?:ered|ration)|Must|Abilit(?:y|ies)|Able|Experience|Strong|Excellent|Good|Knowledge|Valid|Current|Active|Bachelor|Master(?:’s|'s|s)|High|Minimum|Previous|Prior|Proficien\w+|Technical|Professional|Relevant|Possess\w*|Willing\w*|Required|Preferred|Desired|Education|Qualifications|Requirements|Responsibilities|Graduate|Completion|Working|Basic|Benefits|Upon|Within|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Ten)(?= (?:or more )?years?\b))(?![a-z])/;
/** "within 2 yearsA PMP is desired", "Heart AssociationWe offer": behind a full stop such words may be initials' ("U.S.A team"). */
const GLUED_WORD = /^(?:An|We|The|This)\s/;
const LONGEST_OPENING = 20;

/** "required.Must", "lead role.LICENSURE:", "post BBS.Must": the blank behind the full stop was lost. */
function isGluedSentence(text: string, codes: Uint16Array, dot: number): boolean {
  const before = codes[dot - 1]!;
  if (isSmall(before) && isSmall(codes[dot + 2]!)) return true;
  if (isSmall(before) || before === CLOSE) {
    for (let at = dot + 1; at < dot + 1 + SHORTEST_CAPITALS; at++) if (!isCapital(codes[at]!)) return false;
    return true;
  }
  return isCapital(before) && GLUED_ITEM.test(text.slice(dot + 1, dot + 1 + LONGEST_OPENING));
}
const CLOSE = 41;
const SHORTEST_CAPITALS = 4;

/** Whether the mark at `at` ends a sentence: blank and no small letter behind it, or a glued "required.Must". */
function endsSentence(text: string, { codes, length }: Units, at: number): boolean {
  if (at + 1 >= length) return true;
  const isDot = codes[at] === DOT;
  const next = codes[at + 1]!;
  if (isCapital(next)) return isDot && at > 0 && isGluedSentence(text, codes, at);
  if (!isBlank(next)) return false;
  let after = at + 2;
  while (isBlank(codes[after]!)) after++;
  if (isSmall(codes[after]!)) return false;
  return !isDot || !endsAbbreviation(text, at);
}

/** A line end inside a wrapped paragraph: the line was long and the next goes on with a small letter. */
function isWrap(codes: Uint16Array, lineStart: number, at: number): boolean {
  return at - lineStart >= WRAPPED_AT_LEAST && isSmall(codes[at + 1]!) && codes[at - 1] !== DOT;
}

function isGluedItem(text: string, codes: Uint16Array, at: number): boolean {
  if (!isSmall(codes[at - 1]!)) return false;
  const next = codes[at + 1]!;
  if (!isSmall(next)) return codes[at] === A && isBlank(next);
  const opening = text.slice(at, at + LONGEST_OPENING);
  return GLUED_ITEM.test(opening) || GLUED_WORD.test(opening);
}

/** "(ACLS)Within 90 days", "(CPR)Certification" go on: what is said of the name, or its noun. */
const GOES_ON = /^(?:Within|Upon|Required|Preferred|Desired|Certif|Licen)/;
/** "Series 65 (RA)Two or more years": the line end behind a parenthesis was lost. */
const isGluedToParenthesis = (text: string, codes: Uint16Array, at: number): boolean =>
  isCapital(codes[at + 1]!) &&
  isSmall(codes[at + 2]!) &&
  GLUED_ITEM.test(text.slice(at + 1, at + 1 + LONGEST_OPENING)) &&
  !GOES_ON.test(text.slice(at + 1, at + 1 + LONGEST_OPENING));

const NEWLINE = 10;
const CENT = 0xa2;
const [A, Z] = [65, 90];
/** Units at which a sentence may end or begin: full stops and the like, line ends, bullets inside lines, capitals inside words. */
const MARKS = codesOf(".!?)\n\u00a2\u00b7\u2022\u2023\u2219\uf0b7");
MARKS.fill(1, A, Z + 1);
MARKS.fill(1, 0x25a0, 0x25e7);

/** Where the sentence begins that the mark at `at` ends or opens, a bullet being part of its own; 0 for none. */
function startAt(text: string, units: Units, at: number, lineStart: number): number {
  const code = units.codes[at]!;
  if (code === NEWLINE) return isWrap(units.codes, lineStart, at) ? 0 : at + 1;
  if (isCapital(code)) return isGluedItem(text, units.codes, at) ? at : 0;
  if (code === CLOSE) return isGluedToParenthesis(text, units.codes, at) ? at + 1 : 0;
  if (code < CENT) return endsSentence(text, units, at) ? at + 1 : 0;
  return code !== CENT || isDecodedBullet(units.codes, at) ? at : 0;
}

/** Begins a sentence at `at`; what lies before is cut where it grew too long. */
function begin(starts: number[], at: number): void {
  let last = starts[starts.length - 1]!;
  while (at - last > LONGEST_SENTENCE) {
    last += LONGEST_SENTENCE;
    starts.push(last);
  }
  if (at > last) starts.push(at);
}

export function readSentences(text: string): Sentences {
  const units = unitsOf(text);
  const { codes, length } = units;
  const { at: edges, count } = edgesOf(text);
  const starts = [0];
  let lineStart = 0;
  for (let edge = 0; edge < count; edge++) {
    const at = edges[edge]!;
    if (MARKS[codes[at]!] === 0) continue;
    const start = startAt(text, units, at, lineStart);
    if (codes[at] === NEWLINE) lineStart = at + 1;
    if (start > 0 && start < length) begin(starts, start);
  }
  // The tail is cut like any other; its last character alone is no sentence.
  begin(starts, length - 1);
  if (starts.length > 1 && starts[starts.length - 1] === length - 1) starts.pop();
  return { starts, length };
}

/** Index of the sentence that holds `offset`. */
export function sentenceAt(sentences: Sentences, offset: number): number {
  const { starts } = sentences;
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const sentenceEnd = ({ starts, length }: Sentences, index: number): number => starts[index + 1] ?? length;
