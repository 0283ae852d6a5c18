import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { LAKE_COLUMNS } from "../models/lake-columns.js";
import { STORED_TABLES, TABLE_KINDS } from "../models/outside-table.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { WAREHOUSE_SCHEMA_VERSION } from "../models/warehouse-version.js";
import { emptySelect, quoteList } from "./columns.js";
import type { Inputs } from "./inputs.js";
import { LAYERS, type Model } from "./model.js";

/** Facts that models read as variables. */
export interface Facts {
  fingerprint: string;
  extractor: string;
  taxonomyVersion: string;
  taxonomyDir: string;
  attributions: string;
  /** The day that what is built is published on, ISO; none where it is not published. */
  vintage?: string | undefined;
  /** `YYYY-MM`, or null for all postings. */
  asOf: string | null;
}

/** An open engine; `close` gives its memory and files back. */
export interface Engine {
  connection: DuckDBConnection;
  close(): void;
}

/** What the engine may hold before it spills: a sixth of the machine's, since a build that spills takes twice as long. */
export const memoryLimit = (): string => `${Math.min(4000, Math.max(800, Math.round(totalmem() / 6e6)))}MB`;

/**
 * Opens an engine in memory, bounded and spilling into the workplace. Staging models and what is made whole live in memory and
 * vanish; what is kept by slices is a table of `kept`, and a mart one of `published`, seen as `marts.<name>` by the others.
 */
export const openEngine = async (folder: string): Promise<Engine> => {
  mkdirSync(folder, { recursive: true });
  const instance = await DuckDBInstance.create(":memory:", { threads: "2", memory_limit: memoryLimit() });
  const connection = await instance.connect();
  // The builder puts both files in order at its end: a checkpoint before would write again what later models still change.
  await connection.run("SET checkpoint_threshold = '1TB'");
  await connection.run(`SET temp_directory = ${sqlText(join(folder, "spill"))}`);
  for (const layer of LAYERS) await connection.run(`CREATE SCHEMA ${layer}`);
  for (const schema of ["slice", "made"]) await connection.run(`CREATE SCHEMA ${schema}`);
  await connection.run(readFileSync(packagePath("warehouse", "macros.sql"), "utf8"));
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  return { connection, close };
};

const taxonomyTable = (folder: string, taxonomyDir: string, file: string, header: string): string => {
  const given = join(taxonomyDir, file);
  if (existsSync(given)) return given;
  const empty = join(folder, file);
  writeFileSync(empty, `${header}\n`);
  return empty;
};

