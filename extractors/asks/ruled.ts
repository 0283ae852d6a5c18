import { type Ruling, ruleOn } from "../requirement.js";
import { sentenceEnd } from "../sentences.js";
import { groupAlternatives } from "./alternatives.js";
import { dropFamilies, type Families } from "./families.js";
import { laterByHead } from "./list-heads.js";
import type { SharedHeads } from "./lists.js";
import { type Found, findNamed } from "./mentions.js";
import { moodOf } from "./mood.js";
import { cuesOfSentence, looksListed, NO_CUES, type Reading } from "./reading.js";
import type { RuledMention } from "./ruled-mention.js";
import { begunAt } from "./sections.js";
import { readSequel } from "./sequel.js";
import type { CueHit, Site } from "./site.js";
import { findUnnamed, isAsked } from "./unnamed.js";

/**
 * Reads the cues and the mood of a sentence once, as mentions of one sentence follow each other. Where a mention stands is
 * written into one site for all.
 */
class Ruler {
  #sentence = -1;
  #cues: readonly CueHit[] = NO_CUES;
  #listed: boolean | null = null;
  readonly #site: Site;

  constructor(private readonly reading: Reading) {
    this.#site = {
      text: reading.text,
      section: "other",
      opened: 0,
      closed: Number.POSITIVE_INFINITY,
      cues: NO_CUES,
      from: 0,
      mood: "plain",
      listed: false,
      certificate: false,
      next: null,
    };
  }

  /** `next`: the certificate that follows in the same sentence. */
  rule(found: Found, next: Found | null): RuledMention {
    if (found.sentence !== this.#sentence) this.#open(found.sentence);
    const { starts, kinds } = this.reading.sections;
    const site = this.#site;
    const begun = begunAt(starts, found.start);
    const section = kinds[begun - 1] ?? "other";
    const certificate = found.kind === "certificate";
    const unmarked = section !== "required" && section !== "preferred" && section !== "benefits";
    site.section = section;
    site.opened = starts[begun - 1] ?? 0;
    site.certificate = certificate;
    site.listed = unmarked && certificate && this.#looksListed();
    if (this.#cues.length > 0) {
      site.cues = this.#free(found);
      const ends = (starts[begun] ?? found.end) < found.end ? begunAt(starts, found.end) : begun;
      site.closed = starts[ends] ?? Number.POSITIVE_INFINITY;
      site.next = next;
    }
    return { found, section, ruling: this.#byHead(found, ruleOn(site, found), site.opened), group: 0 };
  }

  #open(sentence: number): void {
    const { reading } = this;
    const site = this.#site;
    this.#sentence = sentence;
    this.#cues = cuesOfSentence(reading, sentence);
    this.#listed = null;
    site.cues = this.#cues;
    site.from = reading.sentences.starts[sentence]!;
    site.mood = moodOf(reading.text, site.from);
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
  const ruled: RuledMention[] = [];
  if (all.length === 0) return ruled;
  const ruler = new Ruler(reading);
  for (let at = 0; at < all.length; at++) {
    const found = all[at]!;
    const next = all[at + 1];
    const follows = next !== undefined && next.sentence === found.sentence && next.kind === "certificate";
    ruled.push(ruler.rule(found, follows ? next : null));
  }
  return ruled;
}

const HOLDERS = /^[A-Z][A-Z-]{1,5}s$/;
/** What is done with or for those who hold it, whatever the heading asks for: "ability to support CPAs and CFPs". */
const DONE_WITH =
  /\b(?:advis(?:e|es|ing)|support(?:s|ing)?|assist(?:s|ing)?|serv(?:e|es|ing)|help(?:s|ing)?|train(?:s|ing)?|supervis(?:e|es|ing)|coach(?:es|ing)?|mentor(?:s|ing)?|lead(?:s|ing)?|manag(?:e|es|ing)|work(?:s|ing)? (?:with|alongside)|(?:collaborat|coordinat|partner|communicat|interact|liais)\w* with)\s[^.;:\n]{0,40}$/i;
/** "Supervised by BCBAs", "you will advise CPAs": of several who hold it, with nothing that asks for it, colleagues or clients are meant. */
const namesHolders = (text: string, { found: { kind, start, end }, ruling }: RuledMention): boolean =>
  ruling.by !== "cue" &&
  kind === "certificate" &&
  end - start < 8 &&
  HOLDERS.test(text.slice(start, end)) &&
  (ruling.by === "nothing" || DONE_WITH.test(text.slice(Math.max(0, start - 70), start)));

/** A posting's title begins within so many characters, another title before it included. */
const TITLE_REACH = 30;
const OPENS_TITLE = /^(?:\W|\b(?:[Rr]egistered|[Qq]ualified|[Gg]eneral|[Mm]ental|[Nn]urses?|or|[A-Z]{2,5})\b)*$/;
const PAPER_REACH = 60;
const SAYS_PAPER = /licen[cs]|certif|regist|credential|board|\bPIN\b/i;
/** "Registered Dental Nurse, Leeds, full time": what opens a posting, asked for by nothing and with no word of a paper, names the job. */
const namesPost = ({ text, sentences }: Reading, { found, ruling }: RuledMention): boolean =>
  ruling.by === "nothing" &&
  found.sentence === 0 &&
  found.start < TITLE_REACH &&
  (found.meaning?.holder ?? "none") !== "none" &&
  OPENS_TITLE.test(text.slice(0, found.start)) &&
  !SAYS_PAPER.test(text.slice(found.end, Math.min(found.end + PAPER_REACH, sentenceEnd(sentences, 0))));

const namesPersons = (reading: Reading, one: RuledMention): boolean =>
  namesHolders(reading.text, one) || namesPost(reading, one);

/** Everything named or asked for in a posting, in order of place. */
export function readMentions(reading: Reading, heads: SharedHeads, families: Families): RuledMention[] {
  const named = dropFamilies(reading.text, findNamed(reading, heads), families);
  const ruled = ruleAll(reading, named);
  const unnamed = ruleAll(reading, findUnnamed(reading, named)).filter((one) => isAsked(reading, one));
  if (unnamed.length > 0) {
    ruled.push(...unnamed);
    ruled.sort((a, b) => a.found.start - b.found.start);
  }
  let persons = 0;
  for (let at = 0; at < ruled.length; at++) {
    const one = ruled[at]!;
    if (one.ruling.by === "cue" || one.found.kind !== "certificate") continue;
    if (one.ruling.by === "nothing") one.ruling = readSequel(reading, ruled, at);
    if (namesPersons(reading, one)) persons++;
  }
  const held = persons === 0 ? ruled : ruled.filter((one) => !namesPersons(reading, one));
  groupAlternatives(reading.text, held);
  return held;
}
