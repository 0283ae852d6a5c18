import { sqlText } from "../models/sql-text.js";

/** Texts as an SQL list literal of VARCHAR. */
export const quoteList = (texts: readonly string[]): string => `[${texts.map(sqlText).join(", ")}]::VARCHAR[]`;

/** A SELECT of no rows with these columns. */
export const emptySelect = (columns: Record<string, string>): string =>
  `SELECT ${Object.entries(columns)
    .map(([name, type]) => `NULL::${type} AS "${name}"`)
    .join(", ")} WHERE false`;
