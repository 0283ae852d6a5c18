import { join, relative } from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import type { LakeFiles } from "../../models/files.js";
import { countedFiles, readBatches } from "../../models/lake-files.js";
import { below } from "../../models/lake-place.js";
import type { Effects } from "../effects.js";
import { type ExtractCounts, type ExtractTask, extractFile } from "../extract/extract-file.js";
import { seenLake } from "../lake/bucket.js";
import { type Layout, layout } from "../lake/layout.js";
import type { Vocabulary } from "../vocabulary.js";

export interface ExtractOptions {
  dataDir: string;
  effects: Effects;
  vocabulary: Vocabulary;
  /** Worker threads; 0 extracts in this one. */
  workers: number;
  /** True from when on no further file is to be begun: the night's time is over. */
  isLate?: () => boolean;
}

export interface ExtractSummary extends ExtractCounts {
  files: number;
  /** Files of postings that this extractor version has answered before. */
  skipped: number;
  seconds: number;
}

/** Work to do, with its size in kB: progress by files would crawl at first and rush at the end. */
type SizedTask = ExtractTask & { kilobytes: number };

/**
 * Files of postings that count and lack their file of extractions by this version, the largest first so that workers end
 * together. One whose batch never got its marker will be written again, perhaps with other words.
 */
const openTasks = (paths: Layout, version: string, lake: LakeFiles): { open: SizedTask[]; skipped: number } => {
  const files = countedFiles(readBatches(lake), lake.below(paths.postings, ".parquet"), ".parquet");
  const tasks = files.map((postings): ExtractTask => {
    const name = relative(paths.postings, postings);
    return {
      postings,
      extractions: below(paths.extractions, `extractor=${version}`, name),
      temporary: join(paths.temporary, `extract-${process.pid}-${name.replaceAll(/[^\w.-]/g, "_")}`),
    };
  });
  const open = tasks
    .filter((task) => !lake.has(task.extractions))
    .map((task) => ({ ...task, kilobytes: Math.ceil(lake.size(task.postings) / 1000) }))
    .sort((a, b) => b.kilobytes - a.kilobytes);
  return { open, skipped: files.length - open.length };
};

/** How many files of postings wait for facts by this extractor version. */
export const unextracted = (dataDir: string, version: string, lake: LakeFiles): number =>
  openTasks(layout(dataDir), version, lake).open.length;

/**
 * Megabytes of a thread's young objects. By itself a thread gets so few that the collectors of all threads run nearly always and take
 * the cores from them: over 6,000 postings of 2,750 characters two threads were 1.3 to 1.4 times one in four runs of five, and 1.8 to
 * 2.1 times in five of five with these; `npm run bench`, of shorter postings, gave 1.5 either way.
 */
const YOUNG_MEGABYTES = 32;

const pool = (vocabulary: Vocabulary, workers: number): Piscina<ExtractTask, ExtractCounts> => {
  const { codeHash, taxonomyDir, extra } = vocabulary;
  return new Piscina({
    filename: new URL("../extract/worker.js", import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    workerData: { codeHash, taxonomyDir, ...(extra === undefined ? {} : { extra }) },
  });
};

/**
 * Extracts facts for every posting of the lake that lacks them. The unit is a file: its answer appears whole, under a
 * name that says which postings and which extractor, so that a killed run goes on where it stopped, as one that is asked to
 * stop does.
 */
export const extract = async (options: ExtractOptions): Promise<ExtractSummary> => {
  const { dataDir, effects, vocabulary, workers, isLate = () => false } = options;
  const started = performance.now();
  const { open, skipped } = openTasks(layout(dataDir), vocabulary.extractor.version, await seenLake(dataDir));
  const summary: ExtractSummary = { files: open.length, skipped, postings: 0, mentions: 0, chars: 0, seconds: 0 };
  if (open.length === 0) return summary;
  const progress = effects.progress(
    "extracting kB",
    open.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
  );
  const threads = workers > 0 ? pool(vocabulary, Math.min(workers, open.length)) : undefined;
  const run = ({ kilobytes: _, ...task }: SizedTask): Promise<ExtractCounts> =>
    threads?.run(task) ?? extractFile(task, vocabulary.extractor);
  const limit = pLimit(Math.max(1, workers));
  const take = async (task: SizedTask): Promise<void> => {
    if (failures.length > 0 || effects.stop?.aborted || isLate()) return;
    const counts = await run(task);
    summary.postings += counts.postings;
    summary.mentions += counts.mentions;
    summary.chars += counts.chars;
    progress.tick(task.kilobytes, `${summary.postings} postings`);
  };
  // After a failure nothing new begins, and what runs may end: a thread that is torn down within the engine ends the process.
  const failures: unknown[] = [];
  await Promise.all(open.map((task) => limit(take, task).catch((error: unknown) => failures.push(error))));
  progress.done();
  await threads?.close();
  if (failures.length > 0) throw failures[0];
  summary.seconds = (performance.now() - started) / 1000;
  return summary;
};
