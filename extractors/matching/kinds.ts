import { isCapital } from "../text/codes.js";
import { isNamed, type Meaning, type NamedMeaning, type SkillMeaning } from "./meaning.js";

/**
 * Kinds of keys: a certificate or skill (`name`), a certificate whose name is whole (`whole`), a cue or heading (`sign`), a
 * noun of unnamed requests, and a skill that nothing else reads like and that needs no context (`plain`). And what all names
 * of a key have in common, so that most hits that mean nothing are told without a look at their meanings: each is written
 * with a capital and counts in its own case (`capital`); each lacks a noun, that of a credential (`elided`) or of a licence
 * (`unlicensed`).
 */
export const KIND = {
  name: 1,
  whole: 2,
  sign: 4,
  noun: 8,
  plain: 16,
  capital: 32,
  elided: 64,
  unlicensed: 128,
} as const;

const kindOf = (meaning: Meaning): number => {
  if (meaning.kind === "noun") return KIND.noun;
  if (!isNamed(meaning)) return KIND.sign;
  return meaning.kind === "certificate" && meaning.form === "whole" ? KIND.name | KIND.whole : KIND.name;
};

/** The meaning of a plain skill among those of a key, or null. */
export function plainOf(meanings: readonly Meaning[]): SkillMeaning | null {
  const [meaning, other] = meanings.filter(isNamed);
  if (meaning?.kind !== "skill" || other !== undefined) return null;
  return !meaning.exact && meaning.context === null ? meaning : null;
}

function sharedBy(names: readonly NamedMeaning[]): number {
  if (names.length === 0) return 0;
  const isWrittenSo = names.every(({ exact, written }) => exact && isCapital(written.charCodeAt(0)));
  let bits: number = isWrittenSo ? KIND.capital : 0;
  if (names.some(({ form }) => form !== "elided" && form !== "unlicensed")) return bits;
  for (const { form } of names) bits |= form === "elided" ? KIND.elided : KIND.unlicensed;
  return bits;
}

/** What the meanings of a key are, as bits of `KIND`. */
export const kindsOf = (meanings: readonly Meaning[]): number =>
  meanings.reduce(
    (bits, meaning) => bits | kindOf(meaning),
    sharedBy(meanings.filter(isNamed)) | (plainOf(meanings) === null ? 0 : KIND.plain),
  );
