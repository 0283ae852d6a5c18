import type { Section } from "../../models/mention.js";
import { isCapital } from "../text/codes.js";
import type { CueLevel } from "./cues/cue.js";
import type { HeadingHit, HeadingHits } from "./heading-hits.js";
import { introduces, type Line, LineReader, LONGEST_HEADING } from "./heading-lines.js";
import { hasColon, leadsBullet } from "./heading-marks.js";
import { isPay, opens, WEIGHT } from "./heading-rules.js";
import { isGluedBehind, isInline } from "./inline-headings.js";
import { labelledEnd } from "./labels.js";

/** The posting cut into sections: ascending offsets where each begins. What stands before the first is `other`. */
export interface Sections {
  starts: number[];
  kinds: Section[];
}

const SECTION_OF_CUE: Partial<Record<CueLevel, Section>> = {
  required: "required",
  preferred: "preferred",
  provides: "benefits",
};
export const sectionOfCue = (level: CueLevel): Section | null => SECTION_OF_CUE[level] ?? null;

/** "Preferred Criteria", "Education and Experience Preferred": a cue right before a heading or behind it says how strongly. */
function cueBeside(text: string, hits: HeadingHits, index: number, hit: HeadingHit): Section | null {
  if (hit.cue) return null;
  const before = hitBefore(hits, index, hit.start - 1);
  if (isPreference(before) && text.charCodeAt(before.end) === SPACE && isCapital(text.charCodeAt(before.start)))
    return "preferred";
  const behind = hitBehind(hits, index, hit.end + 1);
  return isPreference(behind) &&
    text.charCodeAt(hit.end) === SPACE &&
    BEHIND_LABEL.test(text.slice(behind.end, behind.end + 4))
    ? "preferred"
    : null;
}

/** Whether a certificate named in the line of a heading is its first item. */
const leadsItems = (text: string, hit: HeadingHit, line: Line): boolean =>
  hasColon(text, hit.end) ||
  (!hit.cue && (leadsBullet(text, hit.end) || isGluedBehind(text, hit))) ||
  introduces(text, line);

/** The first of the hits near that ends at `end`. */
function hitBefore(hits: HeadingHits, index: number, end: number): HeadingHit | undefined {
  for (let at = Math.max(0, index - NEAR_HITS); at < index; at++) if (hits.at(at)?.end === end) return hits.at(at);
  return undefined;
}

/** The first of the hits near that begins at `start`. */
function hitBehind(hits: HeadingHits, index: number, start: number): HeadingHit | undefined {
  for (let at = index + 1; at <= index + NEAR_HITS; at++) if (hits.at(at)?.start === start) return hits.at(at);
  return undefined;
}

const isPreference = (hit: HeadingHit | undefined): hit is HeadingHit =>
  hit?.cue === true && hit.section === "preferred";
/** "Qualifications and desired experience" heads both: what is softened by no word of its own is required. */
const AND = /^\s?(?:and|&|\/)\s?(?:[a-z]{4,12}\s)?$/i;
const SPACE = 32;
/** Phrases within a heading are hits too. */
const NEAR_HITS = 4;
/** What stands behind a heading: a colon, a line end, a number or a bullet. */
const BEHIND_LABEL = /^\s{0,2}(?:[:\n•*–-]|\d)/;

/**
 * `named`: whether a certificate is named in `[from, to)`; such a line is an item, not a heading, unless a colon ends it. Behind
 * a heading inside a line its items may stand.
 */
export function readSections(text: string, hits: HeadingHits, named: (from: number, to: number) => boolean): Sections {
  const starts: number[] = [];
  const kinds: Section[] = [];
  let [lastLine, lastEnd] = [-1, -1];
  const lines = new LineReader(text);
  /** Where the section before goes on, behind an item with a label of its own. */
  let back: { start: number; kind: Section } | null = null;
  for (let index = 0; index < hits.length; index++) {
    const hit = hits.at(index)!;
    if (hit.start < lastEnd) continue;
    const line = lines.at(hit);
    if (isPay(text, hit, line)) continue;
    if (hit.cue || line.first || !isInline(text, hit)) {
      if (!opens(text, hit, line, lines)) continue;
      if (named(line.start, line.end) && !leadsItems(text, hit, line)) continue;
    }
    if (back !== null && back.start <= hit.start) {
      starts.push(back.start);
      kinds.push(back.kind);
      back = null;
    }
    const section = cueBeside(text, hits, index, hit) ?? hit.section;
    const sameLine = line.start === lastLine && line.end - line.start <= LONGEST_HEADING;
    if (sameLine && WEIGHT[section] < WEIGHT[kinds.at(-1)!]) continue;
    if (sameLine && kinds.at(-1) === "required" && AND.test(text.slice(lastEnd, hit.start))) continue;
    [lastLine, lastEnd] = [line.start, hit.end];
    if (sameLine) {
      kinds[kinds.length - 1] = section;
      continue;
    }
    const itemEnd = section === "preferred" ? labelledEnd(text, hit) : null;
    back = itemEnd === null ? null : { start: itemEnd, kind: kinds.at(-1) ?? "other" };
    starts.push(hit.start);
    kinds.push(section);
  }
  if (back !== null) {
    starts.push(back.start);
    kinds.push(back.kind);
  }
  return { starts, kinds };
}

/** How many sections begin at or before `offset`: the last of them holds it. */
export function begunAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The section that holds `offset`. */
export const sectionAt = ({ starts, kinds }: Sections, offset: number): Section =>
  kinds[begunAt(starts, offset) - 1] ?? "other";
