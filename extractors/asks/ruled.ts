import type { Certificate } from "../../models/certificate.js";
import type { Section } from "../../models/mention.js";
import { KIND } from "../matching/surfaces.js";
import { type CueHit, type Ruling, ruleOn } from "../requirement.js";
import { sentenceAt, sentenceEnd } from "../sentences.js";
import { groupAlternatives } from "./alternatives.js";
import { FIT } from "./context.js";
import { dropFamilies } from "./families.js";
import { unnamedRequest } from "./generic.js";
import type { SharedHeads } from "./lists.js";
import { type Found, findNamed } from "./mentions.js";
import { cuesOfSentence, looksListed, type Reading, sectionOf } from "./reading.js";

/** A mention with its requirement and all that decided it. */
export interface RuledMention {
  found: Found;
  section: Section;
  ruling: Ruling;
  /** Number of its group of alternatives; 0 for none. */
  group: number;
}

/** An unnamed request this near to a named certificate only repeats it: "CCNA or similar certification". */
const NAMED_NEAR = 90;
/** A cue further from an unnamed request asks for something else. */
const CUE_NEAR = 50;

/** Reads cues and sections once a sentence: mentions of one sentence follow each other. */
function ruler(reading: Reading): (found: Found, next: Found | null) => { section: Section; ruling: Ruling } {
  let sentence = -1;
  let cues: CueHit[] = [];
  return (found, next) => {
    if (found.sentence !== sentence) {
      sentence = found.sentence;
      cues = cuesOfSentence(reading, sentence);
    }
    const section = sectionOf(reading, found.start);
    const free = cues.length === 0 ? cues : cues.filter((cue) => cue.end <= found.start || cue.start >= found.end);
    const unmarked = section !== "required" && section !== "preferred" && section !== "benefits";
    const listed = unmarked && found.kind === "certificate" && looksListed(reading, sentence);
    const ruling = ruleOn(
      { text: reading.text, section, cues: free, from: reading.sentences.starts[sentence]!, listed, next },
      found,
    );
    return { section, ruling };
  };
}

/** Unnamed requests at the nouns that no named certificate covers or stands near. */
function findUnnamed(reading: Reading, named: readonly Found[]): Found[] {
  const { text, hits, lexicon, sentences } = reading;
  const certificates = named.filter(({ kind }) => kind === "certificate");
  const found: Found[] = [];
  let taken = 0;
  let passed = 0;
  for (let i = 0; i < hits.length; i++) {
    const [start, end] = [hits.start[i]!, hits.end[i]!];
    if (start < taken || (lexicon.kinds[hits.key[i]!]! & KIND.noun) === 0) continue;
    taken = end;
    const sentence = sentenceAt(sentences, start);
    const from = sentences.starts[sentence]!;
    const to = sentenceEnd(sentences, sentence);
    while (passed < certificates.length && certificates[passed]!.end <= start - NAMED_NEAR) passed++;
    const near = certificates[passed];
    if (near?.sentence === sentence && near.start < end + NAMED_NEAR) continue;
    const entity = unnamedRequest({ text, start, end, from, to });
    if (entity !== null)
      found.push({ kind: "certificate", entity, start, end, sentence, meaning: null, fit: FIT.unconditional });
  }
  return found;
}

/** An unnamed request counts only where a cue asks for it, or an item of a list of requirements begins with it. */
const isAsked = (reading: Reading, { found, ruling, section }: RuledMention): boolean =>
  (ruling.cue !== null &&
    ruling.requirement !== "mentioned" &&
    ruling.cue.start - found.end < CUE_NEAR &&
    found.start - ruling.cue.end < CUE_NEAR) ||
  ((section === "required" || section === "preferred") && found.start - reading.sentences.starts[found.sentence]! < 40);

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
 * A mention that nothing in its own clause decides is read with what follows: the same certificate asked for later in the
 * sentence, "no certification needed" behind it, or an offer to train behind "become a CNA".
 */
function readSequel(reading: Reading, all: readonly RuledMention[], at: number): Ruling {
  const { found, ruling } = all[at]!;
  if (ruling.by !== "nothing" || found.kind === "skill") return ruling;
  const { text, sentences } = reading;
  const again = sameInSentence(all, at);
  if (again !== undefined) return { ...again.ruling, by: "sequel" };
  const to = sentenceEnd(sentences, found.sentence);
  if (LATER_NEGATION.test(text.slice(found.end, to))) return { requirement: "not_required", by: "sequel", cue: null };
  if (!BECOME.test(text.slice(Math.max(0, found.start - 30), found.start))) return ruling;
  const offer = [found.sentence, found.sentence + 1]
    .flatMap((index) => (index < sentences.starts.length ? cuesOfSentence(reading, index) : []))
    .find(({ cue }) => cue.level === "provides");
  return offer === undefined ? ruling : { requirement: "employer_provides", by: "sequel", cue: offer };
}

/** Everything named or asked for in a posting, in order of place. */
export function readMentions(
  reading: Reading,
  heads: SharedHeads,
  certificates: ReadonlyMap<string, Certificate>,
): RuledMention[] {
  const rule = ruler(reading);
  const withRuling = (found: Found, at: number, all: readonly Found[]): RuledMention => {
    const next = all[at + 1];
    return {
      found,
      ...rule(found, next?.sentence === found.sentence && next.kind === "certificate" ? next : null),
      group: 0,
    };
  };
  const named = dropFamilies(reading.text, findNamed(reading, heads), certificates);
  const unnamed = findUnnamed(reading, named)
    .map(withRuling)
    .filter((one) => isAsked(reading, one));
  const ruled = [...named.map(withRuling), ...unnamed].sort((a, b) => a.found.start - b.found.start);
  for (const [at, one] of ruled.entries()) one.ruling = readSequel(reading, ruled, at);
  const groups = groupAlternatives(
    reading.text,
    ruled.map(({ found }) => found),
  );
  for (const [at, one] of ruled.entries()) one.group = groups[at]!;
  return ruled;
}
