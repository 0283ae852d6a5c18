import { KIND } from "../matching/kinds.js";
import type { NamedMeaning } from "../matching/meaning.js";
import type { Reading } from "./reading.js";

/** Abbreviations that only their neighbours in a list explain: "CHST, STSC or CSP", "CISSP/VCP". */

/** What was found before it. */
interface Named {
  kind: "certificate" | "skill";
  entity: string;
  end: number;
}

/** Two letters are a state, a degree or a place as often. */
const ABBREVIATION = /^[A-Z]{3,6}$/;
const LINK = /^(?:\s?[,/&|]\s?(?:(?:and|or)\s)?|\s(?:and|or|and\/or)\s)$/;
const LONGEST_LINK = 8;

const isSure = (meaning: NamedMeaning | null): meaning is NamedMeaning =>
  meaning !== null &&
  meaning.kind === "certificate" &&
  meaning.form === "whole" &&
  meaning.context === null &&
  meaning.holder === "none";

const isLink = (text: string, from: number, to: number): boolean =>
  to - from <= LONGEST_LINK && LINK.test(text.slice(from, to));

/**
 * The certificate that a list joins to a hit which is an abbreviation of one: `before`, or a sure one behind it; null for none. What
 * the abbreviation stands for is then a certificate of the same occupations.
 */
export function listedWith({ text, hits, lexicon }: Reading, hit: number, before: Named | undefined): string | null {
  const [start, end] = [hits.start[hit]!, hits.end[hit]!];
  if ((lexicon.kinds[hits.key[hit]!]! & KIND.whole) === 0 || !ABBREVIATION.test(text.slice(start, end))) return null;
  if (before?.kind === "certificate" && isLink(text, before.end, start)) return before.entity;
  for (let at = hit + 1; at < hits.length && hits.start[at]! <= end + LONGEST_LINK; at++) {
    const meaning = lexicon.only[hits.key[at]!]!;
    if (hits.start[at]! > end && isSure(meaning) && isLink(text, end, hits.start[at]!)) return meaning.entity;
  }
  return null;
}
