import type { z } from "zod";
import type { Refusal } from "../sources/platform.js";
import { TableError } from "../tables/header.js";
import type { Column } from "../tables/layout.js";
import { type CsvRecord, recordsOf } from "../tables/read.js";

/** The rows of a small file that a person wrote, by the fields of its columns. */
export interface PersonsFile<T> {
  rows: T[];
  refused: Refusal[];
}

/** Titles may stand above the header. */
const HIGHEST_HEADER = 10;

const headerAt = (file: string, records: readonly string[][], columns: readonly Column[]): number => {
  const lacks = (names: readonly string[]): Column[] =>
    columns.filter(({ header, needed }) => needed && !names.some((name) => header.test(name.trim())));
  const place = records.slice(0, HIGHEST_HEADER).findIndex((names) => lacks(names).length === 0);
  if (place >= 0) return place;
  const wanted = lacks(records[0] ?? []).map(({ field, right }) => `${field} (${right})`);
  throw new TableError(
    `${file}: line 1: its header (${(records[0] ?? []).join(", ").slice(0, 200)}) has no column for ${wanted.join(" and ")}`,
  );
};

/** Where each field stands, how the file heads it, and the rows below the header. */
interface Sheet {
  file: string;
  columns: readonly Column[];
  names: string[];
  below: CsvRecord[];
}

const sheetOf = async (file: string, columns: readonly Column[]): Promise<Sheet> => {
  const records = await recordsOf(file);
  if (records.length === 0) throw new TableError(`${file}: the file is empty; a header and rows are expected`);
  const lists = records.map(({ record }) => record);
  const place = headerAt(file, lists, columns);
  const names = records[place]!.record.map((name) => name.trim());
  const below = records.slice(place + 1).filter(({ record }) => record.some((value) => value.trim() !== ""));
  return { file, columns, names, below };
};

const placeOf = ({ columns, names }: Sheet, field: string): number => {
  const header = columns.find((column) => column.field === field)?.header;
  return header === undefined ? -1 : names.findIndex((name) => header.test(name));
};

const faultOf = (sheet: Sheet, { record, info }: CsvRecord, field: string): Refusal => {
  const { file, columns, names } = sheet;
  const place = placeOf(sheet, field);
  const right = columns.find((column) => column.field === field)?.right ?? "another value";
  const value = (record[place] ?? "").trim().slice(0, 200);
  return { where: file, line: info.lines, field: names[place] ?? field, value, reason: `should be ${right}` };
};

const tooWide = ({ file, names }: Sheet, { record, info }: CsvRecord): Refusal | null => {
  if (record.length <= names.length) return null;
  const reason = `${record.length} values under a header of ${names.length} columns: a name with a comma stands in quotes`;
  return { where: file, line: info.lines, field: "row", value: record.join(",").slice(0, 200), reason };
};

/**
 * Reads a CSV file by its headers; `fields` makes the fields of a row from its cells. Rows that the model refuses are told with
 * line, field, value and what would be right.
 * @throws TableError where the file as a whole cannot be taken
 */
export const readColumns = async <T>(
  file: string,
  columns: readonly Column[],
  model: z.ZodType<T>,
  fields: (cell: (field: string) => string, line: number) => Record<string, unknown>,
): Promise<PersonsFile<T>> => {
  const sheet = await sheetOf(file, columns);
  const [rows, refused]: [T[], Refusal[]] = [[], []];
  for (const row of sheet.below) {
    const cell = (field: string): string => (row.record[placeOf(sheet, field)] ?? "").trim();
    const wide = tooWide(sheet, row);
    const read = model.safeParse(fields(cell, row.info.lines));
    if (wide !== null) refused.push(wide);
    else if (read.success) rows.push(read.data);
    else refused.push(faultOf(sheet, row, String(read.error.issues[0]?.path[0] ?? "row")));
  }
  return { rows, refused };
};
