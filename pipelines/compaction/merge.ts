import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync } from "node:zlib";
import type { DuckDBConnection } from "@duckdb/node-api";
import { filesBelow } from "../../models/files.js";
import { groupedBy } from "../../models/group.js";
import { LAKE_COLUMNS } from "../../models/lake-columns.js";
import { sqlText } from "../../models/sql-text.js";
import { emptySelect } from "../../warehouse/columns.js";
import { moveIntoPlace, writeFileAtomic } from "../lake/atomic.js";
import type { Layout } from "../lake/layout.js";
import type { Merge } from "./plan.js";

/** Where a merge works. */
export interface MergeHost {
  paths: Layout;
  connection: DuckDBConnection;
}

/** Files below a folder whose names are these ids, by the partition that they lie in. */
const byPartition = (folder: string, ids: ReadonlySet<string>, ending: string): Map<string, string[]> => {
  const files = filesBelow(folder, ending).filter((file) => ids.has(basename(file, ending)));
  return groupedBy(files, (file) => relative(folder, dirname(file)));
};

/** Rows of files as one file's; of postings each says which batch brought it. */
const rowsSql = (files: readonly string[], keepsBatch: boolean): string => {
  const read = `read_parquet([${files.map(sqlText).join(",")}], hive_partitioning = false, union_by_name = true, filename = true)`;
  if (!keepsBatch) return `SELECT * EXCLUDE (filename) FROM ${read} ORDER BY posting_id`;
  return `SELECT * EXCLUDE (filename) REPLACE (coalesce(batch, parse_filename(filename, true)) AS batch)
    FROM (${emptySelect(LAKE_COLUMNS.posting)} UNION ALL BY NAME FROM ${read}) ORDER BY batch, posting_id, content_hash`;
};

const mergeTable = async (
  host: MergeHost,
  merge: Merge,
  folder: string,
  groups: Map<string, string[]>,
): Promise<void> => {
  const { paths, connection } = host;
  const written = join(paths.temporary, `${merge.id}.parquet`);
  for (const [partition, files] of groups) {
    const rows = rowsSql(files, folder === paths.postings);
    await connection.run(`COPY (${rows}) TO ${sqlText(written)} (FORMAT parquet, COMPRESSION zstd)`);
    moveIntoPlace(written, join(folder, partition, `${merge.id}.parquet`));
  }
};

/** The folders of a table that has one for each extractor version. */
const versionsOf = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];

/**
 * Facts lie beside the postings, so they are merged where those of every part are there; where some lack, the stage that
 * makes them makes them anew.
 */
const mergeFacts = async (host: MergeHost, merge: Merge, postings: Map<string, string[]>, ids: Set<string>) => {
  const { extractions, candidates } = host.paths;
  for (const folder of [...versionsOf(extractions), ...versionsOf(candidates)]) {
    const groups = byPartition(folder, ids, ".parquet");
    for (const [partition, files] of groups)
      if (files.length < (postings.get(partition)?.length ?? 0)) groups.delete(partition);
    await mergeTable(host, merge, folder, groups);
  }
};

const mergeRefusals = async ({ paths }: MergeHost, merge: Merge, ids: Set<string>): Promise<void> => {
  const files = byPartition(paths.quarantine, ids, ".ndjson.gz").get("") ?? [];
  if (files.length === 0) return;
  const written = join(paths.temporary, `${merge.id}.ndjson.gz`);
  const lines = function* (): Generator<Buffer> {
    for (const file of files) yield gunzipSync(readFileSync(file));
  };
  await pipeline(Readable.from(lines()), createGzip({ level: 4 }), createWriteStream(written));
  moveIntoPlace(written, join(paths.quarantine, `${merge.id}.ndjson.gz`));
};

/**
 * Writes the files that stand for many, then the marker that puts them in their place. Until its rename the parts count,
 * from it on the merged files do; a merge that was killed in between is written again under the same names.
 */
export const writeMerge = async (host: MergeHost, merge: Merge): Promise<void> => {
  const { paths } = host;
  const ids = new Set(merge.parts.map(({ id }) => id));
  mkdirSync(paths.temporary, { recursive: true });
  const postings = byPartition(paths.postings, ids, ".parquet");
  await mergeTable(host, merge, paths.postings, postings);
  await mergeTable(host, merge, paths.sightings, byPartition(paths.sightings, ids, ".parquet"));
  await mergeFacts(host, merge, postings, ids);
  await mergeRefusals(host, merge, ids);
  const replaces = merge.parts.flatMap(({ id, replaces: earlier }) => [id, ...earlier]).sort();
  const head = JSON.stringify({ batch: merge.id, seen_on: `${merge.month}-01`, replaces });
  const lines = merge.parts.flatMap((part) => part.lines);
  writeFileAtomic(join(paths.batches, `${merge.id}.json`), `${[head, ...lines].join("\n")}\n`);
};
