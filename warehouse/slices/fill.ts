import type { DuckDBConnection } from "@duckdb/node-api";
import { plainNames } from "../engine.js";
import { type Model, REFERENCE } from "../model.js";
import { cutTo, nameOf, PLACES, uncut } from "./cut.js";
import { tableOf, type Work } from "./work.js";

/** What a sliced model reads: whether a model has slices, and whether all postings are made at once, so that all files are read as one list. */
interface Read {
  isSliced(id: string): boolean;
  isAll: boolean;
}

/** Makes the rows of the stale slices, run by run, each from what it reads of these slices alone. Returns how many were put into a table that stood. */
export const fill = async (
  connection: DuckDBConnection,
  model: Model,
  { stands, making }: Work,
  { isSliced, isAll }: Read,
): Promise<number> => {
  const cut = model.sql.replaceAll(REFERENCE, (id) => (isSliced(id) ? `slice.${nameOf(id)}` : id));
  const relations = isAll ? [] : model.reads.filter((read) => PLACES[read]);
  let made = stands;
  let rows = 0;
  for (const run of making.length === 0 && !stands ? [{ first: 0, last: 0 }] : making) {
    await cutTo(connection, run, relations);
    const sql = model.layer === "marts" ? await plainNames(connection, cut) : cut;
    if (made) rows += (await connection.run(`INSERT INTO ${tableOf(model)} ${sql}`)).rowsChanged;
    else await connection.run(`CREATE TABLE ${tableOf(model)} AS ${sql}`);
    made = true;
  }
  await uncut(connection, relations);
  return rows;
};
