import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type LakeFiles, onDisk } from "../models/files.js";
import { type Batches, countedFiles, readBatches } from "../models/lake-files.js";
import { isBucket } from "../models/lake-place.js";
import { sqlText } from "../models/sql-text.js";
import { reach } from "../warehouse/bucket/httpfs.js";
import { Batch, type BatchOptions } from "./lake/batch.js";
import { seenLake } from "./lake/bucket.js";
import { headFor, headText, type LakeHead, openHead, readHead } from "./lake/head.js";
import { type Layout, layout } from "./lake/layout.js";
import { putText } from "./lake/put.js";
import { type MakeRows, rowsOf } from "./lake/rows.js";

export { LakeError } from "./lake/head.js";

/** The postings, on a disk or in a bucket: append-only Parquet that batches enter whole. One process writes at a time (see `lock.ts`). */
export class Lake {
  readonly #entered: Batches;
  readonly #committed: Set<string>;
  #instance: DuckDBInstance | undefined;
  #connection: DuckDBConnection | undefined;

  constructor(
    readonly paths: Layout,
    readonly head: LakeHead,
    private readonly files: LakeFiles,
  ) {
    this.#entered = readBatches(files);
    this.#committed = this.#entered.committed;
  }

  hasBatch(id: string): boolean {
    return this.#committed.has(id);
  }

  /** @param makeRows makes the rows of what is added, where another thread is to do it */
  beginBatch(options: BatchOptions, makeRows: MakeRows = rowsOf): Batch {
    const { paths } = this;
    return new Batch({ paths, connection: () => this.connection(), committed: this.#committed, makeRows }, options);
  }

  /** A connection to an engine in memory with a bounded budget; it spills into the lake's folder for what is not finished. */
  async connection(): Promise<DuckDBConnection> {
    if (this.#connection) return this.#connection;
    mkdirSync(this.paths.temporary, { recursive: true });
    this.#instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "600MB" });
    this.#connection = await this.#instance.connect();
    await this.#connection.run(`SET temp_directory = ${sqlText(join(this.paths.temporary, "spill"))}`);
    await reach(this.#connection, this.paths.lake);
    await this.#connection.run(`CREATE TEMP TABLE version AS ${this.#versions()}`);
    return this.#connection;
  }

  /** The keys of all versions in the lake: of committed batches only, since what has no marker is not there. */
  #versions(): string {
    const files = countedFiles(this.#entered, this.files.below(this.paths.postings, ".parquet"), ".parquet");
    const none =
      "SELECT NULL::VARCHAR AS posting_id, NULL::VARCHAR AS content_hash, NULL::VARCHAR AS facts_hash, NULL::DATE AS seen_on WHERE false";
    const all = `SELECT * FROM read_parquet([${files.map(sqlText).join(",")}], hive_partitioning = false, union_by_name = true)`;
    return `SELECT posting_id, content_hash, facts_hash, seen_on FROM (${none}${files.length === 0 ? "" : ` UNION ALL BY NAME ${all}`})`;
  }

  close(): void {
    this.#connection?.closeSync();
    this.#instance?.closeSync();
    this.#connection = undefined;
    this.#instance = undefined;
    rmSync(this.paths.temporary, { recursive: true, force: true });
  }
}

/**
 * Opens the lake of a data directory, and makes it where there is none.
 * @throws LakeError where it was written by a newer version, or simulated and real postings would mix
 */
export const openLake = (dataDir: string, options: { simulated?: boolean } = {}): Lake => {
  const paths = layout(dataDir);
  return new Lake(paths, openHead(paths, options.simulated ?? false), onDisk(paths.lake));
};

/** As `openLake`, for real postings, wherever the lake lies. @throws LakeError, PlaceError */
export const openLakeAnywhere = async (dataDir: string): Promise<Lake> => {
  const paths = layout(dataDir);
  if (!isBucket(paths.lake)) return openLake(dataDir);
  const files = await seenLake(dataDir);
  const standing = readHead(files);
  const lake = new Lake(paths, headFor(paths, standing, false), files);
  if (standing === null) {
    const { temporary, head: to } = paths;
    await putText(await lake.connection(), headText(lake.head), { temporary, to });
  }
  return lake;
};
