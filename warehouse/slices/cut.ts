import type { DuckDBConnection } from "@duckdb/node-api";
import { quoteList } from "../columns.js";
import type { Model } from "../model.js";
import { boundsOf, type Run } from "./run.js";

/** The relations over the lake's files, and the models that say which of their rows stand in which slice, and in which file. */
export const PLACES: Readonly<Record<string, { model: string; files: string }>> = {
  "staging.posting": { model: "intermediate.version", files: "posting_files" },
  "staging.extraction": { model: "intermediate.reading_place", files: "extraction_files" },
};

export const nameOf = (id: string): string => id.slice(id.indexOf(".") + 1);

/** Lets a model be seen cut to the slices that are being made, as `slice.<name>`. */
export const cutView = async (connection: DuckDBConnection, { id, name, slices }: Model): Promise<void> => {
  const by = slices!.by;
  await connection.run(`CREATE VIEW slice.${name} AS FROM ${id}
    WHERE ${by} BETWEEN getvariable('first_${by}') AND getvariable('last_${by}')`);
};

/** What a connection's reads are cut to: most models of a build are made in the same run. */
const cutNow = new WeakMap<DuckDBConnection, string>();

const cutSlices = async (connection: DuckDBConnection, run: Run): Promise<void> => {
  const asked = `${run.first} ${run.last}`;
  if (cutNow.get(connection) === asked) return;
  for (const by of ["posting_no", "month", "year"] as const) {
    const [first, last] = boundsOf(by, run);
    await connection.run(`SET VARIABLE first_${by} = ${first}`);
    await connection.run(`SET VARIABLE last_${by} = ${last}`);
  }
  cutNow.set(connection, asked);
};

/** Cuts what is read to a run of slices and, of these relations over the lake, to the files that have rows of it. */
export const cutTo = async (connection: DuckDBConnection, run: Run, relations: readonly string[]): Promise<void> => {
  await cutSlices(connection, run);
  for (const relation of relations) {
    const { model, files } = PLACES[relation]!;
    const rows = await connection.runAndReadAll(`SELECT DISTINCT file FROM slice.${nameOf(model)} ORDER BY file`);
    const found = quoteList(rows.getRows().flat() as string[]);
    await connection.run(`SET VARIABLE ${files} = getvariable('all_${files}')[:1] || ${found}`);
  }
};

/** All files again. */
export const uncut = async (connection: DuckDBConnection, relations: readonly string[]): Promise<void> => {
  for (const relation of relations) {
    const { files } = PLACES[relation]!;
    await connection.run(`SET VARIABLE ${files} = getvariable('all_${files}')`);
  }
};
