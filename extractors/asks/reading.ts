import { SECTIONS, type Section } from "../../models/mention.js";
import type { Hits } from "../matching/hits.js";
import { KIND } from "../matching/kinds.js";
import type { Lexicon } from "../matching/surfaces.js";
import { readSentences, type Sentences, sentenceEnd } from "../sentences.js";
import { Surroundings } from "./context.js";
import { CUES } from "./demand-cues.js";
import { HeadingHits } from "./heading-hits.js";
import { namesCredentials, namesLicences } from "./lists.js";
import { readSections, type Sections, sectionAt, sectionOfCue } from "./sections.js";
import type { CueHit } from "./site.js";
import { Speaks } from "./speaks.js";

/** One posting as the readers of mentions see it: the hits of the one scan, sentences, sections and cues. */
export interface Reading {
  text: string;
  title: string;
  hits: Hits;
  lexicon: Lexicon;
  sentences: Sentences;
  sections: Sections;
  cues: CueHit[];
  /** The hits that are nouns of unnamed requests, in order. */
  nouns: readonly number[];
  surroundings: Surroundings;
  /** By sentence: whether it begins like an item of a list of requirements; filled when asked. */
  qualifying: (boolean | undefined)[];
  credentials: Speaks;
  licences: Speaks;
}

/** How an item begins that lists what an applicant should have. */
const QUALIFYING =
  /^[^A-Za-z0-9]{0,6}(?:\(?\d{1,2}[.)]\s{0,2}|[a-h][.)]\s{1,2})?(?:ability to|able to|knowledge of|proficien|min\. |qualified\b|no (?:previous |prior )?experience|experience (?:in|with|and|plan|operat|work|as)|minimum|at least|bachelor|master|degree|diploma|high school|associate|graduat|strong|excellent|good|proven|demonstrated|familiar|fluen|skills?\b|skilled|understanding of|certifi|licen[cs]|valid\b|current\b|must\b|possession of|proof of|\d{1,2}\+?(?:\s?-\s?\d{1,2})? (?:or more )?(?:years?|months?)|(?:one|two|three|four|five|six) (?:\(\d\) )?(?:or more )?(?:years?|months?)|[a-z]+ years? of|conflict resolution|intermediate|advanced knowledge|working knowledge|physical|pass |successful|a valid|a current|u\.?s\.? citizen|legally)/i;

const [SMALL_B, SMALL] = [98, 32];
const AMOUNT_BEFORE = /[$£€]\s?\d[\d,.]*k?\s(?:[\w-]{2,12}\s){0,2}$/i;
/** "$2,500 bonus for drivers with a CDL" is paid, not wished for. */
const isPaid = (text: string, start: number): boolean =>
  (text.charCodeAt(start) | SMALL) === SMALL_B && AMOUNT_BEFORE.test(text.slice(Math.max(0, start - 36), start));

/** By cue: the section that a line opens which it makes a heading, or null. */
const OPENED_BY = CUES.map(({ level, inline }) => (inline ? null : sectionOfCue(level)));

/** Room for heading hits, which each posting uses anew. */
const HEADING_HITS = new HeadingHits();

/** The cues, headings and nouns among the hits, in order; a cue within another is none. And where certificates are named. */
function readSigns({ kinds, cueOf, headingOf }: Lexicon, hits: Hits, text: string): Signs {
  const signs: Signs = { headings: HEADING_HITS, cues: [], nouns: [], named: [] };
  const { headings } = signs;
  headings.clear();
  let [cueEnd, idleEnd] = [0, 0];
  for (let i = 0; i < hits.length; i++) {
    const key = hits.key[i]!;
    const kind = kinds[key]!;
    if ((kind & (KIND.sign | KIND.noun | KIND.whole)) === 0) continue;
    if ((kind & KIND.noun) !== 0) signs.nouns.push(i);
    const start = hits.start[i]!;
    const end = hits.end[i]!;
    if ((kind & KIND.whole) !== 0) signs.named.push(start);
    if (cueOf[key] !== 0 && start >= cueEnd) {
      const cue = CUES[cueOf[key]! - 1]!;
      cueEnd = end;
      if (cue.level === "preferred" && isPaid(text, start)) continue;
      signs.cues.push({ start, end, cue });
      if (cue.level === "idle") idleEnd = end;
      const section = OPENED_BY[cueOf[key]! - 1]!;
      if (section !== null) headings.add(start, end, section, true);
    }
    if (headingOf[key] !== 0 && end >= idleEnd) headings.add(start, end, SECTIONS[headingOf[key]! - 1]!, false);
  }
  return signs;
}

interface Signs {
  headings: HeadingHits;
  cues: CueHit[];
  nouns: number[];
  /** Where certificates begin. */
  named: number[];
}

export function readPosting(lexicon: Lexicon, hits: Hits, text: string, title: string): Reading {
  lexicon.matcher.scan(text, hits);
  const sentences = readSentences(text);
  const { headings, cues, nouns, named } = readSigns(lexicon, hits, text);
  const isNamed = (from: number, to: number): boolean =>
    (named[lowerBound(named, from)] ?? Number.POSITIVE_INFINITY) < to;
  return {
    text,
    title,
    hits,
    lexicon,
    sentences,
    sections: readSections(text, headings, isNamed),
    cues,
    nouns,
    surroundings: new Surroundings(text, title, sentences),
    qualifying: [],
    credentials: new Speaks(text, sentences, namesCredentials),
    licences: new Speaks(text, sentences, namesLicences),
  };
}

/** Index of the first that is not below `from`. */
function lowerBound(sorted: readonly number[], from: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const NO_CUES: readonly CueHit[] = [];

/** The cues of a sentence, in order. */
export function cuesOfSentence({ cues, sentences }: Reading, sentence: number): readonly CueHit[] {
  const from = sentences.starts[sentence]!;
  const to = sentenceEnd(sentences, sentence);
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cues[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < cues.length && cues[end]!.end <= to) end++;
  return end === low ? NO_CUES : cues.slice(low, end);
}

/** Whether the sentence or its neighbours look like items of an unmarked list of requirements. */
export function looksListed(reading: Reading, sentence: number): boolean {
  const last = Math.min(reading.sentences.starts.length - 1, sentence + 3);
  let signs = 0;
  for (let at = Math.max(0, sentence - 3); at <= last && signs < 2; at++)
    if (qualifies(reading, at)) signs += at === sentence ? 2 : 1;
  return signs >= 2;
}

function qualifies({ text, sentences, qualifying }: Reading, sentence: number): boolean {
  let known = qualifying[sentence];
  if (known === undefined) {
    const start = sentences.starts[sentence]!;
    known = QUALIFYING.test(text.slice(start, start + 60));
    qualifying[sentence] = known;
  }
  return known;
}

export const sectionOf = (reading: Reading, offset: number): Section => sectionAt(reading.sections, offset);
