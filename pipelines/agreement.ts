import { runQuery } from "../warehouse/query.js";
import { textTable } from "./text-table.js";

/** A row of `marts.projection_agreement`. */
export interface AgreementRow {
  first_year: number;
  last_year: number;
  occupations: number;
  rho: number | null;
  rho_low: number | null;
  rho_high: number | null;
}

/** A row of `marts.occupation_outlook` that entered the newest round's correlation. */
export interface AgreementOccupation {
  soc: string;
  title: string;
  postings: number;
  slope: number;
  slope_low: number;
  slope_high: number;
  projected_change_pct: number;
}

export interface AgreementReport {
  rounds: AgreementRow[];
  occupations: AgreementOccupation[];
}

const OCCUPATIONS_SQL = `
  SELECT soc, title, postings, slope, slope_low, slope_high, projected_change_pct FROM marts.occupation_outlook
  WHERE slope IS NOT NULL AND projected_change_pct IS NOT NULL AND NOT aggregate ORDER BY postings DESC, soc`;

/** @throws QueryError where there is no warehouse yet */
export const readAgreement = async (dataDir: string): Promise<AgreementReport> => {
  const ask = async <Row>(sql: string): Promise<Row[]> => {
    return JSON.parse((await runQuery({ dataDir, sql, format: "json" })) ?? "[]") as Row[];
  };
  return {
    rounds: await ask("FROM marts.projection_agreement ORDER BY first_year, last_year"),
    occupations: await ask(OCCUPATIONS_SQL),
  };
};

const two = (value: number): string => value.toFixed(2);

const sentence = ({ first_year, last_year, occupations, rho, rho_low, rho_high }: AgreementRow): string => {
  const round = `${first_year}-${last_year}`;
  if (rho === null) return `${round}: insufficient evidence (${occupations} occupations with a trend; 4 are needed)`;
  const interval = rho_low === null || rho_high === null ? "no interval" : `95 % ${two(rho_low)} to ${two(rho_high)}`;
  return `${round}: Spearman's rho ${two(rho)} (${interval}), ${occupations} occupations`;
};

const SHOWN = 12;

/** The correlations as lines, with the occupations that weigh most. */
export const agreementLines = ({ rounds, occupations }: AgreementReport): string[] => {
  if (rounds.length === 0)
    return ['No projections are loaded: "certworth tables import FILE" and "certworth build" do it.'];
  const rows = occupations
    .slice(0, SHOWN)
    .map(({ title, postings, slope, slope_low, slope_high, projected_change_pct }) => [
      title,
      String(postings),
      `${slope.toFixed(1)} (${slope_low.toFixed(1)} to ${slope_high.toFixed(1)})`,
      projected_change_pct.toFixed(1),
    ]);
  return [
    "Order of the occupations' trends in these postings against their projected change (agreement with a projection, not accuracy):",
    ...rounds.map((round) => `  ${sentence(round)}`),
    ...(rows.length === 0
      ? []
      : ["", textTable([["occupation", "postings", "% a year (95 %)", "projected % over the round"], ...rows])]),
    ...(occupations.length > SHOWN ? [`… and ${occupations.length - SHOWN} more: --json names them all`] : []),
  ];
};
