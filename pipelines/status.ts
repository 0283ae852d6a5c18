import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { filesBelow } from "../models/files.js";
import { layout } from "./lake/layout.js";
import { type RunRecord, readRuns, type SourceOutcome } from "./ledger.js";
import { refusalSentence } from "./refusal-log.js";
import type { Refusal } from "./sources/platform.js";

interface RefusedGroup {
  source: string;
  field: string;
  reason: string;
  rows: number;
  /** The first of them, as a sentence. */
  sentence: string;
}

export interface Status {
  dataDir: string;
  lastRuns: Pick<RunRecord, "run_id" | "verb" | "started_at" | "finished_at" | "exit_code">[];
  unreadableRuns: string[];
  /** The latest outcome of each source. */
  sources: SourceOutcome[];
  quarantined: RefusedGroup[];
  diskBytes: { lake: number; warehouse: number; site: number };
}

const SHOWN_RUNS = 10;

const bytesBelow = (folder: string): number =>
  filesBelow(folder, "").reduce((sum, file) => sum + statSync(file).size, 0);

const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const quarantined = (folder: string): RefusedGroup[] => {
  const groups = new Map<string, RefusedGroup>();
  for (const file of filesBelow(folder, ".ndjson.gz")) {
    const lines = gunzipSync(readFileSync(file)).toString("utf8").split("\n").filter(Boolean);
    for (const line of lines) {
      const row = JSON.parse(line) as Refusal & { source: string };
      const key = `${row.source}\0${row.field}\0${row.reason}`;
      const sentence = refusalSentence(row);
      const group = groups.get(key) ?? { source: row.source, field: row.field, reason: row.reason, rows: 0, sentence };
      group.rows += 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.rows - a.rows);
};

/** What an operator wants to know first about a data directory; a directory without runs gives empty lists. */
export const readStatus = (dataDir: string): Status => {
  const paths = layout(dataDir);
  const { runs, unreadable } = readRuns(dataDir);
  const latest = new Map(runs.flatMap((run) => run.sources).map((outcome) => [outcome.source_id, outcome]));
  return {
    dataDir,
    lastRuns: runs
      .slice(-SHOWN_RUNS)
      .reverse()
      .map(({ run_id, verb, started_at, finished_at, exit_code }) => ({
        run_id,
        verb,
        started_at,
        finished_at,
        exit_code,
      })),
    unreadableRuns: unreadable,
    sources: [...latest.values()],
    quarantined: quarantined(paths.quarantine),
    diskBytes: { lake: bytesBelow(paths.lake), warehouse: size(paths.warehouse), site: bytesBelow(paths.site) },
  };
};

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const health = (source: SourceOutcome): string =>
  `  ${source.source_id}  ${source.date}  ${source.seen} seen, ${source.new} new${source.censored ? `  CENSORED: ${source.error}` : ""}`;

export const formatStatus = (status: Status): string => {
  const refused = status.quarantined.reduce((sum, group) => sum + group.rows, 0);
  return [
    `Data directory: ${status.dataDir}`,
    `Disk: lake ${megabytes(status.diskBytes.lake)}, warehouse ${megabytes(status.diskBytes.warehouse)}, site ${megabytes(status.diskBytes.site)}`,
    status.lastRuns.length === 0 ? "Runs: none yet" : "Runs, latest first:",
    ...status.lastRuns.map((run) => `  ${run.started_at}  ${run.verb}  exit ${run.exit_code}`),
    ...status.unreadableRuns.map((problem) => `  unreadable: ${problem}`),
    ...(status.sources.length > 0 ? ["Sources:", ...status.sources.map(health)] : []),
    refused === 0 ? "Quarantine: empty" : `Quarantine: ${refused} rows`,
    ...status.quarantined.map((group) => `  ${group.rows} x ${group.source}: ${group.sentence}`),
  ].join("\n");
};
