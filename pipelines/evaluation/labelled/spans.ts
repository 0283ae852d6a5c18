import type { Extractor } from "../../../extractors/extraction.js";
import type { MarkedSentence, SkillKind, Span } from "./sentence.js";
import type { Tally } from "./tally.js";

/**
 * The ways to compare spans. `strict`: same first and last token. `overlap`: at least one token shared. `token`: tokens
 * inside spans. `sentence`: does the sentence hold a skill at all.
 */
export const MEASURES = ["strict", "overlap", "token", "sentence"] as const;
export type Measure = (typeof MEASURES)[number];

/** Where each token starts in the sentence written with single blanks. */
export function startsOf(tokens: readonly string[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const token of tokens) {
    starts.push(at);
    at += token.length + 1;
  }
  return starts;
}

/** Our skills in a sentence as runs of tokens, of the kinds that the layer compares with, each run once. */
export function ourSpans(
  extractor: Extractor,
  { tokens }: MarkedSentence,
  wants: (kind: SkillKind) => boolean,
): Span[] {
  const starts = startsOf(tokens);
  const spans = new Map<string, Span>();
  for (const { kind, entity, start, end } of extractor.extract({ text: tokens.join(" "), lang: "en" }).mentions) {
    if (kind !== "skill" || !wants(extractor.taxonomy.skills.get(entity)!.kind)) continue;
    const inside = starts.flatMap((at, token) => (at < end && start < at + tokens[token]!.length ? [token] : []));
    if (inside.length > 0) spans.set(`${inside[0]} ${inside.at(-1)}`, { start: inside[0]!, end: inside.at(-1)! + 1 });
  }
  return [...spans.values()];
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function matched(gold: readonly Span[], mine: readonly Span[], match: (a: Span, b: Span) => boolean): Tally {
  const right = mine.filter((one) => gold.some((other) => match(one, other))).length;
  const found = gold.filter((one) => mine.some((other) => match(one, other))).length;
  return { given: mine.length, right, wanted: gold.length, found };
}

const tokensOf = (spans: readonly Span[]): Set<number> =>
  new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));

function tokenTally(gold: readonly Span[], mine: readonly Span[]): Tally {
  const [wanted, given] = [tokensOf(gold), tokensOf(mine)];
  const both = [...given].filter((token) => wanted.has(token)).length;
  return { given: given.size, right: both, wanted: wanted.size, found: both };
}

function sentenceTally(gold: readonly Span[], mine: readonly Span[]): Tally {
  const both = +(gold.length > 0 && mine.length > 0);
  return { given: +(mine.length > 0), right: both, wanted: +(gold.length > 0), found: both };
}

/** One sentence by every measure. */
export const compareSpans = (gold: readonly Span[], mine: readonly Span[]): Record<Measure, Tally> => ({
  strict: matched(gold, mine, same),
  overlap: matched(gold, mine, overlaps),
  token: tokenTally(gold, mine),
  sentence: sentenceTally(gold, mine),
});
