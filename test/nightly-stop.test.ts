import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { layout } from "../pipelines/lake/layout.js";
import { readRuns } from "../pipelines/ledger.js";
import { crawlTime } from "../pipelines/night-time.js";
import { emptyFolder } from "./support/folder.js";
import { beginNight } from "./support/night.js";

test.each([
  ["SIGTERM", "import", "batches"],
  ["SIGINT", "extract", "extractions"],
] as const)(
  "%s in the %s finishes the item, writes, and ends with 130; the next night goes on",
  async (signal, stage, table) => {
    const dataDir = emptyFolder();
    const paths = layout(dataDir);
    const night = beginNight(dataDir);
    await expect.poll(() => filesBelow(paths[table], "").length, { timeout: 100_000 }).toBeGreaterThan(0);
    night.child.kill(signal);
    expect(await night.ended).toEqual({ code: 130, signal: null });
    expect(night.errors()).toContain("it is safe to run again");
    expect(readRuns(dataDir).runs).toMatchObject([{ exit_code: 130 }]);
    expect(readRuns(dataDir).runs[0]?.stages.at(-1)?.stage).toBe(stage);
    expect(readdirSync(dataDir).filter((name) => name.startsWith("lock"))).toEqual([]);
    expect(filesBelow(join(dataDir, "lake"), ".tmp")).toEqual([]);
    expect((await beginNight(dataDir).ended).code).toBe(0);
  },
  240_000,
);

test("the crawl leaves the later stages half as much again as the slowest of five nights took", () => {
  const night = (extract: number, build: number) => ({
    verb: "nightly",
    stages: [
      { stage: "crawl", seconds: 900, counts: {} },
      { stage: "extract", seconds: extract, counts: {} },
      { stage: "build", seconds: build, counts: {} },
      { stage: "report", seconds: 10, counts: {} },
    ],
  });
  const runs = [night(9000, 0), ...Array(4).fill(night(20, 30)), night(60, 30)] as never;
  expect(crawlTime(1000_000, runs)).toBe(1000_000 - 1.5 * 100_000);
  expect(crawlTime(1000_000, [])).toBe(500_000);
  expect(crawlTime(100_000, runs)).toBe(10_000);
});
