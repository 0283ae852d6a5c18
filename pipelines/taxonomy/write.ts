const cell = (value: string): string => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** Rows as CSV text, in the order of `columns`; a value's line ends become blanks, as a record must stay on its line. */
export function toCsv(columns: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const line = (values: readonly string[]): string =>
    values.map((value) => cell(value.replace(/\s+/g, " ").trim())).join(",");
  return `${[line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? "")))].join("\n")}\n`;
}
