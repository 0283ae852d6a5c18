import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { packagePath } from "../../models/package-root.js";
import { sqlText } from "../../models/sql-text.js";
import { EXPORTS } from "../export-tables.js";
import { SNIPPETS_SQL } from "../pages/certificate/rows.js";

interface Table {
  name: string;
  columns: string;
  order: string;
}

/** The tables of the downloads, and what of the postings is no text of an employer. */
const TABLES: readonly Table[] = [
  ...EXPORTS.map(({ name, order }) => ({ name, columns: "*", order })),
  { name: "posting", columns: "* EXCLUDE (title, employer, url)", order: "posting_id" },
  { name: "mention", columns: `posting_id, entity, kind, requirement, "group"`, order: "posting_id, entity, start" },
];

/** Names of the explorer's tables; `evidence` is one of them where the site quotes. */
export const explorerTables = (quotes: boolean): string[] => [
  ...TABLES.map(({ name }) => name),
  ...(quotes ? ["evidence"] : []),
];

const MACROS = readFileSync(packagePath("warehouse", "macros.sql"), "utf8");

/** The snippets that the site quotes. */
const EVIDENCE = SNIPPETS_SQL.replaceAll("marts.", "warehouse.marts.");

/** DuckDB compresses text by a sample that it draws anew each time (FSST), so this one way is left out: 1 % more bytes. */
const REPEATABLE = "SET disabled_compression_methods = 'fsst'";

async function fill(connection: DuckDBConnection, quotes: boolean): Promise<void> {
  await connection.run("CREATE SCHEMA explorer.marts");
  const found = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'marts'",
  );
  const known = new Set(found.getRowObjectsJS().map(({ table_name }) => String(table_name)));
  for (const { name, columns, order } of TABLES.filter((table) => known.has(table.name)))
    await connection.run(
      `CREATE TABLE explorer.marts.${name} AS SELECT ${columns} FROM warehouse.marts.${name} ORDER BY ${order}`,
    );
  if (quotes) await connection.run(`CREATE TABLE explorer.marts.evidence AS ${EVIDENCE}`);
  // Readers' own shares get the same intervals: wilson_low(k, n) and wilson_high(k, n).
  await connection.run(`USE explorer.marts; ${MACROS}; USE memory`);
}

/** Writes the marts of a warehouse as one DuckDB file, in one thread, so that its rows lie in the same order each time. */
export async function fillExplorerFile(warehouse: string, file: string, quotes: boolean): Promise<void> {
  await rm(file, { force: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(REPEATABLE);
    await connection.run(`ATTACH ${sqlText(warehouse)} AS warehouse (READ_ONLY)`);
    await connection.run(`ATTACH ${sqlText(file)} AS explorer`);
    await fill(connection, quotes);
    await connection.run("DETACH explorer");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
