import type { Section } from "../../models/mention.js";
import { type Ruling, ruleOn } from "../requirement.js";
import { sentenceEnd } from "../sentences.js";
import { groupAlternatives } from "./alternatives.js";
import { FIT } from "./context.js";
import { dropFamilies, type Families } from "./families.js";
import { unnamedRequest } from "./generic.js";
import { laterByHead } from "./list-heads.js";
import type { SharedHeads } from "./lists.js";
import { type Found, findNamed } from "./mentions.js";
import { type Mood, moodOf } from "./mood.js";
import { cuesOfSentence, looksListed, type Reading } from "./reading.js";
import { begunAt } from "./sections.js";
import type { CueHit } from "./site.js";

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

/** Reads the cues, the section and the look of a sentence once: mentions of one sentence follow each other. */
class Ruler {
  #sentence = -1;
  #cues: readonly CueHit[] = [];
  #mood: Mood = "plain";
  #listed: boolean | null = null;

  constructor(private readonly reading: Reading) {}

  /** `next`: the certificate that follows in the same sentence. */
  rule(found: Found, next: Found | null): RuledMention {
    const { reading } = this;
    const from = reading.sentences.starts[found.sentence]!;
    if (found.sentence !== this.#sentence) this.#open(found.sentence, from);
    const { starts, kinds } = reading.sections;
    const begun = begunAt(starts, found.start);
    const section = kinds[begun - 1] ?? "other";
    const certificate = found.kind === "certificate";
    const unmarked = section !== "required" && section !== "preferred" && section !== "benefits";
    const listed = unmarked && certificate && this.#looksListed();
    const cues = this.#free(found);
    const ends =
      cues.length === 0 || starts[begun] === undefined || starts[begun] >= found.end
        ? begun
        : begunAt(starts, found.end);
    const site = {
      text: reading.text,
      section,
      opened: starts[begun - 1] ?? 0,
      closed: starts[ends] ?? Number.POSITIVE_INFINITY,
      cues,
      from,
      mood: this.#mood,
      listed,
      certificate,
      next,
    };
    return { found, section, ruling: this.#byHead(found, ruleOn(site, found), site.opened), group: 0 };
  }

  #open(sentence: number, from: number): void {
    this.#sentence = sentence;
    this.#cues = cuesOfSentence(this.reading, sentence);
    this.#mood = moodOf(this.reading.text, from);
    this.#listed = null;
  }

  /** An item that no cue of its own decides is had later where the head of its list says so. */
  #byHead({ kind, sentence }: Found, ruling: Ruling, opened: number): Ruling {
    if (kind !== "certificate" || ruling.by === "cue" || ruling.requirement === "preferred") return ruling;
    const cue = laterByHead(this.reading, sentence, opened);
    return cue === null ? ruling : { requirement: "obtain_after_hire", by: "cue", cue };
  }

  /** The cues that are no part of the mention itself. */
  #free({ start, end }: Found): readonly CueHit[] {
    for (const cue of this.#cues)
      if (cue.end > start && cue.start < end) return this.#cues.filter((one) => one.end <= start || one.start >= end);
    return this.#cues;
  }

  #looksListed(): boolean {
    this.#listed ??= looksListed(this.reading, this.#sentence);
    return this.#listed;
  }
}

/** Rules on mentions in order of place. */
function ruleAll(reading: Reading, all: readonly Found[]): RuledMention[] {
  const ruler = new Ruler(reading);
  const ruled: RuledMention[] = [];
  for (let at = 0; at < all.length; at++) {
    const found = all[at]!;
    const next = all[at + 1];
    const follows = next !== undefined && next.sentence === found.sentence && next.kind === "certificate";
    ruled.push(ruler.rule(found, follows ? next : null));
  }
  return ruled;
}

/** "A yoga certification, a specialty certification": what an article and such a word open is asked for besides. */
const ANOTHER =
  /(?:[,;]|\band|\bplus)\s{1,2}(?:an|a|another|one)\s{1,2}(?:(?:specialty|additional|relevant|professional|further|related|second|industry|state|valid)\s{1,2}){1,2}$|[;,]\s{1,2}(?:additional|other|further)\s{1,2}$|(?:unit|department|position|role)[- ]specific\s{1,2}$/i;

/** "Basic Life Support Other [certifications] may be required": a capital opens the next item where the line end was lost. */
const OTHER_ITEM = /(?<!\b(?:and|or|And|Or))\s(?:Other|Additional)\s$/;

/** Whether the noun is asked for besides what is named near. */
const isAnother = (before: string): boolean => ANOTHER.test(before) || OTHER_ITEM.test(before);

/** "Must be certified or willing to become [certified]": the same once more. */
const OR_BECOME =
  /^[\s,(]{1,3}or\s(?:be\s)?(?:willing|willingness|able|ability|eligible|eligibility|working)\s[^.;\n]{0,50}$/i;

type Place = Pick<Found, "start" | "end" | "sentence">;

/** Whether a certificate of this sentence stands near, in the same item; those before `first` end too far in front. */
function hasNear(text: string, certificates: readonly Found[], first: number, noun: Place): boolean {
  for (let at = first; at < certificates.length && certificates[at]!.start < noun.end + NAMED_NEAR; at++) {
    const named = certificates[at]!;
    const between = text.slice(Math.min(named.end, noun.end), Math.max(named.start, noun.start));
    if (named.sentence === noun.sentence && !between.includes(";")) return true;
  }
  return false;
}

/** Unnamed requests at the nouns that no named certificate covers or stands near. */
function findUnnamed(reading: Reading, named: readonly Found[]): Found[] {
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
const isAsked = (reading: Reading, { found, ruling, section }: RuledMention): boolean =>
  (ruling.cue !== null &&
    (ruling.requirement !== "mentioned" || DEMANDS.test(reading.text.slice(ruling.cue.start, ruling.cue.end))) &&
    ruling.cue.start - found.end < CUE_NEAR &&
    found.start - ruling.cue.end < CUE_NEAR) ||
  ASKS_ITSELF.test(reading.text.slice(Math.max(0, found.start - 90), found.start)) ||
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
  const supposed = moodOf(text, sentences.starts[found.sentence]!) === "supposes";
  const again = supposed ? undefined : sameInSentence(all, at);
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
export function readMentions(reading: Reading, heads: SharedHeads, families: Families): RuledMention[] {
  const named = dropFamilies(reading.text, findNamed(reading, heads), families);
  const ruled = ruleAll(reading, named);
  const unnamed = ruleAll(reading, findUnnamed(reading, named)).filter((one) => isAsked(reading, one));
  if (unnamed.length > 0) {
    ruled.push(...unnamed);
    ruled.sort((a, b) => a.found.start - b.found.start);
  }
  for (let at = 0; at < ruled.length; at++) ruled[at]!.ruling = readSequel(reading, ruled, at);
  const groups = groupAlternatives(
    reading.text,
    ruled.map(({ found }) => found),
  );
  for (let at = 0; at < ruled.length; at++) ruled[at]!.group = groups[at]!;
  return ruled;
}
