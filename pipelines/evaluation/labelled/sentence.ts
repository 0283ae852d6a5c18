import type { SKILL_KINDS } from "../../../models/skill.js";

/** A run of tokens, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A sentence with marked spans, one list a layer of annotation ("skill", "knowledge"). */
export interface MarkedSentence {
  tokens: string[];
  layers: Record<string, Span[]>;
}

/** A sentence with the names of the ESCO skills that it asks for. */
export interface LinkedSentence {
  text: string;
  labels: string[];
}

export type SkillKind = (typeof SKILL_KINDS)[number];

/** Spans of BIO tags whose type is `type`; an I without a B before it opens a span, as in the CoNLL scorer. */
export function spansOf(tags: readonly string[], type: string): Span[] {
  const spans: Span[] = [];
  for (const [at, tag] of tags.entries()) {
    const [prefix, of] = [tag.slice(0, 1), tag.slice(2)];
    if (prefix === "O" || (of !== type && of !== "")) continue;
    const last = spans.at(-1);
    if (prefix === "I" && last?.end === at) last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return spans;
}

/** FNV-1a, so that the halves of a set are the same on every machine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash ^ (hash >>> 15);
}

/** Whether a sentence lies in the half of its set that was never looked at while rows were added to the vocabulary. */
export const isUnseen = (text: string): boolean => (hashOf(text) & 1) === 1;
