import { sentenceEnd } from "../sentences.js";
import { FIT } from "./context.js";
import { unnamedRequest } from "./generic.js";
import type { Found } from "./mentions.js";
import type { Reading } from "./reading.js";
import type { RuledMention } from "./ruled-mention.js";

/** Unnamed requests ("relevant certification preferred") beside the named ones, and which of them are asked for. */

/** An unnamed request this near to a named certificate only repeats it: "CCNA or similar certification". */
const NAMED_NEAR = 90;
/** A cue further from an unnamed request asks for something else. */
const CUE_NEAR = 50;

/** "A yoga certification, a specialty certification": what an article and such a word open is asked for besides. */
const ANOTHER =
  /(?:[,;]|\band|\bplus)\s{1,2}(?:an|a|another|one)\s{1,2}(?:(?:specialty|additional|relevant|professional|further|related|second|industry|state|valid)\s{1,2}){1,2}$|[;,]\s{1,2}(?:additional|other|further)\s{1,2}$|(?:unit|department|position|role)[- ]specific\s{1,2}$/i;

/** "Basic Life Support Other [certifications] may be required": a capital opens the next item where the line end was lost. */
const OTHER_ITEM = /(?<!\b(?:and|or|And|Or))\s(?:Other|Additional)\s$/;

/** "A broker's licence and any relevant [certifications]": what "and" joins is no other word for the licence. */
const AND_RELEVANT = /\band\s(?:any\s)?(?:other\s|additional\s)?(?:relevant|applicable|appropriate)\s$/i;

/** Whether the noun is asked for besides what is named near. */
const isAnother = (before: string): boolean =>
  ANOTHER.test(before) || OTHER_ITEM.test(before) || AND_RELEVANT.test(before);

/** "Must be certified or willing to become [certified]": the same once more. */
const OR_BECOME =
  /^[\s,(]{1,3}or\s(?:be\s)?(?:willing|willingness|able|ability|eligible|eligibility|working)\s[^.;\n]{0,50}$/i;

type Place = Pick<Found, "start" | "end" | "sentence">;

/** Whether a certificate of this sentence stands near, in the same item; those before `first` end too far in front. */
function hasNear(text: string, certificates: readonly Found[], first: number, noun: Place): boolean {
  for (let at = first; at < certificates.length && certificates[at]!.start < noun.end + NAMED_NEAR; at++) {
    const named = certificates[at]!;
    if (named.sentence !== noun.sentence) continue;
    if (!text.slice(Math.min(named.end, noun.end), Math.max(named.start, noun.start)).includes(";")) return true;
  }
  return false;
}

/** Unnamed requests at the nouns that no named certificate covers or stands near. */
export function findUnnamed(reading: Reading, named: readonly Found[]): Found[] {
  const { text, hits, nouns, sentences } = reading;
  if (nouns.length === 0) return [];
  const certificates = named.filter(({ kind }) => kind === "certificate");
  const found: Found[] = [];
  let taken = 0;
  let passed = 0;
  let sentence = 0;
  for (const hit of nouns) {
    const [start, end] = [hits.start[hit]!, hits.end[hit]!];
    if (start < taken) continue;
    taken = end;
    while (sentence + 1 < sentences.starts.length && sentences.starts[sentence + 1]! <= start) sentence++;
    const from = sentences.starts[sentence]!;
    const to = sentenceEnd(sentences, sentence);
    while (passed < certificates.length && certificates[passed]!.end <= start - NAMED_NEAR) passed++;
    const isNear = hasNear(text, certificates, passed, { start, end, sentence });
    if (isNear && !isAnother(text.slice(Math.max(from, start - 40), start))) continue;
    const entity = unnamedRequest({ text, start, end, from, to });
    const last = found.at(-1);
    if (
      entity !== null &&
      !(last?.entity === entity && OR_BECOME.test(text.slice(last.end, Math.min(start, last.end + 80))))
    )
      found.push({ kind: "certificate", entity, start, end, sentence, meaning: null, fit: FIT.unconditional });
  }
  return found;
}

/** "May be required" asks of some; "may be accepted in lieu" asks nothing. */
const DEMANDS = /requir|need|necessary/i;

/** "Hold current professional registration", "a transcript or professional licenses" ask without a cue: of who comes, or of what is sent. */
const ASKS_ITSELF =
  /\b(?:hold|holds|possess|possesses)\s(?:an?\s)?(?:current|valid|active|relevant|appropriate)\s(?:[a-z]{4,15}\s)?$|\b(?:transcripts?|r[eé]sum[eé]s?|cover letters?|experience verification|copies of)\b[^.;:\n]{0,60}$/i;

/** An unnamed request counts only where a cue or its own words ask for it, or an item of a list of requirements begins with it. */
export const isAsked = (reading: Reading, { found, ruling, section }: RuledMention): boolean =>
  (ruling.cue !== null &&
    (ruling.requirement !== "mentioned" || DEMANDS.test(reading.text.slice(ruling.cue.start, ruling.cue.end))) &&
    ruling.cue.start - found.end < CUE_NEAR &&
    found.start - ruling.cue.end < CUE_NEAR) ||
  ASKS_ITSELF.test(reading.text.slice(Math.max(0, found.start - 90), found.start)) ||
  ((section === "required" || section === "preferred") &&
    (found.start - reading.sentences.starts[found.sentence]! < 40 ||
      AND_RELEVANT.test(reading.text.slice(Math.max(0, found.start - 40), found.start))));
