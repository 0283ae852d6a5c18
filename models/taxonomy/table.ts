import { z } from "zod";
import { type CsvLine, splitCsv } from "./csv.js";
import type { Problem } from "./problem.js";

export type Cells = Readonly<Record<string, string>>;

/** How one CSV file of the taxonomy is read: its header, its cells as the model's fields, and the model that judges them. */
export interface Table<T> {
  file: string;
  columns: readonly string[];
  model: z.ZodType<T>;
  /** The column whose value may stand only once. */
  key?: string;
  /** The model's fields from the cells, not yet validated. */
  fields: (cells: Cells) => unknown;
  /** The column that a field of the model stands in, where the names differ. */
  columnOf?: Cells;
  /** What would be right, by field, where the model's own message is too terse. */
  hints?: Cells;
}

function headerProblems(table: Table<unknown>, header: readonly string[]): Problem[] {
  const place = { file: table.file, line: 1 };
  const right = `the header should be ${table.columns.join(",")}`;
  const missing = table.columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !table.columns.includes(column));
  return [
    ...missing.map((field) => ({
      ...place,
      field,
      value: header.join(","),
      reason: `this column is missing; ${right}`,
    })),
    ...unknown.map((field) => ({ ...place, field, value: field, reason: `this column is not known; ${right}` })),
  ];
}

function cellsOf(header: readonly string[], line: CsvLine): Cells {
  const cells: Record<string, string> = {};
  for (let i = 0; i < header.length; i++) cells[header[i] as string] = line.cells[i] as string;
  return cells;
}

/** What keeps a line from being read as a record of `width` cells. */
function lineFault({ cells, broken }: CsvLine, width: number): string | null {
  if (broken) return 'not CSV: a cell with quotes stands in quotes, its own quotes doubled ("")';
  if (cells.length === width) return null;
  return `${cells.length} cells where the header has ${width}: a cell with a comma stands in quotes`;
}

function issueProblem(table: Table<unknown>, line: CsvLine, cells: Cells, issue: z.core.$ZodIssue): Problem {
  const name = String(issue.path[1] ?? "(row)");
  const field = table.columnOf?.[name] ?? name;
  const hint = table.hints?.[field];
  const reason = hint === undefined ? issue.message : `should be ${hint}`;
  return { file: table.file, line: line.line, field, value: (cells[field] ?? "").slice(0, 200), reason };
}

/** The rows whose key an earlier row has. */
function duplicates(
  table: Table<unknown>,
  key: string,
  header: readonly string[],
  lines: readonly CsvLine[],
): Problem[] {
  const at = header.indexOf(key);
  const seen = new Set<string>();
  return lines.flatMap(({ line, cells }) => {
    const value = cells[at] ?? "";
    if (!seen.has(value)) return seen.add(value) && [];
    return [{ file: table.file, line, field: key, value, reason: "should stand only once" }];
  });
}

/** The rows of one file; every fault is added to `problems`, and then the rows are worth nothing. */
export function readTable<T>(table: Table<T>, text: string, problems: Problem[]): T[] {
  const [head, ...lines] = splitCsv(text);
  const header = head?.cells ?? [];
  const wrong = headerProblems(table, header);
  problems.push(...wrong);
  if (wrong.length > 0) return [];
  const records = lines.filter((line) => {
    const reason = lineFault(line, header.length);
    if (reason === null) return true;
    problems.push({
      file: table.file,
      line: line.line,
      field: "(row)",
      value: line.cells.join(",").slice(0, 200),
      reason,
    });
    return false;
  });
  if (table.key !== undefined) problems.push(...duplicates(table, table.key, header, records));
  // One parse of the whole file: a parse a row takes twice as long.
  const read = z.array(table.model).safeParse(records.map((line) => table.fields(cellsOf(header, line))));
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    const line = records[Number(issue.path[0])];
    if (line) problems.push(issueProblem(table, line, cellsOf(header, line), issue));
  }
  return [];
}
