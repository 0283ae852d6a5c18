/** What a removal leaves in place of what stood there. */
export const MARKS = { email: "[e-mail]", phone: "[phone]", name: "[name]" } as const;

/** One stretch of a text that is to be removed: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
  kind: keyof typeof MARKS;
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Drops of sorted spans each that overlaps the one before it. */
const apart = (spans: Span[]): Span[] => {
  let end = 0;
  return spans.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
};

/**
 * Spans in order and without overlap: what overlaps a span of the first rank is dropped from the second, and within a rank
 * the first and longer one stays.
 */
export const settled = (first: Span[], second: Span[] = []): Span[] => {
  const kept = apart(first.toSorted(byPlace));
  if (second.length === 0) return kept;
  let next = 0;
  const free = apart(second.toSorted(byPlace)).filter(({ start, end }) => {
    while (next < kept.length && kept[next]!.end <= start) next++;
    return kept[next] === undefined || kept[next]!.start >= end;
  });
  return free.length === 0 ? kept : [...kept, ...free].sort(byPlace);
};

/** The text with a mark in place of each span; spans are in order and do not overlap. */
export const replaced = (text: string, spans: Span[]): string => {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, kind } of spans) {
    parts.push(text.slice(from, start), MARKS[kind]);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join("");
};

/** All matches of a global pattern. Unlike `matchAll` it makes no copy of the pattern, which short texts would feel. */
export const matchesOf = (pattern: RegExp, text: string): RegExpExecArray[] => {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) found.push(one);
  return found;
};
