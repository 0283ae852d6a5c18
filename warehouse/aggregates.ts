import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { LakeFiles } from "../models/files.js";
import { LAKE_COLUMNS } from "../models/lake-columns.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { reach } from "./bucket/httpfs.js";
import { emptySelect, quoteList } from "./columns.js";
import { findInputs } from "./inputs.js";

/**
 * The models of `aggregates/` in the order in which they are made. Each is one SELECT in what DuckDB and Spark both accept: no
 * macro but `requirement_rank` and `explode`, no QUALIFY, no EXCLUDE, and every order of nulls is said. `kept`: it is what the
 * others are made for, and is written as Parquet.
 */
export const AGGREGATES = [
  { name: "counted_posting", kept: false },
  { name: "posting_scope", kept: false },
  { name: "posting_month", kept: true },
  { name: "posting_ask", kept: false },
  { name: "ask_month", kept: true },
] as const;

/** The SELECT of an aggregate, without what ends a file. */
export const aggregateSql = (name: string): string =>
  readFileSync(packagePath("warehouse", "aggregates", `${name}.sql`), "utf8").trim();

/** What DuckDB calls otherwise. */
const EXPLODE = "CREATE MACRO explode(list) AS unnest(list)";

const stagingView = (name: "posting" | "extraction"): string =>
  `CREATE VIEW staging.${name} AS ${readFileSync(packagePath("warehouse", "staging", `${name}.sql`), "utf8")}`;

const setFiles = async (connection: DuckDBConnection, folder: string, inputs: Record<string, string[]>) => {
  for (const [table, files] of Object.entries(inputs)) {
    const empty = join(folder, `${table}.parquet`);
    const columns = emptySelect(LAKE_COLUMNS[table as "posting" | "extraction"]);
    await connection.run(`COPY (${columns}) TO ${sqlText(empty)} (FORMAT parquet)`);
    await connection.run(`SET VARIABLE ${table}_files = ${quoteList([empty, ...files])}`);
  }
};

export interface AggregateOptions {
  dataDir: string;
  lake: LakeFiles;
  /** Version whose extractions are read. */
  extractor: string;
  /** An own folder, for what is spilled. */
  work: string;
  /** Where `<name>/part-0.parquet` of each kept aggregate goes. */
  target: string;
}

/** Makes the aggregates of a lake in DuckDB, bounded in memory. */
export const aggregateInDuckdb = async ({
  dataDir,
  lake,
  extractor,
  work,
  target,
}: AggregateOptions): Promise<void> => {
  const { postings, extractions } = findInputs(dataDir, extractor, lake);
  mkdirSync(work, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: "800MB" });
  const connection = await instance.connect();
  try {
    await reach(connection, lake.lake);
    await connection.run(`SET temp_directory = ${sqlText(join(work, "spill"))}`);
    await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
    await connection.run(
      `${EXPLODE}; CREATE SCHEMA staging; CREATE SCHEMA aggregates; SET VARIABLE as_of = NULL::DATE`,
    );
    await setFiles(connection, work, { posting: postings, extraction: extractions });
    await connection.run(stagingView("posting"));
    await connection.run(stagingView("extraction"));
    for (const { name, kept } of AGGREGATES) {
      await connection.run(`CREATE TABLE aggregates.${name} AS ${aggregateSql(name)}`);
      if (!kept) continue;
      mkdirSync(join(target, name), { recursive: true });
      const file = sqlText(join(target, name, "part-0.parquet"));
      await connection.run(`COPY aggregates.${name} TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
