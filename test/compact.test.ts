import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesBelow, onDisk } from "../models/files.js";
import { countedFiles, readBatches } from "../models/lake-files.js";
import { layout } from "../pipelines/lake/layout.js";
import { openLake } from "../pipelines/lake.js";
import { compact } from "../pipelines/stages/compact.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";

/** A lake of as many nights of one posting each, and a second version of the first one's words every tenth night. */
const lakeOf = async (nights: number, from = 1): Promise<string> => {
  const dataDir = emptyFolder();
  await grow(dataDir, nights, from);
  return dataDir;
};

const grow = async (dataDir: string, nights: number, from: number): Promise<void> => {
  const lake = openLake(dataDir);
  for (let night = from; night < from + nights; night += 1) {
    const seen_on = `2026-10-${String((night % 28) + 1).padStart(2, "0")}`;
    const batch = lake.beginBatch({ id: `b${night}`, source: "dock", platform: "file", seen_on, open: true });
    batch.add({ requisition: String(night), title: "Welder", text: `AWS, night ${night}`, posted_on: "2026-10-01" });
    batch.add({ requisition: "again", title: "Welder", text: `AWS ${night % 10}`, posted_on: "2026-09-01" });
    batch.refuse({ where: "a", field: "text", value: String(night), reason: "longer", item: null });
    await batch.commit({ outcome: (result) => ({ source_id: "dock", date: seen_on, seen: result.added }) });
  }
  lake.close();
};

/** Every row that counts, by table, read as a reader with only the markers' rule would. */
const rowsOf = async (dataDir: string): Promise<Record<string, unknown>> => {
  const lake = openLake(dataDir);
  const connection = await lake.connection();
  const entered = readBatches(onDisk(lake.paths.lake));
  const counted = (folder: string) => countedFiles(entered, filesBelow(folder, ".parquet"), ".parquet");
  const read = async (files: string[], columns: string) =>
    (
      await connection.runAndReadAll(
        `SELECT ${columns} FROM read_parquet([${files.map((file) => `'${file}'`).join()}], hive_partitioning = false, union_by_name = true, filename = true) ORDER BY ALL`,
      )
    ).getRowsJson();
  const rows = {
    postings: await read(
      counted(lake.paths.postings),
      "* EXCLUDE (filename) REPLACE (coalesce(batch, parse_filename(filename, true)) AS batch)",
    ),
    sightings: await read(counted(lake.paths.sightings), "* EXCLUDE (filename)"),
    batches: [...entered.committed].filter((id) => !id.startsWith("merged-")).sort(),
    outcomes: entered.markers.flatMap((file) => readFileSync(file, "utf8").match(/"outcome":\{[^}]*\}/g) ?? []).sort(),
  };
  lake.close();
  return rows;
};

test("many small batches become one, and every row counts once", async () => {
  const dataDir = await lakeOf(30);
  const before = await rowsOf(dataDir);
  expect(await compact(dataDir, quietEffects())).toMatchObject({ batches: 30, into: 1 });
  expect(await rowsOf(dataDir)).toEqual(before);
  const paths = layout(dataDir);
  expect(readdirSync(paths.batches)).toHaveLength(1);
  expect(filesBelow(paths.postings, ".parquet")).toHaveLength(2);
  expect(filesBelow(paths.quarantine, ".gz")).toHaveLength(1);
  expect(filesBelow(paths.raw, "")).toEqual([]);
  expect(openLake(dataDir).hasBatch("b7")).toBe(true);
  expect(await compact(dataDir, quietEffects())).toEqual({ batches: 0, into: 0, removed: 0 });
});

test("a merged batch is merged again with later ones, and what it replaced stays known", async () => {
  const dataDir = await lakeOf(30);
  await compact(dataDir, quietEffects());
  await grow(dataDir, 30, 31);
  const before = await rowsOf(dataDir);
  expect((await compact(dataDir, quietEffects())).into).toBe(1);
  expect(readdirSync(layout(dataDir).batches)).toHaveLength(1);
  expect(await rowsOf(dataDir)).toEqual(before);
});

test("few batches are left as they are", async () => {
  const dataDir = await lakeOf(5);
  expect(await compact(dataDir, quietEffects())).toEqual({ batches: 0, into: 0, removed: 0 });
});

test("stopped before its marker a merge counts for nothing; stopped after it, it counts whole", async () => {
  const dataDir = await lakeOf(30);
  const before = await rowsOf(dataDir);
  const whole = emptyFolder();
  cpSync(dataDir, whole, { recursive: true });
  await compact(whole, quietEffects());
  const [marker = ""] = readdirSync(layout(whole).batches);
  // All files of both: the merge was written and nothing removed yet.
  cpSync(whole, dataDir, { recursive: true });
  expect(await rowsOf(dataDir)).toEqual(before);
  rmSync(join(layout(dataDir).batches, marker));
  expect(await rowsOf(dataDir)).toEqual(before);
  expect((await compact(dataDir, quietEffects())).into).toBe(1);
  expect(await rowsOf(dataDir)).toEqual(before);
  expect(readdirSync(layout(dataDir).batches)).toEqual([marker]);
});
