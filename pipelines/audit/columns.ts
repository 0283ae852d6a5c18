import type { z } from "zod";
import type { Refusal } from "../sources/platform.js";
import { TableError } from "../tables/header.js";
import type { Column } from "../tables/layout.js";
import { recordsOf } from "../tables/read.js";

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
  const records = await recordsOf(file);
  if (records.length === 0) throw new TableError(`${file}: the file is empty; a header and rows are expected`);
  const place = headerAt(
    file,
    records.map(({ record }) => record),
    columns,
  );
  const names = records[place]!.record.map((name) => name.trim());
  const at = new Map(columns.map(({ field, header }) => [field, names.findIndex((name) => header.test(name))]));
  const [rows, refused]: [T[], Refusal[]] = [[], []];
  for (const { record, info } of records.slice(place + 1)) {
    const cell = (field: string): string => (record[at.get(field) ?? -1] ?? "").trim();
    if (record.every((value) => value.trim() === "")) continue;
    const read = model.safeParse(fields(cell, info.lines));
    if (read.success) {
      rows.push(read.data);
      continue;
    }
    const field = String(read.error.issues[0]?.path[0] ?? "row");
    const right = columns.find((column) => column.field === field)?.right ?? "another value";
    const head = names[at.get(field) ?? -1] ?? field;
    refused.push({
      where: file,
      line: info.lines,
      field: head,
      value: cell(field).slice(0, 200),
      reason: `should be ${right}`,
    });
  }
  return { rows, refused };
};
