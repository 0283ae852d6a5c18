import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Model } from "../model.js";
import { sliceColumn, yearOf } from "./run.js";

/** What a slice of a model was made from, or what it says: equal stamps, equal rows. By slice. */
export type Stamps = Map<number, string>;

/** Where a row stands in the lake says nothing of what it says: files are merged. */
const UNSAID = new Set(["file", "row"]);

const columnsOf = async (connection: DuckDBConnection, id: string): Promise<string> => {
  const described = (await connection.runAndReadAll(`SELECT column_name FROM (DESCRIBE ${id})`)).getRows();
  const names = described.flat() as string[];
  return names.flatMap((name) => (UNSAID.has(name) ? [] : [`"${name}"`])).join(", ");
};

/** The stamps of a model by its rows, whatever their order; of the rows that are as `which` says. */
export const stampsByRows = async (connection: DuckDBConnection, model: Model, which = "true"): Promise<Stamps> => {
  const slice = sliceColumn(model.slices!.by);
  const rows = await connection.runAndReadAll(`
    SELECT slice, count(*) || ' ' || sum(hash(r)::HUGEINT)
    FROM (SELECT ${slice} AS slice, row(${await columnsOf(connection, model.id)}) AS r FROM ${model.id} WHERE ${which}) GROUP BY slice`);
  return new Map(rows.getRows() as [number, string][]);
};

/** What a relation says as a whole, whatever the order of its rows. */
const stampOfWhole = async (connection: DuckDBConnection, id: string): Promise<string> => {
  const rows = await connection.runAndReadAll(`
    SELECT count(*) || ' ' || coalesce(sum(hash(r)::HUGEINT), 0)
    FROM (SELECT row(${await columnsOf(connection, id)}) AS r FROM ${id})`);
  return (rows.getRows() as [string][])[0]![0];
};

/** What relations say as a whole, each read once. */
export const stampsOfWholes = (connection: DuckDBConnection): ((id: string) => Promise<string>) => {
  const known = new Map<string, string>();
  return async (id) => {
    const stamp = known.get(id) ?? (await stampOfWhole(connection, id));
    known.set(id, stamp);
    return stamp;
  };
};

const hashOf = (facts: unknown): string =>
  createHash("sha256").update(JSON.stringify(facts)).digest("hex").slice(0, 24);

/** The stamps of a model by what it is made from: its SQL, whole relations, and the same slice of sliced ones. */
export const stampsByInputs = (sql: string, wholes: readonly string[], sliced: readonly Stamps[]): Stamps => {
  const slices = [...new Set(sliced.flatMap((stamps) => [...stamps.keys()]))].sort((a, b) => a - b);
  return new Map(
    slices.map((slice) => [slice, hashOf([sql, wholes, sliced.map((stamps) => stamps.get(slice) ?? null)])]),
  );
};

/** The stamps of years by those of their months. */
export const stampsByYears = (months: Stamps): Stamps => {
  const years = new Map<number, [number, string][]>();
  for (const month of months) years.set(yearOf(month[0]), [...(years.get(yearOf(month[0])) ?? []), month]);
  return new Map([...years].map(([year, stamps]) => [year, hashOf(stamps)]));
};
