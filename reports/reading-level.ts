/** Words, sentences and syllables of a text, as the formula of Kincaid and others counts them. */
export interface Counts {
  words: number;
  sentences: number;
  syllables: number;
}

const ONES = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
const TENS = [0, 0, 2, 2, 2, 2, 2, 3, 2, 2];
const SCALES = [
  [1_000_000_000, 2],
  [1_000_000, 2],
  [1000, 2],
  [100, 2],
] as const;

/** Syllables of a whole number that is read aloud: 240 is "two hundred forty", 5. */
export function numberSyllables(value: number): number {
  if (value < 20) return ONES[value]!;
  if (value < 100) return TENS[Math.floor(value / 10)]! + (value % 10 === 0 ? 0 : ONES[value % 10]!);
  const [scale, named] = SCALES.find(([size]) => value >= size)!;
  const rest = value % scale;
  return numberSyllables(Math.floor(value / scale)) + named + (rest === 0 ? 0 : numberSyllables(rest));
}

/** An ending that has a vowel and no sound: "asked", "makes", "surely", but not "needed", "prices", "little". */
const SILENT = /(?<=[^laeiouy]|[aeiouy]l|ll)e$|(?<=[^aeioutd])ed$|(?<=[^aeioucgszxhl]|[aeiouyl]l|[^cs]h)es$/;

/**
 * Syllables of an English word by rule: groups of vowels, less silent endings, more for vowels that part ("science", "area").
 * Abbreviations in capitals without a vowel are spelled: "IT" is read as a word, "CCNP" as four letters.
 */
export function wordSyllables(word: string): number {
  if (/^\d[\d,]*$/.test(word)) return numberSyllables(Number(word.replaceAll(",", "")));
  if (/^[B-DF-HJ-NP-TV-XZ]{2,}$/.test(word)) return word.length;
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (letters.length <= 3)
    return (
      1 +
      Number(/^(?:a|e|i|o|u).*[^aeiou]y$/.test(letters) || /[^aeiou]y[aeiou]|[aeiou][^aeiou]+[aoiuy]$/.test(letters))
    );
  const spoken = letters.replace(/(?<=[^aeiouy])(?:ely|eful|ement|eless)$/, (end) => end.slice(1)).replace(SILENT, "");
  const groups = (spoken.match(/[aeiouy]+/g) ?? []).length;
  const parted = (
    spoken.match(
      /i(?:a(?!l|n|g)|e(?=n|t)|o(?!n|us)|um)|[aeiou]ing|(?<!p)eo(?!u)|(?<=[rd])ea$|(?<![qg])ua(?=l|t|r)|uou/g,
    ) ?? []
  ).length;
  return Math.max(1, groups + parted);
}

/** A sentence ends at a stop, a mark or the end; a point within a number ends none. */
export function countText(text: string): Counts {
  const words = text.match(/\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:['’][A-Za-z]+)*/g) ?? [];
  const ends = text.trim().match(/[.!?]+(?=\s|$)/g) ?? [];
  const open = text.trim() !== "" && !/[.!?]$/.test(text.trim());
  return {
    words: words.length,
    sentences: ends.length + Number(open),
    syllables: words.reduce((sum, word) => sum + wordSyllables(word), 0),
  };
}

/**
 * Flesch-Kincaid grade of counts (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75): the US school year
 * that should read the text with ease. Null for a text without words.
 */
export function fleschKincaid({ words, sentences, syllables }: Counts): number | null {
  if (words === 0 || sentences === 0) return null;
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

/** The grade of a text. */
export const gradeOf = (text: string): number | null => fleschKincaid(countText(text));
