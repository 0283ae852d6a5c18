import { barTable } from "../../charts/bars.js";
import { html, type Value } from "../../html.js";
import { change, changeRange, count, monthName, percent, percentRange, plural, points } from "../../numbers.js";
import { table } from "../../parts.js";
import { statusChip } from "../../words.js";
import type { DataEntryRow, QuestionRows, RoleRow, SurvivalRow } from "./rows.js";
import { bars, hasShare, type Section } from "./section.js";

const SURVIVAL_WORDS: Record<string, string> = {
  "grew by half": "Half as much again, or more",
  "kept half": "At least half of it",
  "lost more than half": "Less than half",
};

const years = (subject: string): string => subject.split(" to ").map(monthName).join(" to ");

/** What becomes of a certificate's demand in four years. */
export function survival({ survival: rows }: QuestionRows): Section | null {
  const last = rows.at(-1)?.subject;
  const kept = rows.find(({ subject, measure }) => subject === last && measure === "kept half");
  if (!hasShare(kept, 1) || last === undefined) return null;
  const earlier = rows.filter((row): row is SurvivalRow => row.measure === "kept half" && row.subject !== last);
  return {
    id: "survival",
    question: "Still asked for when the student arrives?",
    answer: `Of ${plural(kept.n, "certificate")} that postings asked for at least 30 times in a year, ${count(kept.numerator)} kept at least half of their share four years later: ${percent(kept.share)} (95% interval ${percentRange(kept.share_low, kept.share_high)}).`,
    caution:
      "The past of these certificates is no promise for others, and sources that joined or left move these shares too.",
    figure: html`${barTable(
      `What became of their share, years to ${years(last)}`,
      ["Share kept", "Share of certificates"],
      bars(
        rows.filter(({ subject }) => subject === last),
        ({ measure }) => SURVIVAL_WORDS[measure] ?? measure,
        1,
      ),
    )}${
      earlier.length > 0 &&
      barTable(
        "Kept at least half, earlier years",
        ["Years to", "Share of certificates"],
        bars(earlier, ({ subject }) => years(subject), 1),
      )
    }`,
  };
}

/** What certificates leave out. */
export function practice({ practice: rows, coverage: [coverage] }: QuestionRows): Section | null {
  const [first] = rows;
  if (!hasShare(first) || coverage === undefined || coverage.median === null) return null;
  return {
    id: "practice",
    question: "Theory or practice?",
    answer: `Half of ${plural(coverage.certificates, "certificate")} attest at most ${percent(coverage.median)} of what their occupations ask for (nine in ten lie above ${percent(coverage.low)}, one in ten above ${percent(coverage.high)}). Missing most often: ${first.name.toLowerCase()}.`,
    caution:
      "Projects and portfolios are no skills of the vocabulary and are not counted. Nothing is said of the quality of teaching.",
    figure: barTable(
      "Skills missing most often",
      ["Skill", "Certificates without it"],
      bars(rows, ({ name }) => name),
    ),
  };
}

const SHOWN = 6;

const roleTable = (caption: string, rows: readonly RoleRow[]): Value =>
  rows.length > 0 &&
  table(
    caption,
    ["Occupation or skill", "Before", "Now"],
    rows
      .slice(0, SHOWN)
      .map((row) => [
        html`${row.name}<br><small>${row.kind}, ${row.turn}</small>`,
        html`${percent(row.base_share)}<br><small>${plural(row.base_numerator, "posting")}</small>`,
        html`${percent(row.share)}<br><small>${percentRange(row.share_low, row.share_high)}</small>`,
      ]),
    [1, 2],
  );

/** Births and deaths of occupations and skills. */
export function roles({ roles: rows }: QuestionRows): Section | null {
  const [first] = rows;
  if (first === undefined) return null;
  const having = (turns: readonly string[], kind: string) =>
    rows.filter((row) => turns.includes(row.turn) && row.kind === kind);
  const [up, down] = [
    ["born", "rose"],
    ["fell", "died"],
  ];
  const size = (turns: readonly string[]): string =>
    `${plural(having(turns, "occupation").length, "occupation")} and ${plural(having(turns, "skill").length, "skill")}`;
  const both = (turns: readonly string[]) => [
    ...having(turns, "occupation").slice(0, 3),
    ...having(turns, "skill").slice(0, 3),
  ];
  return {
    id: "roles",
    question: "Which roles appear, which fade?",
    answer: `Between the years to ${years(first.period)}, ${size(up!)} appeared or rose, ${size(down!)} fell or vanished, by more than chance.`,
    caution: `Compared over ${plural(first.sources, "source")} present in both years; few sources are no market, and a source may change whom it speaks to.`,
    figure: html`${roleTable("Appeared or rose", both(up!))}${roleTable("Fell or vanished", both(down!))}`,
  };
}

const slopeCell = ({ slope, slope_low, slope_high }: DataEntryRow): Value =>
  slope === null
    ? html`<span class="quiet">too few postings</span>`
    : html`${change(slope)}<br><small>${changeRange(slope_low, slope_high)}</small>`;

const shareCell = ({ share, share_low, share_high }: DataEntryRow): Value =>
  html`${percent(share)}<br><small>${percentRange(share_low, share_high)}</small>`;

const madeOf = ({ within, between, source_mix }: DataEntryRow): Value =>
  within !== null &&
  html`<br><small>change in points: ${points(within)} within occupations, ${points(between ?? 0)} between them, ${points(source_mix ?? 0)} by sources</small>`;

/** Data entry, by its skills, certificates and occupations. */
export function dataEntry({ dataEntry: rows }: QuestionRows): Section | null {
  const now = rows.find(({ measure }) => measure === "skills now");
  const before = rows.find(({ measure }) => measure === "skills before");
  if (!hasShare(now)) return null;
  const keyers = rows.find(({ subject }) => subject === "43-9021");
  const projected = keyers?.projected_change_pct ?? null;
  const then = hasShare(before) ? `, after ${percent(before.share)} in the earlier year` : "";
  const shown = rows.filter(({ measure, n }) => ["certificate", "occupation"].includes(measure) && n > 0);
  return {
    id: "data-entry",
    question: "Does data entry fall?",
    answer: `${percent(now.share)} of postings ask for skills of data entry (95% interval ${percentRange(now.share_low, now.share_high)})${then}.${projected === null ? "" : ` The US projection for data entry keyers is ${change(projected)} over ten years.`}`,
    caution: "Nothing here tells automation from other causes; what sources joined or left did is in the table.",
    figure: table(
      "Data entry: certificates and occupations",
      ["Certificate or occupation", "Share now", "Change a year", "Projected"],
      shown.map((row) => [
        html`${row.name}${row.status !== null && html`<br>${statusChip(row.status)}`}${madeOf(row)}`,
        shareCell(row),
        slopeCell(row),
        row.projected_change_pct === null ? html`–` : change(row.projected_change_pct),
      ]),
      [1, 2, 3],
    ),
  };
}
