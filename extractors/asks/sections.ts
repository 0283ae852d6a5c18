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

const NEWLINE = 10;
const LONGEST_HEADING = 80;
const LONGEST_INTRO = 220;
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

function lineOf(text: string, hit: HeadingHit): Line {
  const floor = Math.max(0, hit.start - LONGEST_INTRO);
  const ceiling = Math.min(text.length, hit.end + LONGEST_INTRO);
  let start = hit.start;
  while (start > floor && text.charCodeAt(start - 1) !== NEWLINE) start--;
  let end = hit.end;
  while (end < ceiling && text.charCodeAt(end) !== NEWLINE) end++;
  const first = !/[A-Za-z]/.test(text.slice(Math.max(start, hit.start - 40), hit.start)) && hit.start - start < 40;
  return { start, end, first };
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
  const phrase = text.slice(hit.start, hit.end);
  if (!/^[A-Z]/.test(phrase) || hit.section === "other" || /[A-Za-z0-9]/.test(text[hit.start - 1] ?? " ")) return false;
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

function opens(text: string, hit: HeadingHit): boolean {
  const line = lineOf(text, hit);
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
  for (const hit of hits) {
    if (hit.start < lastEnd || !opens(text, hit)) continue;
    const line = lineOf(text, hit);
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
