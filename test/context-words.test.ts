import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Context, contextOf, holds, NOTHING } from "../extractors/asks/context-words.js";
import { Words } from "../extractors/asks/stretch-words.js";
import { unitsOf } from "../extractors/text/units.js";
import type { Surface } from "../models/certificate.js";

const surface = (near: string[], not: string[] = []): Surface => ({
  entity: "x",
  surface: "X",
  case: "any",
  near,
  not,
});

const read = (text: string, from = 0, to = text.length): Words => new Words().read(unitsOf(text).codes, from, to);

const lacksWord = (words: Words, context: Context, word: number): boolean =>
  words.next(context, word, word + 1) !== word;

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
    expect(lacksWord(read(text), contextOf(surface([word]))!, 0)).toBe(lacks);
  });

  test("only the stretch counts", () => {
    const text = "bank teller. nurse";
    const context = contextOf(surface(["bank", "nurse"]))!;
    expect([0, 1].map((word) => lacksWord(read(text, 0, 12), context, word))).toEqual([false, true]);
    expect([0, 1].map((word) => lacksWord(read(text, 13), context, word))).toEqual([true, false]);
  });

  test.each([
    ["my bank teller", 3, 7, "bank", true],
    // What lies beyond the stretch neither makes nor breaks a word.
    ["embanked", 2, 6, "bank", true],
    ["my bank teller", 4, 14, "bank", false],
    ["my bank teller", 0, 6, "bank", false],
    ["banks", 0, 5, "bank", true],
    ["banksy", 0, 5, "bank", true],
    ["banksy", 0, 6, "bank", false],
  ])("%j holds from %i to %i the word %j: %s", (text, from, to, word, stands) => {
    expect(holds(text, from, to, contextOf(surface([word]))!.words[0]!, NOTHING)).toBe(stands);
  });

  test("a stretch read by its words holds what the same text in small letters holds", () => {
    const text = fc.string({ unit: fc.constantFrom(..."aBcKs1 .-+\u00e9\u00c9\u212a\u2019"), maxLength: 40 });
    const word = fc.string({ unit: fc.constantFrom(..."abcks1+-\u00e9"), minLength: 1, maxLength: 5 });
    const bounds = fc.tuple(fc.nat(40), fc.nat(40), fc.boolean());
    fc.assert(
      fc.property(text, word, fc.boolean(), bounds, (written, stem, open, [one, other, touching]) => {
        const context = contextOf(surface([open ? `${stem}*` : stem]))!;
        const small = written.toLowerCase();
        const skipped = { from: Math.min(one, other), to: Math.max(one, other), touching };
        const words = read(written);
        const found = !lacksWord(words, context, 0) && words.holds(context, 0, 0, written.length, skipped);
        expect(found).toBe(holds(small, 0, small.length, context.words[0]!, skipped));
      }),
      { numRuns: 5000 },
    );
  });

  test("only what stands within the bounds asked for is held, in the room that another stretch used", () => {
    const context = contextOf(surface(["bank", "it"]))!;
    const words = read("no river here");
    words.read(unitsOf("my bank. it is far").codes, 0, 18);
    expect([0, 1].map((word) => words.holds(context, word, 0, 8, NOTHING))).toEqual([true, false]);
    expect([0, 1].map((word) => words.holds(context, word, 8, 18, NOTHING))).toEqual([false, true]);
    expect(words.holds(context, 0, 0, 6, NOTHING)).toBe(false);
  });
});
