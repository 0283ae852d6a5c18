import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { filesBelow } from "../models/files.js";
import { type Batches, countedFiles, readBatches } from "../models/lake-files.js";
import { sqlText } from "../models/sql-text.js";
import { Batch, type BatchOptions } from "./lake/batch.js";
import { type LakeHead, openHead } from "./lake/head.js";
import { type Layout, layout } from "./lake/layout.js";
import { type MakeRows, rowsOf } from "./lake/rows.js";

export { LakeError } from "./lake/head.js";

/** The postings on disk: append-only Parquet that batches enter whole. One process writes at a time (see `lock.ts`). */
export class Lake {
  readonly #entered: Batches;
  readonly #committed: Set<string>;
  #instance: DuckDBInstance | undefined;
  #connection: DuckDBConnection | undefined;

  constructor(
    readonly paths: Layout,
    readonly head: LakeHead,
  ) {
    this.#entered = readBatches(paths.lake);
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

  /** A connection to an engine in memory with a bounded budget; it spills beside the lake. */
  async connection(): Promise<DuckDBConnection> {
    if (this.#connection) return this.#connection;
    mkdirSync(this.paths.temporary, { recursive: true });
    this.#instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "600MB" });
    this.#connection = await this.#instance.connect();
    await this.#connection.run(`SET temp_directory = ${sqlText(join(this.paths.temporary, "spill"))}`);
    await this.#connection.run(`CREATE TEMP TABLE version AS ${this.#versions()}`);
    return this.#connection;
  }

  /** The keys of all versions in the lake: of committed batches only, since what has no marker is not there. */
  #versions(): string {
    const files = countedFiles(this.#entered, filesBelow(this.paths.postings, ".parquet"), ".parquet");
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
  return new Lake(paths, openHead(paths, options.simulated ?? false));
};
