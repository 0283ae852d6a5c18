import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { filesBelow, onDisk } from "../../models/files.js";
import { groupedBy } from "../../models/group.js";
import { countedFiles, readBatches } from "../../models/lake-files.js";
import { sqlText } from "../../models/sql-text.js";
import { layout } from "../../pipelines/lake/layout.js";

/**
 * What tells the time or counts tries, and so differs after a kill: runs of the ledger; how long hosts took; and requests of
 * robots.txt, which is asked once a day, so that a second run that day asks for less. `built_from` is a hash over the sizes of
 * files that hold these. `lake/visits` and `lake/robots` are caches: a kill between a batch and its memory costs the next night
 * some requests, and no row.
 */
const CLOCKS: Record<string, string[]> = {
  host_health: ["requests", "allowed", "http", "bytes", "seconds"],
  source_health: ["requests", "bytes"],
};
const NOT_COMPARED = ["run"];

/** Rows and a hash of them, whatever their order. */
const tally = (rows: readonly string[]): string =>
  `${rows.length} rows ${createHash("sha256").update(rows.toSorted().join("\n")).digest("hex").slice(0, 16)}`;

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<string[]> =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson().map((row) => JSON.stringify(row));

const parquet = async (connection: DuckDBConnection, files: string[]): Promise<string> =>
  files.length === 0
    ? tally([])
    : tally(
        await rowsOf(
          connection,
          `FROM read_parquet([${files.map(sqlText).join(",")}], hive_partitioning = false, union_by_name = true)`,
        ),
      );

const linesIn = (file: string): string[] => gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);

/** A marker without its source's hosts: their seconds are a clock's. */
const markerLine = (line: string): string => {
  const { outcome, ...marker } = JSON.parse(line) as { outcome?: Record<string, unknown> };
  return JSON.stringify({ ...marker, outcome: outcome && { ...outcome, hosts: undefined } });
};

const lakeContents = async (dataDir: string, connection: DuckDBConnection): Promise<Record<string, string>> => {
  const paths = layout(dataDir);
  const entered = readBatches(onDisk(paths.lake));
  const counted = (folder: string, ending: string) => countedFiles(entered, filesBelow(folder, ending), ending);
  const markers = entered.markers.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean));
  return {
    postings: await parquet(connection, counted(paths.postings, ".parquet")),
    sightings: await parquet(connection, counted(paths.sightings, ".parquet")),
    extractions: await parquet(connection, counted(paths.extractions, ".parquet")),
    quarantine: tally(counted(paths.quarantine, ".ndjson.gz").flatMap(linesIn)),
    raw: tally(filesBelow(paths.raw, ".gz").flatMap(linesIn)),
    markers: tally(markers.map(markerLine)),
    batches: tally([...entered.committed]),
  };
};

const martContents = async (dataDir: string, connection: DuckDBConnection): Promise<Record<string, string>> => {
  await connection.run(`ATTACH ${sqlText(layout(dataDir).warehouse)} AS built (READ_ONLY)`);
  const names = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'built' AND schema_name = 'marts' ORDER BY 1",
  );
  const contents: Record<string, string> = {};
  for (const name of names.getRows().flat().map(String)) {
    if (NOT_COMPARED.includes(name)) continue;
    const clocks = CLOCKS[name] ?? [];
    const columns = clocks.length === 0 ? "*" : `* EXCLUDE (${clocks.join(", ")})`;
    const where = name === "meta" ? "WHERE key <> 'built_from'" : "";
    contents[`marts.${name}`] = tally(await rowsOf(connection, `SELECT ${columns} FROM built.marts.${name} ${where}`));
  }
  return contents;
};

/** Pages by name, but those that tell of the runs and how many there were; every page says what it was built from. */
const siteContents = async (dataDir: string, connection: DuckDBConnection): Promise<Record<string, string>> => {
  const { site } = layout(dataDir);
  const meta = await connection.runAndReadAll("SELECT value FROM built.marts.meta WHERE key = 'built_from'");
  const basis = String(meta.getRows()[0]?.[0]);
  const pages = filesBelow(site, ".html").filter((file) => !/(quality|dictionary)\.html$/.test(file));
  const folders = groupedBy(pages, (file) => relative(site, file).split("/")[0] ?? "");
  const textOf = (file: string): string => `${file} ${readFileSync(join(site, file), "utf8").replaceAll(basis, "")}`;
  return Object.fromEntries(
    [...folders].map(([name, files]) => [`site/${name}`, tally(files.map((file) => textOf(relative(site, file))))]),
  );
};

/** All that a data directory holds, less its clocks: each table of the lake, each mart, the pages. */
export const contentsOf = async (dataDir: string): Promise<Record<string, string>> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    const lake = await lakeContents(dataDir, connection);
    return { ...lake, ...(await martContents(dataDir, connection)), ...(await siteContents(dataDir, connection)) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};
