import { type Sentences, sentenceEnd } from "../sentences.js";
import { trimmedEnd } from "../text/codes.js";
import { isOnlyAtNeed } from "./beside.js";
import type { RuledMention } from "./ruled-mention.js";

/** Sentences without a verb that open with a certificate: "EIT required. LEED GA. Forklift licence or willing learner." */

const OPENS =
  /^[^A-Za-z]*(?:(?:[Aa]n?|[Vv]alid|[Cc]urrent|[Aa]ctive|[Cc]lean|[Ff]ull|UK|[Mm]anual|[Ss]tate|(?:[Cc]lass )?[A-G])\s|[A-Z][a-z]{3,13}\s){0,3}$/;
/** "Medics: ACLS, PALS." says first who is asked. */
const LABEL = /^[^A-Za-z]*([A-Z][\w/-]{1,20}(?:\s[\w/-]{1,20}){0,2}):\s{1,2}/;
/** What a post, a place or a firm is called asks nothing. */
const OF_THE_POST =
  /^(?:job|post|position|title|role|specialt|department|dept|unit|category|field|industry|location|city|state|type|class|level|grade|group|employer|company|facility|keyword|tag|team|service|program|skill|subject|topic|about|from|contact|salary|pay|hours|shift|note|example|highly)/i;
/** A label that names whom it asks needs no full stop at the end. */
const ROLE =
  /(?:\b(?:RN|LPN|LVN|tech)|medic|nurse|technician|technologist|driver|therapist|teacher|welder|electrician|plumber|operator|officer|guard|assistant|aide|instructor|mechanic|engineer|manager|applicant|candidate)s?$/i;
const NOUN = "(?:cards?|certs?|certificates?|certifications?|licen[cs]es?|registration|tickets?)";
/** What may stand behind the first name; "CPA Firm", "CDL Driver" go on with what it only qualifies, unless another name follows. */
const GOES_ON = new RegExp(
  String.raw`^(?:[\s-](?:level\s)?[A-C]\b)?(?:\s${NOUN}\b)?(?:\s?[.,;(/&+]|\s(?:in|for|with|w\/|from|of|or|and|per|issued|through|plus)\s)`,
  "i",
);
/** Or nothing, where it is an item of a list. */
const ENDS_ITEM = new RegExp(String.raw`^(?:\s${NOUN})?$`, "i");
/** Words by which something else is told of the name: a verb, who speaks, or what is taught and paid. */
const TELLS =
  /[$£€:?!]|\b(?:is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|shall|does?|did|gets?|earns?|makes?|pays?|paid|covers?|offer(?:s|ed)?|includ\w+|provid\w+|receiv\w+|accept\w*|consider\w*|support\w*|we|our|us|they|their|classes|courses?|train\w+|programs?|programmes?|exams?|students?|teach(?:es|ing)?|instruct(?:s|ed|ing|ion)|protocols?|procedures?|jobs?|roles?|shifts?|needs?|requires?|wants?|wanted|when|where|if|not|no)\b/i;
/** "EVOC (we teach it)": a remark tells of one name only. */
const REMARK = /\([^()]{0,60}\)/g;
const LONGEST = 200;
const ENDS = ".;";
const BULLETS = "*•·▪‣●–-";

/**
 * Whether the sentence of the mention at `at` asks by naming alone. A line without a full stop may be a title, unless a bullet opens it
 * where no heading says what the list is of, or a label says of whom it asks.
 */
export function isBareSentence(text: string, sentences: Sentences, all: readonly RuledMention[], at: number): boolean {
  const { found, section } = all[at]!;
  const { sentence } = found;
  const from = sentences.starts[sentence]!;
  const end = trimmedEnd(text, from, sentenceEnd(sentences, sentence));
  if (end - from > LONGEST || isOnlyAtNeed(text, found.end)) return false;
  let first = at;
  while (all[first - 1]?.found.sentence === sentence) first--;
  const { start, end: named, kind } = all[first]!.found;
  const label = LABEL.exec(text.slice(from, start));
  const ended = ENDS.includes(text.charAt(end - 1));
  const isItem =
    !ended &&
    ((section === "other" && BULLETS.includes(text.charAt(from))) || (label !== null && ROLE.test(label[1]!)));
  if (!ended && !isItem) return false;
  const opened = from + (label === null || OF_THE_POST.test(label[1]!) ? 0 : label[0].length);
  const next = all[first + 1]?.found;
  const isList = kind === "certificate" && next?.sentence === sentence && next.kind === "certificate";
  const behind = text.slice(named, end);
  return (
    OPENS.test(text.slice(opened, start)) &&
    (isList || GOES_ON.test(behind) || (isItem && ENDS_ITEM.test(behind))) &&
    !TELLS.test(text.slice(opened, end).replace(REMARK, " "))
  );
}
