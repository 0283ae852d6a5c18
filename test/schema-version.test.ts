import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { LAKE_SCHEMA_VERSION, layout } from "../pipelines/lake/layout.js";
import { openLake } from "../pipelines/lake.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";
import { lakeOf } from "./support/given.js";
import { writeLake } from "./support/lake-writer.js";

const SLOW = 240_000;

/** A data directory whose lake has only this head. */
const headed = (head: string): string => {
  const dataDir = emptyFolder();
  mkdirSync(layout(dataDir).lake);
  writeFileSync(layout(dataDir).head, head);
  return dataDir;
};

test("a lake of an earlier version is brought to the present one, and read", { timeout: SLOW }, async () => {
  const dataDir = emptyFolder();
  await writeLake(dataDir, lakeOf({ postings: [{ id: "a", posted_on: "2024-02-01" }] }));
  expect(JSON.parse(readFileSync(layout(dataDir).head, "utf8")).schema_version).toBe(1);
  const env = { CERTWORTH_DATA: dataDir };
  expect((await certworth(["build", "--quiet"], { env })).code).toBe(0);
  const head = JSON.parse(readFileSync(layout(dataDir).head, "utf8"));
  expect(head).toEqual({ schema_version: LAKE_SCHEMA_VERSION, simulated: false });
  expect(openLake(dataDir).head).toEqual(head);
  const counted = await certworth(["query", "SELECT count(*) AS n FROM marts.posting", "--format", "csv"], { env });
  expect(counted.stdout.split(/\r?\n/)[1]).toBe("1");
});

test.each(["build", "extract", "nightly --demo", "prune --apply"])(
  "%s refuses a lake of a later version",
  { timeout: SLOW },
  async (line) => {
    const text = '{"schema_version":99,"simulated":true}';
    const data = headed(text);
    const outcome = await certworth(line.split(" "), { env: { CERTWORTH_DATA: data } });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/lake\.json: the lake has schema version 99, this certworth reads up to 2; upgrade/);
    expect(readFileSync(layout(data).head, "utf8")).toBe(text);
  },
);

test.each([
  ["{", /lake\.json: not readable as JSON .*restore it/],
  ['{"simulated":false}', /lake\.json: no head of a lake; restore it, such as/],
  ['{"schema_version":"2","simulated":false}', /no head of a lake/],
])("a head %s is no head", (text, message) => {
  expect(() => openLake(headed(text))).toThrow(message);
});

test("a warehouse of a later version is refused, one of before there were versions is read", {
  timeout: SLOW,
}, async () => {
  const data = emptyFolder();
  const instance = await DuckDBInstance.create(layout(data).warehouse);
  const connection = await instance.connect();
  await connection.run("CREATE SCHEMA marts; CREATE TABLE marts.meta(key VARCHAR, value VARCHAR)");
  connection.closeSync();
  instance.closeSync();
  const ask = () => certworth(["query", "SELECT 7 AS n", "--format", "csv"], { env: { CERTWORTH_DATA: data } });
  expect((await ask()).stdout.split(/\r?\n/)[1]).toBe("7");
  const again = await DuckDBInstance.create(layout(data).warehouse);
  const writer = await again.connect();
  await writer.run("INSERT INTO marts.meta VALUES ('schema_version', '99')");
  writer.closeSync();
  again.closeSync();
  const refused = await ask();
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /the warehouse has schema version 99, this certworth reads up to 1; upgrade certworth/,
  );
  expect((await certworth(["report"], { env: { CERTWORTH_DATA: data } })).stderr).toMatch(/schema version 99/);
});
