import type { TableKind } from "../../models/outside-table.js";

/** A column as publishers head it. */
export interface Column {
  /** The field of the stored row that it becomes. */
  field: string;
  header: RegExp;
  /** A file without a needed column is not of this layout. */
  needed: boolean;
  /** What a value should be, for the message of a refusal. */
  right: string;
}

/** One row of a file under its header. */
export interface Cells {
  /** The value of a field, trimmed; empty where the file has no such column. */
  of(field: string): string;
  /** How the file heads that field. */
  headOf(field: string): string;
  /** Every column as it stands, by its header. */
  all: ReadonlyMap<string, string>;
}

/** One way in which a kind of table is published. */
export interface Layout {
  kind: TableKind;
  /** What the publisher calls it. */
  name: string;
  columns: readonly Column[];
  /** The stored rows of one row, not yet validated; none for a row that is no row of the table (a subtotal, another area). */
  rows(cells: Cells, file: string): Record<string, unknown>[];
}

const UNKNOWN = new Set(["", "-", "–", "—", "*", "**", "n/a", "na"]);

/**
 * A number as publishers print it: `1,234`, `$5`, and null for the signs that mean "not available". Text that is none stays
 * text, so that validation names it.
 */
export const numberOf = (cell: string): number | string | null => {
  if (UNKNOWN.has(cell.toLowerCase())) return null;
  const value = Number(cell.replaceAll(/[$,\s]/g, ""));
  // Spreadsheets print 4.1 as 4.0999999999999996.
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : cell;
};

/** The years of a round, such as `2024–34` or `2019_29`, in a header. */
export const roundIn = (header: string): { first_year: number; last_year: number } | null => {
  const [, first, last] = /(\d{4})\s*[-–—_]\s*(\d{2,4})/.exec(header) ?? [];
  if (first === undefined || last === undefined) return null;
  return { first_year: Number(first), last_year: Number(first.slice(0, 4 - last.length) + last) };
};
