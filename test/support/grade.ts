/** Vowel groups, a silent e at the end left out: the usual estimate of syllables. */
const syllables = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e$/, "")
        .match(/[aeiouy]+/g) ?? []
    ).length,
  );

/** Reading grade of English prose (Kincaid, Fishburne, Rogers and Chissom 1975). */
export const gradeOf = (text: string): number => {
  const sentences = text.split(/[.!?:;]+(?:\s|$)/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = text.match(/[a-z]+(?:['’-][a-z]+)*/gi) ?? [];
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (total / words.length) - 15.59;
};
