import { cpSync, existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { noteMade, readAggregates } from "../warehouse/aggregate-files.js";
import { KEPT_AGGREGATES } from "../warehouse/aggregates.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";
import { buildFrom } from "./support/tail-lake.js";

const SLOW = 120_000;
const facts = { extractor: "x1", taxonomy: "t1", simulated: false };

/** A data directory with files of aggregates that hold nothing but their names. */
const made = (extractor = "x1"): { dataDir: string; folder: string } => {
  const dataDir = emptyFolder();
  const folder = join(dataDir, "aggregates", `extractor=${extractor}`);
  for (const name of KEPT_AGGREGATES) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "part-0.parquet"), `rows of ${name}`);
  }
  noteMade(folder, { ...facts, extractor });
  return { dataDir, folder };
};

const read = (dataDir: string) => readAggregates({ dataDir, extractor: "x1", taxonomyVersion: "t1" });

it("finds whole aggregates, whatever Spark leaves beside them, and another extractor's", () => {
  const { dataDir, folder } = made();
  const before = read(dataDir);
  expect(Object.keys(before.files)).toEqual([...KEPT_AGGREGATES]);
  expect(before.files.ask_month).toEqual([join(folder, "ask_month", "part-0.parquet")]);
  writeFileSync(join(folder, "ask_month", "_SUCCESS"), "");
  writeFileSync(join(folder, "ask_month", ".part-0.parquet.crc"), "");
  writeFileSync(join(folder, "ask_month", "._part-0.parquet"), "");
  cpSync(folder, join(dataDir, "aggregates", "extractor=x0"), { recursive: true });
  expect(read(dataDir)).toEqual(before);
  writeFileSync(join(folder, "ask_month", "part-0.parquet"), "other rows than before");
  noteMade(folder, facts);
  expect(read(dataDir).digest).not.toBe(before.digest);
});

it.each<[string, (folder: string) => void, RegExp]>([
  [
    "there are none",
    (folder) => rmSync(join(folder, ".."), { recursive: true }),
    /aggregates: there are no aggregates; run "certworth aggregate"/,
  ],
  [
    "a file was cut",
    (folder) => truncateSync(join(folder, "ask_month", "part-0.parquet"), 3),
    /ask_month\/part-0\.parquet: 3 bytes, was made with 17; bring the aggregates anew/,
  ],
  [
    "a file is gone",
    (folder) => rmSync(join(folder, "cell_ask", "part-0.parquet")),
    /cell_ask\/part-0\.parquet: 0 bytes, was made with 16/,
  ],
  [
    "files of two runs lie together",
    (folder) => writeFileSync(join(folder, "ask_month", "part-00000-c1.parquet"), "older rows"),
    /part-00000-c1\.parquet: of another run than made\.json; remove the folder/,
  ],
  ["an earlier certworth made them", (folder) => rmSync(join(folder, "made.json")), /made\.json: not there/],
  ["made.json was cut", (folder) => truncateSync(join(folder, "made.json"), 20), /made\.json: not readable as JSON/],
  [
    "made.json says nothing",
    (folder) => writeFileSync(join(folder, "made.json"), "{}"),
    /aggregates have format undefined, this one reads 1/,
  ],
  [
    "a table lacks",
    (folder) => {
      rmSync(join(folder, "cell_ask"), { recursive: true });
      noteMade(folder, facts);
    },
    /cell_ask: no files; run "certworth aggregate" again/,
  ],
  [
    "the taxonomy was another",
    (folder) => noteMade(folder, { ...facts, taxonomy: "t0" }),
    /made with taxonomy t0, this certworth has t1/,
  ],
])("says what is wrong and what to do where %s", (_, break_, message) => {
  const { dataDir, folder } = made();
  break_(folder);
  expect(() => read(dataDir)).toThrow(message);
});

it("names the extractors that there are aggregates of, where its own is not among them", () => {
  expect(() => read(made("x0").dataDir)).toThrow(/aggregates of extractor=x0, and this certworth is extractor=x1; run/);
});

it("builds nothing from files that are no Parquet", { timeout: SLOW }, async () => {
  const { dataDir } = made();
  await expect(buildFrom(dataDir, { fromAggregates: true })).rejects.toThrow(
    /aggregates posting_count: .*part-0\.parquet.*bring the aggregates anew/,
  );
  expect(existsSync(join(dataDir, "warehouse.duckdb"))).toBe(false);
});

it("is told on the command line, and is no look back", { timeout: SLOW }, async () => {
  const env = { CERTWORTH_DATA: emptyFolder() };
  const none = await certworth(["build", "--from-aggregates", "--quiet"], { env });
  expect(none).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/there are no aggregates; run "certworth aggregate"/),
  });
  const both = await certworth(["build", "--from-aggregates", "--as-of", "2024-01"], { env });
  expect(both).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/--from-aggregates.*cannot be used with.*--as-of/),
  });
});
