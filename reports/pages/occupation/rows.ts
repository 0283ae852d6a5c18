import type { Counted } from "../../series.js";
import { SKILL_POSTINGS } from "../skill/rows.js";

/** Fewer postings than this make no page: the evidence that a trend needs, too. */
export const OCCUPATION_POSTINGS = 100;

export interface Occupation {
  soc: string;
  title: string;
  cluster_name: string | null;
  postings: number;
  employers: number;
  months: number;
  slope: number | null;
  slope_low: number | null;
  slope_high: number | null;
  projection: string | null;
  projected_change_pct: number | null;
  openings: number | null;
  median_wage: number | null;
  wage_top_coded: boolean | null;
  entry_education: string | null;
  aggregate: boolean | null;
}

export interface OccupationMonths {
  soc: string;
  months: Counted[];
}

interface Asked {
  soc: string;
  name: string;
  asking: number;
  postings: number;
  share: number;
  share_low: number;
  share_high: number;
}

export type OccupationCertificate = Asked & { certificate_id: string; kind: string };
/** `attested`: a certificate that the occupation's postings name attests it. */
export type OccupationSkill = Asked & { skill_id: string; page: boolean; attested: boolean };

export const occupationPath = (soc: string): string => `occupation/${soc}.html`;

export const OCCUPATIONS_SQL = `
  SELECT o.soc, o.title, n.cluster_name, o.postings::DOUBLE AS postings, o.employers::DOUBLE AS employers, o.months::DOUBLE AS months,
    o.slope, o.slope_low, o.slope_high, o.projection, o.projected_change_pct, o.openings, o.median_wage, o.wage_top_coded,
    o.entry_education, o.aggregate
  FROM marts.occupation_outlook o LEFT JOIN marts.occupation n USING (soc)
  WHERE o.postings >= ${OCCUPATION_POSTINGS} ORDER BY o.title, o.soc`;

/** A month in which nobody looked for the occupation has no row of it, but counts: it is a zero among postings that were there. */
export const OCCUPATION_MONTHS_SQL = `
  WITH grid AS (
    SELECT soc, month, m.postings FROM (SELECT DISTINCT soc FROM marts.occupation_month)
    CROSS JOIN (SELECT month, postings FROM marts.requirement_month WHERE scope = 'all') AS m
  )
  SELECT soc, list({'date': CAST(month AS VARCHAR), 'postings': grid.postings::DOUBLE, 'asking': coalesce(o.postings, 0)::DOUBLE}
    ORDER BY month) AS months
  FROM grid LEFT JOIN marts.occupation_month AS o USING (soc, month) GROUP BY soc`;

/** At most ten of each kind of demand, the surest first: by the lower end of the interval. */
export const OCCUPATION_CERTIFICATES_SQL = `
  SELECT a.soc, a.certificate_id, c.name, a.kind, a.asking, a.postings::DOUBLE AS postings, a.share, a.share_low, a.share_high
  FROM marts.occupation_certificate a JOIN marts.certificate c USING (certificate_id)
  WHERE c.counted
  QUALIFY row_number() OVER (PARTITION BY a.soc, a.kind ORDER BY a.share_low DESC, a.certificate_id) <= 10
  ORDER BY a.soc, a.kind, a.share_low DESC, a.certificate_id`;

/** At most 25 an occupation, the surest first. */
export const OCCUPATION_SKILLS_SQL = `
  WITH attested AS (
    SELECT DISTINCT a.soc, s.skill_id
    FROM marts.occupation_certificate a JOIN marts.certificate_skill s USING (certificate_id) WHERE a.kind = 'explicit'
  )
  SELECT a.soc, a.skill_id, k.name, a.asking::DOUBLE AS asking, a.postings::DOUBLE AS postings, a.share, a.share_low, a.share_high,
    coalesce(g.evidence, 0) >= ${SKILL_POSTINGS} AS page, t.skill_id IS NOT NULL AS attested
  FROM marts.occupation_skill a JOIN marts.skill k USING (skill_id)
  LEFT JOIN marts.skill_signal g USING (skill_id) LEFT JOIN attested t USING (soc, skill_id)
  QUALIFY row_number() OVER (PARTITION BY a.soc ORDER BY a.share_low DESC, a.skill_id) <= 25
  ORDER BY a.soc, a.share_low DESC, a.skill_id`;
