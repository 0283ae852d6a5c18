import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Beginnings, contextOf, holds, NOTHING } from "../extractors/asks/context-words.js";
import { unitsOf } from "../extractors/text/units.js";
import type { Surface } from "../models/certificate.js";

const surface = (near: string[], not: string[] = []): Surface => ({
  entity: "x",
  surface: "X",
  case: "any",
  near,
  not,
});

const read = (text: string, from = 0, to = text.length): Beginnings => {
  const beginnings = new Beginnings();
  beginnings.read(unitsOf(text).codes, from, to);
  return beginnings;
};

describe("context words", () => {
  test("a surface without context has none, spellings of one surface share theirs", () => {
    expect(contextOf(surface([]))).toBeNull();
    const row = surface(["nurs*"], ["bank"]);
    expect(contextOf(row)).toBe(contextOf(row));
    expect(contextOf(row)).toMatchObject({ near: 1, words: [{ stem: "nurs", endsWord: false }, { stem: "bank" }] });
  });

  test.each([
    ["Registered Nursing staff", "nurs*", false],
    ["Registered staff", "nurs*", true],
    // The Kelvin sign is a "k" in small letters, and a letter with an accent ends a word.
    ["the \u212aubernetes team", "kubernetes", false],
    ["\u00e9cole", "cole", false],
    // What begins with a mark or is too short to tell is always looked for.
    ["nothing here", "+ring", false],
    ["nothing here", "it", false],
  ])("in %j no word begins like %j: %s", (text, word, lacks) => {
    expect(read(text).lacks(contextOf(surface([word]))!, 0)).toBe(lacks);
  });

  test("only the stretch counts", () => {
    const text = "bank teller. nurse";
    const context = contextOf(surface(["bank", "nurse"]))!;
    expect([0, 1].map((word) => read(text, 0, 12).lacks(context, word))).toEqual([false, true]);
    expect([0, 1].map((word) => read(text, 13).lacks(context, word))).toEqual([true, false]);
  });

  test("the sieve never lacks a word that stands in the text", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aBcK1 .-+\u00e9\u212a\u2019"), maxLength: 40 });
    const word = fc.string({ unit: fc.constantFrom(..."abck1+-\u00e9"), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, word, fc.boolean(), (written, stem, open) => {
        const context = contextOf(surface([open ? `${stem}*` : stem]))!;
        const stands = holds(written.toLowerCase(), context.words[0]!, NOTHING);
        return !(stands && read(written).lacks(context, 0));
      }),
      { numRuns: 5000 },
    );
  });
});
