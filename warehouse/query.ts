import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import { checkWarehouseVersion } from "../models/warehouse-version.js";
import { csvLine, jsonLine, tableText, toJson } from "./query-text.js";

export const OUTPUT_FORMATS = ["table", "csv", "json", "ndjson", "parquet"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface QueryOptions {
  dataDir: string;
  sql: string;
  format: OutputFormat;
  /** File to write; parquet needs one. Without it the text is returned. */
  out?: string;
}

/** A query cannot be run as asked; the message says what to do. */
export class QueryError extends Error {
  override name = "QueryError";
}

/** The result's text in pieces, so that a large result never stands in memory at once (a table must, to be aligned). */
async function* textOf(connection: DuckDBConnection, sql: string, format: OutputFormat): AsyncGenerator<string> {
  const result = await connection.stream(sql);
  const names = result.deduplicatedColumnNames();
  const rows = result.yieldConvertedRows(toJson);
  if (format === "table") {
    const all = [];
    for await (const chunk of rows) all.push(...chunk);
    yield tableText(names, all);
    return;
  }
  if (format === "csv") yield `${csvLine(names)}\n`;
  if (format === "json") yield "[";
  let first = true;
  for await (const chunk of rows)
    for (const row of chunk) {
      if (format === "csv") yield `${csvLine(row)}\n`;
      else if (format === "ndjson") yield `${jsonLine(names, row)}\n`;
      else yield `${first ? "\n" : ",\n"}${jsonLine(names, row)}`;
      first = false;
    }
  if (format === "json") yield "\n]\n";
}

/** Read-only, cut off from files and network but for the one file that parquet output goes to, and locked so that SQL cannot undo it. */
const secure = async (connection: DuckDBConnection, writable: string[]): Promise<void> => {
  await connection.run(`SET allowed_paths = [${writable.map(sqlText).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
};

const write = async (connection: DuckDBConnection, { sql, format }: QueryOptions, file: string): Promise<void> => {
  if (format !== "parquet") return pipeline(Readable.from(textOf(connection, sql, format)), createWriteStream(file));
  await connection.run(
    `COPY (${sql.trim().replace(/;$/, "")}\n) TO ${sqlText(file)} (FORMAT parquet, COMPRESSION zstd)`,
  );
};

/** Writes beside the wanted file and renames, so that a failed query leaves an existing file as it was. */
const writeOut = async (
  connection: DuckDBConnection,
  options: QueryOptions,
  temporary: string,
  out: string,
): Promise<void> => {
  try {
    await write(connection, options, temporary);
    renameSync(temporary, out);
  } finally {
    rmSync(temporary, { force: true });
  }
};

const collect = async (pieces: AsyncIterable<string>): Promise<string> => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all.join("");
};

/**
 * Runs one statement over a data directory's warehouse. Returns the result's text, or writes it to `out` and returns nothing.
 * @throws QueryError where there is no warehouse, parquet has no file to go to, or the SQL fails; with the engine's message
 */
export const runQuery = async (options: QueryOptions): Promise<string | undefined> => {
  const { dataDir, sql, format, out } = options;
  const path = join(dataDir, "warehouse.duckdb");
  if (!existsSync(path))
    throw new QueryError(`${path}: there is no warehouse yet; run "certworth build" (or "certworth nightly") first`);
  if (format === "parquet" && out === undefined)
    throw new QueryError("parquet is not text: say where to write it with --out FILE.parquet");
  const temporary = out === undefined ? undefined : `${resolve(out)}.next-${process.pid}`;
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY", threads: "2" });
  const connection = await instance.connect();
  try {
    await checkWarehouseVersion(path, async (text) => (await connection.runAndReadAll(text)).getRows());
    await secure(connection, temporary === undefined ? [] : [temporary]);
    if (temporary === undefined) return await collect(textOf(connection, sql, format));
    await writeOut(connection, options, temporary, resolve(out!));
    return undefined;
  } catch (error) {
    throw new QueryError(`the query failed: ${(error as Error).message}`, { cause: error });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
