import fc from "fast-check";
import { expect, test } from "vitest";
import { readEducation } from "../extractors/education.js";
import { readExperience } from "../extractors/experience.js";
import { cuesOf, Offsets, titleHas } from "../extractors/facts/cues.js";
import { CUE_WORDS, type Topic } from "../extractors/facts/words.js";

/** The same cues by one pattern a topic: slow and obvious. */
const slowCues = (text: string, topic: Topic): number[] => {
  const words = CUE_WORDS[topic].split(" ").map((word) => {
    const plain = word.replace("*", "");
    const letters = [...plain].map((letter) => `[${letter}${letter.toUpperCase()}]`).join("");
    return word === plain ? `${letters}(?![\\p{L}\\p{N}])` : letters;
  });
  const start = "(?:(?<![\\p{L}\\p{N}])|(?<=[a-z])(?=[A-Z]))";
  const signs = topic === "money" ? "|[$£€¥₹]" : "";
  return [...text.matchAll(new RegExp(`${start}(?:${words.join("|")})${signs}`, "gu"))].map(({ index }) => index);
};

const PIECES = [
  "year",
  "Years",
  "yrs",
  "Yr",
  "usd",
  "GBP",
  "team",
  "Bachelor",
  "hs",
  "Gym",
  "plus",
  "x",
  "3",
  "é",
  "No",
  "without",
  "n",
];
const GAPS = ["", " ", "\n", "-", ", ", "$", "€", "_", "’", "Ã"];
const text = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...GAPS)), { maxLength: 12 })
  .map((pairs) => pairs.flat().join(""));

test("the pass over cue words finds what a pattern for each topic finds", () => {
  fc.assert(
    fc.property(text, fc.constantFrom<Topic>("span", "education", "money", "soft", "denies"), (given, topic) => {
      const { at, count } = cuesOf(given)[topic];
      expect([...at.subarray(0, count)]).toEqual(slowCues(given, topic));
    }),
    { seed: 20, numRuns: 3000 },
  );
});

test.each([
  { offsets: [], from: 0, to: 9, expected: false },
  { offsets: [4], from: 4, to: 5, expected: true },
  { offsets: [4], from: 5, to: 9, expected: false },
  { offsets: [4], from: 0, to: 4, expected: false },
  { offsets: [1, 7, 30], from: 2, to: 8, expected: true },
  { offsets: [1, 7, 30], from: 8, to: 30, expected: false },
])("an offset of $offsets in [$from, $to): $expected", ({ offsets, from, to, expected }) => {
  const found = new Offsets();
  for (const offset of offsets) found.push(offset);
  expect(found.anyWithin(from, to)).toBe(expected);
});

test("a title's words are looked for among its first 200 characters", () => {
  expect(titleHas("Senior baker", "senior")).toBe(true);
  expect(titleHas("Baker", "senior")).toBe(false);
  expect(titleHas(`${"Baker ".repeat(40)}senior`, "senior")).toBe(false);
});

const cpuMs = (work: () => void): number => {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

test.each(["3 years ", "preferred bachelor's ", "\nPreferred experience ", "not no degree "])(
  "100,000 units of %j take at most as many times longer as they are",
  (unit) => {
    const read = (given: string) => () => {
      readExperience(given);
      readEducation(given);
    };
    const best = (size: number): number =>
      Math.min(...["a", "b", "c", "d"].map((end) => cpuMs(read(unit.repeat(size / unit.length) + end))));
    const [small, large] = [best(10_000), best(100_000)];
    expect(large).toBeLessThan(10 * small * 3 + 20);
  },
);
