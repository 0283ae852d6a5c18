import type { DuckDBConnection } from "@duckdb/node-api";
import { type Model, REFERENCE } from "../model.js";
import { isEverything } from "../touched.js";
import { sliceColumn } from "./run.js";
import { tableOf } from "./work.js";

/**
 * Makes the kept table of a model anew: in the slices of `intermediate.stale_<name>`, or whole where all postings are looked at. What
 * it reads of the models that `isCut` names is read in these slices alone. Returns the rows made, as an SQL condition; null for all.
 */
export const renew = async (
  connection: DuckDBConnection,
  model: Model,
  isCut: (id: string) => boolean,
): Promise<string | null> => {
  const table = tableOf(model);
  if (await isEverything(connection)) {
    await connection.run(`CREATE OR REPLACE TABLE ${table} AS ${model.sql}`);
    return null;
  }
  const rows = `${sliceColumn(model.slices!.by)} IN (FROM intermediate.stale_${model.name})`;
  await connection.run(`DELETE FROM ${table} WHERE ${rows}`);
  const cut = model.sql.replaceAll(REFERENCE, (id) => (isCut(id) ? `(FROM ${id} WHERE ${rows})` : id));
  await connection.run(`INSERT INTO ${table} ${cut}`);
  return rows;
};
