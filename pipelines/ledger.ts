import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../models/files.js";
import { writeFileAtomic } from "./lake/atomic.js";
import { layout } from "./lake/layout.js";

/** What became of one source in one run; `censored` means that its silence must not be read as a fall in demand. */
export interface SourceOutcome {
  source_id: string;
  /** ISO date. */
  date: string;
  expected_min: number | null;
  expected_max: number | null;
  /** Postings seen open, new to the lake, refused. */
  seen: number;
  new: number;
  failed: number;
  censored: boolean;
  /** Number of answers by HTTP status. */
  http: Record<string, number>;
  robots: { allowed: number; disallowed: number };
  error: string | null;
}

export interface StageRecord {
  stage: string;
  seconds: number;
  counts: Record<string, number>;
}

/** One run, written once when it ends and never changed. */
export interface RunRecord {
  run_id: string;
  verb: string;
  started_at: string;
  finished_at: string;
  exit_code: number;
  extractor: string | null;
  taxonomy: string | null;
  counts: Record<string, number>;
  stages: StageRecord[];
  sources: SourceOutcome[];
}

/** `20261122T233400123Z-4711`: sorts by start, unique to the process that ran. */
export const runId = (started: Date): string => `${started.toISOString().replaceAll(/[-:.]/g, "")}-${process.pid}`;

export const writeRun = (dataDir: string, record: RunRecord): void =>
  writeFileAtomic(join(layout(dataDir).runs, `${record.run_id}.json`), `${JSON.stringify(record, null, 1)}\n`);

/** All runs, oldest first. A record that cannot be read is named, not skipped in silence. */
export const readRuns = (dataDir: string): { runs: RunRecord[]; unreadable: string[] } => {
  const runs: RunRecord[] = [];
  const unreadable: string[] = [];
  for (const file of filesBelow(layout(dataDir).runs, ".json")) {
    try {
      runs.push(JSON.parse(readFileSync(file, "utf8")) as RunRecord);
    } catch (error) {
      unreadable.push(`${file}: ${(error as Error).message}`);
    }
  }
  return { runs, unreadable };
};
