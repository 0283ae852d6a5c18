import { LISTED, type Ruling } from "../requirement.js";
import { sentenceEnd } from "../sentences.js";
import { isBareSentence } from "./bare-sentence.js";
import { moodOf } from "./mood.js";
import { cuesOfSentence, type Reading } from "./reading.js";
import type { RuledMention } from "./ruled-mention.js";

const LATER_NEGATION =
  /[;,.]\s[^.;]{0,40}\b(?:no certifications? (?:is |are )?(?:needed|required|necessary)|need not be certified|not (?:need|have) to be certified|certification (?:is )?not (?:needed|required))/i;
const BECOME = /\b(?:become|becoming|get certified as|train as|train to be)\s(?:an?\s)?$/i;

/** The next mention of the same certificate in its sentence that something decides. */
function sameInSentence(all: readonly RuledMention[], at: number): RuledMention | undefined {
  const { entity, sentence } = all[at]!.found;
  for (let next = at + 1; all[next]?.found.sentence === sentence; next++)
    if (all[next]!.found.entity === entity && all[next]!.ruling.by !== "nothing") return all[next];
  return undefined;
}

/**
 * A certificate that nothing in its own clause decides is read with what follows: the same certificate asked for later in the
 * sentence, "no certification needed" behind it, or an offer to train behind "become a CNA". A sentence that only names it asks.
 */
export function readSequel(reading: Reading, all: readonly RuledMention[], at: number): Ruling {
  const { found, ruling } = all[at]!;
  const { text, sentences } = reading;
  const supposed = moodOf(text, sentences.starts[found.sentence]!) === "supposes";
  const again = supposed ? undefined : sameInSentence(all, at);
  if (again !== undefined) return { ...again.ruling, by: "sequel" };
  const to = sentenceEnd(sentences, found.sentence);
  if (LATER_NEGATION.test(text.slice(found.end, to))) return { requirement: "not_required", by: "sequel", cue: null };
  if (!BECOME.test(text.slice(Math.max(0, found.start - 30), found.start)))
    return isBareSentence(text, sentences, all, at) ? LISTED : ruling;
  const offer = [found.sentence, found.sentence + 1]
    .flatMap((index) => (index < sentences.starts.length ? cuesOfSentence(reading, index) : []))
    .find(({ cue }) => cue.level === "provides");
  return offer === undefined ? ruling : { requirement: "employer_provides", by: "sequel", cue: offer };
}
