import { expect, test } from "vitest";
import { HeadingHits } from "../extractors/asks/heading-hits.js";
import { KIND, kindsOf } from "../extractors/matching/kinds.js";
import type { NamedMeaning } from "../extractors/matching/meaning.js";
import { letterCount, pairOf, pairsOf, wordCount } from "../extractors/text/codes.js";

const name = (kind: NamedMeaning["kind"], written: string, rest: Partial<NamedMeaning> = {}): NamedMeaning =>
  ({ kind, written, exact: false, form: "whole", context: null, ...rest }) as NamedMeaning;

test.each([
  ["a plain skill", [name("skill", "welding")], KIND.skill | KIND.plain],
  ["a skill in its own case", [name("skill", "Go", { exact: true })], KIND.skill | KIND.capital],
  [
    "two skills, of which one counts in any case",
    [name("skill", "SAS", { exact: true }), name("skill", "sas")],
    KIND.skill,
  ],
  ["a whole certificate", [name("certificate", "CPR card")], KIND.certificate | KIND.whole],
  [
    "a certificate without its noun",
    [name("certificate", "Azure", { form: "elided" })],
    KIND.certificate | KIND.elided,
  ],
  [
    "what lacks one of two nouns",
    [name("certificate", "barber", { form: "elided" }), name("certificate", "barber", { form: "unlicensed" })],
    KIND.certificate | KIND.elided | KIND.unlicensed,
  ],
  [
    "what lacks its noun beside a skill that lacks none",
    [name("certificate", "Azure", { form: "elided" }), name("skill", "Azure")],
    KIND.certificate | KIND.skill,
  ],
  ["a noun", [{ kind: "noun", noun: "licence" } as const], KIND.noun],
])("the kind of a key that reads like %s", (_, meanings, kind) => {
  expect(kindsOf(meanings)).toBe(kind);
});

test("heading hits of one text are gone with the next", () => {
  const hits = new HeadingHits();
  hits.add(0, 6, "duties", false);
  hits.add(9, 15, "required", true);
  hits.clear();
  hits.add(3, 8, "benefits", false);
  expect(hits.at(0)).toEqual({ start: 3, end: 8, section: "benefits", cue: false });
  expect([hits.length, hits.at(1), hits.at(-1)]).toEqual([1, undefined, undefined]);
});

test.each([
  ["", 0, 0],
  [" \n ", 0, 0],
  ["one", 1, 3],
  ["  a 12\tb\u00a0c ", 4, 3],
])("%j has %i words and %i letters", (text, words, letters) => {
  expect([wordCount(text), letterCount(text)]).toEqual([words, letters]);
});

test("two letters are found in either case", () => {
  const pairs = pairsOf("must able");
  const has = (two: string): number => pairs[pairOf(two.charCodeAt(0), two.charCodeAt(1))]!;
  expect(["mu", "MU", "Ab", "ma", "mb"].map(has)).toEqual([1, 1, 1, 0, 0]);
});
