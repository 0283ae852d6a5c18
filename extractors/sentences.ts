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
const NEWLINE = 10;
/** A full stop behind these words seldom ends a sentence. */
const ABBREVIATIONS = new Set(
  "e.g i.e eg ie vs no nos st dr mr mrs ms jr sr inc co corp ltd dept approx min max yr yrs hr hrs lic cert reg req pref incl est ext fig gov u.s u.k ph.d m.s b.s b.a".split(
    " ",
  ),
);

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 160;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isWordish = (code: number): boolean =>
  isSmall(code) || isCapital(code) || (code >= 48 && code <= 57) || code === 46;

/** Bullets inside lines: • · ▪ ■ ● ○ ◦ ‣ ∙ and the tail of a wrongly decoded "•". */
const isBullet = (text: string, at: number, code: number): boolean =>
  code !== 0xa2 || /[\u00c2\u20ac]/.test(text[at - 1] ?? "");

const STOP = 1;
const LINE_END = 2;
const BULLET = 3;
/** What a character may end or begin: 0 for most. */
const KIND = new Uint8Array(0x10000);
KIND[NEWLINE] = LINE_END;
for (const stop of [0x21, 0x2e, 0x3f]) KIND[stop] = STOP;
for (const bullet of [0xa2, 0xb7, 0x2022, 0x2023, 0x2219, 0xf0b7]) KIND[bullet] = BULLET;
KIND.fill(BULLET, 0x25a0, 0x25e7);

function endsAbbreviation(text: string, dot: number): boolean {
  let from = dot;
  while (from > 0 && dot - from < 8 && isWordish(text.charCodeAt(from - 1))) from--;
  const word = text.slice(from, dot);
  if (/^[A-Za-z]$/.test(word)) return true;
  return /^(?:[A-Z]\.)+[A-Z]$/.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}

/** Whether the mark at `at` ends a sentence: blank and no small letter behind it, or a glued "required.Must". */
function endsSentence(text: string, at: number, code: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (Number.isNaN(next)) return true;
  if (isCapital(next)) return code === 46 && isSmall(text.charCodeAt(at - 1)) && isSmall(text.charCodeAt(at + 2));
  if (!isBlank(next)) return false;
  let after = at + 2;
  while (isBlank(text.charCodeAt(after))) after++;
  if (isSmall(text.charCodeAt(after))) return false;
  return code !== 46 || !endsAbbreviation(text, at);
}

/** A line end inside a wrapped paragraph: the line was long and the next goes on with a small letter. */
function isWrap(text: string, lineStart: number, at: number): boolean {
  return at - lineStart >= WRAPPED_AT_LEAST && isSmall(text.charCodeAt(at + 1)) && text.charCodeAt(at - 1) !== 46;
}

export function readSentences(text: string): Sentences {
  const starts = [0];
  let lineStart = 0;
  let last = 0;
  const begin = (at: number): void => {
    if (at <= last || at >= text.length) return;
    while (at - last > LONGEST_SENTENCE) {
      last += LONGEST_SENTENCE;
      starts.push(last);
    }
    if (at > last) starts.push(at);
    last = at;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = KIND[code]!;
    if (kind === 0) continue;
    if (kind === LINE_END) {
      if (!isWrap(text, lineStart, at)) begin(at + 1);
      lineStart = at + 1;
    } else if (kind === BULLET) {
      if (isBullet(text, at, code)) begin(at);
    } else if (endsSentence(text, at, code)) begin(at + 1);
  }
  begin(text.length - 1);
  if (starts.length > 1 && last === text.length - 1) starts.pop();
  return { starts, length: text.length };
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
