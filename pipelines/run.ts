import { rmSync } from "node:fs";
import { resolve } from "node:path";
import type { Effects } from "./effects.js";
import { layout } from "./lake/layout.js";
import { type RunRecord, runId, type SourceOutcome, type StageRecord, writeRun } from "./ledger.js";
import { takeLock } from "./lock.js";
import { loadVocabulary, type Vocabulary } from "./vocabulary.js";

export const EXIT = { done: 0, failed: 1, usage: 2, checksFailed: 3, partial: 4, locked: 5, interrupted: 130 } as const;

/** What a verb that writes is given: the data directory is its own until it returns. */
export interface Run {
  dataDir: string;
  effects: Effects;
  vocabulary: Vocabulary;
  /** Runs one stage and notes its time and counts in the ledger. */
  stage<T>(name: string, work: () => Promise<T>, counts: (result: T) => Record<string, number>): Promise<T>;
  sources: SourceOutcome[];
}

/**
 * Runs a verb that writes: takes the lock, clears what a killed run left unfinished, and writes the ledger's record at
 * the end, whether it went well or not.
 */
export const withRun = async (
  verb: string,
  data: string,
  effects: Effects,
  work: (run: Run) => Promise<number>,
): Promise<number> => {
  const dataDir = resolve(data);
  const release = takeLock(dataDir);
  const onExit = (): void => release();
  process.once("exit", onExit);
  rmSync(layout(dataDir).temporary, { recursive: true, force: true });
  const started = effects.now();
  const clock = performance.now();
  const stages: StageRecord[] = [];
  const sources: SourceOutcome[] = [];
  const vocabulary = loadVocabulary(dataDir);
  let exit: number = EXIT.failed;
  try {
    exit = await work({
      dataDir,
      effects,
      vocabulary,
      sources,
      stage: async (name, body, counts) => {
        const from = performance.now();
        const result = await body();
        stages.push({ stage: name, seconds: (performance.now() - from) / 1000, counts: counts(result) });
        return result;
      },
    });
    return exit;
  } catch (error) {
    exit = exitCodeOf(error);
    throw error;
  } finally {
    const finished = new Date(started.getTime() + (performance.now() - clock));
    const record: RunRecord = {
      run_id: runId(started),
      verb,
      started_at: started.toISOString(),
      finished_at: finished.toISOString(),
      exit_code: exit,
      extractor: vocabulary.extractor.version,
      taxonomy: vocabulary.taxonomy.version,
      counts: Object.assign({}, ...stages.map((stage) => stage.counts)) as Record<string, number>,
      stages,
      sources,
    };
    writeRun(dataDir, record);
    process.removeListener("exit", onExit);
    release();
  }
};

const EXIT_OF: Record<string, number> = {
  UsageError: EXIT.usage,
  SourcesError: EXIT.usage,
  MapError: EXIT.usage,
  ImportError: EXIT.usage,
  TableError: EXIT.usage,
  ChecksFailed: EXIT.checksFailed,
  LockedError: EXIT.locked,
};

/** The exit code that an error stands for; errors are told apart by name so that rooms need not know the CLI. */
export const exitCodeOf = (error: unknown): number => EXIT_OF[(error as Error).name] ?? EXIT.failed;
