import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import { STORED_TABLES, type TableKind } from "../../models/outside-table.js";
import { documentOf } from "../readers/json.js";
import type { Refusal } from "../sources/platform.js";
import { type Header, headerOf, TableError } from "./header.js";
import type { Cells, Layout } from "./layout.js";

export interface TableRow {
  line: number;
  values: Record<string, unknown>;
}

/** A file of others, read and validated row by row. */
export interface TableFile {
  kind: TableKind;
  layout: string;
  rows: TableRow[];
  refused: Refusal[];
  /** Rows that are none of the table: subtotals, other areas, remarks. */
  passedOver: number;
}

/** A record and the line that it ends on. */
export interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/**
 * The records of a whole CSV file.
 * @throws TableError where it cannot be read as one
 */
export const recordsOf = async (file: string): Promise<CsvRecord[]> => {
  const { text, broken } = await documentOf(file, {});
  if (broken) throw new TableError(`${file}: ${broken.message}`);
  if (text.startsWith("PK")) throw new TableError(`${file}: this is a workbook; save the sheet as CSV`);
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const;
    return parse(text, options) as unknown as CsvRecord[];
  } catch (error) {
    throw new TableError(`${file}: not readable as CSV: ${(error as Error).message}`);
  }
};

/** "Source: ..." and the like below a table: a single cell. */
const isRemark = ([first = "", ...others]: readonly string[]): boolean =>
  others.every((cell) => cell.trim() === "") && /^(source|notes?\b|footnote|\[\d+\])/i.test(first.trim());

const cellsOf = ({ layout, names }: Header, record: readonly string[]): Cells => {
  const placeOf = (field: string): number => {
    const header = layout.columns.find((column) => column.field === field)?.header;
    return header === undefined ? -1 : names.findIndex((name) => header.test(name));
  };
  return {
    of: (field) => (record[placeOf(field)] ?? "").trim(),
    headOf: (field) => names[placeOf(field)] ?? field,
    all: new Map(names.map((name, place) => [name, (record[place] ?? "").trim()])),
  };
};

const rightOf = ({ columns }: Layout, field: string): string =>
  columns.find((column) => column.field === field)?.right ?? "another value";

const validated = (header: Header, file: string, { record, info }: CsvRecord): (TableRow | Refusal)[] => {
  const cells = cellsOf(header, record);
  const refusal = (field: string, value: string, reason: string): Refusal => ({
    where: file,
    line: info.lines,
    field,
    value: value.slice(0, 200),
    reason,
  });
  if (record.length > header.names.length)
    return [
      refusal("row", record.join(","), `${record.length} values under a header of ${header.names.length} columns`),
    ];
  return header.layout.rows(cells, basename(file)).map((values) => {
    const { error } = STORED_TABLES[header.layout.kind].model.safeParse(values);
    if (error === undefined) return { line: info.lines, values };
    const field = String(error.issues[0]?.path[0] ?? "row");
    return refusal(cells.headOf(field), cells.of(field), `should be ${rightOf(header.layout, field)}`);
  });
};

/** Of rows that say the same thing twice the first is kept. */
const withoutTwins = (
  kind: TableKind,
  file: string,
  rows: readonly TableRow[],
): Pick<TableFile, "rows" | "refused"> => {
  const { key } = STORED_TABLES[kind];
  const lines = new Map<string, number>();
  const kept: TableRow[] = [];
  const refused: Refusal[] = [];
  for (const row of rows) {
    const value = key.map((column) => row.values[column]).join(", ");
    const first = lines.get(value);
    if (first === undefined) {
      lines.set(value, row.line);
      kept.push(row);
    } else {
      const reason = `stands on line ${first} already; add the counts up, or tell the rows apart`;
      refused.push({ where: file, line: row.line, field: key.join(", "), value, reason });
    }
  }
  return { rows: kept, refused };
};

/**
 * Reads a CSV file of others: its kind by its header, titles above it and remarks below it passed over.
 * @throws TableError where the file as a whole cannot be taken
 */
export const readTableFile = async (file: string, kind?: TableKind): Promise<TableFile> => {
  const records = await recordsOf(file);
  if (records.length === 0) throw new TableError(`${file}: the file is empty; a header and rows are expected`);
  const header = headerOf(
    file,
    records.map(({ record }) => record),
    kind,
  );
  const below = records.slice(header.place + 1);
  if (below.length === 0) throw new TableError(`${file}: there is no row below the header`);
  const read = below.map((record) => (isRemark(record.record) ? [] : validated(header, file, record)));
  const all = read.flat();
  const valid = all.filter((one): one is TableRow => "values" in one);
  const faulty = all.filter((one): one is Refusal => "reason" in one);
  const { rows, refused } = withoutTwins(header.layout.kind, file, valid);
  const { kind: found, name } = header.layout;
  const passedOver = read.filter((one) => one.length === 0).length;
  return { kind: found, layout: name, rows, refused: [...faulty, ...refused], passedOver };
};
