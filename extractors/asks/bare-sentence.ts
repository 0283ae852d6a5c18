import { type Sentences, sentenceEnd } from "../sentences.js";
import { trimmedEnd } from "../text/codes.js";
import { isOnlyAtNeed } from "./beside.js";
import type { RuledMention } from "./ruled-mention.js";

/** Sentences without a verb that open with a certificate: "EIT required. LEED GA. Forklift licence or willing learner." */

const OPENS = /^[^A-Za-z]*(?:(?:an?|valid|current|active|clean|full|uk|manual|state|(?:class )?[A-G])\s)*$/i;
/** "Medics: ACLS, PALS." says first who is asked. */
const LABEL = /^[^A-Za-z]*([A-Z][\w/-]{1,20}(?:\s[\w/-]{1,20}){0,2}):\s{1,2}/;
/** What a post, a place or a firm is called asks nothing. */
const OF_THE_POST =
  /^(?:job|post|position|title|role|specialt|department|dept|unit|category|field|industry|location|city|state|type|class|level|grade|group|employer|company|facility|keyword|tag|team|service|program|skill|subject|topic|about|from|contact|salary|pay|hours|shift|note|example|highly)/i;
/** What may stand behind the first name; "CPA Firm", "CDL Driver" go on with what it only qualifies, unless another name follows. */
const GOES_ON =
  /^(?:[\s-](?:level\s)?[A-C]\b)?(?:\s(?:cards?|certs?|certificates?|certifications?|licen[cs]es?|registration|tickets?)\b)?(?:\s?[.,;(/&+]|\s(?:in|for|with|w\/|from|of|or|and|per|issued|through|plus)\s)/i;
/** Or nothing, where it is an item of a list. */
const ENDS_ITEM = /^(?:\s(?:cards?|certs?|certificates?|certifications?|licen[cs]es?|registration|tickets?))?$/i;
/** Words by which something else is told of the name: a verb, who speaks, or what is taught and paid. */
const TELLS =
  /[$£€:?!]|\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|does?|did|gets?|earns?|makes?|pays?|paid|covers?|offer(?:s|ed)?|includ\w+|provid\w+|receiv\w+|accept\w*|consider\w*|support\w*|we|our|us|they|their|classes|courses?|train\w+|programs?|programmes?|exams?|students?|teach\w*|instruct\w+|protocols?|procedures?|jobs?|roles?|shifts?|needs?|requires?|wants?|wanted|when|where|if|not|no)\b/i;
/** "EVOC (we teach it)": a remark tells of one name only. */
const REMARK = /\([^()]{0,60}\)/g;
const LONGEST = 200;
const ENDS = ".;";
const BULLETS = "*•·▪‣●–-";

/**
 * Whether the sentence of the mention at `at` asks by naming alone. A line without a full stop may be a title, unless a bullet opens it
 * where no heading says what the list is of.
 */
export function isBareSentence(text: string, sentences: Sentences, all: readonly RuledMention[], at: number): boolean {
  const { found, section } = all[at]!;
  const { sentence } = found;
  const from = sentences.starts[sentence]!;
  const end = trimmedEnd(text, from, sentenceEnd(sentences, sentence));
  const ended = ENDS.includes(text.charAt(end - 1));
  if (end - from > LONGEST || !(ended || (section === "other" && BULLETS.includes(text.charAt(from))))) return false;
  let first = at;
  while (all[first - 1]?.found.sentence === sentence) first--;
  const { start, end: named, kind } = all[first]!.found;
  const next = all[first + 1]?.found;
  const isList = kind === "certificate" && next?.sentence === sentence && next.kind === "certificate";
  const label = ended ? LABEL.exec(text.slice(from, start)) : null;
  const opened = from + (label === null || OF_THE_POST.test(label[1]!) ? 0 : label[0].length);
  const behind = text.slice(named, end);
  if (isOnlyAtNeed(text, found.end)) return false;
  return (
    OPENS.test(text.slice(opened, start)) &&
    (isList || GOES_ON.test(behind) || (!ended && ENDS_ITEM.test(behind))) &&
    !TELLS.test(text.slice(opened, end).replace(REMARK, " "))
  );
}
