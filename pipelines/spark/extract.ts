import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { filesBelow } from "../../models/files.js";
import { packagePath } from "../../models/package-root.js";
import type { Effects } from "../effects.js";
import { moveIntoPlace } from "../lake/atomic.js";
import { notOnSpark } from "../lake/bucket.js";
import { layout } from "../lake/layout.js";
import type { Vocabulary } from "../vocabulary.js";
import { errorLines } from "./errors.js";
import { SparkError, sparkSql } from "./spark-sql.js";

const WORKER = "extract-worker.mjs";

export interface SparkExtractOptions {
  dataDir: string;
  effects: Effects;
  vocabulary: Vocabulary;
  /** Options of spark-sql. */
  options: string[];
}

export interface SparkExtractSummary {
  /** Files of extractions that came into place. */
  files: number;
  /** Postings that the worker answered with an error: they have no facts. */
  errors: number;
  seconds: number;
}

/** The bundle, where it is the extractor that this data directory is read by. @throws SparkError */
const bundledWorker = ({ extractor, extra }: Vocabulary): string => {
  const path = packagePath("dist", WORKER);
  const how = `make it by "npm run bundle${extra === undefined ? "" : " -- --data DIR"}"`;
  if (!existsSync(path)) throw new SparkError(`${path}: no such file; ${how}`);
  const version = execFileSync(process.execPath, [path, "--version"], { encoding: "utf8" }).trim();
  if (version === extractor.version) return path;
  throw new SparkError(
    `${path} is extractor ${version}, and this data directory is read by ${extractor.version}; ${how}`,
  );
};

/** `posted_month=2024-05/batch=b1/part-0.parquet` is `posted_month=2024-05/b1.parquet`. */
const placeOf = (name: string): string => {
  const [month = "", batch = ""] = name.split("/");
  return join(month, `${decodeURIComponent(batch.replace(/^batch=/, ""))}.parquet`);
};

/** One file a file of postings, so that each comes into place whole, by one rename. */
const takeFiles = (from: string, to: string): number => {
  const files = filesBelow(from, ".parquet").filter((file) => !basename(file).startsWith("."));
  const places = files.map((file) => placeOf(relative(from, file)));
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice !== undefined)
    throw new SparkError(`Spark wrote ${twice} as several files: do not set spark.sql.files.maxRecordsPerFile`);
  for (const [at, file] of files.entries()) moveIntoPlace(file, join(to, places[at]!));
  return files.length;
};

/**
 * Extracts facts for every posting that lacks them, on Spark: the same files as `extract` leaves, made by the same extractor. The
 * lake must be seen by all machines under the same path. @throws SparkError
 */
export const extractOnSpark = async (asked: SparkExtractOptions): Promise<SparkExtractSummary> => {
  const { dataDir, effects, vocabulary, options } = asked;
  const started = performance.now();
  notOnSpark(dataDir);
  const worker = bundledWorker(vocabulary);
  const paths = layout(dataDir);
  const extractor = vocabulary.extractor.version;
  const target = join(paths.extractions, `extractor=${extractor}`);
  const work = join(paths.temporary, `spark-${process.pid}`);
  rmSync(work, { recursive: true, force: true });
  for (const folder of [work, target, paths.postings, paths.batches]) mkdirSync(folder, { recursive: true });
  // On one machine tasks run in the working directory, on a cluster beside the files that were sent to it.
  copyFileSync(worker, join(work, WORKER));
  try {
    const script = packagePath("warehouse", "spark", "extract.sql");
    const variables = { lake: paths.lake, extractor, work };
    await sparkSql({ script, variables, work, files: [worker], options }, effects);
    const errors = errorLines(join(work, "errors"), effects);
    const files = takeFiles(join(work, "files"), target);
    return { files, errors, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
