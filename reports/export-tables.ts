export interface Export {
  name: string;
  holds: string;
  /** What makes the order of the rows, and so the file, the same each time. */
  order: string;
  /** True where the CSV, which is large, holds the scopes all, entry and internship only; the Parquet file holds all. */
  brief?: true;
}

/** The marts that answer questions; `order` is their key. */
const QUESTIONS: readonly Export[] = (
  [
    ["open_doors", "what postings ask for, and how strongly", "measure, scope, period"],
    ["experience_or_paper", "experience against certificates", "measure, scope, period"],
    ["still_relevant", "survival over four years, and the horizon", "measure, subject"],
    ["theory_or_practice", "coverage and missing skills", "measure, subject"],
    ["new_roles", "occupations and skills that appear and fade", "kind, subject"],
    ["data_entry", "data entry by skills, certificates and occupations", "measure, subject"],
    ["soft_skills", "soft skills and their breadth", "measure, subject"],
    ["issuers", "demand and pay by issuer", "issuer, period"],
    ["subjects", "the kinds of certificates that schools offer", "subject, measure, period"],
    ["which_hold", "the ranking with its evidence", "certificate_id"],
    ["supply", "steps of supply against demand", "step, region, year"],
  ] as const
).map(([name, holds, order]) => ({ name: `question_${name}`, holds, order }));

/** The tables that are offered: every mart but those of `LEFT_OUT`. */
export const EXPORTS: readonly Export[] = [
  { name: "certificate", holds: "the certificates of the taxonomy", order: "certificate_id" },
  {
    name: "certificate_month",
    holds: "demand by certificate, scope and month",
    order: "certificate_id, scope, month",
    brief: true,
  },
  { name: "certificate_signal", holds: "status, slope and evidence", order: "certificate_id, as_of" },
  {
    name: "certificate_horizon",
    holds: "the share expected in one to six years",
    order: "certificate_id, months_ahead",
  },
  { name: "certificate_ranking", holds: "places by each rule of counting", order: "certificate_id" },
  {
    name: "certificate_stock",
    holds: "demand among postings open at the end of a month",
    order: "certificate_id, month",
  },
  { name: "certificate_decomposition", holds: "what a change is made of", order: "certificate_id, period" },
  { name: "certificate_profile", holds: "occupations, regions, pay, coverage", order: "certificate_id" },
  { name: "issuer_month", holds: "demand by issuer and month", order: "issuer, month" },
  { name: "succession", holds: "which certificate took which one's place", order: "certificate_id, predecessor_id" },
  { name: "succession_month", holds: "demand by line of succession and month", order: "certificate_id, month" },
  { name: "survival", holds: "what became of demand after four years", order: "certificate_id, year" },
  { name: "vintage", holds: "what each edition said", order: "vintage, certificate_id" },
  { name: "revision", holds: "what changed since the edition before", order: "certificate_id" },
  { name: "requirement_month", holds: "what postings ask for", order: "scope, month" },
  { name: "skill", holds: "the skills of the taxonomy", order: "skill_id" },
  { name: "skill_signal", holds: "status, slope and horizon of the skills", order: "skill_id, as_of" },
  { name: "skill_month", holds: "demand by skill, scope and month", order: "skill_id, scope, month", brief: true },
  { name: "occupation", holds: "occupations and career clusters", order: "soc" },
  { name: "occupation_month", holds: "postings by occupation and month", order: "soc, month" },
  { name: "occupation_outlook", holds: "occupations beside projections and wages", order: "soc" },
  { name: "occupation_certificate", holds: "certificates that occupations ask for", order: "soc, certificate_id" },
  { name: "occupation_skill", holds: "skills that occupations ask for", order: "soc, skill_id" },
  { name: "certificate_skill", holds: "skills that certificates attest", order: "certificate_id, skill_id" },
  { name: "stock_month", holds: "new beside open postings by month", order: "month" },
  { name: "entity_life", holds: "when occupations and skills appeared and vanished", order: "kind, entity" },
  { name: "projection_agreement", holds: "agreement with the projections", order: "first_year, last_year" },
  { name: "supply_demand", holds: "certificates earned against asks", order: "subject, region, year" },
  ...QUESTIONS,
  { name: "source_health", holds: "health of the sources by day", order: "source_id, date" },
  { name: "host_health", holds: "what was asked of hosts by day", order: "host, date" },
  {
    name: "mention_rate",
    holds: "how often each source names a certificate, and what drifted",
    order: "certificate_id, source",
  },
  { name: "alarm", holds: "what stands out after the last night", order: "alarm, source_id" },
  { name: "meta", holds: "what the whole warehouse says of itself", order: "key" },
  { name: "quarantine", holds: "refused rows by reason", order: "source, reason, field" },
];

/** The marts that are not offered, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  posting: "its texts are their employers'; the explorer has what is no text",
  mention: "it quotes postings; the explorer has which posting asks for what, and how strongly",
  certificate_candidate: "it quotes postings, and nobody has judged its names yet",
  run: "the log of the machine that built the site",
};
