import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { STORED_TABLES, TABLE_KINDS, type TableKind } from "../../models/outside-table.js";
import { sqlText } from "../../models/sql-text.js";
import { moveIntoPlace } from "../lake/atomic.js";
import { jsonColumns } from "../lake/columns.js";
import { layout } from "../lake/layout.js";

const withEngine = async <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** New rows beside the stored ones: of one key, what the new row says goes before, what it leaves out stays. */
const mergedSql = (kind: TableKind, added: string, stored: string | null): string => {
  const { columns, key } = STORED_TABLES[kind];
  const order = `ORDER BY ${key.join(", ")}`;
  if (stored === null) return `SELECT * FROM ${added} ${order}`;
  const merged = Object.keys(columns).map((column) => `coalesce(n.${column}, o.${column}) AS ${column}`);
  const same = key.map((column) => `n.${column} = o.${column}`).join(" AND ");
  return `SELECT ${merged.join(", ")} FROM ${added} AS n FULL JOIN ${stored} AS o ON ${same} ${order}`;
};

/** Adds rows to a kind's stored table, or takes its place; the file is swapped whole. @returns rows stored */
export const storeTable = (
  dataDir: string,
  kind: TableKind,
  rows: readonly Record<string, unknown>[],
  { replace }: { replace: boolean },
): Promise<number> => {
  const path = layout(dataDir).table(kind);
  const lines = `${path}.${process.pid}.ndjson.tmp`;
  const temporary = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(lines, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const columns = jsonColumns(STORED_TABLES[kind].columns);
  const added = `read_json(${sqlText(lines)}, format = 'newline_delimited', columns = ${columns})`;
  const stored = existsSync(path) && !replace ? `read_parquet(${sqlText(path)})` : null;
  return withEngine(async (connection) => {
    await connection.run(`COPY (${mergedSql(kind, added, stored)}) TO ${sqlText(temporary)} (FORMAT parquet)`);
    const count = await connection.runAndReadAll(`SELECT count(*) FROM read_parquet(${sqlText(temporary)})`);
    moveIntoPlace(temporary, path);
    return Number(count.getRows()[0]?.[0]);
  }).finally(() => {
    for (const left of [lines, temporary]) rmSync(left, { force: true });
  });
};

/** What is stored of a kind. */
export interface StoredSummary {
  kind: TableKind;
  rows: number;
  /** Names of the files that its rows come from. */
  files: string[];
  /** Of the supply: names that the taxonomy does not know. */
  unknown: string[];
}

const summarySql = (kind: TableKind, path: string): string => {
  const unknown =
    kind === "supply" ? "list_sort(list(DISTINCT name) FILTER (certificate_id IS NULL))" : "NULL::VARCHAR[]";
  return `SELECT count(*)::INTEGER AS rows, list_sort(list(DISTINCT file)) AS files, ${unknown} AS unknown
    FROM read_parquet(${sqlText(path)})`;
};

/** The stored tables of a data directory; kinds that were never loaded are left out. */
export const storedTables = (dataDir: string): Promise<StoredSummary[]> => {
  const { table } = layout(dataDir);
  const kinds = TABLE_KINDS.filter((kind) => existsSync(table(kind)));
  return withEngine(async (connection) => {
    const summaries: StoredSummary[] = [];
    for (const kind of kinds) {
      const reader = await connection.runAndReadAll(summarySql(kind, table(kind)));
      const [row] = reader.getRowObjectsJson() as unknown as Omit<StoredSummary, "kind">[];
      summaries.push({ kind, rows: row!.rows, files: row!.files, unknown: row!.unknown ?? [] });
    }
    return summaries;
  });
};
