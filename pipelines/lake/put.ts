import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { isBucket } from "../../models/lake-place.js";
import { sqlText } from "../../models/sql-text.js";
import { moveIntoPlace, writeFileAtomic } from "./atomic.js";

/**
 * Puts a finished file into its place in the lake, whole or not at all: on a disk by a rename, in a bucket by an upload, of which
 * nothing is seen before its end. Parquet is written anew on the way, a group of rows at a time; anything else goes as it is and
 * must fit into the engine's memory twice.
 */
export const put = async (connection: DuckDBConnection, from: string, to: string): Promise<void> => {
  if (!isBucket(to)) {
    moveIntoPlace(from, to);
    return;
  }
  // Without a word on compression, what is packed by its name would be packed again.
  const [rows, format] = to.endsWith(".parquet")
    ? [`FROM read_parquet(${sqlText(from)}, hive_partitioning = false)`, "parquet, COMPRESSION zstd"]
    : [`SELECT content FROM read_blob(${sqlText(from)})`, "blob, COMPRESSION none"];
  await connection.run(`COPY (${rows}) TO ${sqlText(to)} (FORMAT ${format})`);
  rmSync(from);
};

/** Puts a small text into its place in the lake, whole; `temporary` is a folder for what waits to be uploaded. */
export const putText = async (
  connection: DuckDBConnection,
  text: string,
  { temporary, to }: { temporary: string; to: string },
): Promise<void> => {
  if (!isBucket(to)) {
    writeFileAtomic(to, text);
    return;
  }
  const from = join(temporary, basename(to));
  writeFileSync(from, text);
  await put(connection, from, to);
};
