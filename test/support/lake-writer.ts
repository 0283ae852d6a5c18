import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { fingerprintOf } from "../../extractors/fingerprint.js";
import { LAKE_COLUMNS } from "../../models/lake-columns.js";
import type { TableKind } from "../../models/outside-table.js";
import { sqlText } from "../../models/sql-text.js";
import { storeTable } from "../../pipelines/tables/store.js";

/** Rows of a lake's tables, absent columns null; the layout on disk is the lake's own. */
export interface LakeRows {
  postings: Record<string, unknown>[];
  sightings?: Record<string, unknown>[];
  extractions: Record<string, unknown>[];
  refusals?: Record<string, unknown>[];
  runs?: { run_id: string; [field: string]: unknown }[];
  /** What crawls noted of their sources, each in the marker of a batch of its own. */
  crawls?: { source_id: string; date: string; [field: string]: unknown }[];
  /** Rows of tables that a user loaded. */
  tables?: Partial<Record<TableKind, Record<string, unknown>[]>>;
  simulated?: boolean;
}

export const EXTRACTOR = "x1";

const columnsOf = (table: keyof typeof LAKE_COLUMNS): string =>
  `{${Object.entries(LAKE_COLUMNS[table])
    .map(([name, type]) => `${sqlText(name)}: ${sqlText(type)}`)
    .join(", ")}}`;

/** The extractions with the fingerprints of the texts that they were read from. */
const fingerprinted = ({ postings, extractions }: LakeRows): Record<string, unknown>[] => {
  const textOf = new Map(postings.map((row) => [`${row.posting_id} ${row.content_hash}`, row.text]));
  return extractions.map((row) => {
    const text = textOf.get(`${row.posting_id} ${row.content_hash}`);
    return typeof text === "string" ? { ...row, ...fingerprintOf(text) } : row;
  });
};

/** Writes a small lake the way the stages do: Parquet by table under `lake/`, runs and quarantine as JSON. */
export const writeLake = async (dataDir: string, rows: LakeRows, batch = "b1"): Promise<void> => {
  const lake = join(dataDir, "lake");
  const folders = {
    posting: join(lake, "postings", "posted_month=any"),
    sighting: join(lake, "sightings", "date=any"),
    extraction: join(lake, "extractions", `extractor=${EXTRACTOR}`, "posted_month=any"),
  };
  const extractions = fingerprinted(rows);
  const tables = { posting: rows.postings, sighting: rows.sightings ?? [], extraction: extractions };
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  for (const [table, folder] of Object.entries(folders) as [keyof typeof folders, string][]) {
    if (tables[table].length === 0) continue;
    mkdirSync(folder, { recursive: true });
    const json = join(folder, "rows.ndjson.tmp");
    writeFileSync(json, tables[table].map((row) => `${JSON.stringify(row)}\n`).join(""));
    await connection.run(`COPY (FROM read_json(${sqlText(json)}, format = 'newline_delimited', columns = ${columnsOf(table)}))
      TO ${sqlText(join(folder, `${batch}.parquet`))} (FORMAT parquet)`);
  }
  connection.closeSync();
  instance.closeSync();
  mkdirSync(join(lake, "quarantine"), { recursive: true });
  const refusals = (rows.refusals ?? []).map((row) => `${JSON.stringify(row)}\n`).join("");
  if (refusals) writeFileSync(join(lake, "quarantine", `${batch}.ndjson.gz`), gzipSync(refusals));
  writeFileSync(join(lake, "lake.json"), JSON.stringify({ schema_version: 1, simulated: rows.simulated ?? false }));
  mkdirSync(join(lake, "batches"), { recursive: true });
  writeFileSync(join(lake, "batches", `${batch}.json`), JSON.stringify({ batch }));
  for (const [place, outcome] of (rows.crawls ?? []).entries()) {
    const id = `${outcome.source_id}-${outcome.date}-${String(place).padStart(3, "0")}`;
    writeFileSync(join(lake, "batches", `${id}.json`), JSON.stringify({ batch: id, added: outcome.new ?? 0, outcome }));
  }
  for (const [kind, table] of Object.entries(rows.tables ?? {}) as [TableKind, Record<string, unknown>[]][])
    await storeTable(dataDir, kind, table, { replace: true });
  mkdirSync(join(dataDir, "runs"), { recursive: true });
  for (const run of rows.runs ?? [])
    writeFileSync(join(dataDir, "runs", `${run.run_id}.json`), JSON.stringify(run, null, 1));
};
