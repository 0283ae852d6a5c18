import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import type { RawPosting } from "../models/posting.js";
import { layout, postingId } from "../pipelines/lake/layout.js";
import { type Lake, LakeError, openLake } from "../pipelines/lake.js";
import { emptyFolder } from "./support/folder.js";

const posting = (requisition: string, more: Partial<RawPosting> = {}): RawPosting => ({
  requisition,
  title: "Forklift operator",
  text: `Requisition ${requisition}. Forklift certification required.`,
  posted_on: "2026-03-14",
  ...more,
});

const batchOf = (lake: Lake, id: string, open = false) =>
  lake.beginBatch({ id, source: "dock", platform: "file", seen_on: "2026-10-31", open });

const stored = async (lake: Lake): Promise<Record<string, unknown>[]> => {
  const connection = await lake.connection();
  const files = filesBelow(lake.paths.postings, ".parquet").map((file) => `'${file}'`);
  const reader = await connection.runAndReadAll(
    `SELECT * FROM read_parquet([${files.join(",")}], hive_partitioning = false) ORDER BY requisition, text`,
  );
  return reader.getRowObjectsJson() as Record<string, unknown>[];
};

test("a batch lands by month, once, and says so when asked again", async () => {
  const lake = openLake(emptyFolder());
  const batch = batchOf(lake, "b1");
  batch.add(posting("1"));
  batch.add(posting("2", { posted_on: "2025-12-31" }));
  batch.add(posting("2", { posted_on: "2025-12-31" }));
  const { posted_on: _, ...undated } = posting("3");
  batch.add(undated);
  expect(await batch.commit()).toEqual({ added: 3, changed: 0, unchanged: 1, refused: 0 });
  expect(filesBelow(lake.paths.postings, ".parquet").map((file) => relative(lake.paths.postings, file))).toEqual([
    "posted_month=2025-12/b1.parquet",
    "posted_month=2026-03/b1.parquet",
    "posted_month=unknown/b1.parquet",
  ]);
  expect(lake.hasBatch("b1")).toBe(true);
  expect(openLake(join(lake.paths.lake, "..")).hasBatch("b1")).toBe(true);
  expect(await stored(lake)).toMatchObject([
    { posting_id: postingId("file", "dock", "1"), posted_on: "2026-03-14", posted_on_quality: "stated", locations: [] },
    { requisition: "2", posted_on: "2025-12-31" },
    { requisition: "3", posted_on: null, posted_on_quality: "unknown" },
  ]);
  lake.close();
});

test("a changed advert is a new version of the same posting, an unchanged one is not stored again", async () => {
  const lake = openLake(emptyFolder());
  const first = batchOf(lake, "b1");
  first.add(posting("1"));
  first.add(posting("2"));
  await first.commit();
  const second = batchOf(lake, "b2");
  second.add(posting("1"));
  second.add(posting("2", { text: "Forklift licence preferred." }));
  second.add(posting("3"));
  expect(await second.commit()).toEqual({ added: 1, changed: 1, unchanged: 1, refused: 0 });
  expect((await stored(lake)).map((row) => row.requisition)).toEqual(["1", "2", "2", "3"]);
  lake.close();
});

test("a batch that was killed between its files is written again whole", async () => {
  const lake = openLake(emptyFolder());
  const write = async (into: Lake): Promise<void> => {
    const batch = batchOf(into, "b1");
    batch.add(posting("1"));
    batch.add(posting("2", { posted_on: "2025-12-31" }));
    await batch.commit();
  };
  await write(lake);
  const undisturbed = await stored(lake);
  lake.close();
  const marker = join(lake.paths.batches, "b1.json");
  expect(existsSync(marker)).toBe(true);
  rmSync(marker);
  rmSync(join(lake.paths.postings, "posted_month=2026-03"), { recursive: true });
  const again = openLake(join(lake.paths.lake, ".."));
  expect(again.hasBatch("b1")).toBe(false);
  await write(again);
  expect(await stored(again)).toEqual(undisturbed);
  again.close();
});

test("a crawl leaves sightings, its answers as they came, and dates undated postings by the day they were seen", async () => {
  const lake = openLake(emptyFolder());
  const batch = batchOf(lake, "b1", true);
  const { posted_on: _, text: __, ...undated } = posting("1");
  batch.add({ ...undated, html: "<p>ServSafe <b>required</b></p>" });
  batch.keepAnswer({ url: "http://board/1", status: 200, content_type: "text/html", body: "<p>as it came</p>" });
  await batch.commit();
  expect(await stored(lake)).toMatchObject([
    { posted_on: "2026-10-31", posted_on_quality: "first_seen", text: "ServSafe required" },
  ]);
  const raw = filesBelow(lake.paths.raw, ".gz");
  expect(raw.map((file) => relative(lake.paths.raw, file))).toEqual(["source=dock/date=2026-10-31/b1.ndjson.gz"]);
  expect(gunzipSync(readFileSync(raw[0] ?? "")).toString()).toContain("<p>as it came</p>");
  expect(filesBelow(lake.paths.sightings, ".parquet")).toHaveLength(1);
  lake.close();
});

test("what is refused is kept with its reason", async () => {
  const lake = openLake(emptyFolder());
  const batch = batchOf(lake, "b1");
  batch.refuse({
    where: "a.csv",
    line: 7,
    field: "posted_on",
    value: "31.02.2026",
    reason: "a day that exists",
    item: { a: 1 },
  });
  batch.refuse({
    where: "a.csv",
    line: 8,
    field: "text",
    value: "x".repeat(500),
    reason: "shorter",
    item: "y".repeat(1 << 20),
  });
  expect(await batch.commit()).toEqual({ added: 0, changed: 0, unchanged: 0, refused: 2 });
  const lines = gunzipSync(readFileSync(join(lake.paths.quarantine, "b1.ndjson.gz")))
    .toString()
    .trim()
    .split("\n");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    line: 7,
    value: "31.02.2026",
    source: "dock",
    batch: "b1",
    item: { a: 1 },
  });
  expect(JSON.parse(lines[1] ?? "").item.chars).toBe((1 << 20) + 2);
  lake.close();
});

test("simulated and real postings never share a lake, and a newer lake is refused", () => {
  const dataDir = emptyFolder();
  openLake(dataDir, { simulated: true });
  expect(() => openLake(dataDir)).toThrow(LakeError);
  expect(() => openLake(dataDir)).toThrow(/simulated market; real postings go into another one/);
  writeFileSync(layout(dataDir).head, '{"schema_version":99,"simulated":true}');
  expect(() => openLake(dataDir, { simulated: true })).toThrow(/schema version 99.*upgrade certworth/);
  writeFileSync(layout(dataDir).head, "{");
  expect(() => openLake(dataDir)).toThrow(/lake\.json: not readable as JSON/);
});
