import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { type OutputFormat, runQuery } from "../warehouse/query.js";
import { emptyFolder } from "./support/folder.js";

/** The real engine over a real warehouse file: what an analyst's SQL, which may be anybody's, cannot do. */

const SECRET = "the-words-of-another-file";

const dataDir = async (): Promise<string> => {
  const folder = emptyFolder();
  const instance = await DuckDBInstance.create(join(folder, "warehouse.duckdb"));
  const connection = await instance.connect();
  await connection.run("CREATE SCHEMA marts; CREATE TABLE marts.posting AS SELECT 'p1' AS posting_id");
  connection.closeSync();
  instance.closeSync();
  writeFileSync(join(folder, "secret.csv"), `words\n${SECRET}\n`);
  return folder;
};

const ask = (folder: string, sql: string, more: { format?: OutputFormat; out?: string; seconds?: number } = {}) =>
  runQuery({ dataDir: folder, sql, format: "csv", ...more });

const FORBIDDEN: readonly [what: string, sql: string][] = [
  ["writes rows", "INSERT INTO marts.posting VALUES ('p2')"],
  ["changes rows", "UPDATE marts.posting SET posting_id = 'x'"],
  ["deletes rows", "DELETE FROM marts.posting"],
  ["drops a table", "DROP TABLE marts.posting"],
  ["makes a table", "CREATE TABLE t AS SELECT 1"],
  ["makes a table in memory", "CREATE TEMP TABLE t AS SELECT 1"],
  ["makes a macro", "CREATE TEMP MACRO f(a) AS a"],
  ["reads a CSV", "SELECT * FROM read_csv('FOLDER/secret.csv')"],
  ["reads a file by its name", "SELECT * FROM 'FOLDER/secret.csv'"],
  ["reads a text", "SELECT * FROM read_text('FOLDER/secret.csv')"],
  ["reads bytes", "SELECT * FROM read_blob('/etc/passwd')"],
  ["sniffs a file", "SELECT * FROM sniff_csv('FOLDER/secret.csv')"],
  ["lists a folder", "SELECT * FROM glob('FOLDER/*')"],
  ["reads within a query", "SELECT * FROM query('SELECT * FROM read_text(''FOLDER/secret.csv'')')"],
  ["fetches from the web", "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')"],
  ["copies out", "COPY marts.posting TO 'FOLDER/stolen.csv'"],
  ["copies in", "COPY marts.posting FROM 'FOLDER/secret.csv'"],
  ["exports", "EXPORT DATABASE 'FOLDER/stolen'"],
  ["attaches", "ATTACH 'FOLDER/stolen.duckdb'"],
  ["attaches for reading", "ATTACH 'FOLDER/warehouse.duckdb' AS w (READ_ONLY)"],
  ["detaches", "DETACH warehouse"],
  ["installs", "INSTALL httpfs"],
  ["loads", "LOAD httpfs"],
  ["loads a file", "LOAD 'FOLDER/x.duckdb_extension'"],
  ["opens the door", "SET enable_external_access = true"],
  ["opens a path", "SET allowed_paths = ['FOLDER']"],
  ["unlocks", "SET lock_configuration = false"],
  ["resets", "RESET enable_external_access"],
  ["takes memory", "PRAGMA memory_limit = '100GB'"],
  ["asks a pragma", "PRAGMA database_list"],
  ["keeps a secret", "CREATE SECRET s (TYPE s3)"],
  ["sets a variable", "SET VARIABLE a = 1"],
  ["begins a transaction", "BEGIN"],
  ["two statements", "SELECT 1; SELECT 2"],
  ["a statement behind another", "SELECT 1; DROP TABLE marts.posting"],
  ["nothing", ""],
  ["no SQL", "hello"],
];

test.each(FORBIDDEN)("%s: refused, and nothing is written or told", async (_, sql) => {
  const folder = await dataDir();
  const before = readdirSync(folder).sort();
  const error = await ask(folder, sql.replaceAll("FOLDER", folder)).then(
    (text) => new Error(`it was answered: ${text}`),
    (refused: Error) => refused,
  );
  expect(error.name, error.message).toBe("QueryError");
  expect(error.message).not.toContain(SECRET);
  expect(readdirSync(folder).sort()).toEqual(before);
  expect(await ask(folder, "SELECT count(*) AS n, min(posting_id) AS id FROM marts.posting")).toBe("n,id\n1,p1\n");
});

test.each([
  ["SELECT posting_id FROM marts.posting;", "posting_id\np1\n"],
  ["FROM marts.posting", "posting_id\np1\n"],
  ["WITH a AS (SELECT 1 AS n) SELECT n FROM a", "n\n1\n"],
  ["-- a note\nSELECT 2 AS n -- another", "n\n2\n"],
])("%j is answered", async (sql, text) => expect(await ask(await dataDir(), sql)).toBe(text));

test.each(["DESCRIBE marts.posting", "SHOW ALL TABLES", "SUMMARIZE marts.posting", "EXPLAIN SELECT 1"])(
  "%s is answered",
  async (sql) => expect((await ask(await dataDir(), sql))!.length).toBeGreaterThan(10),
);

test("a Parquet file is written where it was asked for, and SQL cannot move it elsewhere", async () => {
  const folder = await dataDir();
  const out = join(folder, "out.parquet");
  await ask(folder, "SELECT * FROM marts.posting;", { format: "parquet", out });
  expect(readFileSync(out).subarray(0, 4).toString()).toBe("PAR1");
  const outwards = `SELECT 1) TO '${join(folder, "stolen.csv")}' (FORMAT csv); COPY (SELECT 2`;
  await expect(ask(folder, outwards, { format: "parquet", out: join(folder, "b.parquet") })).rejects.toThrow(
    "the query failed",
  );
  expect([existsSync(join(folder, "stolen.csv")), existsSync(join(folder, "b.parquet"))]).toEqual([false, false]);
});

test("a query without end is ended, and says so", async () => {
  const endless = "SELECT count(*) FROM range(100000000) a, range(100000000) b WHERE (a.range * b.range) % 7 = 3";
  const rows = "SELECT a.range FROM range(1000000000000) a";
  const folder = await dataDir();
  for (const sql of [endless, rows])
    await expect(ask(folder, sql, { seconds: 1, format: "csv", out: join(folder, "x") })).rejects.toThrow(
      "more than 1 s",
    );
  await expect(ask(folder, "SELECT range FROM range(1000000)", { format: "table" })).rejects.toThrow("--format csv");
});

test("memory has an end", async () => {
  const greedy = "SELECT string_agg(repeat('x', 1000000) || range, '') FROM range(3000)";
  await expect(ask(await dataDir(), greedy)).rejects.toThrow(/the query failed: (Out of Memory|.*longer)/s);
});

test("a table shows what a terminal would obey, or what turns letters round, as marks", async () => {
  const sql = "SELECT 'a' || chr(27) || '[2J' || chr(8238) || 'b' AS words";
  expect(await ask(await dataDir(), sql, { format: "table" })).toContain("a\ufffd[2J\ufffdb");
});
