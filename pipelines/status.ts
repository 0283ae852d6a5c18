import { readFileSync, statSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Alarm } from "../models/alarm.js";
import { filesBelow, type LakeFiles, onDisk } from "../models/files.js";
import { countedFiles, readBatches } from "../models/lake-files.js";
import { isBucket } from "../models/lake-place.js";
import { contentsOf, lakeFiles } from "../warehouse/bucket/files.js";
import { type Layout, layout } from "./lake/layout.js";
import { type RunRecord, readRuns } from "./ledger.js";
import { refusalSentence } from "./refusal-log.js";
import type { Refusal } from "./sources/platform.js";
import { type HostStatus, healthOf, type SourceStatus } from "./status/health.js";

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
  /** ISO date on which it was read. */
  today: string;
  lastRuns: Pick<RunRecord, "run_id" | "verb" | "started_at" | "finished_at" | "exit_code">[];
  unreadableRuns: string[];
  /** ISO date of the last night in which any source was asked. */
  lastNight: string | null;
  /** The last night of each source. */
  sources: SourceStatus[];
  /** The hosts of the last night, the most asked first. */
  hosts: HostStatus[];
  quarantined: RefusedGroup[];
  diskBytes: { lake: number; warehouse: number; site: number };
}

/** A status with what somebody should look at. */
export interface WholeStatus extends Status {
  alarms: (Alarm & { advice: string })[];
}

const SHOWN_RUNS = 10;

/** 0 where a run has just taken the file away: a status is read beside it. */
const size = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** What a status says of a lake. */
interface OfLake {
  bytes: number;
  /** The files of its quarantine that count, as they are: packed. */
  refused: Uint8Array[];
}

const bytesBelow = (folder: string): number => filesBelow(folder, "").reduce((sum, file) => sum + size(file), 0);

const refusedFiles = (lake: LakeFiles, { quarantine }: Layout): string[] =>
  countedFiles(readBatches(lake), lake.below(quarantine, ".ndjson.gz"), ".ndjson.gz");

const ofDisk = (paths: Layout): OfLake => ({
  bytes: bytesBelow(paths.lake),
  refused: refusedFiles(onDisk(paths.lake), paths).map((path) => readFileSync(path)),
});

/** What a status says of a lake, wherever it lies. @throws BucketError */
export const lakeStatus = async (dataDir: string): Promise<OfLake> => {
  const paths = layout(dataDir);
  if (!isBucket(paths.lake)) return ofDisk(paths);
  const lake = await lakeFiles(dataDir);
  const bytes = lake.below(paths.lake, "").reduce((sum, path) => sum + lake.size(path), 0);
  return { bytes, refused: await contentsOf(paths.lake, refusedFiles(lake, paths)) };
};

const quarantined = (packed: readonly Uint8Array[]): RefusedGroup[] => {
  const groups = new Map<string, RefusedGroup>();
  for (const file of packed) {
    const lines = gunzipSync(file).toString("utf8").split("\n").filter(Boolean);
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
export const readStatus = (
  dataDir: string,
  now: Date = new Date(),
  ofLake: OfLake = ofDisk(layout(dataDir)),
): Status => {
  const paths = layout(dataDir);
  const { runs, unreadable } = readRuns(dataDir);
  const today = now.toISOString().slice(0, 10);
  return {
    dataDir,
    today,
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
    ...healthOf(runs, today),
    quarantined: quarantined(ofLake.refused),
    diskBytes: { lake: ofLake.bytes, warehouse: size(paths.warehouse), site: bytesBelow(paths.site) },
  };
};
