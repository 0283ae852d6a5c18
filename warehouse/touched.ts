import type { DuckDBConnection } from "@duckdb/node-api";
import { type CodedModel, codedModel } from "./model.js";

/** Whether all postings are looked at anew: set by `touched`. */
export const EVERYTHING = "getvariable('everything')";

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<unknown[][]> =>
  (await connection.runAndReadAll(sql)).getRows();

export const isEverything = async (connection: DuckDBConnection): Promise<boolean> =>
  (await rowsOf(connection, `SELECT ${EVERYTHING}`))[0]![0] === true;

/** The tables of the lake whose files are immutable, and name postings. */
const TABLES = ["posting", "sighting", "extraction"] as const;
/** What the last build left, and this one goes on from. */
const LEFT = ["lake_file", "crawl_day", "version", "reading_place", "near_pair", "copy_key", "copy_pair"];

const FILES = `CREATE TEMP TABLE lake_file AS ${TABLES.map(
  (table) => `SELECT '${table}' AS kind, unnest(getvariable('all_${table}_files')[2:]) AS path`,
).join(" UNION ALL ")}`;
const CRAWLS = "CREATE TEMP TABLE crawl_day AS SELECT source_id, date, healthy FROM intermediate.crawl";

const isLeft = async (connection: DuckDBConnection): Promise<boolean> => {
  const names = LEFT.map((name) => `'${name}'`).join(", ");
  const found = `SELECT count(*) = ${LEFT.length} FROM duckdb_tables() WHERE database_name = 'kept' AND table_name IN (${names})`;
  return (await rowsOf(connection, found))[0]![0] === true;
};

/** Whether the lake only grew: no file went, and no day of a crawl up to its source's last known one is another than it was. */
const GREW = `SELECT NOT EXISTS (FROM kept.lake_file ANTI JOIN lake_file USING (kind, path)) AND NOT EXISTS (
  FROM (FROM (FROM crawl_day EXCEPT FROM kept.crawl_day) UNION ALL FROM (FROM kept.crawl_day EXCEPT FROM crawl_day)) AS other
  JOIN (SELECT source_id, max(date) AS last FROM kept.crawl_day GROUP BY ALL) AS known USING (source_id)
  WHERE date <= last)`;

/** Lets a relation over the lake read the files of a kind that came in since the last build, or all of them again. */
export const onlyNew = async (
  connection: DuckDBConnection,
  table: string,
  read: () => Promise<unknown>,
): Promise<void> => {
  const all = `getvariable('all_${table}_files')`;
  const added = `(SELECT coalesce(list(path ORDER BY path), []) FROM lake_file ANTI JOIN kept.lake_file USING (kind, path) WHERE kind = '${table}')`;
  await connection.run(`SET VARIABLE ${table}_files = ${all}[:1] || ${added}`);
  await read();
  await connection.run(`SET VARIABLE ${table}_files = ${all}`);
};

/**
 * Those that a crawl of later days can close: seen last no earlier than the last healthy crawl of their source that was known. Of those
 * that moved any source may say it.
 */
const OPEN_BEFORE = `WITH crawled AS (
    SELECT source_id, coalesce(max(k.date) FILTER (k.healthy), DATE '0001-01-01') AS last
    FROM (SELECT DISTINCT source_id FROM (FROM crawl_day EXCEPT FROM kept.crawl_day)) LEFT JOIN kept.crawl_day AS k USING (source_id)
    GROUP BY source_id
  )
  SELECT posting_id FROM kept.version JOIN crawled ON source_id = last_source WHERE last_sighting >= last
  UNION ALL
  SELECT posting_id FROM kept.version
  WHERE first_source <> last_source AND last_sighting >= (SELECT min(last) FROM crawled)`;

const createTouched = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run(FILES);
  await connection.run(CRAWLS);
  const grew = (await isLeft(connection)) && (await rowsOf(connection, GREW))[0]![0] === true;
  await connection.run(`SET VARIABLE everything = ${!grew}`);
  await connection.run("CREATE TEMP TABLE named (posting_id VARCHAR)");
  if (grew) {
    for (const table of ["posting", "sighting"] as const)
      await onlyNew(connection, table, () =>
        connection.run(`INSERT INTO named SELECT posting_id FROM staging.${table}`),
      );
    await connection.run(`INSERT INTO named ${OPEN_BEFORE}`);
  }
  await connection.run("CREATE TABLE intermediate.touched AS SELECT DISTINCT posting_id FROM named");
  await connection.run("DROP TABLE named");
};

const TOUCHED = codedModel({
  name: "touched",
  description:
    "One row per posting that new files of the lake name, or that new days of crawls may close; none where all are looked at anew.",
  key: ["posting_id"],
  reads: ["staging.posting", "staging.sighting", "intermediate.crawl"],
  create: createTouched,
});

/** Lets staging.posting read those files alone that name a posting touched: a look at the ids costs less than the facts of all others. */
const onlyTouched = async (connection: DuckDBConnection, read: () => Promise<unknown>): Promise<void> => {
  const all = "getvariable('all_posting_files')";
  await connection.run(`SET VARIABLE posting_files = ${all}[:1] || (
    SELECT coalesce(list(DISTINCT file), []) FROM staging.posting SEMI JOIN intermediate.touched USING (posting_id))`);
  await read();
  await connection.run(`SET VARIABLE posting_files = ${all}`);
};

/** What the lake says of the postings touched, or of all. */
const touchedRows = (table: "posting" | "sighting", columns: string) => ({
  ...codedModel({
    name: `touched_${table}`,
    description: `One row per row of staging.${table} of the postings touched, without texts.`,
    key: [],
    reads: [`staging.${table}`, "intermediate.touched"],
    create: async (connection) => {
      const rows = `SELECT ${columns} FROM staging.${table}`;
      if (await isEverything(connection)) await connection.run(`CREATE VIEW intermediate.touched_${table} AS ${rows}`);
      else {
        const create = `CREATE TABLE intermediate.touched_${table} AS ${rows} SEMI JOIN intermediate.touched USING (posting_id)`;
        if (table === "posting") await onlyTouched(connection, () => connection.run(create));
        else await connection.run(create);
      }
    },
  }),
  seen: true,
});

/** What the lake has learnt since the last build: by it the narrow models of all postings are made, without reading all of them anew. */
export const TOUCHED_MODELS: readonly CodedModel[] = [
  TOUCHED,
  touchedRows("posting", "* EXCLUDE (text)"),
  touchedRows("sighting", "*"),
];

/** Keeps what this build found in the lake, for the next one. */
export const keepFound = async (connection: DuckDBConnection): Promise<void> => {
  for (const table of ["lake_file", "crawl_day"])
    await connection.run(`CREATE OR REPLACE TABLE kept.main.${table} AS FROM temp.${table}`);
};
