import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { filesBelow } from "../models/files.js";
import { type Batches, countedFiles, readBatches } from "../models/lake-files.js";
import { sqlText } from "../models/sql-text.js";
import { writeFileAtomic } from "./lake/atomic.js";
import { Batch, type BatchOptions } from "./lake/batch.js";
import { LAKE_SCHEMA_VERSION, type Layout, layout } from "./lake/layout.js";
import { type MakeRows, rowsOf } from "./lake/rows.js";

/** The lake cannot be used as asked; the message says what to do. */
export class LakeError extends Error {
  override name = "LakeError";
}

interface LakeHead {
  schema_version: number;
  /** True where the postings come from the built-in demonstration and say nothing about the real world. */
  simulated: boolean;
}

const checkHead = (path: string, head: LakeHead, simulated: boolean): void => {
  if (head.schema_version > LAKE_SCHEMA_VERSION)
    throw new LakeError(
      `${path}: the lake has schema version ${head.schema_version}, this certworth reads up to ${LAKE_SCHEMA_VERSION}; upgrade certworth`,
    );
  if (head.simulated !== simulated)
    throw new LakeError(
      head.simulated
        ? `${path}: this data directory holds the simulated market; real postings go into another one (--data DIR)`
        : `${path}: this data directory holds real postings; the demonstration goes into another one (--data DIR)`,
    );
};

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
  const simulated = options.simulated ?? false;
  if (existsSync(paths.head)) checkHead(paths.head, readHead(paths.head), simulated);
  else writeFileAtomic(paths.head, `${JSON.stringify({ schema_version: LAKE_SCHEMA_VERSION, simulated })}\n`);
  return new Lake(paths, readHead(paths.head));
};

const readHead = (path: string): LakeHead => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as LakeHead;
  } catch (error) {
    throw new LakeError(
      `${path}: not readable as JSON (${(error as Error).message}); restore it or remove the data directory`,
    );
  }
};
