import type { Section } from "../../models/mention.js";
import type { CueLevel } from "./demand-cues.js";

/** The posting cut into sections: ascending offsets where each begins. What stands before the first is `other`. */
export interface Sections {
  starts: number[];
  kinds: Section[];
}

/** A heading phrase, or a cue that may make its line a heading. */
export interface HeadingHit {
  start: number;
  end: number;
  section: Section;
  /** A cue ("required", "desirable"): opens a section only as part of a line that looks like a heading or introduces a list. */
  cue: boolean;
}

const LONGEST_HEADING = 80;
const LONGEST_INTRO = 220;
/** Bullets and numbers before the first word of a line are shorter. */
const BEFORE_FIRST = 40;
const SECTION_OF_CUE: Partial<Record<CueLevel, Section>> = {
  required: "required",
  preferred: "preferred",
  provides: "benefits",
};
/** In one line the later of these decides: "Preferred qualifications" is preferred. */
const WEIGHT: Readonly<Record<Section, number>> = {
  other: 0,
  title: 0,
  about: 1,
  process: 1,
  duties: 2,
  required: 3,
  benefits: 4,
  preferred: 5,
};

export const sectionOfCue = (level: CueLevel): Section | null => SECTION_OF_CUE[level] ?? null;

/** The line around a hit, as far as a heading or an introduction may reach. */
interface Line {
  start: number;
  end: number;
  /** Nothing but bullets, numbers and marks stands before the hit. */
  first: boolean;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isCapital = (code: number): boolean => code >= 65 && code <= 90;

function hasLetter(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLetter(text.charCodeAt(at))) return true;
  return false;
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length : at;
};

/** Reads the lines around hits that come in order; many hits of one line look for its ends once. */
function lineReader(text: string): (hit: HeadingHit) => Line {
  let [from, to] = [0, -1];
  return ({ start, end }) => {
    if (start > to) {
      from = start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1;
      to = lineEnd(text, start);
    }
    return {
      start: Math.max(from, start - LONGEST_INTRO),
      end: Math.min(end > to ? lineEnd(text, end) : to, end + LONGEST_INTRO),
      first: start - from < BEFORE_FIRST && !hasLetter(text, from, start),
    };
  };
}

/** Most of the long words are capitalised, or all letters are. */
function looksTitled(line: string): boolean {
  const words = line.match(/[A-Za-z][a-z'’]{3,}|[A-Z]{2,}/g) ?? [];
  const capital = words.filter((word) => /^[A-Z]/.test(word)).length;
  return words.length > 0 && capital >= words.length * 0.7;
}

function isHeadingLine(text: string, { start, end }: Line): boolean {
  if (end - start > LONGEST_HEADING) return false;
  const line = text.slice(start, end).trim();
  return /[:?]\W*$/.test(line) || (!/[.,;!]$/.test(line) && looksTitled(line));
}

/** "What you will need to be successful" opens with a heading phrase and is short, though not in capitals. */
const opensHeading = (text: string, hit: HeadingHit, line: Line): boolean =>
  line.end - line.start <= 60 &&
  /\s/.test(text.slice(hit.start, hit.end)) &&
  /^(?:what|who|why|how|you|your|about|our)\b/i.test(text.slice(hit.start, hit.end)) &&
  !/[.,;!]\s*$/.test(text.slice(line.start, line.end));

const hasColon = (text: string, at: number): boolean =>
  /^(?:\s{0,2}\([^()\n]{0,40}\))?\*{0,2}\s?[:;–—]|^\s-\s|^:?\*\*/.test(text.slice(at, at + 48));

/** A heading inside a flattened line: capitalised, at a sentence's start, a colon or a capital behind it. */
function isInline(text: string, hit: HeadingHit): boolean {
  if (!isCapital(text.charCodeAt(hit.start)) || hit.section === "other") return false;
  if (/[A-Za-z0-9]/.test(text[hit.start - 1] ?? " ")) return false;
  const phrase = text.slice(hit.start, hit.end);
  if (hasColon(text, hit.end))
    return looksTitled(phrase) || /[.!?•*|)]\s{0,2}$/.test(text.slice(Math.max(0, hit.start - 3), hit.start));
  const opens = /[.!?;:•*)\]>|\u00a2-]\s{0,2}$|\s{2}$/.test(text.slice(Math.max(0, hit.start - 3), hit.start));
  const allCaps = phrase.length > 6 && phrase === phrase.toUpperCase();
  return (
    opens &&
    looksTitled(phrase) &&
    (allCaps || /[\s/]/.test(phrase)) &&
    /^\s+[A-Z•*(\d-]/.test(text.slice(hit.end, hit.end + 4))
  );
}

/** A line that ends with a colon and says how strongly what follows is asked for: "Must have the following:". */
const introduces = (text: string, line: Line): boolean =>
  line.end - line.start <= LONGEST_INTRO && /:\s*$/.test(text.slice(line.end - 4, line.end));

function opens(text: string, hit: HeadingHit, line: Line): boolean {
  if (hit.cue) return isHeadingLine(text, line) || introduces(text, line);
  if (!line.first) return isInline(text, hit) || (isHeadingLine(text, line) && WEIGHT[hit.section] > 1);
  if (hasColon(text, hit.end) || !/[A-Za-z0-9]/.test(text.slice(hit.end, line.end))) return true;
  return isHeadingLine(text, line) || opensHeading(text, hit, line);
}

/** `named`: whether a certificate is named in `[from, to)`; such a line is an item, not a heading, unless a colon ends it. */
export function readSections(
  text: string,
  hits: readonly HeadingHit[],
  named: (from: number, to: number) => boolean,
): Sections {
  const starts: number[] = [];
  const kinds: Section[] = [];
  let [lastLine, lastEnd] = [-1, -1];
  const lineOf = lineReader(text);
  for (const hit of hits) {
    if (hit.start < lastEnd) continue;
    const line = lineOf(hit);
    if (!opens(text, hit, line)) continue;
    if (named(line.start, line.end) && !hasColon(text, hit.end) && !introduces(text, line)) continue;
    const sameLine = line.start === lastLine && line.end - line.start <= LONGEST_HEADING;
    if (sameLine && WEIGHT[hit.section] < WEIGHT[kinds.at(-1)!]) continue;
    [lastLine, lastEnd] = [line.start, hit.end];
    if (sameLine) {
      kinds[kinds.length - 1] = hit.section;
      continue;
    }
    starts.push(hit.start);
    kinds.push(hit.section);
  }
  return { starts, kinds };
}

/** The section that holds `offset`. */
export function sectionAt({ starts, kinds }: Sections, offset: number): Section {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return kinds[low - 1] ?? "other";
}
