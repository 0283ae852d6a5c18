/** What postings are looked through for, side by side. */
const ASKS = ["any_certificate", "experience", "degree", "soft_skills", "equivalent_experience"] as const;
export type Ask = (typeof ASKS)[number];

/** Shares of the postings of a scope and month that ask for something. */
export type RequirementRow = { scope: string; month: string; postings: number } & Record<Ask, number>;

export const REQUIREMENTS_SQL = `
  SELECT scope, CAST(month AS VARCHAR) AS month, postings::DOUBLE AS postings, ${ASKS.map((ask) => `coalesce(${ask}, 0) AS ${ask}`).join(", ")}
  FROM marts.requirement_month WHERE scope IN ('all', 'entry', 'internship') ORDER BY scope, month`;

export interface StrengthRow {
  required: number;
  preferred: number;
  alternatives: number;
  mentioned: number;
}

/** Over families and what belongs to none, so that a mention is not counted for a member and for its family. */
export const STRENGTH_SQL = `
  SELECT sum(required)::DOUBLE AS required, sum(preferred)::DOUBLE AS preferred, sum(alternatives)::DOUBLE AS alternatives, sum(mentioned)::DOUBLE AS mentioned
  FROM marts.certificate_month JOIN marts.certificate USING (certificate_id) WHERE scope = 'all' AND counted AND parent IS NULL`;

export interface IssuerRow {
  issuer: string;
  asking: number;
  postings: number;
}

/** Asks that name a certificate of the issuer, over the last 12 months; a family stands for its members, a posting that names two families counts twice. What stands in brackets (who delivers the exam) does not make another issuer. */
export const ISSUERS_SQL = `
  WITH as_of AS (SELECT CAST(value AS DATE) AS month FROM marts.meta WHERE key = 'as_of'),
  certificate AS (SELECT * REPLACE (regexp_replace(issuer, ' \\([^)]*\\)$', '') AS issuer) FROM marts.certificate)
  SELECT c.issuer, sum(m.explicit_asking)::DOUBLE AS asking, max(m.postings)::DOUBLE AS postings
  FROM marts.certificate_month m JOIN certificate c USING (certificate_id)
  LEFT JOIN certificate family ON family.certificate_id = c.parent CROSS JOIN as_of
  WHERE family.issuer IS DISTINCT FROM c.issuer AND m.scope = 'all' AND c.counted AND c.issuer NOT IN ('', 'Various') AND m.month > as_of.month - INTERVAL 12 MONTH
  GROUP BY c.issuer HAVING sum(m.explicit_asking) > 0 ORDER BY asking DESC, c.issuer LIMIT 10`;

export interface SurvivalRow {
  then_end: string;
  certificates: number;
  grew: number;
  kept: number;
  halved: number;
}

/** Certificates that postings name (members, not their families) with at least 30 asks in the 12 months that ended four years before the last ones, and what became of their share. */
export const SURVIVAL_SQL = `
  WITH as_of AS (SELECT CAST(value AS DATE) AS month FROM marts.meta WHERE key = 'as_of'),
  age AS (
    SELECT certificate_id, asking, postings, date_diff('month', m.month, as_of.month) AS months
    FROM marts.certificate_month m JOIN marts.certificate c USING (certificate_id), as_of
    WHERE scope = 'all' AND counted AND demand <> 'skill' AND certificate_id NOT IN (SELECT parent FROM marts.certificate WHERE parent IS NOT NULL)
  ),
  share AS (
    SELECT certificate_id, sum(asking) FILTER (months BETWEEN 48 AND 59) AS then_asking,
      sum(asking) FILTER (months BETWEEN 48 AND 59) / sum(postings) FILTER (months BETWEEN 48 AND 59) AS then_share,
      sum(asking) FILTER (months BETWEEN 0 AND 11) / sum(postings) FILTER (months BETWEEN 0 AND 11) AS now_share
    FROM age GROUP BY certificate_id
  )
  SELECT (SELECT CAST(CAST(month - INTERVAL 48 MONTH AS DATE) AS VARCHAR) FROM as_of) AS then_end, count(*)::DOUBLE AS certificates,
    count(*) FILTER (now_share >= 1.5 * then_share)::DOUBLE AS grew,
    count(*) FILTER (now_share >= 0.5 * then_share AND now_share < 1.5 * then_share)::DOUBLE AS kept,
    count(*) FILTER (now_share < 0.5 * then_share)::DOUBLE AS halved
  FROM share WHERE then_asking >= 30 AND now_share IS NOT NULL`;

export interface CoverageRow {
  name: string;
  /** Certificates whose occupations ask for it though they do not attest it. */
  certificates: number;
  /** Certificates with a list of missing skills. */
  all: number;
  /** Mean share of the postings of those occupations. */
  share: number;
}

export const COVERAGE_SQL = `
  WITH missing AS (SELECT certificate_id, unnest(missing_skills) AS skill FROM marts.certificate_profile)
  SELECT skill.name AS name, count(DISTINCT certificate_id)::DOUBLE AS certificates, avg(skill.share) AS share,
    (SELECT count(DISTINCT certificate_id) FROM missing)::DOUBLE AS "all"
  FROM missing GROUP BY skill.name ORDER BY certificates DESC, share DESC, name LIMIT 8`;
