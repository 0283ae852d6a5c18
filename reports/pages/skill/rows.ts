import type { Reason } from "../../../models/signal.js";
import type { Counted } from "../../series.js";

/** Fewer postings than this make no page: the evidence that a trend needs, too. */
export const SKILL_POSTINGS = 100;

export interface Skill {
  skill_id: string;
  name: string;
  kind: string;
  status: string;
  reasons: Reason[];
  slope_pct_year: number | null;
  slope_low: number | null;
  slope_high: number | null;
  share_now: number | null;
  share_now_low: number | null;
  share_now_high: number | null;
  horizon_month: string | null;
  horizon_share: number | null;
  horizon_low: number | null;
  horizon_high: number | null;
  evidence: number;
  employers: number;
  months: number;
  first_month: string | null;
  last_month: string | null;
  sources: number | null;
  born: boolean | null;
  died: boolean | null;
}

export interface SkillMonths {
  skill_id: string;
  months: Counted[];
}

/** Asks in entry-level and internship postings over the last twelve months. */
export interface SkillScope {
  skill_id: string;
  scope: string;
  postings: number;
  asking: number;
}

export interface Attesting {
  skill_id: string;
  certificate_id: string;
  name: string;
  status: string | null;
  weight: number;
}

export interface SkillOccupation {
  skill_id: string;
  soc: string;
  title: string;
  asking: number;
  share: number;
  share_low: number;
  share_high: number;
}

export const skillPath = (id: string): string => `skill/${id}.html`;

export const SKILLS_SQL = `
  SELECT s.skill_id, k.name, k.kind, s.status, s.reasons, s.slope_pct_year, s.slope_low, s.slope_high, s.share_now, s.share_now_low,
    s.share_now_high, CAST(s.horizon_month AS VARCHAR) AS horizon_month, s.horizon_share, s.horizon_low, s.horizon_high,
    s.evidence::DOUBLE AS evidence, s.employers::DOUBLE AS employers, s.months::DOUBLE AS months,
    CAST(l.first_month AS VARCHAR) AS first_month, CAST(l.last_month AS VARCHAR) AS last_month, l.sources::DOUBLE AS sources, l.born, l.died
  FROM marts.skill_signal s JOIN marts.skill k USING (skill_id)
  LEFT JOIN marts.entity_life l ON l.kind = 'skill' AND l.entity = s.skill_id
  WHERE s.evidence >= ${SKILL_POSTINGS} ORDER BY k.name, s.skill_id`;

export const SKILL_MONTHS_SQL = `
  SELECT skill_id, list({'date': CAST(month AS VARCHAR), 'postings': postings::DOUBLE, 'asking': asking::DOUBLE} ORDER BY month) AS months
  FROM marts.skill_month WHERE scope = 'all' GROUP BY skill_id`;

/** The denominators are those of all months: a month in which a scope does not ask has no row of the skill. */
export const SKILL_SCOPES_SQL = `
  WITH recent AS (
    SELECT scope, month, postings FROM marts.requirement_month
    WHERE scope IN ('entry', 'internship')
      AND month > (SELECT max(month) FROM marts.requirement_month) - INTERVAL 12 MONTH
  ), total AS (
    SELECT scope, sum(postings)::DOUBLE AS postings FROM recent GROUP BY scope
  )
  SELECT skill_id, scope, any_value(total.postings) AS postings, sum(s.asking)::DOUBLE AS asking
  FROM marts.skill_month s JOIN recent USING (scope, month) JOIN total USING (scope) GROUP BY skill_id, scope ORDER BY skill_id, scope`;

export const ATTESTING_SQL = `
  SELECT a.skill_id, a.certificate_id, c.name, s.status, a.weight
  FROM marts.certificate_skill a JOIN marts.certificate c USING (certificate_id)
  LEFT JOIN marts.certificate_signal s USING (certificate_id)
  ORDER BY a.skill_id, coalesce(s.evidence, 0) DESC, c.name, a.certificate_id`;

/** The ten occupations that ask for it most surely: by the lower end of the interval, at least 30 postings each. */
export const SKILL_OCCUPATIONS_SQL = `
  SELECT s.skill_id, s.soc, o.title, s.asking::DOUBLE AS asking, s.share, s.share_low, s.share_high
  FROM marts.occupation_skill s JOIN marts.occupation o USING (soc) WHERE s.postings >= 30
  QUALIFY row_number() OVER (PARTITION BY s.skill_id ORDER BY s.share_low DESC, s.soc) <= 10
  ORDER BY s.skill_id, s.share_low DESC, s.soc`;
