import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildWarehouse } from "../warehouse/builder.js";
import { toJson } from "../warehouse/query-text.js";
import { emptyFolder } from "./support/folder.js";
import { type Given, lakeOf } from "./support/given.js";
import { EXTRACTOR, writeLake } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";

const FOLDER = new URL("./input/marts/", import.meta.url).pathname;

interface Case {
  about: string;
  given: Given;
  expect: { sql: string; rows: unknown[] }[];
}

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
    for (const { sql, rows } of expected) expect(await queryRows(sql, { path, convert: toJson })).toEqual(rows);
  });
});
