import { type Sentences, sentenceEnd } from "../sentences.js";
import { trimmedEnd } from "../text/codes.js";
import type { RuledMention } from "./ruled-mention.js";

/** Sentences without a verb that open with a certificate: "EIT required. LEED GA. Forklift licence or willing learner." */

const OPENS = /^[^A-Za-z]*(?:(?:[Aa]n?|[Vv]alid|[Cc]urrent|[Aa]ctive|[Cc]lean|[Ff]ull)\s|[A-Z][a-z]{3,13}\s){0,3}$/;
/** "Medics: ACLS, PALS": a label says of whom it is asked. */
const ROLE =
  /(?:\b(?:RN|LPN|LVN|tech)|medic|nurse|technician|technologist|driver|therapist|teacher|welder|electrician|plumber|operator|officer|guard|assistant|aide|instructor|mechanic|engineer|manager|applicant|candidate)s?\s?$/i;
const LONGEST_LABEL = 40;
function labelEnd(text: string, start: number, end: number): number {
  const colon = text.slice(start, Math.min(end, start + LONGEST_LABEL)).indexOf(":");
  return colon !== -1 && ROLE.test(text.slice(start, start + colon)) ? start + colon + 1 : start;
}

/** What may stand behind the name; "CPA Firm", "CDL Driver" go on with what it only qualifies. */
const GOES_ON =
  /^(?:\s(?:cards?|certs?|certificates?|certifications?|licen[cs]es?|registration|tickets?)\b)?(?:\s?[.,;(/&+]|\s(?:in|for|with|w\/|from|of|or|and|per|issued|through|plus)\s)/i;
/** Words by which something else is told of the name: a verb, who speaks, or what is taught and paid. */
const TELLS =
  /[$£€:?!]|\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|does?|did|gets?|earns?|makes?|pays?|paid|covers?|offer(?:s|ed)?|includ\w+|provid\w+|receiv\w+|accept\w*|consider\w*|support\w*|we|our|us|they|their|classes|courses?|train\w+|programs?|programmes?|exams?|students?|teach(?:es|ing)?|instruct(?:s|ed|ing|ion)|protocols?|procedures?|jobs?|roles?|shifts?|when|where|if|not|no)\b/i;
const LONGEST = 140;
const ENDS = ".;";

/** Whether the sentence of the mention at `at` asks by naming alone; a line without a full stop may be a title. */
export function isBareSentence(text: string, sentences: Sentences, all: readonly RuledMention[], at: number): boolean {
  const { sentence } = all[at]!.found;
  const start = sentences.starts[sentence]!;
  const end = trimmedEnd(text, start, sentenceEnd(sentences, sentence));
  if (end - start > LONGEST) return false;
  const from = labelEnd(text, start, end);
  if (from === start && !ENDS.includes(text.charAt(end - 1))) return false;
  let first = at;
  while (all[first - 1]?.found.sentence === sentence) first--;
  const { start: begins, end: named } = all[first]!.found;
  return (
    OPENS.test(text.slice(from, begins)) &&
    (named === end || GOES_ON.test(text.slice(named, end))) &&
    !TELLS.test(text.slice(from, end))
  );
}
