import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sqlText } from "../models/sql-text.js";
import type { Marts } from "./database.js";
import { EXPORTS, type Export } from "./export-tables.js";

interface Column {
  column_name: string;
  data_type: string;
  comment: string | null;
}

const FORMULA = "^[=+\\-@\\t\\r\\n]";

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; lists and structs are written as JSON. */
function guarded({ column_name, data_type }: Column): string {
  const column = `"${column_name}"`;
  if (data_type === "VARCHAR")
    return `CASE WHEN regexp_matches(${column}, '${FORMULA}') THEN '''' || ${column} ELSE ${column} END AS ${column}`;
  return /\[\]|STRUCT|MAP/.test(data_type) ? `CAST(to_json(${column}) AS VARCHAR) AS ${column}` : column;
}

/** What a reader of a table's files should know: its key, its columns, how many rows each file has, and how to cite it. */
async function writeSchema(
  marts: Marts,
  path: string,
  table: Export,
  columns: readonly Column[],
  citation: string,
): Promise<void> {
  const { name, order, brief } = table;
  const [about] = await marts.rows<{ comment: string | null; rows: number }>(
    `SELECT (SELECT comment FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = '${name}') AS comment, count(*) AS rows FROM marts.${name}`,
  );
  const files = { csv: `${name}.csv`, parquet: `${name}.parquet` };
  const schema = {
    table: name,
    meaning: about?.comment ?? table.holds,
    key: order.split(", "),
    rows: about?.rows ?? 0,
    csv_holds: brief ? "scopes all, entry and internship" : "all rows",
    files,
    columns: columns.map(({ column_name, data_type, comment }) => ({
      name: column_name,
      type: data_type,
      meaning: comment,
    })),
    citation,
  };
  await writeFile(`${path}.schema.json`, `${JSON.stringify(schema, null, 1)}\n`);
}

/** Writes each table that the warehouse has to `folder` as CSV and as Parquet, and beside them its schema as JSON. */
export async function writeExports(marts: Marts, folder: string, citation: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const table of EXPORTS) {
    const { name, order, brief } = table;
    const columns = await marts.rows<Column>(
      `SELECT column_name, data_type, comment FROM duckdb_columns() WHERE schema_name = 'marts' AND table_name = '${name}' ORDER BY column_index`,
    );
    if (columns.length === 0) continue;
    const path = join(folder, name);
    const kept = brief ? "WHERE scope IN ('all', 'entry', 'internship')" : "";
    await marts.run(
      `COPY (SELECT ${columns.map(guarded).join(", ")} FROM marts.${name} ${kept} ORDER BY ${order}) TO ${sqlText(`${path}.csv`)} (FORMAT csv, HEADER)`,
    );
    await marts.run(
      `COPY (SELECT * FROM marts.${name} ORDER BY ${order}) TO ${sqlText(`${path}.parquet`)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await writeSchema(marts, path, table, columns, citation);
  }
}
