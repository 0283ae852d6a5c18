import { existsSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Alarm } from "../models/alarm.js";
import type { LakeFiles } from "../models/files.js";
import { lakeFiles } from "../warehouse/bucket/files.js";
import { tornMarkers } from "./check.js";
import { freeBytes, leastFree } from "./disk.js";
import { layout } from "./lake/layout.js";
import { type RunRecord, readRuns } from "./ledger.js";
import { EXIT } from "./run.js";

const HOUR_MS = 3_600_000;
/** Hours since the last good night from which on it is missed: a day and a little, and two days and a little. */
const MISSING = { warn: 26, error: 50 };
/** Free space below this multiple of what must be free warns. */
const LOW_DISK = 2;

/** Alarms of the sources, as the standing warehouse has them; none where it is of before there were any. */
export const sourceAlarms = async (warehouse: string): Promise<Alarm[]> => {
  if (!existsSync(warehouse)) return [];
  const instance = await DuckDBInstance.create(warehouse, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    const has = await connection.runAndReadAll(
      "SELECT 1 FROM duckdb_tables() WHERE schema_name = 'marts' AND table_name = 'alarm'",
    );
    if (has.currentRowCount === 0) return [];
    const reader = await connection.runAndReadAll(
      "SELECT alarm, source_id AS subject, level, value, sentence FROM marts.alarm ORDER BY level, alarm, source_id",
    );
    return reader.getRowObjectsJson() as unknown as Alarm[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

const alarm = (name: string, level: Alarm["level"], value: number, sentence: string): Alarm => {
  return { alarm: name, subject: "pipeline", level, value, sentence };
};

const isGood = ({ exit_code }: RunRecord): boolean => exit_code === EXIT.done || exit_code === EXIT.partial;

/** Alarms of the nights themselves: the last one's end, and how long ago the last good one was. */
export const nightAlarms = (runs: readonly RunRecord[], now: Date): Alarm[] => {
  const nights = runs.filter(({ verb }) => verb === "nightly");
  const last = nights.at(-1);
  if (last === undefined) return [];
  const alarms: Alarm[] = [];
  if (last.exit_code === EXIT.checksFailed)
    alarms.push(alarm("checks_failed", "error", 1, `the night of ${last.started_at} failed its data checks`));
  else if (!isGood(last) && last.exit_code !== EXIT.interrupted)
    alarms.push(
      alarm(
        "night_failed",
        "error",
        last.exit_code,
        `the night of ${last.started_at} ended with exit ${last.exit_code}`,
      ),
    );
  const good = nights.findLast(isGood);
  const hours = (now.getTime() - Date.parse((good ?? nights[0] ?? last).finished_at)) / HOUR_MS;
  if (hours >= MISSING.warn) {
    const level = hours >= MISSING.error ? "error" : "warn";
    alarms.push(alarm("night_missing", level, Math.round(hours), `no good night for ${Math.round(hours)} hours`));
  }
  return alarms;
};

const diskAlarms = (dataDir: string): Alarm[] => {
  const [free, least] = [freeBytes(dataDir), leastFree()];
  if (free >= LOW_DISK * least) return [];
  const sentence = `${Math.floor(free / 1e6)} MB are free, ${Math.floor(least / 1e6)} MB are needed`;
  return [alarm("disk_low", free < least ? "error" : "warn", free, sentence)];
};

const damageAlarms = (lake: LakeFiles, unreadable: readonly string[]): Alarm[] => {
  const damaged = [...unreadable, ...tornMarkers(lake)];
  return damaged.length === 0
    ? []
    : [alarm("damaged", "warn", damaged.length, `${damaged.length} records cannot be read, such as ${damaged[0]}`)];
};

/** All that somebody should look at now, errors first. */
export const readAlarms = async (dataDir: string, now: Date): Promise<Alarm[]> => {
  const { runs, unreadable } = readRuns(dataDir);
  const pipeline = [
    ...nightAlarms(runs, now),
    ...diskAlarms(dataDir),
    ...damageAlarms(await lakeFiles(dataDir), unreadable),
  ];
  const all = [...pipeline, ...(await sourceAlarms(layout(dataDir).warehouse))];
  return all.sort((a, b) => a.level.localeCompare(b.level));
};