/** Tells the models which files to read, and makes the types of what they name. Each list begins with an empty file of the right columns. */
export const setInputs = async (
  connection: DuckDBConnection,
  folder: string,
  inputs: Inputs,
  facts: Facts,
): Promise<void> => {
  const set = (name: string, sql: string) => connection.run(`SET VARIABLE ${name} = ${sql}`);
  const tables = {
    posting: inputs.postings,
    sighting: inputs.sightings,
    extraction: inputs.extractions,
    candidate: inputs.candidates,
    vintage: inputs.vintages,
    posting_month: inputs.aggregates?.files.posting_month ?? [],
  };
  const setFiles = async (name: string, columns: Record<string, string>, files: readonly string[]): Promise<void> => {
    const empty = join(folder, `${name}.parquet`);
    await connection.run(`COPY (${emptySelect(columns)}) TO ${sqlText(empty)} (FORMAT parquet)`);
    await set(`${name}_files`, quoteList([empty, ...files]));
  };
  for (const [table, files] of Object.entries(tables) as [keyof typeof tables, string[]][]) {
    await setFiles(table, LAKE_COLUMNS[table], files);
    await set(`all_${table}_files`, `getvariable('${table}_files')`);
  }
  for (const kind of TABLE_KINDS)
    await setFiles(kind.replace("-", "_"), STORED_TABLES[kind].columns, [inputs.tables[kind] ?? []].flat());
  const emptyJson = join(folder, "none.ndjson");
  writeFileSync(emptyJson, "");
  await set("run_files", quoteList([emptyJson, ...inputs.runs]));
  await set("batch_files", quoteList([emptyJson, ...inputs.batches]));
  await set("quarantine_files", quoteList([emptyJson, ...inputs.quarantine]));
  await set("taxonomy", sqlText(facts.taxonomyDir));
  await set("skill_file", sqlText(taxonomyTable(folder, facts.taxonomyDir, "skills.csv", "id,name,kind,code")));
  const links = taxonomyTable(folder, facts.taxonomyDir, "certificate_skills.csv", "certificate_id,skill_id");
  await set("certificate_skill_file", sqlText(links));
  await set("schema_version", sqlText(String(WAREHOUSE_SCHEMA_VERSION)));
  await set("simulated", sqlText(String(inputs.simulated)));
  await set("basis", sqlText(inputs.aggregates === undefined ? "postings" : "aggregates"));
  await set("fingerprint", sqlText(facts.fingerprint));
  await set("extractor", sqlText(facts.extractor));
  await set("taxonomy_version", sqlText(facts.taxonomyVersion));
  await set("attributions", sqlText(facts.attributions));
  await set("vintage", facts.vintage === undefined ? "NULL" : sqlText(facts.vintage));
  await set("as_of", facts.asOf === null ? "NULL::DATE" : `last_day(${sqlText(`${facts.asOf}-01`)}::DATE)`);
  await connection.run(readFileSync(packagePath("warehouse", "types.sql"), "utf8"));
};

const comments = ({ name, description, columns }: Model): string[] => [
  `COMMENT ON TABLE published.marts.${name} IS ${sqlText(description)}`,
  ...[...columns].map(([column, text]) => `COMMENT ON COLUMN published.marts.${name}."${column}" IS ${sqlText(text)}`),
];

const ENUMERATION = /ENUM\((?:'(?:[^']|'')*'(?:, )?)*\)/g;

/** The casts of a query that a process met: the types of its columns are the same in every build. */
const PLAIN = new Map<string, string[]>();

const castsOf = async (connection: DuckDBConnection, sql: string): Promise<string[]> => {
  const columns = await connection.runAndReadAll(`SELECT column_name, column_type FROM (DESCRIBE ${sql}\n)`);
  return (columns.getRows() as [string, string][]).flatMap(([name, type]) => {
    const plain = type.replaceAll(ENUMERATION, "VARCHAR");
    return plain === type ? [] : [`"${name}"::${plain} AS "${name}"`];
  });
};

/** A query with the names of its closed sets (types.sql), nested ones too, turned into text. */
export const plainNames = async (connection: DuckDBConnection, sql: string): Promise<string> => {
  const known = PLAIN.get(sql) ?? (await castsOf(connection, sql));
  PLAIN.set(sql, known);
  return known.length === 0 ? sql : `SELECT * REPLACE (${known.join(", ")}) FROM (${sql}\n)`;
};

/** Says in the new file what a mart and its columns mean, and lets the other models see it. */
export const publishMart = async (connection: DuckDBConnection, model: Model): Promise<void> => {
  await connection.run(["BEGIN", ...comments(model), "COMMIT"].join(";\n"));
  await connection.run(`CREATE VIEW ${model.id} AS FROM published.${model.id}`);
};

/** Makes the relation of a model whole: a view over files, a table in memory, or a table of the new file. */
export const createModel = async (connection: DuckDBConnection, model: Model): Promise<void> => {
  if (model.seen) await connection.run(`CREATE VIEW ${model.id} AS ${model.sql}`);
  else if (model.layer !== "marts") await connection.run(`CREATE TABLE ${model.id} AS ${model.sql}`);
  else {
    await connection.run(`CREATE TABLE published.${model.id} AS ${await plainNames(connection, model.sql)}`);
    await publishMart(connection, model);
  }
};
