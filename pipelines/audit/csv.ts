import type { Audit, Line } from "../../reports/audit/audit.js";
import { csvLine } from "../../warehouse/query-text.js";

type Cell = string | number | null;

/** Text that a spreadsheet would run as a formula gets an apostrophe in front. */
const guarded = (cell: Cell): Cell => (typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${[head, ...rows].map((row) => csvLine(row.map(guarded))).join("\n")}\n`;

const HEAD =
  "line,name,method,confidence,certificate_id,certificate,call,rule,numbers,status,change_pct_year,change_low,change_high,asking_here,postings_here,asking_everywhere,postings_everywhere,earned,cost,hours,supply_step,supply_ratio,supply_low,supply_high,successor,alternatives".split(
    ",",
  );

const rowOf = ({ offered, demand, verdict, supply, successor, alternatives }: Line): Cell[] => [
  offered.line,
  offered.name,
  offered.method,
  offered.confidence,
  demand.certificate_id,
  demand.name,
  verdict.call,
  verdict.rule,
  verdict.numbers,
  demand.status,
  demand.slope_pct_year,
  demand.slope_low,
  demand.slope_high,
  demand.here.asking,
  demand.here.postings,
  demand.everywhere.asking,
  demand.everywhere.postings,
  offered.earned,
  offered.cost,
  offered.hours,
  supply?.step ?? demand.loaded_step,
  supply?.ratio ?? null,
  supply?.low ?? null,
  supply?.high ?? null,
  successor,
  alternatives.map(({ id }) => id).join("; "),
];

/** Every name of the list in its order, also those without a certificate. */
export const auditCsv = ({ lines, doubtful, unmatched, leftOut }: Audit): string => {
  const without = [...doubtful, ...unmatched, ...leftOut].map(({ line, name, method, earned, cost, hours }) => {
    const cells: Record<string, Cell> = { line, name, method, earned, cost, hours };
    return HEAD.map((column) => cells[column] ?? null);
  });
  const rows = [...lines.map(rowOf), ...without].sort((a, b) => Number(a[0]) - Number(b[0]));
  return csv(HEAD, rows);
};

/** The names that a person must settle, with the best three of each: filled in, it is a file for `--overrides`. */
export const toSettleCsv = ({ doubtful, unmatched }: Audit): string =>
  csv(
    ["name", "certificate_id", "may_be_1", "may_be_2", "may_be_3"],
    [...doubtful, ...unmatched].map(({ name, candidates }) => [
      name,
      "",
      ...[0, 1, 2].map((n) => candidates[n]?.id ?? ""),
    ]),
  );
