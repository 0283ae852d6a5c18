import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceAlarms } from "../models/alarm.js";
import { filesBelow } from "../models/files.js";
import { writeFileAtomic } from "./lake/atomic.js";
import { layout } from "./lake/layout.js";

/** What went wrong at a source, by name; every name is explained in the README's chapter on sources. */
export const FAULTS = [
  "too_many_requests",
  "server_error",
  "client_error",
  "timeout",
  "connection",
  "truncated",
  "too_large",
  "undecodable",
  "wrong_charset",
  "redirect_loop",
  "redirect_refused",
  "private_address",
  "host_refused",
  "robots_closed",
  "disallowed",
  "host_suspended",
  "not_the_platform",
  "endless_list",
  "budget_spent",
  "missing_secret",
  "empty_board",
  "low_yield",
  "high_yield",
  "schema_drift",
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface Fault {
  name: FaultName;
  /** The first address where it was met; null where it is about the source as a whole. */
  url: string | null;
  /** The first one's sentence. */
  detail: string;
  count: number;
}

/** One host's share of a source's night. */
export interface HostFigures {
  /** Requests sent, robots.txt, redirects and retries included. */
  requests: number;
  /** Addresses that robots.txt allowed and disallowed. */
  allowed: number;
  disallowed: number;
  /** Number of answers by HTTP status. */
  http: Record<string, number>;
  /** Bytes of bodies received, as sent (compressed). */
  bytes: number;
  /** Time that requests were under way, in seconds. */
  seconds: number;
  /** Times that the host made us slow down (429, 503, Retry-After). */
  slowed: number;
  /** True where the circuit breaker stopped asking the host. */
  suspended: boolean;
}

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
  /** Answers 304, and pages not asked for because their list said that they are as before. */
  not_modified: number;
  not_asked: number;
  /** Number of answers by HTTP status. */
  http: Record<string, number>;
  robots: { allowed: number; disallowed: number };
  hosts: Record<string, HostFigures>;
  faults: Fault[];
  /** Paths of the platform's fields that came for the first time, and those that most adverts had and none has now. */
  drift: { unknown: string[]; vanished: string[] };
  error: string | null;
  /** The source's own thresholds of alarms, where it has some. */
  alarm?: SourceAlarms;
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
