import { SCRIPTS } from "./facts/language-profiles.js";
import { LANGUAGES, weighStopWords } from "./facts/stop-words.js";
import { unitsOf } from "./text/units.js";

/** Enough of a text to tell its language. */
const SAMPLE = 2000;
/** Fewer letters than this tell nothing. */
const FEWEST_LETTERS = 12;
/** Stop words after which a language that leads three to one is taken without reading on. */
const ENOUGH = 15;

const NO_LETTER = 0;
const LATIN = 1;
/** The first of `SCRIPTS`; the others follow. */
const SCRIPT_BASE = 2;

/** No unit below this is a letter of `SCRIPTS`. */
const LATIN_END = 0x370;

const isLatin = (code: number): boolean =>
  code >= 65 && code < LATIN_END && (code & 0x5f) >= 65 && ((code & 0x5f) <= 90 || code >= 0xc0);

/** The script of every UTF-16 code unit. */
const SCRIPT_OF = new Uint8Array(0x10000);
for (let code = 0; code < LATIN_END; code++) SCRIPT_OF[code] = isLatin(code) ? LATIN : NO_LETTER;
for (const [i, { from, to }] of SCRIPTS.entries()) SCRIPT_OF.fill(SCRIPT_BASE + i, from, to + 1);

/** Letters of each script; room that each text uses anew. */
const counts = new Int32Array(SCRIPT_BASE + SCRIPTS.length);

const countScripts = (codes: Uint16Array, length: number): void => {
  counts.fill(0);
  for (let i = 0; i < length; i++) {
    const script = SCRIPT_OF[codes[i]!]!;
    counts[script] = counts[script]! + 1;
  }
};

/** Whether no letter is of another script. */
const isLatinOnly = (codes: Uint16Array, length: number): boolean => {
  let scripts = NO_LETTER;
  for (let i = 0; i < length; i++) scripts |= SCRIPT_OF[codes[i]!]!;
  return scripts <= LATIN;
};

const hasFewLetters = (codes: Uint16Array, length: number): boolean => {
  let letters = 0;
  for (let i = 0; i < length && letters < FEWEST_LETTERS; i++) if (SCRIPT_OF[codes[i]!] === LATIN) letters++;
  return letters < FEWEST_LETTERS;
};

const best = (scores: Float64Array): { first: number; lead: number; total: number } => {
  let first = 0;
  let second = -1;
  for (let i = 1; i < scores.length; i += 1) {
    if ((scores[i] as number) > (scores[first] as number)) [first, second] = [i, first];
    else if (second < 0 || (scores[i] as number) > (scores[second] as number)) second = i;
  }
  const top = scores[first] as number;
  return { first, total: top, lead: top / Math.max(1e-9, scores[second] ?? 0) };
};

/** What the stop words of each language weigh; room that each text uses anew. */
const scores = new Float64Array(LANGUAGES.length);

const isDecided = (): boolean => best(scores).lead >= 3;

const byStopWords = (codes: Uint16Array, length: number): string => {
  scores.fill(0);
  weighStopWords(codes, length, scores, ENOUGH, isDecided);
  const { first, total } = best(scores);
  return total >= 1 ? LANGUAGES[first]! : "und";
};

/** Cyrillic and Arabic scripts serve several languages: letters that only one of them has decide. */
const refine = (index: number, sample: string): string => {
  const { script, lang } = SCRIPTS[index]!;
  if (script === "Cyrillic") return /[іїєґ]/i.test(sample) ? "uk" : "ru";
  if (script === "Arabic") return /[پچژگک]/.test(sample) ? "fa" : "ar";
  return lang;
};

const KANA = SCRIPTS.findIndex(({ script }) => script === "Kana");

const detectIn = (text: string, length: number): string => {
  const { codes } = unitsOf(text);
  if (isLatinOnly(codes, length)) return hasFewLetters(codes, length) ? "und" : byStopWords(codes, length);
  countScripts(codes, length);
  const letters = length - counts[NO_LETTER]!;
  if (counts[SCRIPT_BASE + KANA]! > letters * 0.1) return "ja";
  for (let i = 0; i < SCRIPTS.length; i++) {
    const n = counts[SCRIPT_BASE + i]!;
    if (n > letters * 0.4 && n >= 4) return refine(i, text.slice(0, length));
  }
  return byStopWords(codes, length);
};

const FIRST_LOOK = 400;

/**
 * ISO 639-1 code of a text's main language: by script where the script tells (two of five letters suffice, since foreign
 * postings carry English names), else by stop words; `und` where too short or unknown. An English beginning (400
 * characters) decides; for the others 2,000 are read.
 */
export const detectLanguage = (text: string): string => {
  const first = detectIn(text, Math.min(FIRST_LOOK, text.length));
  return first === "en" || text.length <= FIRST_LOOK ? first : detectIn(text, Math.min(SAMPLE, text.length));
};
