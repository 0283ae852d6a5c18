import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Writes beside and renames, so that a reader sees the old file or the new one, never half of one. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  writeFileSync(beside, text);
  renameSync(beside, path);
}

const cell = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as CSV text, in the order of `columns`; a value's line ends become blanks, as a record must stay on its line. */
export function toCsv(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const line = (values: readonly string[]): string =>
    values.map((value) => cell(value.replace(/\s+/g, " ").trim())).join(",");
  return `${[line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? "")))].join("\n")}\n`;
}
