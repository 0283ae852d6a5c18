import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type DuckDBConnection, DuckDBInstance, StatementType } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import { checkWarehouseVersion } from "../models/warehouse-version.js";
import { QUERY_BOUNDS } from "./bounds.js";
import { csvLine, jsonLine, tableText, toJson } from "./query-text.js";

export const OUTPUT_FORMATS = ["table", "csv", "json", "ndjson", "parquet"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

export interface QueryOptions {
  dataDir: string;
  sql: string;
  format: OutputFormat;
  /** File to write; parquet needs one. Without it the text is returned. */
  out?: string;
  /** Time that it may take; 300 where left out. */
  seconds?: number;
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
    for await (const chunk of rows) {
      all.push(...chunk);
      if (all.length > QUERY_BOUNDS.tableRows)
        throw new Error(
          `a table of more than ${QUERY_BOUNDS.tableRows} rows; ask for --format csv or ndjson, or add LIMIT`,
        );
    }
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
  await connection.run(`SET max_temp_directory_size = ${sqlText(QUERY_BOUNDS.spill)}`);
  await connection.run(`SET allowed_paths = [${writable.map(sqlText).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
};

/** @throws where the SQL is more than one statement, or one that does more than ask */
const checkAsks = async (connection: DuckDBConnection, sql: string): Promise<void> => {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) throw new Error(`${statements.count} statements; one is expected`);
  const { statementType } = await statements.prepare(0);
  // The engine reads a PRAGMA that only tells something as a SELECT.
  if (/^(\s|--[^\n]*\n|\/\*.*?\*\/)*pragma\b/is.test(sql)) throw new Error("PRAGMA is not allowed");
  if (statementType !== StatementType.SELECT && statementType !== StatementType.EXPLAIN)
    throw new Error(
      `${StatementType[statementType]} is not allowed, as queries are read-only and their configuration is locked; SELECT, FROM, DESCRIBE, SHOW and EXPLAIN are`,
    );
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
  { temporary, out, check }: { temporary: string; out: string; check: () => void },
): Promise<undefined> => {
  try {
    await write(connection, options, temporary);
    check();
    renameSync(temporary, out);
    return undefined;
  } finally {
    rmSync(temporary, { force: true });
  }
};

const collect = async (pieces: AsyncIterable<string>): Promise<string> => {
  const all: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > QUERY_BOUNDS.textLength)
      throw new Error(
        `a result of more than ${QUERY_BOUNDS.textLength} characters; write it to a file with --out, or add LIMIT`,
      );
    all.push(piece);
  }
  return all.join("");
};

/**
 * Ends a query that takes too long, by the engine's own means. A stream that is ended so looks like one that is at its end,
 * so `work` calls the check that it is given before it takes a result for whole.
 */
const inTime = async <T>(
  connection: DuckDBConnection,
  seconds: number,
  work: (check: () => void) => Promise<T>,
): Promise<T> => {
  let late = false;
  const check = (): void => {
    if (late) throw new Error(`it took more than ${seconds} s; ask for fewer months or certificates`);
  };
  const timer = setTimeout(() => {
    late = true;
    connection.interrupt();
  }, seconds * 1000);
  try {
    return await work(check);
  } catch (error) {
    check();
    throw error;
  } finally {
    clearTimeout(timer);
  }
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
  const { threads, memory: memory_limit } = QUERY_BOUNDS;
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY", threads, memory_limit });
  const connection = await instance.connect();
  try {
    await checkWarehouseVersion(path, async (text) => (await connection.runAndReadAll(text)).getRows());
    await secure(connection, temporary === undefined ? [] : [temporary]);
    return await inTime(connection, options.seconds ?? QUERY_BOUNDS.seconds, async (check) => {
      await checkAsks(connection, sql);
      if (temporary !== undefined) return writeOut(connection, options, { temporary, out: resolve(out!), check });
      const text = await collect(textOf(connection, sql, format));
      check();
      return text;
    });
  } catch (error) {
    throw new QueryError(`the query failed: ${(error as Error).message}`, { cause: error });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
