import { createHash } from "node:crypto";
import { join } from "node:path";
import { below, isBucket, lakeOf } from "../../models/lake-place.js";

/** Bumped when the meaning of a stored column changes; an older reader then refuses the lake. */
export const LAKE_SCHEMA_VERSION = 2;

/** The folders of a data directory and, on the disk or in a bucket, of its lake: plain Hive-partitioned Parquet, readable by any engine. */
export const layout = (dataDir: string) => {
  const lake = lakeOf(dataDir);
  return {
    lake,
    head: below(lake, "lake.json"),
    raw: below(lake, "raw"),
    postings: below(lake, "postings"),
    sightings: below(lake, "sightings"),
    extractions: below(lake, "extractions"),
    /** What looks like a credential and is none of the taxonomy's, by extractor version as the extractions. */
    candidates: below(lake, "candidates"),
    quarantine: below(lake, "quarantine"),
    /** One marker a committed batch: what is not marked is not there. */
    batches: below(lake, "batches"),
    /** What each source answered last, so that it need not be asked again. */
    visits: below(lake, "visits"),
    /** The robots.txt answers of the last day. */
    robots: below(lake, "robots"),
    /** Every decision and request of the crawls. */
    requests: below(lake, "requests"),
    /** On the disk that the work is done on: for a lake on a disk, the same one, so that a rename suffices. */
    temporary: isBucket(lake) ? join(dataDir, "lake.tmp") : join(lake, ".tmp"),
    warehouse: join(dataDir, "warehouse.duckdb"),
    /** Counts by month, made of the lake for queries on more postings than a warehouse holds. */
    aggregates: join(dataDir, "aggregates"),
    /** Earlier warehouses, and what they said, by the day of their building. */
    warehouses: join(dataDir, "warehouses"),
    vintages: join(dataDir, "vintages"),
    site: join(dataDir, "site"),
    /** The digest of the last edition, for a terminal and a mail. */
    digest: join(dataDir, "digest"),
    runs: join(dataDir, "runs"),
    /** What a node exporter reads of the last night. */
    metrics: join(dataDir, "metrics.prom"),
    taxonomy: join(dataDir, "taxonomy"),
    /** A table of others that the user loaded, by its kind. */
    table: (kind: string): string => join(dataDir, "tables", `${kind}.parquet`),
    lock: join(dataDir, "lock"),
  };
};
export type Layout = ReturnType<typeof layout>;

/** The first `length` hex digits of the SHA-256 of parts joined by NUL, which none of them holds. */
export const hashOf = (parts: readonly string[], length: number): string =>
  createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, length);

/** The identity of a posting: it never changes, whatever the advert later says. */
export const postingId = (platform: string, board: string, requisition: string): string =>
  hashOf([platform, board, requisition], 20);
