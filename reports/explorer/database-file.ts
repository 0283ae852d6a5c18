import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { packagePath } from "../../models/package-root.js";
import { sqlText } from "../../models/sql-text.js";
import { EXPORTS } from "../exports.js";
import { SNIPPETS_SQL } from "../pages/certificate/rows.js";

/** Tables that the explorer has beside the downloads, and what of each: texts of postings only where the site shows them. */
const MORE: Record<string, string> = {
  meta: "SELECT * FROM warehouse.marts.meta ORDER BY key",
  posting: "SELECT * EXCLUDE (title, employer, url) FROM warehouse.marts.posting ORDER BY posting_id",
  mention: `SELECT posting_id, entity, kind, requirement, "group" FROM warehouse.marts.mention ORDER BY posting_id, entity, start`,
};

const MACROS = readFileSync(packagePath("warehouse", "macros.sql"), "utf8");

const EVIDENCE = SNIPPETS_SQL.replaceAll("marts.", "warehouse.marts.");

/** Each table of the explorer and the query that fills it; `evidence` holds the snippets that the site quotes. */
export const explorerTables = (quotes: boolean): Record<string, string> => ({
  ...Object.fromEntries(
    EXPORTS.map(({ name, order }) => [name, `SELECT * FROM warehouse.marts.${name} ORDER BY ${order}`]),
  ),
  ...MORE,
  ...(quotes ? { evidence: EVIDENCE } : {}),
});

/**
 * Writes the marts as one DuckDB file for the explorer, whose build reads neither Parquet nor JSON. Written in one thread, so
 * that its rows lie in the same order each time; unused bytes of its blocks differ all the same.
 */
export async function writeExplorerFile(warehouse: string, file: string, quotes: boolean): Promise<void> {
  await rm(file, { force: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH ${sqlText(warehouse)} AS warehouse (READ_ONLY)`);
    await connection.run(`ATTACH ${sqlText(file)} AS explorer`);
    await connection.run("CREATE SCHEMA explorer.marts");
    const found = await connection.runAndReadAll(
      "SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'marts'",
    );
    const known = new Set(found.getRowObjectsJS().map(({ table_name }) => String(table_name)));
    for (const [name, sql] of Object.entries(explorerTables(quotes)))
      if (known.has(name) || name === "evidence") await connection.run(`CREATE TABLE explorer.marts.${name} AS ${sql}`);
    // Readers' own shares get the same intervals: wilson_low(k, n) and wilson_high(k, n).
    await connection.run(`USE explorer.marts; ${MACROS}; USE memory`);
    await connection.run("DETACH explorer");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
