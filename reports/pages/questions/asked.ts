import { barTable } from "../../charts/bars.js";
import { type Line, linesChart } from "../../charts/lines.js";
import { html } from "../../html.js";
import { aggregate, type Counted, fittingPeriod } from "../../series.js";
import { SCOPE_WORDS } from "../../words.js";
import type { Ask, QuestionRows, RequirementRow, ScopedRow } from "./rows.js";
import { type Answer, bars, ENOUGH, hasShare, said } from "./section.js";

const LINES: readonly [Ask, string, string][] = [
  ["experience", "Experience", "var(--blue)"],
  ["soft_skills", "Soft skills", "var(--green)"],
  ["degree", "A degree", "var(--purple)"],
  ["any_certificate", "A certificate", "var(--vermilion)"],
];

const counted = (rows: readonly RequirementRow[], ask: Ask): Counted[] =>
  rows.map((row) => ({ date: row.month, postings: row.postings, asking: Math.round(row[ask] * row.postings) }));

const find = (rows: readonly ScopedRow[], measure: string, scope = "all"): ScopedRow | undefined =>
  rows.find((row) => row.measure === measure && row.scope === scope);

/** What postings ask for, side by side, over time. */
export function doors({ requirements, doors: rows }: QuestionRows): Answer | null {
  const [certificate, experience] = [find(rows, "any certificate"), find(rows, "experience")];
  if (!hasShare(certificate) || !hasShare(experience) || requirements.length === 0) return null;
  const fitting = fittingPeriod(counted(requirements, "any_certificate"));
  const period = fitting === "month" ? "quarter" : fitting;
  const lines: Line[] = LINES.map(([ask, label, colour]) => ({
    label,
    colour,
    points: aggregate(counted(requirements, ask), period).filter(({ postings }) => postings >= ENOUGH),
  }));
  if (lines.some(({ points }) => points.length === 0)) return null;
  const title = "Share of postings that ask for experience, soft skills, a degree or a certificate";
  return {
    answer: `In the last 12 months ${said(certificate)} of postings asked for any certificate or licence by name, ${said(experience)} for experience.`,
    caution: "A posting can ask for several. Being asked for is not being let in: nobody here saw who was hired.",
    figure: html`<figure>${linesChart(lines, period, { id: "doors-chart", title })}<figcaption>Share of all postings by ${period}, in per cent, from zero. The bands are 95% intervals; a ${period} with fewer than ${ENOUGH} postings is a gap.</figcaption></figure>`,
  };
}

/** The same for the first job. */
export function firstJobs({ doors: rows }: QuestionRows): Answer | null {
  const entry = find(rows, "any certificate", "entry");
  if (!hasShare(entry)) return null;
  const scopes = Object.entries(SCOPE_WORDS).flatMap(([scope, label]) =>
    bars(
      [find(rows, "any certificate", scope)].flatMap((row) => row ?? []),
      () => label,
    ),
  );
  const beside = [
    ["experience", "Experience"],
    ["degree", "A degree"],
    ["soft skills", "Soft skills"],
    ["certificate required", "A certificate, required"],
  ].flatMap(([measure, label]) =>
    bars(
      [find(rows, measure!, "entry")].flatMap((row) => row ?? []),
      () => label!,
    ),
  );
  return {
    answer: `${said(entry)} of entry-level postings ask for a certificate.`,
    caution:
      "Entry-level is read from title and text. Internships are few in most collections: look at the interval first.",
    figure: html`${barTable("Ask for any certificate, last 12 months", ["Postings", "Share"], scopes)}${barTable("What entry-level postings ask for beside it", ["Asked for", "Share"], beside)}`,
  };
}

/** How strongly certificates are asked for. */
export function strength({ doors: rows }: QuestionRows): Answer | null {
  const required = find(rows, "mentions required");
  if (!hasShare(required)) return null;
  const levels = [
    ["mentions required", "Required"],
    ["mentions preferred", "Preferred"],
    ["mentions merely named", "Merely named"],
    ["mentions one of several", "One of several alternatives"],
  ].flatMap(([measure, label]) =>
    bars(
      [find(rows, measure!)].flatMap((row) => row ?? []),
      () => label!,
    ),
  );
  return {
    answer: `Of the times that postings asked for a certificate, ${said(required)} were requirements.`,
    caution:
      "Read from the sentence and the section around the mention. What an employer insists on in the interview is not known.",
    figure: barTable("How strongly certificates are asked for, last 12 months", ["Level", "Share of asks"], levels),
  };
}

/** Experience against certificates. */
export function experienceOrPaper({ experience: rows }: QuestionRows): Answer | null {
  const [instead, only] = [find(rows, "certificate or experience"), find(rows, "experience only")];
  if (!hasShare(only)) return null;
  const taken = hasShare(instead)
    ? `Of the postings that ask for a certificate, ${said(instead)} take experience in its place.`
    : "Too few postings ask for a certificate to say how many take experience in its place.";
  const rowsShown = [
    ["certificate or experience", "Take experience instead, of those that ask for a certificate"],
    ["experience only", "Experience, no certificate or degree"],
    ["certificate only", "A certificate, no experience"],
    ["both", "A certificate and experience"],
  ].flatMap(([measure, label]) =>
    bars(
      [find(rows, measure!)].flatMap((row) => row ?? []),
      () => label!,
    ),
  );
  return {
    answer: `${taken} ${said(only)} of all postings ask for experience and for neither a certificate nor a degree.`,
    caution: "Only what postings write: an employer may weigh both and say neither.",
    figure: barTable("Experience and paper, last 12 months", ["Postings", "Share"], rowsShown),
  };
}
