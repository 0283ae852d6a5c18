import { existsSync, linkSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { dropEditions, keepEdition } from "../pipelines/editions.js";
import { layout } from "../pipelines/lake/layout.js";
import { Retention, readRetention } from "../pipelines/retention.js";
import { applyPrune, planPrune } from "../pipelines/stages/prune.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const NOW = new Date("2026-10-31T02:00:00Z");
const rules = (given: Partial<Retention> = {}): Retention => Retention.parse(given);

/** A data directory of these files, ten bytes each. */
const holding = (files: string[]): string => {
  const dataDir = emptyFolder();
  for (const file of files) {
    mkdirSync(dirname(join(dataDir, file)), { recursive: true });
    writeFileSync(join(dataDir, file), "0123456789");
  }
  return dataDir;
};

const planned = (dataDir: string, given: Partial<Retention>) =>
  planPrune({ dataDir, rules: rules(given), now: NOW, extractor: "x2" });

/** Names of what a rule lets go. */
const gone = (files: string[], rule: keyof Retention, value: number): string[] => {
  const dataDir = holding(files);
  const one = planned(dataDir, { [rule]: value }).find((each) => each.rule === rule);
  expect(one?.bytes).toBe(10 * (one?.files.length ?? -1));
  return (one?.files ?? []).map((file) => file.slice(dataDir.length + 1)).sort();
};

const days = (folder: string, names: string[]): string[] => names.map((name) => `${folder}${name}`);

test.each<[keyof Retention, number, string[], string[]]>([
  [
    "warehouses",
    2,
    days("warehouses/2026-10-", ["29.duckdb", "30.duckdb", "31.duckdb"]),
    ["warehouses/2026-10-29.duckdb"],
  ],
  [
    "vintages",
    2,
    days("vintages/2026-", [
      "08-30.parquet",
      "08-31.parquet",
      "09-01.parquet",
      "09-30.parquet",
      "10-01.parquet",
      "10-02.parquet",
    ]),
    ["vintages/2026-08-30.parquet", "vintages/2026-09-01.parquet"],
  ],
  [
    "raw_days",
    30,
    days("lake/raw/source=a/date=2026-", ["09-30/b.ndjson.gz", "10-01/b.ndjson.gz", "10-31/b.ndjson.gz"]),
    ["lake/raw/source=a/date=2026-09-30/b.ndjson.gz"],
  ],
  [
    "requests_days",
    0,
    days("lake/requests/date=2026-10-", ["30/r.ndjson", "31/r.ndjson"]),
    ["lake/requests/date=2026-10-30/r.ndjson"],
  ],
  ["runs_days", 1, days("runs/202610", ["29T1-1.json", "30T1-1.json", "31T1-1.json"]), ["runs/20261029T1-1.json"]],
  ["runs_days", 1, ["runs/20250101T1-1.json"], []],
  [
    "extractors",
    0,
    ["lake/extractions/extractor=x1/m/a.parquet", "lake/extractions/extractor=x2/m/a.parquet"],
    ["lake/extractions/extractor=x1/m/a.parquet"],
  ],
])("%s=%i lets go what is older, and nothing else", (rule, value, files, expected) => {
  expect(gone(files, rule, value)).toEqual(expected);
});

test("nothing goes before it is applied, then its empty folders go with it; postings never do", () => {
  const postings = "lake/postings/posted_month=2001-01/a.parquet";
  const dataDir = holding(["lake/raw/source=a/date=2001-01-01/b.ndjson.gz", postings]);
  const plan = planned(dataDir, {});
  expect(readdirSync(join(dataDir, "lake", "raw", "source=a"))).toEqual(["date=2001-01-01"]);
  applyPrune(dataDir, plan);
  expect(readdirSync(join(dataDir, "lake", "raw"))).toEqual([]);
  expect(existsSync(join(dataDir, postings))).toBe(true);
});

test("each day's last warehouse is its edition; the newest are kept", () => {
  const dataDir = holding(["warehouse.duckdb"]);
  const { warehouses } = layout(dataDir);
  for (const day of ["2026-10-29", "2026-10-30", "2026-10-30", "2026-10-31"]) keepEdition(dataDir, day);
  expect(readdirSync(warehouses)).toEqual(["2026-10-29.duckdb", "2026-10-30.duckdb", "2026-10-31.duckdb"]);
  dropEditions(dataDir, rules({ warehouses: 2 }));
  expect(readdirSync(warehouses)).toEqual(["2026-10-30.duckdb", "2026-10-31.duckdb"]);
});

test("an edition that stands under another name too frees nothing", () => {
  const dataDir = holding(["warehouses/2026-10-30.duckdb", "warehouses/2026-10-31.duckdb"]);
  linkSync(join(dataDir, "warehouses/2026-10-30.duckdb"), join(dataDir, "warehouse.duckdb"));
  expect(planned(dataDir, { warehouses: 1 })[0]).toMatchObject({ rule: "warehouses", bytes: 0 });
});

test.each([
  ["raw_dayz: 3", /retention\.yaml: raw_dayz: 3: there is no such rule; the rules are warehouses, vintages, raw_days/],
  ["raw_days: -1", /retention\.yaml: raw_days: -1: a whole number is expected/],
  ["raw_days: often", /retention\.yaml: raw_days: "often": a whole number/],
  ["- a", /retention\.yaml: file: /],
  ["a: *b", /retention\.yaml: not YAML/],
])("retention.yaml with %j is refused", (text, message) => {
  const dataDir = holding([]);
  writeFileSync(join(dataDir, "retention.yaml"), text);
  expect(() => readRetention(dataDir)).toThrow(message);
});

test("prune shows, and with --apply removes; --keep goes before the file", async () => {
  const dataDir = holding(["lake/requests/date=2001-01-01/r.ndjson"]);
  writeFileSync(join(dataDir, "retention.yaml"), "requests_days: 100000\n");
  const env = { CERTWORTH_DATA: dataDir };
  expect((await certworth(["prune"], { env })).stdout).toMatch(
    /requests_days=100000: 0 files[\s\S]*Nothing was removed/,
  );
  const keep = ["prune", "--keep", "requests_days=9"];
  expect((await certworth(keep, { env })).stdout).toMatch(/requests_days=9: 1 files of records of requests/);
  expect(existsSync(join(dataDir, "lake", "requests", "date=2001-01-01"))).toBe(true);
  expect((await certworth([...keep, "--apply"], { env })).stdout).toMatch(/Removed/);
  expect(existsSync(join(dataDir, "lake", "requests", "date=2001-01-01"))).toBe(false);
  expect((await certworth(["prune", "--keep", "raw=x"], { env })).code).toBe(2);
});
