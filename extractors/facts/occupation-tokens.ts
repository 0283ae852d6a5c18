import { EXPANSIONS, NO_OCCUPATION } from "./occupation-words.js";

const WORD = /[\p{L}][\p{L}\p{N}+#]*/gu;
/** The same for ASCII, which most titles are: several times as fast. */
const ASCII_WORD = /[a-z][a-z0-9+#]*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

/** The words of a title in order, lower-case. */
export const wordsOf = (title: string): readonly string[] => {
  const lower = title.toLowerCase();
  return lower.match(BEYOND_ASCII.test(lower) ? WORD : ASCII_WORD) ?? [];
};

/**
 * Singular of an English noun. No stemmer: Porter's makes "counsel" of counsellor and "report" of reporter, but the
 * ending is what tells one occupation from another.
 */
const singular = (word: string): string => {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ss|ch|sh|x)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
};

/** What a word stands for: itself in the singular, what it abbreviates, or nothing where it names no occupation. */
export const tokensOf = (word: string): string[] =>
  NO_OCCUPATION.has(word) ? [] : (EXPANSIONS.get(word) ?? word).split(" ").map(singular);

/** Words of a title in order, singular, without words that name no occupation; abbreviations written out. */
export const titleTokens = (title: string): string[] => wordsOf(title).flatMap(tokensOf);

const SEPARATOR = /\s[-–—]\s|\s?[|•:;@()[\],]\s?|\s[-–—]|[-–—]\s|\s\/\s/;

/** Parts of a posting's title that may each name the job: "Acme | Line Cook | Remote" has three. At most eight. */
export const titleParts = (title: string): string[] =>
  title.split(SEPARATOR, 8).filter((part) => /\p{L}{2}/u.test(part));
