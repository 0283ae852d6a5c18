import {
  type DuckDBType,
  DuckDBTypeId,
  type DuckDBValue,
  type DuckDBValueConverter,
  type Json,
  JsonDuckDBValueConverter,
} from "@duckdb/node-api";
import { printable } from "../models/printable.js";

const NUMBERS = new Set<DuckDBTypeId>([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Values as JSON has them; whole numbers of 64 bits and decimals as numbers where a double holds them exactly enough to count. */
export const toJson: DuckDBValueConverter<Json> = (value: DuckDBValue, type: DuckDBType, converter) => {
  if (value === null || !NUMBERS.has(type.typeId)) return JsonDuckDBValueConverter(value, type, converter);
  const number = Number(String(value));
  return Number.isSafeInteger(number) || type.typeId === DuckDBTypeId.DECIMAL ? number : String(value);
};

type Row = (Json | null)[];

const plain = (value: Json | null): string => {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** One line of CSV after RFC 4180; lists and structs are JSON in a field. */
export const csvLine = (values: readonly (Json | null)[]): string =>
  values
    .map(plain)
    .map((text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(",");

export const jsonLine = (names: readonly string[], row: Row): string =>
  JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])));

const WIDEST = 60;

const cell = (value: Json | null): string => {
  const text = printable(plain(value).replaceAll(/\s+/g, " "));
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
};

/** Columns aligned for reading: numbers to the right, long cells cut, and the number of rows below. */
export const tableText = (names: readonly string[], rows: readonly Row[]): string => {
  const cells = rows.map((row) => row.map(cell));
  const widths = names.map((name, i) => cells.reduce((widest, row) => Math.max(widest, row[i]!.length), name.length));
  const toRight = names.map(
    (_, i) => rows.length > 0 && rows.every((row) => row[i] === null || typeof row[i] === "number"),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, i) => (toRight[i] ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const count = `(${rows.length} ${rows.length === 1 ? "row" : "rows"})`;
  return [line(names), rule, ...cells.map(line), count, ""].join("\n");
};
