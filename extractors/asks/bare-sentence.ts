import { sentenceEnd, type Sentences } from "../sentences.js";
import { trimmedEnd } from "../text/codes.js";
import type { RuledMention } from "./ruled-mention.js";

/** Sentences of small adverts that are nothing but what one should have: "EIT required. LEED GA. CPR & First Aid." */

const WORD = /[A-Za-z][\w/.-]*/g;
/** Words that may stand beside a name which nothing is said of, and short names of other things: "RECE, VSC". */
const PLAIN =
  /^(?:and|or|with|w\/|in|a|an|valid|current|active|clean|cards?|certs?|certifi(?:ed|cates?|cations?)|licen[cs](?:es?|ed|ure)|registration|[A-Z][A-Z0-9/.-]{1,5})$/i;
const JOINING = /^(?:and|or|with|w\/|a|an|valid|current|active|clean|full)$/i;
const LONGEST_GAP = 60;
const ENDS = ".;";

const isOf = (words: RegExp, gap: string): boolean =>
  gap.length <= LONGEST_GAP && !gap.includes(":") && (gap.match(WORD) ?? []).every((word) => words.test(word));

/** Whether the sentence of the mention at `at` names certificates and says nothing more; a line without a full stop may be a title. */
export function isBareSentence(
  text: string,
  sentences: Sentences,
  all: readonly RuledMention[],
  at: number,
): boolean {
  const { sentence } = all[at]!.found;
  const end = trimmedEnd(text, sentences.starts[sentence]!, sentenceEnd(sentences, sentence));
  if (!ENDS.includes(text.charAt(end - 1))) return false;
  let first = at;
  while (all[first - 1]?.found.sentence === sentence) first--;
  let from = sentences.starts[sentence]!;
  for (let next = first; all[next]?.found.sentence === sentence; next++) {
    const { found } = all[next]!;
    if (found.start > from && !isOf(next === first ? JOINING : PLAIN, text.slice(from, found.start))) return false;
    from = Math.max(from, found.end);
  }
  return isOf(PLAIN, text.slice(from, end - 1));
}
