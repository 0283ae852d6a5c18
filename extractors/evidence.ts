const LONGEST = 160;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 160;

const UNEVEN = /[^\S ]| {2}/;
/** Every run of blanks as one blank; most words have no other. */
const evened = (words: string): string => (UNEVEN.test(words) ? words.replace(/\s+/g, " ") : words);

/** The next space at or after `from`, going forward, or `limit`. */
const wordEnd = (text: string, from: number, limit: number): number => {
  let at = from;
  while (at < limit && !isSpace(text.charCodeAt(at))) at += 1;
  return at;
};

/**
 * The words around a mention on one line, at most 160 characters: what a reader needs to judge it by. Cut at word bounds
 * and within the line that holds the mention.
 */
export const evidenceOf = (text: string, start: number, end: number): string => {
  if (end - start >= LONGEST) return evened(text.slice(start, start + LONGEST));
  const room = LONGEST - (end - start);
  const lineStart = text.lastIndexOf("\n", start) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline === -1 ? text.length : newline;
  let from = Math.max(lineStart, start - Math.floor(room / 2));
  const to = Math.min(lineEnd, from + LONGEST);
  from = Math.max(lineStart, Math.min(from, to - LONGEST));
  if (from > lineStart) from = Math.min(start, wordEnd(text, from, start) + 1);
  let until = to;
  if (until < lineEnd) while (until > end && !isSpace(text.charCodeAt(until))) until -= 1;
  return evened(text.slice(from, until)).trim();
};
