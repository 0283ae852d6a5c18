import { EXPANSIONS, NO_OCCUPATION } from "./occupation-words.js";

const WORD = /[\p{L}][\p{L}\p{N}+#]*/gu;
/** The same for ASCII, which most titles are: several times as fast. */
const ASCII_WORD = /[a-z][a-z0-9+#]*/g;
const BEYOND_ASCII = /[^\0-\x7f]/;

const wordsOf = (title: string): readonly string[] => {
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

/** Words of a title in order, singular, without words that name no occupation; abbreviations written out. */
export const titleTokens = (title: string): string[] => {
  const tokens: string[] = [];
  for (const word of wordsOf(title)) {
    if (NO_OCCUPATION.has(word)) continue;
    const expanded = EXPANSIONS.get(word);
    if (expanded === undefined) tokens.push(singular(word));
    else for (const part of expanded.split(" ")) tokens.push(singular(part));
  }
  return tokens;
};

const SEPARATOR = /\s[-–—]\s|\s?[|•:;@()[\],]\s?|\s[-–—]|[-–—]\s|\s\/\s/;

/** Parts of a posting's title that may each name the job: "Acme | Line Cook | Remote" has three. At most eight. */
export const titleParts = (title: string): string[] =>
  title.split(SEPARATOR, 8).filter((part) => /\p{L}{2}/u.test(part));
