/** What postings are looked through for, side by side, over time. */
const ASKS = ["any_certificate", "experience", "degree", "soft_skills"] as const;
export type Ask = (typeof ASKS)[number];

/** Shares of the postings of a month that ask for something. */
export type RequirementRow = { month: string; postings: number } & Record<Ask, number>;

/** A row of a `question_*` mart: a share with its 95 % interval, and `n`, what it rests on. */
export interface Measured {
  numerator: number;
  denominator: number;
  n: number;
  share: number | null;
  share_low: number | null;
  share_high: number | null;
}

const MEASURED =
  "numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator, n::DOUBLE AS n, share, share_low, share_high";

export type ScopedRow = Measured & { measure: string; scope: string };
export type SurvivalRow = Measured & { measure: string; subject: string };
/** Certificates with a forecast, and those that are more likely than not to fall below half of today's demand. */
export type HorizonRow = { certificates: number; halving: number };
export type PracticeRow = Measured & { name: string; asked_share: number };
export type CoverageRow = { certificates: number; median: number | null; low: number | null; high: number | null };
export type RoleRow = Measured & {
  kind: string;
  name: string;
  turn: string;
  period: string;
  sources: number;
  base_share: number;
  base_numerator: number;
};
export type DataEntryRow = Measured & {
  measure: string;
  subject: string;
  name: string;
  status: string | null;
  slope: number | null;
  slope_low: number | null;
  slope_high: number | null;
  within: number | null;
  between: number | null;
  source_mix: number | null;
  projected_change_pct: number | null;
};
export type SoftSkillRow = Measured & { measure: string; name: string; breadth: number | null };
export type IssuerRow = Measured & {
  issuer: string;
  pay_ratio: number | null;
  pay_low: number | null;
  pay_high: number | null;
  pay_n: number | null;
};
export type SubjectRow = Measured & { subject: string; measure: string; certificates: number };
export type HoldRow = Measured & { certificate_id: string; name: string; kind: string; rank: number; status: string };
export type AgreementRow = {
  first_year: number;
  last_year: number;
  occupations: number;
  rho: number | null;
  rho_low: number | null;
  rho_high: number | null;
};
export type OutlookRow = {
  title: string;
  slope: number;
  slope_low: number;
  slope_high: number;
  postings: number;
  projected_change_pct: number;
};

const recent = (mart: string): string => `
  SELECT measure, scope, ${MEASURED} FROM marts.${mart} WHERE period = 'last 12 months' ORDER BY measure, scope`;

/** What the questions ask of the marts; each list is in the order in which it is shown. */
export const QUESTION_QUERIES = {
  requirements: `
  SELECT CAST(month AS VARCHAR) AS month, postings::DOUBLE AS postings, ${ASKS.map((ask) => `coalesce(${ask}, 0) AS ${ask}`).join(", ")}
  FROM marts.requirement_month WHERE scope = 'all' ORDER BY month`,
  doors: recent("question_open_doors"),
  experience: recent("question_experience_or_paper"),
  survival: `SELECT measure, subject, ${MEASURED} FROM marts.question_still_relevant WHERE measure <> 'horizon' ORDER BY subject, measure`,
  horizon: `
  SELECT count(*)::DOUBLE AS certificates, count(*) FILTER (p_below_half >= 0.5)::DOUBLE AS halving
  FROM marts.question_still_relevant WHERE measure = 'horizon'`,
  practice: `
  SELECT name, ${MEASURED}, asked_share FROM marts.question_theory_or_practice
  WHERE measure = 'missing skill' ORDER BY numerator DESC, asked_share DESC, subject LIMIT 8`,
  coverage: `
  SELECT count(*)::DOUBLE AS certificates, median(share) AS median, quantile_cont(share, 0.1) AS low, quantile_cont(share, 0.9) AS high
  FROM marts.question_theory_or_practice WHERE measure = 'coverage' AND n >= 30`,
  roles: `
  SELECT kind, name, turn, period, sources::DOUBLE AS sources, ${MEASURED}, base_share, base_numerator::DOUBLE AS base_numerator
  FROM marts.question_new_roles WHERE turn <> 'no clear change' ORDER BY abs(share - base_share) DESC, kind, subject`,
  dataEntry: `
  SELECT measure, subject, name, ${MEASURED}, status, slope, slope_low, slope_high, within, "between", source_mix, projected_change_pct
  FROM marts.question_data_entry ORDER BY measure, n DESC, subject`,
  softSkills: `
  SELECT measure, name, ${MEASURED}, breadth FROM marts.question_soft_skills ORDER BY measure, numerator DESC, subject`,
  issuers: `
  SELECT issuer, ${MEASURED}, pay_ratio, pay_low, pay_high, pay_n::DOUBLE AS pay_n FROM marts.question_issuers
  WHERE period = 'last 12 months' ORDER BY numerator DESC, issuer`,
  subjects: `
  SELECT subject, measure, ${MEASURED}, certificates::DOUBLE AS certificates FROM marts.question_subjects
  WHERE period = 'last 12 months' ORDER BY subject, measure`,
  holds: `
  SELECT certificate_id, name, kind, rank::DOUBLE AS rank, ${MEASURED}, status FROM marts.question_which_hold
  WHERE NOT family AND numerator > 0 AND kind <> 'skill' ORDER BY share_low DESC, certificate_id LIMIT 10`,
  agreement: "FROM marts.projection_agreement ORDER BY last_year DESC, first_year DESC",
  outlook: `
  SELECT title, slope, slope_low, slope_high, postings::DOUBLE AS postings, projected_change_pct FROM marts.occupation_outlook
  WHERE slope IS NOT NULL AND projected_change_pct IS NOT NULL AND NOT aggregate ORDER BY postings DESC, soc LIMIT 12`,
} as const;

export type QuestionRows = {
  requirements: RequirementRow[];
  doors: ScopedRow[];
  experience: ScopedRow[];
  survival: SurvivalRow[];
  horizon: HorizonRow[];
  practice: PracticeRow[];
  coverage: CoverageRow[];
  roles: RoleRow[];
  dataEntry: DataEntryRow[];
  softSkills: SoftSkillRow[];
  issuers: IssuerRow[];
  subjects: SubjectRow[];
  holds: HoldRow[];
  agreement: AgreementRow[];
  outlook: OutlookRow[];
};
