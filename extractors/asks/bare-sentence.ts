import { type Sentences, sentenceEnd } from "../sentences.js";
import { trimmedEnd } from "../text/codes.js";
import type { RuledMention } from "./ruled-mention.js";

/** Sentences without a verb that open with a certificate: "EIT required. LEED GA. Forklift licence or willing learner." */

const OPENS = /^[^A-Za-z]*(?:(?:an?|valid|current|active|clean|full)\s)*$/i;
/** What may stand behind the name; "CPA Firm", "CDL Driver" go on with what it only qualifies. */
const GOES_ON =
  /^(?:\s(?:cards?|certs?|certificates?|certifications?|licen[cs]es?|registration|tickets?)\b)?(?:\s?[.,;(/&+]|\s(?:in|for|with|w\/|from|of|or|and|per|issued|through|plus)\s)/i;
/** Words by which something else is told of the name: a verb, who speaks, or what is taught and paid. */
const TELLS =
  /[$£€:?!]|\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|does?|did|gets?|earns?|makes?|pays?|paid|covers?|offer(?:s|ed)?|includ\w+|provid\w+|receiv\w+|accept\w*|consider\w*|support\w*|we|our|us|they|their|classes|courses?|train\w+|programs?|programmes?|exams?|students?|teach\w*|instruct\w+|protocols?|procedures?|jobs?|roles?|shifts?|when|where|if|not|no)\b/i;
const LONGEST = 140;
const ENDS = ".;";

/** Whether the sentence of the mention at `at` asks by naming alone; a line without a full stop may be a title. */
export function isBareSentence(text: string, sentences: Sentences, all: readonly RuledMention[], at: number): boolean {
  const { sentence } = all[at]!.found;
  const from = sentences.starts[sentence]!;
  const end = trimmedEnd(text, from, sentenceEnd(sentences, sentence));
  if (end - from > LONGEST || !ENDS.includes(text.charAt(end - 1))) return false;
  let first = at;
  while (all[first - 1]?.found.sentence === sentence) first--;
  const { start, end: named } = all[first]!.found;
  return (
    OPENS.test(text.slice(from, start)) && GOES_ON.test(text.slice(named, end)) && !TELLS.test(text.slice(from, end))
  );
}
