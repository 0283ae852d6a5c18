import { SCRIPTS, STOP_WORDS } from "./facts/language-profiles.js";

/** Enough of a text to tell its language. */
const SAMPLE = 2000;
/** Fewer letters than this tell nothing. */
const FEWEST_LETTERS = 12;
/** Stop words after which a language that leads three to one is taken without reading on. */
const ENOUGH = 15;

const LANGUAGES: readonly string[] = Object.keys(STOP_WORDS);

/** word -> the languages (as indexes) of which it is a stop word */
const BY_WORD: ReadonlyMap<string, readonly number[]> = (() => {
  const found = new Map<string, number[]>();
  for (const [index, words] of Object.values(STOP_WORDS).entries()) {
    for (const word of words.split(" ")) found.set(word, [...(found.get(word) ?? []), index]);
  }
  return found;
})();

/** Letters of each script among the first characters; latin letters under `Latin`. */
const countScripts = (sample: string): Map<string, number> => {
  const counts = new Map<string, number>();
  let latin = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code >= 0x2000 && code < 0x3040) continue;
    if (code < 0x370) latin += code >= 65 && (code & 0x5f) >= 65 && ((code & 0x5f) <= 90 || code >= 0xc0) ? 1 : 0;
    else {
      const script = SCRIPTS.find(({ from, to }) => code >= from && code <= to)?.script;
      if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  return counts.set("Latin", latin);
};

const best = (scores: readonly number[]): { first: number; lead: number; total: number } => {
  let first = 0;
  let second = -1;
  for (let i = 1; i < scores.length; i += 1) {
    if ((scores[i] as number) > (scores[first] as number)) [first, second] = [i, first];
    else if (second < 0 || (scores[i] as number) > (scores[second] as number)) second = i;
  }
  const top = scores[first] as number;
  return { first, total: top, lead: top / Math.max(1e-9, scores[second] ?? 0) };
};

/** Letters of ASCII and beyond, in lower case; cheaper than a Unicode property class over English. */
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xc0 && code <= 0x24f);

/** By stop words; a word shared by several languages counts for each by its share. */
const byStopWords = (sample: string): string => {
  const scores = new Array<number>(LANGUAGES.length).fill(0);
  let hits = 0;
  const lower = sample.toLowerCase();
  for (let from = 0, to = 0; from < lower.length; from = to + 1) {
    to = from;
    while (to < lower.length && isLetter(lower.charCodeAt(to))) to++;
    const languages = to === from ? undefined : BY_WORD.get(lower.slice(from, to));
    if (languages === undefined) continue;
    for (const index of languages) scores[index] = (scores[index] as number) + 1 / languages.length;
    hits += 1;
    if (hits % ENOUGH === 0 && best(scores).lead >= 3) break;
  }
  const { first, total } = best(scores);
  return total >= 1 ? (LANGUAGES[first] as string) : "und";
};

/** Cyrillic and Arabic scripts serve several languages: letters that only one of them has decide. */
const refine = (script: string, sample: string): string => {
  if (script === "Cyrillic") return /[іїєґ]/i.test(sample) ? "uk" : "ru";
  if (script === "Arabic") return /[پچژگک]/.test(sample) ? "fa" : "ar";
  return SCRIPTS.find((range) => range.script === script)?.lang ?? "und";
};

const FIRST_LOOK = 400;

const detectIn = (sample: string): string => {
  const scripts = countScripts(sample);
  const letters = [...scripts.values()].reduce((sum, n) => sum + n, 0);
  if (letters < FEWEST_LETTERS && (scripts.get("Latin") ?? 0) === letters) return "und";
  if ((scripts.get("Kana") ?? 0) > letters * 0.1) return "ja";
  for (const [script, n] of scripts)
    if (script !== "Latin" && n > letters * 0.4 && n >= 4) return refine(script, sample);
  return byStopWords(sample);
};

/**
 * ISO 639-1 code of a text's main language: by script where the script tells (two of five letters suffice, since foreign
 * postings carry English names), else by stop words; `und` where too short or unknown. An English beginning (400
 * characters) decides; for the others 2,000 are read.
 */
export const detectLanguage = (text: string): string => {
  const first = detectIn(text.slice(0, FIRST_LOOK));
  return first === "en" || text.length <= FIRST_LOOK ? first : detectIn(text.slice(0, SAMPLE));
};
