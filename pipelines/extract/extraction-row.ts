import { evidenceOf } from "../../extractors/evidence.js";
import { fingerprintOf } from "../../extractors/fingerprint.js";
import type { Extraction } from "../../models/extraction.js";

/** What `lake/extractions` keeps of one posting: names as in `lake/columns.ts`. */
export const extractionRow = (
  posting: { posting_id: string; content_hash: string; text: string },
  extractor: string,
  found: Extraction,
): Record<string, unknown> => ({
  posting_id: posting.posting_id,
  content_hash: posting.content_hash,
  extractor,
  lang: found.lang,
  soc: found.occupation?.soc ?? null,
  occupation_title: found.occupation?.title ?? null,
  occupation_score: found.occupation?.score ?? null,
  seniority: found.seniority,
  experience_min: found.experience_years?.min ?? null,
  experience_max: found.experience_years?.max ?? null,
  education: found.education,
  equivalent_experience: found.equivalent_experience,
  pay_min: found.pay?.min ?? null,
  pay_max: found.pay?.max ?? null,
  pay_currency: found.pay?.currency ?? null,
  pay_period: found.pay?.period ?? null,
  region: found.place.region,
  remote: found.place.remote,
  ...fingerprintOf(posting.text),
  mentions: found.mentions.map(({ kind, entity, start, end, surface, requirement, section, group }) => ({
    kind,
    entity,
    start,
    end,
    surface,
    requirement,
    section,
    group: group ?? null,
    evidence: evidenceOf(posting.text, start, end),
  })),
});
