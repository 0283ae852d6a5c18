import { codesOf, isSpace, isWord } from "../text/codes.js";
import { unitsOf } from "../text/units.js";
import type { Span } from "./site.js";

/** Words that may stand between two alternatives besides the "or". */
const FILLER = new Set(
  (
    "either certification certifications certificate certificates certified cert certs credential credentials license licenses " +
    "licence licences licensed licenced licensure card cards a an the valid current active state equivalent similar course courses " +
    "training exam"
  ).split(" "),
);
const LONGEST_LINK = 60;
const LONGEST_FILLER = 14;
/** Marks that say nothing about how two mentions are joined; blanks are no more. */
const MUTE = codesOf("()\"'•*-");
/** What is left between mentions of one list, once filler is taken out. */
const OR = new Set(["or", "/", ",or", "and/or", ",and/or", "|"]);
const LONGEST_OR = 7;
const JOINING = new Set(["or", "and"]);
/** What is left may hold a word or two that is no filler. */
const LONGEST_REST = 12;
const JOINING_MARKS = codesOf("(),/&|\"'•+-");

type Link = "or" | "comma" | "none";

/** A mention, and the number of its group. */
interface Grouped {
  found: Span;
  group: number;
}

function wordEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWord(text.charCodeAt(at))) at++;
  return at;
}

/** What stands in `[from, to)` besides filler, blanks and mute marks, in small letters; it stops at the first other word. */
function bareOf(text: string, from: number, to: number): string {
  let bare = "";
  for (let at = from; at < to && bare.length <= LONGEST_OR; ) {
    const code = text.charCodeAt(at);
    if (isWord(code)) {
      const end = wordEnd(text, at, to);
      if (end - at > LONGEST_FILLER) return "other";
      const word = text.slice(at, end).toLowerCase();
      if (JOINING.has(word)) bare += word;
      else if (!FILLER.has(word)) return "other";
      at = end;
      continue;
    }
    if (!isSpace(code) && MUTE[code] === 0) bare += text[at];
    at++;
  }
  return bare;
}

const LINKS = codesOf(",/|");

/** Whether a comma, slash or "or" stands in `[from, to)`: without one nothing is joined, whatever the words are. */
function mayLink(text: string, from: number, to: number): boolean {
  const { codes } = unitsOf(text);
  for (let at = from; at < to; at++)
    if (LINKS[codes[at]!] === 1 || ((codes[at]! | 32) === 111 && (codes[at + 1]! | 32) === 114)) return true;
  return false;
}

function linkOf(text: string, from: number, to: number): Link {
  if (to - from > LONGEST_LINK || !mayLink(text, from, to)) return "none";
  const bare = bareOf(text, from, to);
  if (bare === ",") return "comma";
  return OR.has(bare) ? "or" : "none";
}

/**
 * Numbers the groups of alternatives: mentions joined by "or" or a slash, with commas before ("A+, Network+ or Security+").
 * Those of no group keep theirs. Mentions come in order of place.
 */
export function groupAlternatives(text: string, mentions: readonly Grouped[]): void {
  let group = 0;
  for (let first = 0; first < mentions.length; ) {
    let last = first;
    let alternative = false;
    for (; last + 1 < mentions.length; last++) {
      const link = linkOf(text, mentions[last]!.found.end, mentions[last + 1]!.found.start);
      if (link === "none") break;
      alternative ||= link === "or";
    }
    if (alternative) group++;
    for (; first <= last; first++) if (alternative) mentions[first]!.group = group;
  }
}

/** Whether only list marks and filler stand between two mentions, so that what is said behind the second holds for both. */
export function isListLink(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_LINK) return false;
  let rest = 0;
  for (let at = from; at < to && rest <= LONGEST_REST; ) {
    const code = text.charCodeAt(at);
    if (isWord(code)) {
      const end = wordEnd(text, at, to);
      const word = text.slice(at, end).toLowerCase();
      if (!FILLER.has(word) && !JOINING.has(word)) rest += end - at;
      at = end;
      continue;
    }
    if (!isSpace(code) && JOINING_MARKS[code] === 0) rest++;
    at++;
  }
  return rest <= LONGEST_REST;
}
