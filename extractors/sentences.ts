import { isCapital, isDigit, isLetter, isSmall } from "./text/codes.js";

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
/** A full stop behind these words seldom ends a sentence. */
const ABBREVIATIONS = new Set(
  "e.g i.e eg ie vs no nos st dr mr mrs ms jr sr inc co corp ltd dept approx min max yr yrs hr hrs lic cert reg req pref incl est ext fig gov u.s u.k ph.d m.s b.s b.a".split(
    " ",
  ),
);
const LONGEST_ABBREVIATION = 6;
const LONGEST_INITIALS = 8;
const DOT = 46;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 160;
const isWordish = (code: number): boolean => isLetter(code) || isDigit(code) || code === DOT;

/** The tail of a wrongly decoded "•" is "¢" behind "Â" or "€". */
function isDecodedBullet(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === 0xc2 || before === 0x20ac;
}

/** Bullets inside lines that no one-byte text holds: • ‣ ∙ ▪ ■ ● ○ ◦. One class, so that the search is linear. */
const WIDE_BULLET = /[\u2022\u2023\u2219\uf0b7\u25a0-\u25e6]/g;

/** "U.S", "M.S.N": capitals and dots by turns. */
function areInitials(text: string, from: number, to: number): boolean {
  if ((to - from) % 2 === 0) return false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if ((at - from) % 2 === 0 ? !isCapital(code) : code !== DOT) return false;
  }
  return true;
}

function endsAbbreviation(text: string, dot: number): boolean {
  let from = dot;
  while (from > 0 && dot - from < LONGEST_INITIALS && isWordish(text.charCodeAt(from - 1))) from--;
  const length = dot - from;
  if (length === 1) return isLetter(text.charCodeAt(from));
  if (length > 1 && areInitials(text, from, dot)) return true;
  return length > 1 && length <= LONGEST_ABBREVIATION && ABBREVIATIONS.has(text.slice(from, dot).toLowerCase());
}

/** Whether the mark at `at` ends a sentence: blank and no small letter behind it, or a glued "required.Must". */
function endsSentence(text: string, at: number, isDot: boolean): boolean {
  if (at + 1 >= text.length) return true;
  const next = text.charCodeAt(at + 1);
  if (isCapital(next)) return isDot && isSmall(text.charCodeAt(at - 1)) && isSmall(text.charCodeAt(at + 2));
  if (!isBlank(next)) return false;
  let after = at + 2;
  while (isBlank(text.charCodeAt(after))) after++;
  if (isSmall(text.charCodeAt(after))) return false;
  return !isDot || !endsAbbreviation(text, at);
}

/** A line end inside a wrapped paragraph: the line was long and the next goes on with a small letter. */
function isWrap(text: string, lineStart: number, at: number): boolean {
  return at - lineStart >= WRAPPED_AT_LEAST && isSmall(text.charCodeAt(at + 1)) && text.charCodeAt(at - 1) !== DOT;
}

/** Where the next of each mark stands, the text's end for none: each is looked for once over the whole text. */
class Marks {
  #newline = -1;
  #dot = -1;
  #bang = -1;
  #question = -1;
  #cent = -1;
  #middle = -1;
  #wide = -1;

  constructor(private readonly text: string) {}

  #find(mark: string, from: number): number {
    const at = this.text.indexOf(mark, from);
    return at === -1 ? this.text.length : at;
  }

  #findWide(from: number): number {
    WIDE_BULLET.lastIndex = from;
    return WIDE_BULLET.test(this.text) ? WIDE_BULLET.lastIndex - 1 : this.text.length;
  }

  /** The first mark at or behind `from`, which only grows. */
  next(from: number): number {
    if (this.#newline < from) this.#newline = this.#find("\n", from);
    if (this.#dot < from) this.#dot = this.#find(".", from);
    if (this.#bang < from) this.#bang = this.#find("!", from);
    if (this.#question < from) this.#question = this.#find("?", from);
    if (this.#cent < from) this.#cent = this.#find("\u00a2", from);
    if (this.#middle < from) this.#middle = this.#find("\u00b7", from);
    if (this.#wide < from) this.#wide = this.#findWide(from);
    const stop = Math.min(this.#newline, this.#dot, this.#bang, this.#question);
    return Math.min(stop, this.#cent, this.#middle, this.#wide);
  }
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
  const { length } = text;
  const starts = [0];
  const marks = new Marks(text);
  let lineStart = 0;
  for (let at = marks.next(0); at < length; at = marks.next(at + 1)) {
    let start = at + 1;
    switch (text.charCodeAt(at)) {
      case 0x0a:
        if (isWrap(text, lineStart, at)) start = 0;
        lineStart = at + 1;
        break;
      case 0x21:
      case 0x3f:
        if (!endsSentence(text, at, false)) start = 0;
        break;
      case DOT:
        if (!endsSentence(text, at, true)) start = 0;
        break;
      case 0xa2:
        start = isDecodedBullet(text, at) ? at : 0;
        break;
      default:
        start = at;
    }
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
