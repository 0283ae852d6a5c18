import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../../models/sql-text.js";
import type { LineFile } from "./line-file.js";

/** The `columns` argument of read_json for a table. */
export const jsonColumns = (columns: Record<string, string>): string =>
  `{${Object.entries(columns)
    .map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`)
    .join(", ")}}`;

/** Writes a closed file of JSON lines as a Parquet file of a table's columns. */
export const linesToParquet = async (
  connection: DuckDBConnection,
  lines: LineFile,
  columns: Record<string, string>,
  target: string,
): Promise<void> => {
  await connection.run(`
    COPY (SELECT * FROM read_json(${sqlText(lines.path)}, format = 'newline_delimited', maximum_object_size = ${lines.lineBound},
                                  columns = ${jsonColumns(columns)}))
    TO ${sqlText(target)} (FORMAT parquet, COMPRESSION zstd)`);
};
