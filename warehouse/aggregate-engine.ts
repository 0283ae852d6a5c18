import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { LAKE_COLUMNS } from "../models/lake-columns.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { AT_ONCE, makeSliced } from "./aggregate-slices.js";
import { AGGREGATES, aggregateSql, headOf, KEPT_AGGREGATES } from "./aggregates.js";
import { reach } from "./bucket/httpfs.js";
import { emptySelect, quoteList } from "./columns.js";
import { memoryLimit } from "./engine.js";
import { GIVEN_TABLES, type GivenOptions } from "./given.js";
import { findInputs } from "./inputs.js";

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

export interface AggregateOptions extends GivenOptions {
  /** An own folder, for what is spilled; `given/` of it holds the tables of `writeGiven`. */
  work: string;
  /** Where `<name>/part-0.parquet` of each kept aggregate goes. */
  target: string;
  /** Postings whose asks are counted at once. */
  atOnce?: number;
}

/** The small tables beside the lake, ids of certificates and skills as one enumeration: what is grouped by them compares numbers. */
const seeGiven = async (connection: DuckDBConnection, folder: string): Promise<void> => {
  const from = (name: string): string => `read_parquet(${sqlText(join(folder, name, "part-0.parquet"))})`;
  await connection.run(`CREATE TYPE entity AS ENUM (
    SELECT certificate_id FROM ${from("certificate")} UNION SELECT skill_id FROM ${from("skill")} ORDER BY ALL)`);
  for (const name of GIVEN_TABLES) {
    const described = await connection.runAndReadAll(`DESCRIBE FROM ${from(name)}`);
    const columns = (described.getRows() as [string][]).map(([column]) =>
      column.endsWith("_id") ? `${column}::entity AS ${column}` : column,
    );
    await connection.run(`CREATE TABLE given.${name} AS SELECT ${columns.join(", ")} FROM ${from(name)}`);
  }
};

/** Lets the models see the lake as `staging`, and the small tables beside it as `given`. */
const seeInputs = async (
  connection: DuckDBConnection,
  { dataDir, lake, extractor, work }: AggregateOptions,
): Promise<void> => {
  const { postings, extractions } = findInputs(dataDir, extractor, lake);
  await connection.run(`SET temp_directory = ${sqlText(join(work, "spill"))}`);
  await reach(connection, lake.lake);
  await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
  await connection.run(EXPLODE);
  for (const schema of ["staging", "given", "aggregates"]) await connection.run(`CREATE SCHEMA ${schema}`);
  await connection.run("SET VARIABLE as_of = NULL::DATE");
  await setFiles(connection, work, { posting: postings, extraction: extractions });
  await connection.run("SET VARIABLE no_extraction = getvariable('extraction_files')[:1]");
  await connection.run(stagingView("posting"));
  await connection.run(stagingView("extraction"));
  await seeGiven(connection, join(work, "given"));
};

/** The sliced models are made together, where the first of them stands: those before them are what they read. */
const makeAll = async (connection: DuckDBConnection, atOnce: number): Promise<void> => {
  const sliced = AGGREGATES.map(({ name }) => name).filter((name) => headOf(aggregateSql(name)).sliced);
  for (const { name } of AGGREGATES) {
    if (name === sliced[0]) await makeSliced(connection, sliced, atOnce);
    if (!sliced.includes(name)) await connection.run(`CREATE TABLE aggregates.${name} AS ${aggregateSql(name)}`);
  }
};

/**
 * Makes the aggregates of a lake in DuckDB, bounded in memory: what is one row per posting of all postings at once, and what is counted
 * of their asks some months at a time.
 */
export const aggregateInDuckdb = async (options: AggregateOptions): Promise<void> => {
  const { work, target } = options;
  mkdirSync(work, { recursive: true });
  const instance = await DuckDBInstance.create(join(work, "counts.duckdb"), {
    threads: "2",
    memory_limit: memoryLimit(),
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  try {
    await seeInputs(connection, options);
    await makeAll(connection, options.atOnce ?? AT_ONCE);
    for (const name of KEPT_AGGREGATES) {
      mkdirSync(join(target, name), { recursive: true });
      const file = sqlText(join(target, name, "part-0.parquet"));
      await connection.run(`COPY aggregates.${name} TO ${file} (FORMAT parquet, COMPRESSION zstd)`);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
