import { readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { expect, test, vi } from "vitest";
import { filesBelow } from "../../models/files.js";
import { layout } from "../../pipelines/lake/layout.js";
import { demoNight } from "../../pipelines/verbs/demo.js";
import { emptyFolder } from "../support/folder.js";

const isFull = process.env.CERTWORTH_TORTURE === "full";
const NIGHTS = isFull ? 60 : 5;
const DAY_MS = 86_400_000;
const FIRST = Date.parse("2026-06-01");

interface Night {
  /** CPU of this process, in s. */
  cpu: number;
  seconds: number;
  /** Resident MB. */
  memory: number;
  open: number;
  /** Files of the lake that every reader lists: postings, facts, sightings, markers. */
  files: number;
}

const openFiles = (): number => {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return 0;
  }
};

const lakeFiles = (dataDir: string): number => {
  const { postings, extractions, sightings, batches } = layout(dataDir);
  return [postings, extractions, sightings, batches].reduce((sum, folder) => sum + filesBelow(folder, "").length, 0);
};

/** One night after another in one process, a day apart: whatever leaks adds up. */
const soak = async (dataDir: string): Promise<Night[]> => {
  const quiet = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const nights: Night[] = [];
  for (let night = 0; night < NIGHTS; night += 1) {
    const today = new Date(FIRST + night * DAY_MS).toISOString().slice(0, 10);
    const [cpu, from] = [process.cpuUsage(), performance.now()];
    const market = { years: 1, seed: 7, postings: 120, today };
    const flags = { data: dataDir, json: false, quiet: true, logLevel: "error", workers: 0, port: 0, budget: {} };
    const exit = await demoNight({ ...market, ...flags });
    expect([0, 4]).toContain(exit);
    const { user, system } = process.cpuUsage(cpu);
    nights.push({
      cpu: (user + system) / 1e6,
      seconds: (performance.now() - from) / 1000,
      memory: process.memoryUsage().rss / 1e6,
      open: openFiles(),
      files: lakeFiles(dataDir),
    });
  }
  quiet.mockRestore();
  return nights;
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test(`${NIGHTS} nights in a row cost the same, and leave no more open and few more files`, async () => {
  const nights = await soak(emptyFolder());
  const shown = nights.filter((_, i) => i % Math.ceil(NIGHTS / 12) === 0 || i === NIGHTS - 1);
  const line = ({ cpu, seconds, memory, open, files }: Night): string =>
    `${cpu.toFixed(1)} s CPU, ${seconds.toFixed(1)} s, ${Math.round(memory)} MB, ${open} open, ${files} files`;
  process.stdout.write(`${shown.map((night) => `night ${nights.indexOf(night) + 1}: ${line(night)}`).join("\n")}\n`);
  // The first night fills an empty lake, and the next warm the engine.
  const warm = nights.slice(Math.min(5, NIGHTS - 3));
  const part = Math.ceil(warm.length / 3);
  const [early, late] = [warm.slice(0, part), warm.slice(-part)];
  const of = (some: Night[], value: (night: Night) => number): number => median(some.map(value));
  expect(of(late, ({ cpu }) => cpu)).toBeLessThan(1.5 * of(early, ({ cpu }) => cpu) + 0.5);
  expect(of(late, ({ memory }) => memory)).toBeLessThan(of(early, ({ memory }) => memory) + (isFull ? 150 : 250));
  expect(Math.max(...late.map(({ open }) => open))).toBeLessThanOrEqual(Math.max(...early.map(({ open }) => open)) + 2);
  // Without compaction a night of this market adds about 45 files.
  expect(nights.at(-1)?.files).toBeLessThan(200 + 8 * NIGHTS);
}, 7_200_000);
