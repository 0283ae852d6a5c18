import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { serveBoards } from "../pipelines/demo/boards.js";
import { simulateMarket } from "../pipelines/demo/market.js";
import { layout } from "../pipelines/lake/layout.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { certworth } from "./support/certworth.js";
import { crawlAt } from "./support/crawl.js";
import { emptyFolder } from "./support/folder.js";
import { EXTRACTOR } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";

const TAXONOMY = new URL("./input/marts/taxonomy", import.meta.url).pathname;

// What has no date of its own gets none where three weeks seem to pass between two nights.
test("a clock that jumps back loses no posting, closes none, and is said aloud", async () => {
  const market = simulateMarket({ years: 1, seed: 7, postings: 300, today: "2026-10-31" });
  const boards = await serveBoards(market);
  onTestFinished(() => boards.close());
  const after = async (days: string[]) => {
    const dataDir = emptyFolder();
    for (const day of days) await crawlAt(dataDir, boards.sources, `${day}T02:00:00Z`);
    await buildWarehouse({ dataDir, taxonomyDir: TAXONOMY, extractor: EXTRACTOR, taxonomyVersion: "t" });
    const sql = "SELECT posting_id, closed_on FROM marts.posting ORDER BY 1";
    return queryRows(sql, { path: layout(dataDir).warehouse });
  };
  const straight = await after(["2026-10-31", "2026-11-01"]);
  expect(straight.length).toBeGreaterThan(20);
  expect(await after(["2026-10-31", "2026-10-12", "2026-11-01"])).toEqual(straight);
}, 120_000);

test("a run that began in the future is a clock that went back", async () => {
  const data = emptyFolder();
  mkdirSync(join(data, "runs"));
  const run = { run_id: "r", verb: "nightly", started_at: "2099-01-01T00:00:00.000Z", stages: [], sources: [] };
  writeFileSync(join(data, "runs", "20990101T000000000Z-1.json"), JSON.stringify(run));
  const built = await certworth(["build"], { env: { CERTWORTH_DATA: data } });
  expect(built.code).toBe(0);
  expect(built.stderr).toContain("the last run began on 2099-01-01T00:00:00.000Z");
  expect(built.stderr).toContain("the clock went back; nothing is lost");
});
