import type { CertificateMeaning, NamedMeaning } from "../matching/meaning.js";
import { isWritten } from "../matching/written.js";
import { sentenceEnd } from "../sentences.js";
import { FIT, type Fit, REACH, type Reach } from "./context.js";
import { isFirm } from "./firms.js";
import {
  beginsInsideWord,
  endsInsideWord,
  isActor,
  isArticle,
  isCourse,
  isCredentialOf,
  isJobOpener,
  isJoined,
  isNoPlural,
  isTimeZone,
} from "./guards.js";
import { namesLicence } from "./holders.js";
import { hasElidedNoun, hasSharedLicence, mayBeJoined } from "./lists.js";
import { isHead, isNotHeld, isOfStudy } from "./not-held.js";
import { looksListed, type Reading, sectionOf } from "./reading.js";
import { fitOfRole, roleNoun } from "./roles.js";
import { meansOther } from "./spelled-out.js";

/** Whether the letters are the surface's own: in its case, no part of a word, and no other's plural. */
const isSpelledSo = (text: string, start: number, end: number, meaning: NamedMeaning): boolean =>
  (!meaning.exact || isWritten(text, start, end, meaning.written)) &&
  !beginsInsideWord(text, start, meaning) &&
  !endsInsideWord(text, start, end) &&
  !isNoPlural(text, start, end, meaning);

const CERTIFIED_BEFORE = /\bcertified\s$/i;

/** Where "certified nursing assistant" was found to name a job, "nursing assistant" names no certificate either. */
const isPartOfJob = (text: string, start: number, from: number, meaning: NamedMeaning): boolean =>
  meaning.kind === "certificate" &&
  meaning.holder !== "none" &&
  CERTIFIED_BEFORE.test(text.slice(Math.max(from, start - 12), start));

/** Whether a name written without its noun ("Azure", "barber") stands where another's noun holds for it. */
function hasNoun(reading: Reading, meaning: NamedMeaning, start: number, end: number, sentence: number): boolean {
  if (meaning.form === "whole") return true;
  const { text, sentences } = reading;
  const from = sentences.starts[sentence]!;
  const to = sentenceEnd(sentences, sentence);
  if (meaning.form === "unlicensed")
    return (
      mayBeJoined(text, start, end) && reading.licences.in(sentence) && hasSharedLicence(text, start, end, from, to)
    );
  return (
    reading.credentials.in(sentence) &&
    hasElidedNoun(text, start, end, from, to) &&
    !isPartOfJob(text, start, from, meaning)
  );
}

const ASKS =
  /certif|licen[cs]|credential|designation|regist|accredit|required|preferred|\bplus\b|desir|\basset\b|qualifi/i;

/** Far context is enough only where the sentence or section asks for something. */
const isAskedFor = (reading: Reading, start: number, from: number, to: number): boolean => {
  const section = sectionOf(reading, start);
  return section === "required" || section === "preferred" || ASKS.test(reading.text.slice(from, to));
};

/** Whether a name stands for something else than its certificate, whatever it is. */
const isOther = (text: string, start: number, end: number, from: number, meaning: CertificateMeaning): boolean =>
  isJoined(text, end) ||
  isActor(text, start, end, meaning) ||
  isTimeZone(text, start, end) ||
  isCourse(text, start, end) ||
  isFirm(text, start, end, from) ||
  isJobOpener(text, start, end, from) ||
  isArticle(text, start, from) ||
  isHead(text, end) ||
  isOfStudy(text, start, end) ||
  (!meaning.paper && isNotHeld(text, start, end, from, meaning));

/** Whether a name of a person stands for the licence here. */
function namesItsLicence(
  reading: Reading,
  { holder }: CertificateMeaning,
  start: number,
  end: number,
  sentence: number,
): boolean {
  if (holder === "none") return true;
  const { text, sentences } = reading;
  const section = sectionOf(reading, start);
  const listed =
    section === "required" || section === "preferred" || (section === "other" && looksListed(reading, sentence));
  const from = sentences.starts[sentence]!;
  return namesLicence(holder, { text, start, end, from, to: sentenceEnd(sentences, sentence), listed });
}

/** A name that is also a skill's is the certificate only by a word of its own sentence: "MOS in Excel". */
function reachOf({ kind, context }: NamedMeaning, isSkillToo: boolean): Reach {
  if (kind === "skill") return REACH.neighbours;
  return isSkillToo && context !== null && context.near > 0 ? REACH.sentence : REACH.posting;
}

/** How well a meaning fits the hit at `[start, end)`, which a list may join to the certificate `listed`, or `FIT.none` where something else is meant. */
export function fitOf(
  reading: Reading,
  meaning: NamedMeaning,
  start: number,
  end: number,
  sentence: number,
  isSkillToo: boolean,
  listed: string | null,
): Fit {
  const { text, sentences, surroundings } = reading;
  if (!isSpelledSo(text, start, end, meaning)) return FIT.none;
  const from = sentences.starts[sentence]!;
  if (meaning.form === "role") return fitOfRole(text, roleNoun(text, from, start), meaning.surface.surface);
  if (!hasNoun(reading, meaning, start, end, sentence)) return FIT.none;
  const isAkin = listed !== null && reading.lexicon.areAkin(meaning.entity, listed);
  const fit = surroundings.fit(meaning.context, start, end, sentence, reachOf(meaning, isSkillToo), isAkin);
  if (fit === FIT.none || meaning.kind === "skill") return fit;
  if (fit === FIT.posting && !isAskedFor(reading, start, from, sentenceEnd(sentences, sentence))) return FIT.none;
  if (meaning.issuer && !isCredentialOf(reading, start, end, sentence)) return FIT.none;
  if (isOther(text, start, end, from, meaning) || meansOther(reading, end, meaning)) return FIT.none;
  return namesItsLicence(reading, meaning, start, end, sentence) ? fit : FIT.none;
}
