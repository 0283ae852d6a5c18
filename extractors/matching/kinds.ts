import { isCapital } from "../text/codes.js";
import { isNamed, type Meaning, type NamedMeaning } from "./meaning.js";

/**
 * Kinds of keys: a certificate, one whose name is whole, a skill, a cue or heading (`sign`), a noun of unnamed requests, and a
 * skill that nothing else reads like and that needs no context (`plain`). And what all names of a key have in common, so that
 * most hits that mean nothing are told without a look at their meanings: each is written with a capital and counts in its own
 * case (`capital`); each lacks a noun, that of a credential (`elided`) or of a licence (`unlicensed`).
 */
export const KIND = {
  certificate: 1,
  whole: 2,
  skill: 4,
  sign: 8,
  noun: 16,
  plain: 32,
  capital: 64,
  elided: 128,
  unlicensed: 256,
} as const;
export const NAME: number = KIND.certificate | KIND.skill;

const kindOf = (meaning: Meaning): number => {
  if (meaning.kind === "noun") return KIND.noun;
  if (!isNamed(meaning)) return KIND.sign;
  if (meaning.kind === "skill") return KIND.skill;
  return meaning.form === "whole" ? KIND.certificate | KIND.whole : KIND.certificate;
};

const isPlain = ([name, other]: readonly NamedMeaning[]): boolean =>
  name?.kind === "skill" && other === undefined && !name.exact && name.context === null;

function sharedBy(names: readonly NamedMeaning[]): number {
  if (names.length === 0) return 0;
  const isWrittenSo = names.every(({ exact, written }) => exact && isCapital(written.charCodeAt(0)));
  let bits: number = isWrittenSo ? KIND.capital : 0;
  if (names.some(({ form }) => form !== "elided" && form !== "unlicensed")) return bits;
  for (const { form } of names) bits |= form === "elided" ? KIND.elided : KIND.unlicensed;
  return bits;
}

/** What the meanings of a key are, as bits of `KIND`. */
export function kindsOf(meanings: readonly Meaning[]): number {
  const names = meanings.filter(isNamed);
  return meanings.reduce(
    (bits, meaning) => bits | kindOf(meaning),
    sharedBy(names) | (isPlain(names) ? KIND.plain : 0),
  );
}
