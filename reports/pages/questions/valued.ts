import { barTable } from "../../charts/bars.js";
import { html, type Value } from "../../html.js";
import { change, changeRange, count, percent, percentRange, plural, sentenceCase } from "../../numbers.js";
import { table } from "../../parts.js";
import { certificatePath } from "../../summary.js";
import { statusChip } from "../../words.js";
import type { AgreementRow, IssuerRow, QuestionRows, SubjectRow } from "./rows.js";
import { bars, hasShare, type Section } from "./section.js";

const SHOWN = 10;

const said = ({ share, share_low, share_high }: { share: number; share_low: number; share_high: number }): string =>
  `${percent(share)} (95% interval ${percentRange(share_low, share_high)})`;

/** Soft skills by name, and how widely they are asked for. */
export function softSkills({ softSkills: rows }: QuestionRows): Section | null {
  const skills = rows.filter(({ measure }) => measure === "skill");
  const [first] = skills;
  if (!hasShare(first)) return null;
  const breadth = (share: number | null): string => (share === null ? "" : `, breadth ${Math.round(share * 100)}%`);
  return {
    id: "soft-skills",
    question: "Are soft skills prized, and do they transfer?",
    answer: `${first.name}, asked for most, stands in ${said(first)} of postings${first.breadth === null ? "" : `; its asks spread ${Math.round(first.breadth * 100)}% as evenly over the 23 occupation groups as could be`}.`,
    caution: "A word in a posting is cheap. Breadth is over occupations; the industry of an employer is not known.",
    figure: barTable(
      "Soft skills by name, last 12 months",
      ["Skill", "Share of postings"],
      bars(skills.slice(0, SHOWN), ({ name, breadth: even }) => html`${name}<small>${breadth(even)}</small>`),
    ),
  };
}

const payCell = ({ pay_ratio, pay_low, pay_high, pay_n }: IssuerRow): Value =>
  pay_ratio === null || pay_low === null || pay_high === null
    ? html`<span class="quiet">too few with pay</span>`
    : html`${change((pay_ratio - 1) * 100)}<br><small>${changeRange((pay_low - 1) * 100, (pay_high - 1) * 100)}; ${count(pay_n)} postings</small>`;

/** The largest issuers, and those that the articles name. */
const issuersShown = (rows: readonly IssuerRow[]): IssuerRow[] =>
  rows.filter(({ issuer }, place) => place < SHOWN || ["Cisco", "Microsoft"].includes(issuer));

/** Issuers by demand and pay. */
export function issuers({ issuers: rows }: QuestionRows): Section | null {
  const [first] = rows;
  if (!hasShare(first)) return null;
  const named = ["Cisco", "Microsoft"].map((issuer) => {
    const row = rows.find((one) => one.issuer === issuer);
    return hasShare(row) ? `${issuer}: ${said(row)}` : `${issuer}: none`;
  });
  return {
    id: "issuers",
    question: "Do recognised issuers carry weight?",
    answer: `${first.issuer} is named most, in ${said(first)} of postings. ${named.join("; ")}.`,
    caution:
      "Pay is what postings state, in the same occupation, currency and year, with and without; it is not what a certificate earns its holder.",
    figure: table(
      "Issuers whose certificates are named, last 12 months",
      ["Issuer", "Share of postings", "Stated pay, with against without"],
      issuersShown(rows).map((row) => [
        row.issuer,
        html`${percent(row.share)}<br><small>${percentRange(row.share_low, row.share_high)}; ${plural(row.numerator, "posting")}</small>`,
        payCell(row),
      ]),
      [1, 2],
    ),
  };
}

const subjectCell = (row: SubjectRow | undefined): Value =>
  hasShare(row)
    ? html`${percent(row.share)}<br><small>${percentRange(row.share_low, row.share_high)}</small>`
    : html`<span class="quiet">too few postings</span>`;

/** The kinds of certificates that the articles speak of. */
export function subjects({ subjects: rows }: QuestionRows): Section | null {
  const names = [...new Set(rows.map(({ subject }) => subject))];
  const of = (subject: string, measure: string) =>
    rows.find((row) => row.subject === subject && row.measure === measure);
  const [most] = rows.filter(({ measure }) => measure === "named").toSorted((a, b) => b.numerator - a.numerator);
  if (!hasShare(most)) return null;
  return {
    id: "subjects",
    question: "Coding, design, soft skills: which kind is asked for?",
    answer:
      most.numerator === 0
        ? "No posting of the last 12 months names a certificate of these subjects."
        : `By name, certificates of ${most.subject} are asked for most: in ${said(most)} of postings. What most of these subjects teach is asked for far more often than their certificates.`,
    caution:
      "The two columns stand beside each other and are never added up: asking for a skill is not asking for its certificate.",
    figure: table(
      "Subjects, last 12 months",
      ["Subject", "Name a certificate", "Ask for a skill that one attests"],
      names.map((name) => [
        html`${sentenceCase(name)}<br><small>${plural(of(name, "named")?.certificates ?? 0, "certificate")}</small>`,
        subjectCell(of(name, "named")),
        subjectCell(of(name, "skills")),
      ]),
      [1, 2],
    ),
  };
}

/** The ranking by named demand. */
export function holds({ holds: rows }: QuestionRows): Section | null {
  const [first] = rows;
  if (!hasShare(first)) return null;
  return {
    id: "hold",
    question: "Which ones hold value?",
    answer: `${first.name} leads what postings name or the law requires: ${said(first)} of postings.`,
    caution:
      "Ranked by the lower end of the interval, so that thin evidence never leads. A share of postings is not worth, and no student should choose by it alone.",
    figure: barTable(
      "Asked for most, last 12 months, each with its status",
      ["Certificate", "Share of postings"],
      bars(
        rows,
        ({ certificate_id, name, status }) =>
          html`<a href="${certificatePath(certificate_id)}">${name}</a> ${statusChip(status)}`,
      ),
    ),
  };
}

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

/** Our trends of occupations beside the projections that were loaded. */
export function agreement({ agreement: rounds, outlook }: QuestionRows): Section | null {
  const [latest, ...others] = rounds;
  if (latest === undefined) return null;
  const round = ({ first_year, last_year }: AgreementRow): string => `${first_year}–${last_year}`;
  return {
    id: "agreement",
    question: "Do these trends agree with the official projections?",
    answer: `With the US projections ${round(latest)}: ${correlation(latest)}. An interval that holds zero says that no agreement was shown.`,
    caution: `Agreement with a projection, not accuracy: it is of a nation's employment in ten years, not of postings. Source: US Bureau of Labor Statistics.${others.length > 0 ? ` Earlier rounds: ${others.map((one) => `${round(one)} ${correlation(one)}`).join("; ")}.` : ""}`,
    figure:
      outlook.length > 0 &&
      table(
        `Occupations with most postings, and their projected change ${round(latest)}`,
        ["Occupation", "Change of its share a year", "Projected change", "Postings"],
        outlook.map((row) => [
          row.title,
          html`${change(row.slope)}<br><small>${changeRange(row.slope_low, row.slope_high)}</small>`,
          change(row.projected_change_pct),
          count(row.postings),
        ]),
        [1, 2, 3],
      ),
  };
}
