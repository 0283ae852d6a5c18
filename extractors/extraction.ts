import { createHash } from "node:crypto";
import type { Extraction } from "../models/extraction.js";
import type { Mention } from "../models/mention.js";
import type { Taxonomy } from "../models/taxonomy/taxonomy.js";
import { familiesOf } from "./asks/families.js";
import { sharedHeads } from "./asks/lists.js";
import { readPosting } from "./asks/reading.js";
import { readMentions } from "./asks/ruled.js";
import type { RuledMention } from "./asks/ruled-mention.js";
import { BOUNDS } from "./bounds.js";
import { readEducation } from "./education.js";
import { readExperience } from "./experience.js";
import { detectLanguage } from "./language.js";
import { Hits } from "./matching/hits.js";
import { buildLexicon } from "./matching/surfaces.js";
import { createOccupationMatcher } from "./occupation.js";
import { readPay } from "./pay.js";
import { readPlace } from "./place.js";
import { readSeniority } from "./seniority.js";

/** What the extractor reads: plain text (see `htmlToText`), and the title and language where they are known. */
export interface PostingText {
  title?: string | undefined;
  text: string;
  lang?: string | undefined;
}

export interface Extractor {
  /** Hash of the extractor's code and the taxonomy: a change of either makes old extractions stale. */
  version: string;
  taxonomy: Taxonomy;
  extract(posting: PostingText): Extraction;
  /** The mentions with the row, the context and the cue or section that decided each. */
  explain(posting: PostingText): RuledMention[];
}

function toMention(text: string, { found, section, ruling, group }: RuledMention): Mention {
  const { kind, entity, start, end } = found;
  const surface = text.slice(start, end);
  const mention: Mention = { kind, entity, start, end, surface, requirement: ruling.requirement, section };
  if (group > 0) mention.group = group;
  return mention;
}

/**
 * Builds the extractor of a taxonomy: one matcher over every surface and cue. `codeHash` stands for the extractor's
 * code (the caller hashes the compiled files; this room reads none). `bounds` says how much of a posting is read.
 */
export function createExtractor(taxonomy: Taxonomy, codeHash = "source", bounds = BOUNDS): Extractor {
  const lexicon = buildLexicon(taxonomy);
  const heads = sharedHeads(taxonomy.certificateSurfaces);
  const families = familiesOf(taxonomy.certificates);
  const matchOccupation = createOccupationMatcher(taxonomy);
  const hits = new Hits();
  const bounded = ({ title = "", text, lang }: PostingText) => ({
    title: title.slice(0, bounds.longestTitle),
    text: text.slice(0, bounds.longestRead),
    lang,
  });
  const mentions = (title: string, text: string): RuledMention[] => {
    const all = readMentions(readPosting(lexicon, hits, text, title), heads, families);
    return all.length > bounds.mostMentions ? all.slice(0, bounds.mostMentions) : all;
  };
  const explain = (posting: PostingText): RuledMention[] => {
    const { title, text } = bounded(posting);
    return mentions(title, text);
  };
  const extract = (posting: PostingText): Extraction => {
    const { title, text, lang } = bounded(posting);
    const experience = readExperience(text);
    return {
      mentions: mentions(title, text).map((ruled) => toMention(text, ruled)),
      occupation: matchOccupation(title, text),
      seniority: readSeniority(title, text, experience.years),
      experience_years: experience.years,
      education: readEducation(text),
      equivalent_experience: experience.equivalent,
      pay: readPay(text),
      place: readPlace(title, text),
      lang: lang ?? detectLanguage(text),
    };
  };
  const version = createHash("sha256").update(`${codeHash}\n${taxonomy.version}`).digest("hex").slice(0, 12);
  return { version, taxonomy, extract, explain };
}
