import { barTable } from "../../charts/bars.js";
import { html, type Value } from "../../html.js";
import { change, changeRange, count, plural, sentenceCase } from "../../numbers.js";
import { shareOver, table } from "../../parts.js";
import { certificatePath } from "../../summary.js";
import { statusChip } from "../../words.js";
import type { IssuerRow, QuestionRows, SubjectRow } from "./rows.js";
import { type Answer, bars, hasShare, said } from "./section.js";

const SHOWN = 10;

/** Soft skills by name, and how widely they are asked for. */
export function softSkills({ softSkills: rows }: QuestionRows): Answer | null {
  const skills = rows.filter(({ measure }) => measure === "skill");
  const [first] = skills;
  if (!hasShare(first)) return null;
  const breadth = (share: number | null): string => (share === null ? "" : `, breadth ${Math.round(share * 100)}%`);
  return {
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
export function issuers({ issuers: rows }: QuestionRows): Answer | null {
  const [first] = rows;
  if (!hasShare(first)) return null;
  const named = ["Cisco", "Microsoft"].map((issuer) => {
    const row = rows.find((one) => one.issuer === issuer);
    return hasShare(row) ? `${issuer}: ${said(row)}` : `${issuer}: none`;
  });
  return {
    answer: `${first.issuer} is named most, in ${said(first)} of postings. ${named.join("; ")}.`,
    caution:
      "Pay is what postings state, in the same occupation, currency and year, with and without; it is not what a certificate earns its holder.",
    figure: table(
      "Issuers whose certificates are named, last 12 months",
      ["Issuer", "Share of postings", "Stated pay, with against without"],
      issuersShown(rows).map((row) => [
        html`${row.issuer}<br><small>${plural(row.numerator, "posting")}</small>`,
        shareOver(row.share, row.share_low, row.share_high),
        payCell(row),
      ]),
      [1, 2],
    ),
  };
}

const subjectCell = (row: SubjectRow | undefined): Value =>
  hasShare(row)
    ? shareOver(row.share, row.share_low, row.share_high)
    : html`<span class="quiet">too few postings</span>`;

/** Whether one share lies above another, interval and all. */
const beyond = (one: SubjectRow | undefined, other: SubjectRow | undefined): boolean =>
  hasShare(one) && hasShare(other) && one.share_low > other.share_high;

/** The kinds of certificates that the articles speak of. */
export function subjects({ subjects: rows }: QuestionRows): Answer | null {
  const names = [...new Set(rows.map(({ subject }) => subject))];
  const of = (subject: string, measure: string) =>
    rows.find((row) => row.subject === subject && row.measure === measure);
  const [most] = rows.filter(({ measure }) => measure === "named").toSorted((a, b) => b.numerator - a.numerator);
  if (!hasShare(most)) return null;
  const named =
    most.numerator === 0
      ? "No posting of the last 12 months names a certificate of these subjects."
      : `By name, certificates of ${most.subject} are asked for most: in ${said(most)} of postings.`;
  const taught = names.filter((name) => beyond(of(name, "skills"), of(name, "named"))).length;
  return {
    answer: `${named} In ${count(taught)} of ${plural(names.length, "subject")} the skills are asked for more often than the certificates, by more than chance.`,
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
export function holds({ holds: rows }: QuestionRows): Answer | null {
  const [first] = rows;
  if (!hasShare(first)) return null;
  return {
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
