import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildWarehouse } from "../warehouse/builder.js";
import { toJson } from "../warehouse/query-text.js";
import { emptyFolder } from "./support/folder.js";
import { type Given, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";

const FOLDER = new URL("./input/marts/", import.meta.url).pathname;

interface Case {
  about: string;
  given: Given;
  expect: { sql: string; rows: unknown[] }[];
}

const rowsOf = async (path: string, sql: string): Promise<unknown[]> => {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const rows = await (await connection.run(sql)).convertRowObjects(toJson);
  connection.closeSync();
  instance.closeSync();
  return rows;
};

describe("marts, given rows of a lake", () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
  // Dates stay text: the schema without timestamps.
  const cases = files.map(
    (file) => [file, parse(readFileSync(join(FOLDER, file), "utf8"), { schema: "core" }) as Case] as const,
  );

  it.each(cases)("%s", { timeout: 60_000 }, async (_, { given, expect: expected }) => {
    const dataDir = emptyFolder();
    await writeLake(dataDir, lakeOf(given));
    const options = { dataDir, taxonomyDir: join(FOLDER, "taxonomy"), extractor: EXTRACTOR, taxonomyVersion: "t1" };
    const { path } = await buildWarehouse(options);
    for (const { sql, rows } of expected) expect(await rowsOf(path, sql)).toEqual(rows);
  });
});
