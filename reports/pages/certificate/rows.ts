import type { Requirement } from "../../../models/mention.js";
import type { LevelYear } from "../../charts/levels.js";
import type { Parts } from "../../charts/steps.js";

/** A month of demand over all postings. */
export interface Month {
  date: string;
  postings: number;
  asking: number;
  explicit_asking: number;
  skill_asking: number;
  licence_asking: number;
  /** Share when every source keeps its own rate; null where the month cannot be compared. */
  share_matched: number | null;
}

export interface MonthsRow {
  certificate_id: string;
  months: Month[];
}

/** The levels of a year, and what is kept apart from demand. */
export type Levels = LevelYear & {
  alternatives: number;
  not_required: number;
  employer_provides: number;
  obtain_after_hire: number;
};

export interface LevelsRow {
  certificate_id: string;
  years: Levels[];
}

interface Ranked {
  asking: number;
  share: number;
}

export interface Profile {
  certificate_id: string;
  entry_level_share: number | null;
  internship_share: number | null;
  occupations: (Ranked & { soc: string; title: string })[] | null;
  breadth: number | null;
  pay_with: number | null;
  pay_without: number | null;
  pay_currency: string | null;
  pay_n: number | null;
  coverage: number | null;
  missing_skills: { skill_id: string; name: string; kind: string; share: number }[] | null;
  regions: (Ranked & { region: string })[] | null;
  top_employers: { employer: string; asking: number }[] | null;
}

/** The change of a share between two periods, in its parts. */
export interface Decomposition extends Parts {
  certificate_id: string;
  period: string;
}

export const DECOMPOSITION_SQL = `
  SELECT certificate_id, period, within, "between", source_mix, total FROM marts.certificate_decomposition
  WHERE total IS NOT NULL ORDER BY certificate_id, period`;

export interface Concentration {
  certificate_id: string;
  /** Mean over the last 12 months of the sum of squared employer shares, weighted by asks; 0..1. */
  hhi: number | null;
}

export interface Snippet {
  certificate_id: string;
  requirement: Requirement;
  surface: string;
  evidence: string;
  title: string | null;
  employer: string | null;
  posted_on: string | null;
  source: string;
  url: string | null;
}

export const MONTHS_SQL = `
  SELECT certificate_id, list({'date': CAST(month AS VARCHAR), 'postings': postings::DOUBLE, 'asking': asking::DOUBLE,
    'explicit_asking': coalesce(explicit_asking, 0)::DOUBLE, 'skill_asking': coalesce(skill_asking, 0)::DOUBLE,
    'licence_asking': coalesce(licence_asking, 0)::DOUBLE, 'share_matched': share_matched} ORDER BY month) AS months
  FROM marts.certificate_month WHERE scope = 'all' GROUP BY certificate_id`;

const LEVEL_COLUMNS = [
  "required",
  "preferred",
  "alternatives",
  "mentioned",
  "not_required",
  "employer_provides",
  "obtain_after_hire",
];

export const LEVELS_SQL = `
  WITH years AS (
    SELECT certificate_id, CAST(year(month) AS VARCHAR) AS year, ${LEVEL_COLUMNS.map((level) => `sum(${level})::DOUBLE AS ${level}`).join(", ")}
    FROM marts.certificate_month WHERE scope = 'all' GROUP BY ALL
  )
  SELECT certificate_id, list({'year': year, ${LEVEL_COLUMNS.map((level) => `'${level}': ${level}`).join(", ")}} ORDER BY year) AS years
  FROM years GROUP BY certificate_id`;

export const CONCENTRATION_SQL = `
  WITH as_of AS (SELECT CAST(value AS DATE) AS month FROM marts.meta WHERE key = 'as_of')
  SELECT certificate_id, sum(employer_hhi * asking) / nullif(sum(asking) FILTER (employer_hhi IS NOT NULL), 0) AS hhi
  FROM marts.certificate_month m, as_of WHERE scope = 'all' AND m.month > as_of.month - INTERVAL 12 MONTH GROUP BY certificate_id`;

/** At most two of the latest snippets of each level, six a certificate, none from a copy of another posting. */
export const SNIPPETS_SQL = `
  WITH ranked AS (
    SELECT m.entity AS certificate_id, m.requirement, m.surface, left(m.evidence, 160) AS evidence, p.title, p.employer,
      CAST(p.posted_on AS VARCHAR) AS posted_on, p.source, p.url, p.posting_id, m.start,
      row_number() OVER (PARTITION BY m.entity, m.requirement ORDER BY p.posted_on DESC NULLS LAST, p.posting_id, m.start) AS nth
    FROM marts.mention m JOIN marts.posting p USING (posting_id)
    WHERE m.kind = 'certificate' AND p.duplicate_of IS NULL AND m.evidence IS NOT NULL
    QUALIFY nth <= 2
  )
  SELECT certificate_id, requirement, surface, evidence, title, employer, posted_on, source, url FROM ranked
  QUALIFY row_number() OVER (PARTITION BY certificate_id ORDER BY nth, posted_on DESC NULLS LAST, posting_id, start) <= 6
  ORDER BY certificate_id, posted_on DESC NULLS LAST, posting_id, start`;
