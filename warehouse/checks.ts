import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type DuckDBConnection, DuckDBTypeId } from "@duckdb/node-api";
import { headOf, type Model } from "./model.js";

/** A sentence that the warehouse must fulfil, and the rows that break it: none where all is well. */
export interface Check {
  name: string;
  sentence: string;
  rows: number;
  /** Up to five of them, as JSON. */
  examples: unknown[];
}

/** Some checks failed: the old warehouse stands. The message names each with its first row. */
export class ChecksFailed extends Error {
  override name = "ChecksFailed";

  constructor(readonly failed: Check[]) {
    const lines = failed.map(
      ({ name, sentence, rows, examples }) =>
        `  ${name}: ${sentence} ${rows} row(s) break it, such as ${JSON.stringify(examples[0])}`,
    );
    super(`${failed.length} check(s) of the warehouse failed:\n${lines.join("\n")}`);
  }
}

const runCheck = async (connection: DuckDBConnection, name: string, sentence: string, sql: string): Promise<Check> => {
  const reader = await connection.runAndReadAll(`SELECT * FROM (${sql}) AS bad LIMIT 1000`);
  const rows = reader.currentRowCount;
  return { name, sentence, rows, examples: reader.getRowObjectsJson().slice(0, 5) };
};

/** Checks that a model's key is unique and never null in a relation of its rows. */
export const checkKey = async (connection: DuckDBConnection, model: Model, rows = model.id): Promise<Check[]> => {
  if (model.key.length === 0) return [];
  const key = model.key.map((column) => `"${column}"`).join(", ");
  const missing = model.key.map((column) => `"${column}" IS NULL`).join(" OR ");
  const sql = `SELECT ${key}, count(*) AS copies FROM ${rows}
    GROUP BY ${key} HAVING copies > 1 OR ${missing}`;
  return [await runCheck(connection, `key of ${model.id}`, `(${model.key.join(", ")}) is unique and never null.`, sql)];
};

const FRACTIONS = new Set([DuckDBTypeId.DOUBLE, DuckDBTypeId.FLOAT]);

/** The columns of a relation that hold fractions. */
const fractionsOf = async (connection: DuckDBConnection, id: string): Promise<string[]> => {
  const none = await connection.runAndReadAll(`FROM ${id} LIMIT 0`);
  const types = none.columnTypes();
  return none.columnNames().flatMap((name, place) => (FRACTIONS.has(types[place]!.typeId) ? [`"${name}"`] : []));
};

/** Checks that no fraction of a mart is infinite or not a number, in a relation of its rows: what cannot be computed is null. */
export const checkFinite = async (connection: DuckDBConnection, model: Model, rows = model.id): Promise<Check[]> => {
  if (model.layer !== "marts") return [];
  const columns = await fractionsOf(connection, model.id);
  if (columns.length === 0) return [];
  const bad = columns.map((column) => `NOT isfinite(${column})`).join(" OR ");
  const sql = `FROM ${rows} WHERE ${bad}`;
  return [await runCheck(connection, `numbers of ${model.id}`, `${columns.join(", ")} are finite or null.`, sql)];
};

/** Runs every query of a folder; each begins with the sentence that it enforces and returns the rows that break it. */
export const runChecks = async (connection: DuckDBConnection, dir: string): Promise<Check[]> => {
  const files = readdirSync(dir)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  const checks: Check[] = [];
  for (const file of files) {
    const sql = readFileSync(join(dir, file), "utf8").trim();
    checks.push(await runCheck(connection, basename(file, ".sql"), headOf(sql).join(" "), `${sql}\n`));
  }
  return checks;
};
