import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintOf } from "../extractors/fingerprint.js";
import { wordHashes } from "../models/word-hash.js";
import { jaccard, wordSet } from "../warehouse/near-copies.js";

const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replaceAll(/[ \n]/g, "x"));
const words = fc.array(word, { minLength: 40, maxLength: 300 });

const sameBands = (one: string, other: string): number => {
  const [a, b] = [fingerprintOf(one).bands, fingerprintOf(other).bands];
  return a.filter((band, i) => band !== 0 && band === b[i]).length;
};

describe("fingerprint", () => {
  test("does not see case, nor how many spaces or lines lie between words", () => {
    const { text_key, bands } = fingerprintOf("Forklift  operator\nOSHA 10 required");
    const spaced = fingerprintOf("forklift operator osha 10\n\nREQUIRED ");
    expect(spaced.text_key).toBe(text_key);
    expect(spaced.bands).toEqual(bands);
  });

  test("sees the order of words, and a word that is cut in two", () => {
    const keys = ["a b c", "a c b", "ab c", "a bc", "a b c c", "abc"].map((text) => fingerprintOf(text).text_key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("of a text without words is 0", () => {
    expect(fingerprintOf(" \n ")).toEqual({ text_key: 0, text_length: 3, bands: [0, 0, 0, 0, 0, 0, 0, 0] });
  });

  test("holds whole numbers of 52 bits, so that JSON and Parquet keep them", () => {
    fc.assert(
      fc.property(words, (list) => {
        const { text_key, bands } = fingerprintOf(list.join(" "));
        for (const number of [text_key, ...bands])
          expect(number >= 0 && number < 2 ** 52 && Number.isInteger(number)).toBe(true);
      }),
    );
  });

  test("keeps all bands but one where one word comes to a text", () => {
    fc.assert(
      fc.property(words, word, (list, more) => {
        const text = list.join(" ");
        const bands = fingerprintOf(text).bands.filter((band) => band !== 0).length;
        expect(sameBands(text, `${text} ${more}`)).toBeGreaterThanOrEqual(bands - 1);
      }),
    );
  });

  test("of different texts shares no band as a rule", () => {
    const text = (from: number) => Array.from({ length: 200 }, (_, i) => `w${from + i}`).join(" ");
    expect(sameBands(text(0), text(1000))).toBe(0);
  });
});

describe("word sets", () => {
  test("have the Jaccard similarity of the words themselves", () => {
    fc.assert(
      fc.property(words, words, fc.nat(40), (one, two, shared) => {
        const other = [...one.slice(0, shared), ...two];
        const [a, b] = [one, other].map((list) => new Set(list.map((text) => text.toLowerCase()))) as [
          Set<string>,
          Set<string>,
        ];
        const common = [...a].filter((text) => b.has(text)).length;
        const found = jaccard(wordSet(one.join(" ")), wordSet(other.join("\n")));
        expect(found).toBeCloseTo(common / (a.size + b.size - common), 12);
      }),
    );
  });

  test("of texts longer than any before are whole", () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `word${i}`).join(" ");
    expect(wordHashes(text).length).toBe(20_000);
    expect(wordSet(`${text} ${text}`).length).toBe(20_000);
  });

  test("of two empty texts are alike", () => {
    expect(jaccard(wordSet(""), wordSet(" "))).toBe(1);
  });
});
