import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { type DuckDBBlobValue, DuckDBInstance } from "@duckdb/node-api";
import { type LakeFiles, onDisk } from "../../models/files.js";
import { below, isBucket, lakeOf } from "../../models/lake-place.js";
import { sqlText } from "../../models/sql-text.js";
import { quoteList } from "../columns.js";
import { bucketError } from "./error.js";
import { reach } from "./httpfs.js";

/** Small files that are asked for at a time. */
const AT_A_TIME = "8";

type Ask = (sql: string) => Promise<unknown[][]>;

/** Asks an engine that reaches a lake. @throws BucketError */
const asking = async <T>(lake: string, work: (ask: Ask) => Promise<T>): Promise<T> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: AT_A_TIME, memory_limit: "400MB" });
  const connection = await instance.connect();
  try {
    await reach(connection, lake);
    return await work(async (sql) => (await connection.runAndReadAll(sql)).getRows());
  } catch (error) {
    throw bucketError(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Bytes and, of the head and the markers, texts of what lies in a bucket, by address: one list, and one request a marker. */
const look = (lake: string): Promise<{ sizes: Map<string, number>; texts: Map<string, string> }> =>
  asking(lake, async (ask) => {
    const sizes = await ask(`SELECT filename, size FROM read_blob(${sqlText(below(lake, "**"))}) ORDER BY filename`);
    const known = new Map((sizes as [string, bigint][]).map(([path, size]) => [path, Number(size)]));
    const small = [below(lake, "lake.json")].filter((path) => known.has(path)).concat(below(lake, "batches", "*.json"));
    const texts = await ask(`SELECT filename, content FROM read_text(${quoteList(small)})`);
    return { sizes: known, texts: new Map(texts as [string, string][]) };
  });

/** What stands in files of a lake, one after the other. @throws BucketError */
export const contentsOf = async (lake: string, paths: readonly string[]): Promise<Uint8Array[]> => {
  if (!isBucket(lake)) return paths.map((path) => readFileSync(path));
  return asking(lake, async (ask) => {
    const contents: Uint8Array[] = [];
    for (const path of paths) {
      const [row] = (await ask(`SELECT content FROM read_blob(${sqlText(path)})`)) as [DuckDBBlobValue][];
      contents.push(row![0].bytes);
    }
    return contents;
  });
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

/** The files of a data directory's lake, on the disk or in the bucket that it lies in. @throws BucketError, PlaceError */
export const lakeFiles = async (dataDir: string): Promise<LakeFiles> => {
  const lake = lakeOf(dataDir);
  return isBucket(lake) ? inBucket(lake) : onDisk(lake);
};
