import { type Html, html, type Value } from "../html.js";
import { count, percent, sentenceCase } from "../numbers.js";
import { table } from "../parts.js";
import type { Line } from "./audit.js";
import type { Suggestion } from "./suggestions.js";
import type { Call } from "./verdict.js";
import { CALL_WORDS, METHOD_WORDS } from "./words.js";

export const suggestionText = ({ name, named, postings }: Suggestion): string =>
  `${name} (named in ${count(named)} of ${count(postings)} postings, ${percent(named / postings)})`;

const given = ({ earned, cost, hours }: Line["offered"]): string =>
  [
    earned !== null && `${count(earned)} earned`,
    cost !== null && `cost ${count(cost)}`,
    hours !== null && `${count(hours)} hours`,
  ]
    .filter(Boolean)
    .join(", ");

const nameCell = (line: Line): Value => {
  const { name, method, confidence } = line.offered;
  const numbers = given(line.offered);
  return html`<strong>${name}</strong><br><small>${line.demand.name}: ${METHOD_WORDS[method]}, confidence ${percent(confidence)}</small>${numbers !== "" && html`<br><small>${numbers}</small>`}`;
};

const supplyLine = ({ supply, demand }: Line): Value => {
  if (supply !== null)
    return html`<br><small><strong>${sentenceCase(supply.step)}</strong>: its part of all earned is ${supply.ratio.toFixed(2)} times its part of all asks (95% interval ${supply.low.toFixed(2)} to ${supply.high.toFixed(2)}).${!supply.sure && " The interval reaches the next step."}</small>`;
  if (demand.loaded_step !== null)
    return html`<br><small>${sentenceCase(demand.loaded_step)} in the table of certificates earned in ${String(demand.loaded_year)}.</small>`;
  return false;
};

const insteadCell = ({ successor, alternatives }: Line): Value => {
  const lines = [...(successor === null ? [] : [`Its successor: ${successor}`]), ...alternatives.map(suggestionText)];
  if (lines.length === 0) return html`<small>None with enough evidence in the same cluster and job.</small>`;
  return html`<ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
};

const CELLS: readonly [string, (line: Line) => Value][] = [
  ["On the list", nameCell],
  ["Why", (line) => html`${line.verdict.rule}<br><small>${line.verdict.numbers}</small>${supplyLine(line)}`],
  ["In its place", insteadCell],
];

/** Thin evidence has one rule and few numbers: a line each. */
const BRIEF: readonly [string, (line: Line) => Value][] = [
  ["On the list", nameCell],
  ["What was seen", (line) => html`<small>${line.verdict.numbers}</small>${supplyLine(line)}`],
  [
    "Named more often, for the same jobs",
    (line) => html`<small>${line.alternatives.map(({ name }) => name).join("; ") || "–"}</small>`,
  ],
];

const COLUMNS: Record<Call, typeof CELLS> = {
  replace: CELLS,
  watch: CELLS,
  keep: CELLS.slice(0, 2),
  "insufficient evidence": BRIEF,
};

/** The lines of one call as a table. */
export function lineTable(call: Call, lines: readonly Line[]): Html {
  const { label, meaning, sign, tone } = CALL_WORDS[call];
  const columns = COLUMNS[call];
  const rows = lines.map((line) => columns.map(([, cell]) => cell(line)));
  return html`<section aria-labelledby="${tone}"><h2 id="${tone}"><span class="${tone}"><span aria-hidden="true">${sign}</span> ${label}</span> <small>${count(lines.length)}</small></h2>
<p>${meaning}</p>
${
  lines.length === 0
    ? html`<p class="none">None.</p>`
    : table(
        label,
        columns.map(([head]) => head),
        rows,
      )
}</section>`;
}
