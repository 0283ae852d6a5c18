import { readFileSync, rmSync } from "node:fs";
import { basename, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { type DuckDBBlobValue, type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { LakeFiles } from "../models/files.js";
import { isWhole, readBatches } from "../models/lake-files.js";
import { isBucket, PlaceError } from "../models/lake-place.js";
import { sqlText } from "../models/sql-text.js";
import { bucketError } from "../warehouse/bucket/error.js";
import { lakeFiles } from "../warehouse/bucket/files.js";
import { reach } from "../warehouse/bucket/httpfs.js";
import { type Layout, layout } from "./lake/layout.js";
import { readRuns } from "./ledger.js";

/** A file that cannot be read, and what to do about it. */
export interface Damage {
  /** Below the data directory, or an address in a bucket. */
  file: string;
  problem: string;
  advice: string;
  /** True where it holds nothing that cannot be made again: `--repair` removes it. */
  canBeMadeAgain: boolean;
}

/** Markers that were cut short: their batches count all the same, only their sources' health is not known. */
export const tornMarkers = (lake: LakeFiles): string[] =>
  readBatches(lake).markers.filter((file) => !isWhole(lake.text(file)));

interface Kind {
  advice: string;
  canBeMadeAgain: boolean;
}

const AGAIN: Kind = {
  advice: 'remove it, or run "certworth check --repair"; the next run makes it again',
  canBeMadeAgain: true,
};
const kept = (advice: string): Kind => ({ advice, canBeMadeAgain: false });

const kindOf = (paths: Layout, file: string): Kind => {
  const isIn = (folder: string): boolean => !relative(folder, file).startsWith("..");
  if ([paths.extractions, paths.candidates, paths.visits, paths.robots].some(isIn)) return AGAIN;
  if (isIn(paths.raw)) return kept("nothing reads it but people: restore it from a backup, or remove it");
  if (isIn(paths.batches))
    return kept("restore it from a backup; its postings count all the same, its source's health that day is unknown");
  if (isIn(paths.runs)) return kept("restore it from a backup, or remove it; only the list of runs lacks it");
  const marker = `lake/batches/${basename(file).split(".")[0]}.json`;
  return kept(`restore it from a backup; without one remove it and ${marker}, and import or crawl its source again`);
};

const parquetProblem = async (connection: DuckDBConnection, file: string): Promise<string | null> => {
  try {
    await connection.run(`SELECT max(hash(row)) FROM read_parquet(${sqlText(file)}, hive_partitioning = false) AS row`);
    return null;
  } catch (error) {
    // A server that fails says nothing of the file.
    if (bucketError(error) !== error) throw bucketError(error);
    return (error as Error).message.split("\n")[0] ?? "";
  }
};

const bytesOf = async (connection: DuckDBConnection, file: string): Promise<Uint8Array> => {
  if (!isBucket(file)) return readFileSync(file);
  const read = await connection.runAndReadAll(`SELECT content FROM read_blob(${sqlText(file)})`);
  return (read.getRows() as [DuckDBBlobValue][])[0]![0].bytes;
};

const gzipProblem = (bytes: Uint8Array): string | null => {
  try {
    gunzipSync(bytes);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

const problemOf = async (connection: DuckDBConnection, file: string): Promise<string | null> => {
  if (file.endsWith(".parquet")) return parquetProblem(connection, file);
  if (file.endsWith(".gz")) return gzipProblem(await bytesOf(connection, file));
  return null;
};

const notRepaired = (lake: string): PlaceError =>
  new PlaceError(
    `check --repair: nothing is removed in a bucket (${lake}); check names the files, remove them by the bucket's own tools`,
  );

/**
 * Reads every file of a lake to its end, and every record. Nothing is changed but, with `repair`, what can be made again:
 * that is removed. @throws PlaceError for a repair in a bucket
 */
export const checkData = async (dataDir: string, repair: boolean): Promise<Damage[]> => {
  const paths = layout(dataDir);
  if (repair && isBucket(paths.lake)) throw notRepaired(paths.lake);
  const lake = await lakeFiles(dataDir);
  const found: [file: string, problem: string][] = [
    ...readRuns(dataDir).unreadable.map((line): [string, string] => [
      line.replace(/: .*$/s, ""),
      "not readable as JSON",
    ]),
    ...tornMarkers(lake).map((file): [string, string] => [file, "cut short"]),
  ];
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const connection = await instance.connect();
  await reach(connection, lake.lake);
  for (const file of lake.below(paths.lake, "")) {
    const problem = await problemOf(connection, file);
    if (problem !== null) found.push([file, problem]);
  }
  connection.closeSync();
  instance.closeSync();
  const nameOf = (file: string): string => (isBucket(file) ? file : relative(dataDir, file));
  const damages = found.map(([file, problem]) => ({ file: nameOf(file), problem, ...kindOf(paths, file) }));
  if (repair) for (const { file, canBeMadeAgain } of damages) if (canBeMadeAgain) rmSync(`${dataDir}/${file}`);
  return damages;
};
