import { barTable } from "../../charts/bars.js";
import { html, type Value } from "../../html.js";
import { count, monthName, percent, percentRange, plural } from "../../numbers.js";
import { shareOver, table } from "../../parts.js";
import type { QuestionRows, RoleRow, SurvivalRow } from "./rows.js";
import { type Answer, bars, hasShare } from "./section.js";

const SURVIVAL_WORDS: Record<string, string> = {
  "grew by half": "Half as much again, or more",
  "kept half": "At least half of it",
  "lost more than half": "Less than half",
};

const years = (subject: string): string => subject.split(" to ").map(monthName).join(" and ");

/** What becomes of a certificate's demand in four years. */
export function survival({ survival: rows, horizon: [ahead] }: QuestionRows): Answer | null {
  const last = rows.at(-1)?.subject;
  const kept = rows.find(({ subject, measure }) => subject === last && measure === "kept half");
  if (!hasShare(kept, 1) || last === undefined) return null;
  const forecast =
    ahead === undefined || ahead.certificates === 0
      ? ""
      : ` Of ${plural(ahead.certificates, "certificate")} with a forecast, ${count(ahead.halving)} are more likely than not to fall below half of today's share.`;
  const earlier = rows.filter((row): row is SurvivalRow => row.measure === "kept half" && row.subject !== last);
  return {
    answer: `Of ${plural(kept.n, "certificate")} that postings asked for at least 30 times in a year, ${count(kept.numerator)} kept at least half of their share four years later: ${percent(kept.share)} (95% interval ${percentRange(kept.share_low, kept.share_high)}).${forecast}`,
    caution:
      "The past of these certificates is no promise for others, and sources that joined or left move these shares too.",
    figure: html`${barTable(
      `What became of their share between the years to ${years(last)}`,
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
export function practice({ practice: rows, coverage: [coverage] }: QuestionRows): Answer | null {
  const [first] = rows;
  if (!hasShare(first) || coverage === undefined || coverage.median === null) return null;
  return {
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

/** Of each kind and direction. */
const SHOWN = 3;

const roleTable = (caption: string, rows: readonly RoleRow[]): Value =>
  rows.length > 0 &&
  html`<h3>${caption}</h3>${table(
    caption,
    ["Occupation or skill", "Before", "Now"],
    rows.map((row) => [
      html`${row.name}<br><small>${row.kind}, ${row.turn}</small>`,
      html`${percent(row.base_share)}<br><small>${plural(row.base_numerator, "posting")}</small>`,
      shareOver(row.share, row.share_low, row.share_high),
    ]),
    [1, 2],
  )}`;

/** Births and deaths of occupations and skills. */
export function roles({ roles: rows }: QuestionRows): Answer | null {
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
    ...having(turns, "occupation").slice(0, SHOWN),
    ...having(turns, "skill").slice(0, SHOWN),
  ];
  return {
    answer: `Between the years to ${years(first.period)}, ${size(up!)} appeared or rose, ${size(down!)} fell or vanished, by more than chance.`,
    caution: `Compared over ${plural(first.sources, "source")} present in both years; few sources are no market, and a source may change whom it speaks to.`,
    figure: html`${roleTable("Appeared or rose", both(up!))}${roleTable("Fell or vanished", both(down!))}`,
  };
}
