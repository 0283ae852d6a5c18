import { constants, copyFileSync } from "node:fs";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";

/**
 * Attaches the file that the marts go into as `published`: a new one or, where `standing` names the warehouse that the kept rows
 * went into, a copy of it, of which only the marts that are kept by slices stay (`keep`, their names).
 */
export const attachPublished = async (
  connection: DuckDBConnection,
  target: string,
  standing: string | null,
  keep: ReadonlySet<string>,
): Promise<void> => {
  if (standing !== null) copyFileSync(standing, target, constants.COPYFILE_FICLONE);
  await connection.run(`ATTACH ${sqlText(target)} AS published (STORAGE_VERSION 'v1.4.0')`);
  await connection.run("CREATE SCHEMA IF NOT EXISTS published.marts");
  if (standing === null) return;
  const tables = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'published' AND schema_name = 'marts'",
  );
  for (const [name] of tables.getRows() as [string][])
    if (!keep.has(name)) await connection.run(`DROP TABLE published.marts."${name}"`);
  await connection.run("CHECKPOINT published");
};
