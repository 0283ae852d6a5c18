import { change, count, plural } from "../../numbers.js";
import { changeOver, table } from "../../parts.js";
import type { AgreementRow, QuestionRows } from "./rows.js";
import type { Answer } from "./section.js";

const NOT_LOADED: Answer = {
  answer: "No projections are loaded, so nothing was compared.",
  caution: "The importer of tables brings those of the US Bureau of Labor Statistics.",
  figure: false,
};

const coefficient = (value: number): string => value.toFixed(2).replace("-", "−");

const correlation = ({ rho, rho_low, rho_high, occupations }: AgreementRow): string => {
  if (rho === null)
    return `insufficient evidence: ${plural(occupations, "occupation")} with a trend, and four are needed`;
  const interval =
    rho_low === null || rho_high === null
      ? "no interval"
      : `95% interval ${coefficient(rho_low)} to ${coefficient(rho_high)}`;
  return `rank correlation ${coefficient(rho)} (${interval}) over ${plural(occupations, "occupation")}`;
};

const holdsZero = ({ rho_low, rho_high }: AgreementRow): boolean =>
  rho_low !== null && rho_high !== null && rho_low <= 0 && rho_high >= 0;

/** Our trends of occupations beside the projections that were loaded. */
export function agreement({ agreement: rounds, outlook }: QuestionRows): Answer {
  const [latest, ...others] = rounds;
  if (latest === undefined) return NOT_LOADED;
  const round = ({ first_year, last_year }: AgreementRow): string => `${first_year}–${last_year}`;
  return {
    answer: `With the US projections ${round(latest)}: ${correlation(latest)}.${holdsZero(latest) ? " The interval holds zero: no agreement was shown." : ""}`,
    caution: `Agreement with a projection, not accuracy: it is of a nation's employment in ten years, not of postings. Source: US Bureau of Labor Statistics.${others.length > 0 ? ` Earlier rounds: ${others.map((one) => `${round(one)} ${correlation(one)}`).join("; ")}.` : ""}`,
    figure:
      outlook.length > 0 &&
      table(
        `Occupations with most postings, and their projected change ${round(latest)}`,
        ["Occupation", "Change of its share a year", "Projected change", "Postings"],
        outlook.map((row) => [
          row.title,
          changeOver(row.slope, row.slope_low, row.slope_high),
          change(row.projected_change_pct),
          count(row.postings),
        ]),
        [1, 2, 3],
      ),
  };
}
