import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { checkFinite } from "../warehouse/checks.js";
import type { Model } from "../warehouse/model.js";

const model: Model = {
  layer: "marts",
  name: "sample",
  id: "published.marts.sample",
  sql: "",
  description: "One row per case.",
  key: [],
  columns: new Map(),
  reads: [],
  seen: false,
  slices: null,
};

const checked = async (row: string) => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("ATTACH ':memory:' AS published");
  await connection.run("CREATE SCHEMA published.marts");
  await connection.run(`CREATE TABLE published.marts.sample AS ${row}`);
  return checkFinite(connection, model);
};

describe("the check of finite numbers", () => {
  it.each([
    ["a number", "SELECT 1 AS id, 0.5::DOUBLE AS share", 0],
    ["nothing", "SELECT 1 AS id, NULL::DOUBLE AS share", 0],
    ["not a number", "SELECT 1 AS id, 'nan'::DOUBLE AS share", 1],
    ["an infinity in any column", "SELECT 0.5::DOUBLE AS share, '-inf'::DOUBLE AS slope", 1],
  ])("finds %s", async (_, row, bad) => {
    expect((await checked(row)).map(({ rows }) => rows)).toEqual([bad]);
  });

  it("has nothing to look at where a table has no fractions", async () => {
    expect(await checked("SELECT 1 AS id")).toEqual([]);
  });
});
