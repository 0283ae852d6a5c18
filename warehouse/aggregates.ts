import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { LAKE_COLUMNS } from "../models/lake-columns.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { reach } from "./bucket/httpfs.js";
import { emptySelect, quoteList } from "./columns.js";
import { memoryLimit } from "./engine.js";
import { GIVEN_TABLES, type GivenOptions } from "./given.js";
import { findInputs } from "./inputs.js";

/** What the others are made of: one row per posting, or per posting and what it asks for; not kept. */
const BETWEEN = [
  "posting",
  "counted_posting",
  "posting_scope",
  "posting_ask",
  "posting_demand",
  "posting_line",
  "compared_posting",
] as const;

/** What is kept as Parquet, and what a warehouse can be built from. */
export const KEPT_AGGREGATES = [
  "posting_count",
  "posting_month",
  "cell_month",
  "occupation_month",
  "occupation_size",
  "region_month",
  "requirement_month",
  "ask_month",
  "ask_source",
  "cell_ask",
  "line_month",
  "issuer_month",
  "region_ask",
  "ask_facet",
  "compared_count",
  "compared_ask",
  "compared_role",
  "employer_month",
  "employer_count",
] as const;

/**
 * The models of `aggregates/` in the order in which they are made. Each is one SELECT in what DuckDB and Spark both accept: no
 * macro but `requirement_rank`, `employer_key`, `title_key` and `explode`, no QUALIFY, no EXCLUDE, and every order of nulls is said.
 */
export const AGGREGATES: readonly { name: string; kept: boolean }[] = [
  ...BETWEEN.map((name) => ({ name, kept: false })),
  ...KEPT_AGGREGATES.map((name) => ({ name, kept: true })),
];

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

export interface AggregateOptions extends GivenOptions {
  /** An own folder, for what is spilled; `given/` of it holds the tables of `writeGiven`. */
  work: string;
  /** Where `<name>/part-0.parquet` of each kept aggregate goes. */
  target: string;
}

/** Lets the models see the lake as `staging`, and the small tables beside it as `given`. */
const seeInputs = async (
  connection: DuckDBConnection,
  { dataDir, lake, extractor, work }: AggregateOptions,
): Promise<void> => {
  const { postings, extractions } = findInputs(dataDir, extractor, lake);
  await reach(connection, lake.lake);
  await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
  await connection.run(EXPLODE);
  for (const schema of ["staging", "given", "aggregates"]) await connection.run(`CREATE SCHEMA ${schema}`);
  await connection.run("SET VARIABLE as_of = NULL::DATE");
  await setFiles(connection, work, { posting: postings, extraction: extractions });
  await connection.run(stagingView("posting"));
  await connection.run(stagingView("extraction"));
  for (const name of GIVEN_TABLES) {
    const file = sqlText(join(work, "given", name, "part-0.parquet"));
    await connection.run(`CREATE VIEW given.${name} AS FROM read_parquet(${file})`);
  }
};

/** Makes the aggregates of a lake in DuckDB, bounded in memory. */
export const aggregateInDuckdb = async (options: AggregateOptions): Promise<void> => {
  const { work, target } = options;
  mkdirSync(work, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: memoryLimit(),
    preserve_insertion_order: "false",
  });
  const connection = await instance.connect();
  try {
    await connection.run(`SET temp_directory = ${sqlText(join(work, "spill"))}`);
    await seeInputs(connection, options);
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
