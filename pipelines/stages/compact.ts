import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { filesBelow, onDisk } from "../../models/files.js";
import { readBatches } from "../../models/lake-files.js";
import { sqlText } from "../../models/sql-text.js";
import { writeMerge } from "../compaction/merge.js";
import { type Merge, planMerges } from "../compaction/plan.js";
import type { Effects } from "../effects.js";
import { type Layout, layout } from "../lake/layout.js";

/** Numbers of batches that became fewer, and of files that went for it. */
export interface CompactSummary {
  batches: number;
  into: number;
  removed: number;
}

/** Removes the files of batches that were merged into another: they count no more. What was never merged is not touched. */
const sweep = (paths: Layout): number => {
  const { replaced } = readBatches(onDisk(paths.lake));
  if (replaced.size === 0) return 0;
  const { postings, sightings, extractions, candidates, quarantine, batches } = paths;
  const left = [postings, sightings, extractions, candidates, quarantine, batches].flatMap((folder) =>
    filesBelow(folder, "").filter((file) => replaced.has(basename(file).split(".")[0] ?? "")),
  );
  for (const file of left) rmSync(file);
  return left.length;
};

const mergeAll = async (paths: Layout, merges: readonly Merge[], { stop }: Effects): Promise<number> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const connection = await instance.connect();
  let removed = 0;
  try {
    await connection.run(`SET temp_directory = ${sqlText(join(paths.temporary, "spill"))}`);
    for (const merge of merges) {
      if (stop?.aborted) break;
      await writeMerge({ paths, connection }, merge);
      removed += sweep(paths);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return removed;
};

/**
 * Makes few files of many small ones where a month has gathered them. At every instant, kills included, each row counts
 * exactly once: see `models/lake-files.ts`. The same rows give the same marts.
 */
export const compact = async (dataDir: string, effects: Effects): Promise<CompactSummary> => {
  const paths = layout(dataDir);
  const leftovers = sweep(paths);
  const merges = planMerges(readBatches(onDisk(paths.lake)), filesBelow(paths.postings, ".parquet"));
  if (merges.length === 0) return { batches: 0, into: 0, removed: leftovers };
  const removed = leftovers + (await mergeAll(paths, merges, effects));
  return { batches: merges.reduce((sum, { parts }) => sum + parts.length, 0), into: merges.length, removed };
};
