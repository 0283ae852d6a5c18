import { barTable } from "../charts/bars.js";
import { type Html, html, type Value } from "../html.js";
import { count, percent, plural, sentenceCase } from "../numbers.js";
import { definePage } from "../page.js";
import { pair, table } from "../parts.js";
import { certificatePath } from "../summary.js";
import type { Measured } from "./questions/rows.js";
import { bars } from "./questions/section.js";

type StepRow = Measured & { step: string; region: string; year: number };

interface SupplyRow {
  certificate_id: string | null;
  name: string;
  region: string;
  year: number;
  kind: string | null;
  earned: number;
  earned_share: number | null;
  asks_year: number | null;
  asked_share: number | null;
  ratio: number | null;
  ratio_low: number | null;
  ratio_high: number | null;
  step: string;
  sure: boolean;
}

type Rows = { steps: StepRow[]; rows: SupplyRow[] };

const STEPS = [
  "very oversupplied",
  "oversupplied",
  "balanced",
  "undersupplied",
  "very undersupplied",
  "insufficient evidence",
] as const;

/** A sign beside the word, so that colour is never the only difference. */
const SIGNS: Record<string, [string, string]> = {
  "very oversupplied": ["▼", "down"],
  oversupplied: ["▼", "down"],
  balanced: ["■", "level"],
  undersupplied: ["▲", "up"],
  "very undersupplied": ["▲", "up"],
};

function stepChip(step: string): Html {
  const [sign, tone] = SIGNS[step] ?? ["○", "unknown"];
  return html`<span class="status ${tone}"><span aria-hidden="true">${sign}</span> ${sentenceCase(step)}</span>`;
}

const ratioText = (ratio: number): string => ratio.toFixed(ratio < 9.95 ? 2 : 0);

const ratioCell = ({ ratio, ratio_low, ratio_high }: SupplyRow): Value =>
  ratio === null || ratio_low === null || ratio_high === null
    ? html`–`
    : html`${ratioText(ratio)}<br><small>${ratioText(ratio_low)} to ${ratioText(ratio_high)}</small>`;

const nameCell = (row: SupplyRow): Value => html`${titleOf(row)}<br>${stepCell(row)}`;

const titleOf = ({ certificate_id, name, kind }: SupplyRow): Value =>
  certificate_id === null
    ? html`${name}<br><small>unknown name: nothing could be compared</small>`
    : html`<a href="${certificatePath(certificate_id)}">${name}</a><br><small>demand by ${kind === "skill" ? "its skills" : kind === "licence" ? "its occupations" : "name"}</small>`;

const stepCell = ({ step, sure, ratio }: SupplyRow): Value =>
  html`${stepChip(step)}${ratio !== null && !sure && html`<br><small>the interval reaches the next step</small>`}`;

const supplyTable = (caption: string, rows: readonly SupplyRow[]): Html =>
  table(
    caption,
    ["Certificate, and its step", "Ratio", "Earned", "Asks a year"],
    rows.map((row) => [
      nameCell(row),
      ratioCell(row),
      html`${count(row.earned)}${row.earned_share !== null && html`<br><small>${percent(row.earned_share)} of all</small>`}`,
      row.asks_year === null
        ? html`–`
        : html`${count(row.asks_year)}<br><small>${percent(row.asked_share)} of all</small>`,
    ]),
    [1, 2, 3],
  );

const placeOf = ({ region, year }: { region: string; year: number }): string =>
  `${region === "all" ? "All regions" : region}, ${year}`;

function group(place: string, { steps, rows }: Rows, index: number): Html {
  const own = rows.filter((row) => placeOf(row) === place);
  const unknown = own.filter(({ certificate_id }) => certificate_id === null).length;
  const compared = own.filter(({ ratio }) => ratio !== null).length;
  const shown = STEPS.flatMap((step) => steps.filter((row) => row.step === step && placeOf(row) === place));
  const words = html`<p><strong>${count(compared)} of ${plural(own.length, "certificate")} could be compared.</strong>${unknown > 0 && ` ${plural(unknown, "name is", "names are")} unknown to the taxonomy and compared with nothing.`}</p>`;
  return html`${pair(
    `place-${index}`,
    place,
    words,
    barTable(
      "How many certificates stand on which step",
      ["Step", "Share of certificates"],
      bars(shown, ({ step }) => sentenceCase(step), 1),
    ),
  )}${supplyTable(`Certificates earned and asked for: ${place}`, own)}`;
}

/** Only where a table of certificates earned was loaded. */
export default definePage<Rows>({
  title: "Supply and demand",
  queries: {
    steps: `SELECT step, region, year::DOUBLE AS year, numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator, n::DOUBLE AS n, share, share_low, share_high
      FROM marts.question_supply ORDER BY year DESC, region, step`,
    rows: `SELECT certificate_id, name, region, year::DOUBLE AS year, kind, earned::DOUBLE AS earned, earned_share, asks_year, asked_share,
        ratio, ratio_low, ratio_high, step, sure
      FROM marts.supply_demand ORDER BY year DESC, region, ratio DESC NULLS LAST, subject`,
  },
  *render(rows) {
    if (rows.rows.length === 0) return;
    const places = [...new Set(rows.rows.map(placeOf))];
    const body = html`<header class="lead"><h1>Supply and demand</h1>
<p class="standfirst">Certificates earned, beside what postings ask for. A certificate's part of all that were earned is divided by its part of all asks: 1 is balance, 2 is twice as much of the supply as of the demand.</p>
<p class="quiet">Very oversupplied: 4 and more. Oversupplied: 2 to 4. Balanced: a half to 2. Undersupplied: a quarter to a half. Very undersupplied: up to a quarter. Below 30 asks or 10 earned nothing is said. Both parts are among the certificates of the table, within one region, year and kind of demand. Supply is not skill, and postings are not vacancies.</p></header>
${places.map((place, index) => group(place, rows, index))}`;
    yield {
      path: "supply.html",
      title: "Supply and demand",
      description:
        "Certificates earned against what job postings ask for, on five steps from very oversupplied to very undersupplied.",
      section: "supply",
      body,
    };
  },
});
