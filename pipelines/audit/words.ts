import porter from "natural/lib/natural/stemmers/porter_stemmer.js";
import { foldSurface } from "../../models/taxonomy/fold.js";

/** Words that say of nothing which certificate it is: lists and postings add and leave them out as they please. */
const GENERIC = new Set(
  `certification certifications certificate certificates certified cert license licenses licence licences licensed licensure
credential credentials exam examination test program programme course the of and in for a an or with to on by`.split(
    /\s+/,
  ),
);

/** "A*S*K" and "A.S.K." are one word, and so is "Network +". */
const joined = (text: string): string =>
  text.replaceAll(/(?<=\b[a-z])[*.](?=[a-z]\b)/g, "").replaceAll(/(?<=\w) (?=[+#]+(\s|$))/g, "");

/** The year of an edition, as in "Excel 2019": the taxonomy knows certificates, not their editions. */
const isYear = (word: string): boolean => /^(19|20)\d{2}$/.test(word);

const stems = new Map<string, string>();

/** Stemming costs more than all else here, and names share their words. */
const stemOf = (word: string): string => {
  const known = stems.get(word) ?? (/^[a-z]+$/.test(word) ? porter.stem(word) : word);
  stems.set(word, known);
  return known;
};

/** The telling words of a name, stemmed, each once: "A+" and "C++" keep their signs. */
export const wordsOf = (name: string): string[] => {
  const words = joined(foldSurface(name)).match(/[\p{L}\p{N}]+[+#]*/gu) ?? [];
  const telling = words.filter((word) => !GENERIC.has(word) && !isYear(word));
  return [...new Set(telling.map(stemOf))];
};
