import { barTable } from "../../charts/bars.js";
import { type Line, linesChart } from "../../charts/lines.js";
import { type Html, html } from "../../html.js";
import { count, monthName, percent, percentRange, plural } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { pair } from "../../parts.js";
import { aggregate, type Counted, fittingPeriod, lastMonths, type Point, wilson } from "../../series.js";
import { SCOPE_WORDS } from "../../words.js";
import type { Ask, CoverageRow, IssuerRow, RequirementRow, StrengthRow, SurvivalRow } from "./rows.js";

const counted = (rows: readonly RequirementRow[], scope: string, ask: Ask): Counted[] =>
  rows
    .filter((row) => row.scope === scope)
    .map((row) => ({ date: row.month, postings: row.postings, asking: Math.round(row[ask] * row.postings) }));

const LINES: readonly [Ask, string, string][] = [
  ["experience", "Experience", "var(--blue)"],
  ["soft_skills", "Soft skills", "var(--green)"],
  ["degree", "A degree", "var(--purple)"],
  ["any_certificate", "A certificate", "var(--vermilion)"],
];

function doors(rows: readonly RequirementRow[], facts: Facts): Html {
  const months = counted(rows, "all", "any_certificate");
  if (months.length === 0) return html``;
  const period = fittingPeriod(months);
  const lines: Line[] = LINES.map(([ask, label, colour]) => ({
    label,
    colour,
    points: aggregate(counted(rows, "all", ask), period === "month" ? "quarter" : period),
  }));
  const recent = (ask: Ask) => lastMonths(counted(rows, "all", ask), facts.asOf);
  const [certificate, experience] = [recent("any_certificate"), recent("experience")];
  const sentence =
    certificate && experience
      ? `In the last 12 months ${percent(certificate.share)} of postings asked for any certificate or licence by name, ${percent(experience.share)} for experience.`
      : "";
  return pair(
    "doors",
    "What do postings ask for?",
    html`<p><strong>${sentence}</strong></p><p>A posting can ask for several. The bands are 95% intervals; they are narrow where postings are many.</p>`,
    html`<figure>${linesChart(lines, period === "month" ? "quarter" : period, { id: "doors-chart", title: "Share of postings that ask for experience, soft skills, a degree or a certificate" })}<figcaption>Share of all postings by ${period === "month" ? "quarter" : period}, in per cent, from zero.</figcaption></figure>`,
  );
}

function scopes(rows: readonly RequirementRow[], facts: Facts): Html {
  const bar = (ask: Ask) =>
    Object.entries(SCOPE_WORDS).flatMap(([scope, label]) => {
      const recent = lastMonths(counted(rows, scope, ask), facts.asOf);
      return recent === null
        ? []
        : [{ label, share: recent.share, low: recent.low, high: recent.high, note: `of ${count(recent.postings)}` }];
    });
  const entry = lastMonths(counted(rows, "entry", "any_certificate"), facts.asOf);
  if (entry === null) return html``;
  return pair(
    "first-jobs",
    "Do they open the first door?",
    html`<p><strong>${percent(entry.share)} of entry-level postings ask for a certificate.</strong> The whiskers show the 95% interval.</p><p>The second table shows how many postings take experience in place of a degree or certificate.</p>`,
    html`${barTable("Ask for any certificate, last 12 months", ["Postings", "Share"], bar("any_certificate"))}${barTable("Say “or equivalent experience”, last 12 months", ["Postings", "Share"], bar("equivalent_experience"))}`,
  );
}

const share = (asking: number, postings: number): Pick<Point, "share" | "low" | "high"> => {
  const [low, high] = wilson(asking, postings);
  return { share: asking / postings, low, high };
};

function strength([row]: readonly StrengthRow[]): Html {
  if (row === undefined || row.required === null) return html``;
  const total = row.required + row.preferred + row.mentioned;
  if (total === 0) return html``;
  const bar = (label: string, asking: number) => ({ label, ...share(asking, total), note: count(asking) });
  return pair(
    "strength",
    "Required, or a plus?",
    html`<p><strong>${percent(row.required / total)} of the mentions are requirements.</strong> The rest prefer a certificate or merely mention it. ${percent(row.alternatives / total)} name it as one of several alternatives.</p>`,
    barTable(
      "How strongly certificates are asked for",
      ["Level", "Share of mentions"],
      [bar("Required", row.required), bar("Preferred", row.preferred), bar("Merely mentioned", row.mentioned)],
    ),
  );
}

function issuers(rows: readonly IssuerRow[]): Html {
  if (rows.length === 0) return html``;
  const all = rows.reduce((sum, { asking }) => sum + asking, 0);
  return pair(
    "issuers",
    "Do known issuers carry weight?",
    html`<p>The ten issuers whose certificates are named most often, in the last 12 months. Being named is not being rewarded: pay stands on each certificate's page.</p>`,
    barTable(
      "Mentions by issuer, among these ten",
      ["Issuer", "Share of the ten's mentions"],
      rows.map(({ issuer, asking }) => ({ label: issuer, ...share(asking, all), note: count(asking) })),
    ),
  );
}

function survival([row]: readonly SurvivalRow[]): Html {
  if (row === undefined || row.certificates === 0) return html``;
  const { certificates, grew, kept, halved } = row;
  const lasting = wilson(grew + kept, certificates);
  const bar = (label: string, size: number) => ({
    label,
    ...share(size, certificates),
    note: plural(size, "certificate"),
  });
  return pair(
    "survival",
    "Still asked for when the student arrives?",
    html`<p><strong>Of ${plural(certificates, "certificate")} that postings named at least 30 times in the year to ${monthName(row.then_end)}, ${count(grew + kept)} kept at least half of their share four years later</strong> (${percent((grew + kept) / certificates)}; 95% interval ${percentRange(...lasting)}).</p><p>The past of these certificates is no promise for others.</p>`,
    barTable(
      "What became of their share in four years",
      ["Share of postings", "Share of certificates"],
      [
        bar("Half as much again, or more", grew),
        bar("Between half and half as much again", kept),
        bar("Less than half", halved),
      ],
    ),
  );
}

function practice(rows: readonly CoverageRow[]): Html {
  if (rows.length === 0) return html``;
  const bars = rows.map(({ name, certificates, all, share: asked }) => ({
    label: name,
    share: certificates / all,
    note: `asked in ${percent(asked)} of their postings`,
  }));
  return pair(
    "practice",
    "Theory or practice?",
    html`<p>What the occupations that a certificate is for ask for, and the certificate does not attest: <strong>the skills that are missing from most certificates.</strong></p><p>Each certificate's page has its own list and says how much it covers.</p>`,
    barTable("Skills missing most often", ["Skill", "Share of certificates without it"], bars),
  );
}

interface Rows {
  requirements: readonly RequirementRow[];
  strengths: readonly StrengthRow[];
  issuers: readonly IssuerRow[];
  survivals: readonly SurvivalRow[];
  coverage: readonly CoverageRow[];
}

/** The questions of the articles behind the project, each with a chart and an honest sentence. */
export const questions = (rows: Rows, facts: Facts): Html =>
  html`${doors(rows.requirements, facts)}${scopes(rows.requirements, facts)}${strength(rows.strengths)}${survival(rows.survivals)}${issuers(rows.issuers)}${practice(rows.coverage)}`;
