import { sqlText } from "../../models/sql-text.js";

/** The `columns` argument of read_json for a table. */
export const jsonColumns = (columns: Record<string, string>): string =>
  `{${Object.entries(columns)
    .map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`)
    .join(", ")}}`;
