import fc from "fast-check";
import { expect, test } from "vitest";
import { createExtractor, type Extractor } from "../extractors/extraction.js";
import { htmlToText } from "../extractors/text.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";

/** Time grows with the length of a text and not faster, whatever the text; and what is found stands where it says. */

const extractor: Extractor = createExtractor(loadTaxonomy(), "source", {
  longestRead: Number.POSITIVE_INFINITY,
  longestTitle: Number.POSITIVE_INFINITY,
  mostMentions: Number.POSITIVE_INFINITY,
});

/** Twice the text may take this much longer: 2 for the length, the rest for caches and the clock. */
const MOST = 2.6;
const RUNS = 5;
const TRIES = 4;

const cpuMillis = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** How much longer twice the text takes: medians of runs by turns, so that a busy machine slows both. */
function growth(textOf: (size: number) => string, size: number, read: (text: string) => unknown): number {
  const [short, long] = [textOf(size), textOf(2 * size)];
  const [once, twice]: [number[], number[]] = [[], []];
  read(short);
  for (let run = 0; run < RUNS; run++) {
    once.push(cpuMillis(() => read(short)));
    twice.push(cpuMillis(() => read(long)));
  }
  return median(twice) / median(once);
}

/** The least growth of a few tries: noise may lengthen one, a quadratic reader lengthens all. */
function leastGrowth(textOf: (size: number) => string, size: number, read: (text: string) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && least > MOST; attempt++) least = Math.min(least, growth(textOf, size, read));
  return least;
}

const repeated =
  (unit: string) =>
  (size: number): string =>
    unit.repeat(Math.ceil(size / unit.length));

const WORST: readonly [name: string, unit: string, size: number][] = [
  ["brackets", "(", 100_000],
  ["one word without an end", "a", 2_000_000],
  ["emoji", "\u{1F600}", 400_000],
  ["combining marks", "\u0301", 400_000],
  ["lines of one letter", "a\n", 400_000],
  ["certificates side by side", "A+ ", 120_000],
  ["abbreviations in brackets", "(CPR) ", 120_000],
  ["cues side by side", "required or preferred but ", 120_000],
  ["headings side by side", "Requirements: ", 120_000],
  ["unnamed requests side by side", "must be certified, license required, ", 120_000],
  ["context words side by side", "Go React RN ", 120_000],
  ["full stops", ". ", 400_000],
  ["blanks", " ", 400_000],
  ["bullets", "\u2022 ", 200_000],
];

test.each(WORST)("%s: time is linear in length", { timeout: 20_000 }, (_name, unit, size) => {
  expect(leastGrowth(repeated(unit), size, (text) => extractor.extract({ text }))).toBeLessThan(MOST);
});

test("nested html: time is linear in depth", () => {
  const nested = (depth: number): string => `${"<div>".repeat(depth)}CPA${"</div>".repeat(depth)}`;
  expect(htmlToText(nested(50_000))).toBe("CPA");
  expect(leastGrowth(nested, 50_000, htmlToText)).toBeLessThan(MOST);
});

const pieces = fc.constantFrom(
  ...[
    "CPA",
    "A+",
    "CCNA",
    "Series 7",
    "63 and 66",
    "(CPR)",
    "CNA",
    "RN",
    "Python",
    "Go",
    "CDL Class A or B",
    "MOS in Excel",
  ],
  ...[
    "required",
    "preferred",
    "must have",
    "within 6 months",
    "no",
    "but",
    "may be required",
    "Requirements:",
    "Benefits",
  ],
  ...[
    "certification",
    "licensed",
    "or",
    "and",
    ",",
    ".",
    ";",
    ":",
    "\n",
    "\n\n",
    " ",
    "  ",
    "\u2022",
    "(",
    ")",
    "\u00e2\u20ac\u00a2",
  ],
  ...[
    "\u{1F600}",
    "\u0301",
    "\u212a",
    "\u0130",
    "\u00df",
    "\ufb01",
    "\ud83d",
    "<b>",
    "&amp;",
    "www.cna.example",
    "@",
    "'s",
    "\t",
    "\r",
  ],
);
const texts = fc.array(fc.oneof({ weight: 4, arbitrary: pieces }, fc.string({ unit: "binary", maxLength: 6 })), {
  maxLength: 60,
});

test("offset law: a surface is the text between its offsets, and mentions come in order of place", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom("", " "), (parts, glue) => {
      const text = parts.join(glue);
      let last = 0;
      for (const { surface, start, end } of extractor.extract({ text }).mentions) {
        expect(surface).toBe(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
      }
    }),
    { numRuns: 400 },
  );
});
