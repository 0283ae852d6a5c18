import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { isBucket } from "../models/lake-place.js";
import { bucketError } from "../warehouse/bucket/error.js";
import { checkSpace, diskError } from "./disk.js";
import type { Effects } from "./effects.js";
import { holdDirectory } from "./hold.js";
import { listening } from "./interruption.js";
import { checkPlace } from "./lake/bucket.js";
import { currentHead } from "./lake/head.js";
import { layout } from "./lake/layout.js";
import { type RunRecord, readRuns, runId, type SourceOutcome, type StageRecord, writeRun } from "./ledger.js";
import { loadVocabulary, type Vocabulary } from "./vocabulary.js";

export const EXIT = { done: 0, failed: 1, usage: 2, checksFailed: 3, partial: 4, locked: 5, interrupted: 130 } as const;

/** What a verb that writes is given: the data directory is its own until it returns. */
export interface Run {
  dataDir: string;
  effects: Effects & { stop: AbortSignal };
  vocabulary: Vocabulary;
  /** Runs one stage and notes its time and counts in the ledger. */
  stage<T>(name: string, work: () => Promise<T>, counts: (result: T) => Record<string, number>): Promise<T>;
  sources: SourceOutcome[];
}

/** The stages of a run, timed; each begins only where nobody asked the run to stop. */
const stageBook = (stop: AbortSignal): { stages: StageRecord[]; stage: Run["stage"] } => {
  const stages: StageRecord[] = [];
  const stage: Run["stage"] = async (name, body, counts) => {
    stop.throwIfAborted();
    const from = performance.now();
    const result = await body();
    stages.push({ stage: name, seconds: (performance.now() - from) / 1000, counts: counts(result) });
    return result;
  };
  return { stages, stage };
};

/** Writes the record; on a disk that takes no more it is missed, and the run's own error is the one to tell. */
const keepRecord = (dataDir: string, record: RunRecord, { log }: Effects): void => {
  try {
    writeRun(dataDir, record);
  } catch (error) {
    log.error({ event: "record not written" }, `the run's record could not be written: ${(error as Error).message}`);
  }
};

/** Begins the record of a run; the returned function ends it. */
const beginRecord = (verb: string, { now }: Effects) => {
  const started = now();
  const clock = performance.now();
  return (exit_code: number, stages: StageRecord[], sources: SourceOutcome[], vocabulary?: Vocabulary): RunRecord => ({
    run_id: runId(started),
    verb,
    started_at: started.toISOString(),
    finished_at: new Date(started.getTime() + (performance.now() - clock)).toISOString(),
    exit_code,
    extractor: vocabulary?.extractor.version ?? null,
    taxonomy: vocabulary?.taxonomy.version ?? null,
    counts: Object.assign({}, ...stages.map(({ counts }) => counts)) as Record<string, number>,
    stages,
    sources,
  });
};

/** Looks before the work begins: room, the lake's version, the clock; and clears what a killed run left unfinished. */
const prepare = (dataDir: string, effects: Effects, needsRoom: boolean): void => {
  if (needsRoom) checkSpace(dataDir);
  const paths = layout(dataDir);
  if (!isBucket(paths.lake)) currentHead(paths);
  checkClock(dataDir, effects.now(), effects);
  rmSync(paths.temporary, { recursive: true, force: true });
};

/**
 * Runs a verb that writes: takes the lock, looks whether there is room, clears what a killed run left unfinished, and
 * writes the ledger's record at the end, whether it went well or not.
 * @param options.needsRoom false for what makes room: it must run on a full disk
 */
export const withRun = async (
  verb: string,
  data: string,
  effects: Effects,
  work: (run: Run) => Promise<number>,
  { needsRoom = true }: { needsRoom?: boolean } = {},
): Promise<number> => {
  const dataDir = resolve(data);
  checkPlace(verb, dataDir);
  const asked = listening();
  const { signal } = asked.stop;
  const release = holdDirectory(dataDir, asked, needsRoom);
  const record = beginRecord(verb, effects);
  const { stages, stage } = stageBook(signal);
  const sources: SourceOutcome[] = [];
  let vocabulary: Vocabulary | undefined;
  let exit: number = EXIT.failed;
  try {
    prepare(dataDir, effects, needsRoom);
    vocabulary = loadVocabulary(dataDir);
    exit = await work({ dataDir, effects: { ...effects, stop: signal }, vocabulary, sources, stage });
    signal.throwIfAborted();
    return exit;
  } catch (error) {
    const ofBucket = bucketError(error);
    const told = ofBucket === error ? diskError(dataDir, error) : ofBucket;
    exit = exitCodeOf(told);
    throw told;
  } finally {
    keepRecord(dataDir, record(exit, stages, sources, vocabulary), effects);
    release();
  }
};

/** Says where the clock went back: what is read now is dated before what was read then. */
const checkClock = (dataDir: string, started: Date, { log }: Effects): void => {
  const last = readRuns(dataDir).runs.at(-1)?.started_at;
  if (last === undefined || last <= started.toISOString()) return;
  log.warn(
    { event: "clock went back", last_run: last },
    `the last run began on ${last}, and this one on ${started.toISOString()}: the clock went back; nothing is lost, but set it right, since days decide what is crawled`,
  );
};

const EXIT_OF: Record<string, number> = {
  UsageError: EXIT.usage,
  SourcesError: EXIT.usage,
  MapError: EXIT.usage,
  ImportError: EXIT.usage,
  TableError: EXIT.usage,
  ChecksFailed: EXIT.checksFailed,
  LockedError: EXIT.locked,
  Interrupted: EXIT.interrupted,
};

/** The exit code that an error stands for; errors are told apart by name so that rooms need not know the CLI. */
export const exitCodeOf = (error: unknown): number => EXIT_OF[(error as Error).name] ?? EXIT.failed;
