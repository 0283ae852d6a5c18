import { SCRIPTS } from "./facts/language-profiles.js";
import { addLetter, LANGUAGES, languagesOf, smallLetter } from "./facts/stop-words.js";

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

const isLatin = (code: number): boolean =>
  code >= 65 && code < 0x370 && (code & 0x5f) >= 65 && ((code & 0x5f) <= 90 || code >= 0xc0);

/** The script of every UTF-16 code unit. */
const SCRIPT_OF = new Uint8Array(0x10000);
for (let code = 0; code < 0x370; code++) SCRIPT_OF[code] = isLatin(code) ? LATIN : NO_LETTER;
for (const [i, { from, to }] of SCRIPTS.entries()) SCRIPT_OF.fill(SCRIPT_BASE + i, from, to + 1);

/** Letters of each script; room that each text uses anew. */
const counts = new Int32Array(SCRIPT_BASE + SCRIPTS.length);

const countScripts = (text: string, length: number): void => {
  counts.fill(0);
  for (let i = 0; i < length; i++) {
    const script = SCRIPT_OF[text.charCodeAt(i)]!;
    counts[script] = counts[script]! + 1;
  }
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

/** By stop words; a word shared by several languages counts for each by its share. */
const byStopWords = (text: string, length: number): string => {
  scores.fill(0);
  let hits = 0;
  for (let from = 0, to = 0; from < length; from = to + 1) {
    let hash = 0;
    let letter = 0;
    for (to = from; to < length; to++) {
      letter = smallLetter(text.charCodeAt(to));
      if (letter === 0) break;
      hash = addLetter(hash, letter);
    }
    const languages = to === from ? null : languagesOf(text, from, to, hash);
    if (languages === null) continue;
    for (const index of languages) scores[index] = scores[index]! + 1 / languages.length;
    hits += 1;
    if (hits % ENOUGH === 0 && best(scores).lead >= 3) break;
  }
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
  countScripts(text, length);
  const letters = length - counts[NO_LETTER]!;
  if (letters === counts[LATIN]) return letters < FEWEST_LETTERS ? "und" : byStopWords(text, length);
  if (counts[SCRIPT_BASE + KANA]! > letters * 0.1) return "ja";
  for (let i = 0; i < SCRIPTS.length; i++) {
    const n = counts[SCRIPT_BASE + i]!;
    if (n > letters * 0.4 && n >= 4) return refine(i, text.slice(0, length));
  }
  return byStopWords(text, length);
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
