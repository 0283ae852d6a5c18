interface Span {
  start: number;
  end: number;
}

/** Words that may stand between two alternatives besides the "or". */
const FILLER =
  /\b(?:either|certifications?|certificates?|certified|certs?|credentials?|licen[cs]es?|licen[cs]ed|licensure|card|cards|an?|the|valid|current|active|state|equivalent|similar|course|courses|training|exam)\b/gi;
const LONGEST_LINK = 60;

type Link = "or" | "comma" | "none";

function linkOf(text: string, from: number, to: number): Link {
  if (to - from > LONGEST_LINK) return "none";
  const between = text.slice(from, to);
  if (!/[,/|]|\bor\b/i.test(between)) return "none";
  const bare = between
    .replace(FILLER, "")
    .replace(/[\s()"'•*-]+/g, "")
    .toLowerCase();
  if (bare === "or" || bare === "/" || bare === ",or" || bare === "and/or" || bare === ",and/or" || bare === "|")
    return "or";
  return bare === "," ? "comma" : "none";
}

/**
 * Numbers the groups of alternatives: mentions joined by "or" or a slash, with commas before ("A+, Network+ or Security+").
 * Returns a group number for each mention, 0 for none. Mentions come in order of place.
 */
export function groupAlternatives(text: string, mentions: readonly Span[]): Int32Array {
  const groups = new Int32Array(mentions.length);
  let group = 0;
  for (let first = 0; first < mentions.length; ) {
    let last = first;
    let alternative = false;
    for (; last + 1 < mentions.length; last++) {
      const link = linkOf(text, mentions[last]!.end, mentions[last + 1]!.start);
      if (link === "none") break;
      alternative ||= link === "or";
    }
    if (alternative) groups.fill(++group, first, last + 1);
    first = last + 1;
  }
  return groups;
}

/** Whether only list marks and filler stand between two mentions, so that what is said behind the second holds for both. */
export const isListLink = (between: string): boolean =>
  between.length <= LONGEST_LINK &&
  between.replace(FILLER, "").replace(/\b(?:and|or)\b|[\s,/&()|"'•+-]+/gi, "").length <= 12;
