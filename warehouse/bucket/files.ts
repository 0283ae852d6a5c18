import { dirname } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { type LakeFiles, onDisk } from "../../models/files.js";
import { below, isBucket, lakeOf } from "../../models/lake-place.js";
import { sqlText } from "../../models/sql-text.js";
import { quoteList } from "../columns.js";
import { bucketError } from "./error.js";
import { reach } from "./httpfs.js";

/** Small files that are asked for at a time. */
const AT_A_TIME = "8";

/** Bytes and, of the head and the markers, texts of what lies in a bucket, by address: one list, and one request a marker. @throws BucketError */
const look = async (lake: string): Promise<{ sizes: Map<string, number>; texts: Map<string, string> }> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: AT_A_TIME, memory_limit: "400MB" });
  const connection = await instance.connect();
  const rows = async (sql: string) => (await connection.runAndReadAll(sql)).getRows();
  try {
    await reach(connection, lake);
    const sizes = await rows(`SELECT filename, size FROM read_blob(${sqlText(below(lake, "**"))}) ORDER BY filename`);
    const known = new Map((sizes as [string, bigint][]).map(([path, size]) => [path, Number(size)]));
    const small = [below(lake, "lake.json")].filter((path) => known.has(path)).concat(below(lake, "batches", "*.json"));
    const texts = await rows(`SELECT filename, content FROM read_text(${quoteList(small)})`);
    return { sizes: known, texts: new Map(texts as [string, string][]) };
  } catch (error) {
    throw bucketError(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** The files of a lake in a bucket, as they are now. */
const inBucket = async (lake: string): Promise<LakeFiles> => {
  const { sizes, texts } = await look(lake);
  const paths = [...sizes.keys()];
  const folders = new Set(paths.map(dirname));
  return {
    lake,
    below: (folder, ending) => paths.filter((path) => path.startsWith(`${folder}/`) && path.endsWith(ending)),
    has: (path) => sizes.has(path) || folders.has(path),
    size: (path) => sizes.get(path)!,
    text: (path) => texts.get(path)!,
  };
};

/** The files of a data directory's lake, on the disk or in the bucket that it lies in. */
export const lakeFiles = async (dataDir: string): Promise<LakeFiles> => {
  const lake = lakeOf(dataDir);
  return isBucket(lake) ? inBucket(lake) : onDisk(lake);
};
