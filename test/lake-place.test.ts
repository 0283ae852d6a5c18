import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { below, lakeOf } from "../models/lake-place.js";
import { moveIntoPlace, writeFileAtomic } from "../pipelines/lake/atomic.js";
import { openLake } from "../pipelines/lake.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";

const ADDRESS = "s3://county/some/lake";

const withLake = (text: string): string => {
  const dataDir = emptyFolder();
  writeFileSync(join(dataDir, "lake"), text);
  return dataDir;
};

describe("a lake lies", () => {
  it("in the folder of its data directory, also before there is one", () => {
    const dataDir = emptyFolder();
    expect(lakeOf(dataDir)).toBe(join(dataDir, "lake"));
    mkdirSync(join(dataDir, "lake"));
    expect(lakeOf(dataDir)).toBe(join(dataDir, "lake"));
    expect(below(lakeOf(dataDir), "batches", "b1.json")).toBe(join(dataDir, "lake", "batches", "b1.json"));
  });

  test.each([ADDRESS, `${ADDRESS}/`, `\n ${ADDRESS}\r\n`])("where the file lake says: %j", (text) => {
    const lake = lakeOf(withLake(text));
    expect(lake).toBe(ADDRESS);
    expect(below(lake, "batches", "b1.json")).toBe("s3://county/some/lake/batches/b1.json");
  });

  test.each([
    "",
    "county/lake",
    "gs://county/lake",
    "s3://",
    "s3://county/*/lake",
    "s3://county/lake?s3_access_key_id=KEY",
    "s3://county/la'ke",
    "s3://county//lake",
    `${ADDRESS}\n${ADDRESS}`,
  ])("nowhere, says %j", (text) => {
    expect(() => lakeOf(withLake(text))).toThrow("is no place of a lake; expected is a line such as s3://");
  });
});

test("what is done with files of this machine is never done to an address", () => {
  const file = join(emptyFolder(), "rows");
  writeFileSync(file, "");
  for (const act of [
    () => filesBelow(`${ADDRESS}/postings`, ".parquet"),
    () => moveIntoPlace(file, `${ADDRESS}/rows`),
    () => writeFileAtomic(`${ADDRESS}/lake.json`, "{}"),
    () => openLake(withLake(ADDRESS)),
  ])
    expect(act).toThrow(
      /^s3:\/\/county\/some\/lake.*: this is not done with a lake in a bucket; copy the lake to a disk/,
    );
});

test("verbs that need a lake on a disk say so, and touch nothing", { timeout: 240_000 }, async () => {
  const dataDir = withLake(ADDRESS);
  const cwd = emptyFolder();
  const asked = [
    ["nightly"],
    ["nightly", "--demo"],
    ["prune", "--apply"],
    ["taxonomy", "candidates"],
    ["check", "--repair"],
    ["extract", "--spark", "--master local"],
    ["aggregate", "--spark", "--master local"],
  ];
  const env = { CERTWORTH_CONTACT: "you@example.org" };
  for (const args of asked) {
    const { code, stderr } = await certworth([...args, "--data", dataDir], { cwd, env });
    expect(code, stderr).toBe(2);
    expect(stderr, args.join(" ")).toMatch(
      /: (not done with a lake|nothing is removed) in a bucket \(s3:\/\/county\/some\/lake\)/,
    );
  }
  expect(readdirSync(cwd)).toEqual([]);
  expect(readdirSync(dataDir).filter((name) => name !== "lake" && name !== "runs")).toEqual([]);
});
