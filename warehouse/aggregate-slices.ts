import type { DuckDBConnection } from "@duckdb/node-api";
import { aggregateSql, headOf } from "./aggregates.js";
import { quoteList } from "./columns.js";

/**
 * Postings whose asks are counted at once, or a month's where that has more: with every certificate that its skills attest a
 * posting is some fifty rows, and what is grouped has to find room in memory.
 */
export const AT_ONCE = 100_000;

/** Of the postings that count, those of a slice: a condition on `month` and `posting_id`, and on `month` alone. */
interface Slice {
  postings: string;
  months: string;
}

const datedSlice = (first: string, last: string): Slice => {
  const months = `month BETWEEN DATE '${first}' AND DATE '${last}'`;
  return { postings: months, months };
};

/** Months in a row with so many postings at most, and the undated by a hash. */
const slicesOf = async (connection: DuckDBConnection, atOnce: number): Promise<Slice[]> => {
  const counted = await connection.runAndReadAll(
    "SELECT month::VARCHAR, count(*)::INTEGER FROM aggregates.counted_posting GROUP BY month ORDER BY month NULLS LAST",
  );
  const slices: Slice[] = [];
  let [first, last, postings] = ["", "", 0];
  for (const [month, count] of counted.getRows() as [string | null, number][]) {
    if (month === null) {
      const parts = Math.ceil(count / atOnce);
      for (let part = 0; part < parts; part++)
        slices.push({ postings: `month IS NULL AND hash(posting_id) % ${parts} = ${part}`, months: "month IS NULL" });
      continue;
    }
    if (first !== "" && postings + count > atOnce) {
      slices.push(datedSlice(first, last));
      [first, postings] = ["", 0];
    }
    [first, last, postings] = [first || month, month, postings + count];
  }
  return first === "" ? slices : [...slices, datedSlice(first, last)];
};

/** In which files the facts of the postings of a month stand. */
const NOTE_FILES = `CREATE TABLE slice.file AS
  SELECT DISTINCT month, file FROM staging.extraction JOIN aggregates.counted_posting USING (posting_id, content_hash)`;

/** What sliced models read of the others, cut to a slice. */
const CUT: Readonly<Record<string, (slice: Slice) => string>> = {
  counted_posting: ({ postings }) => `FROM aggregates.counted_posting WHERE ${postings}`,
  posting_scope: ({ months }) => `FROM aggregates.posting_scope WHERE ${months}`,
  compared_posting: () => "FROM aggregates.compared_posting SEMI JOIN slice.counted_posting USING (posting_id)",
};

const seeSlice = async (connection: DuckDBConnection, slice: Slice): Promise<void> => {
  for (const [name, from] of Object.entries(CUT))
    await connection.run(`CREATE OR REPLACE TABLE slice.${name} AS ${from(slice)}`);
  const rows = await connection.runAndReadAll(
    `SELECT DISTINCT file FROM slice.file WHERE ${slice.months} ORDER BY file`,
  );
  const files = quoteList(rows.getRows().flat() as string[]);
  await connection.run(`SET VARIABLE extraction_files = getvariable('no_extraction') || ${files}`);
};

/** Rows of single postings go when the next slice comes; those of counts are pieces, which are put together at the end. */
const isOfPostings = (name: string): boolean => headOf(aggregateSql(name)).key.includes("posting_id");

/** The pieces of a count together: as they are where a row is of one month, else summed up. */
const wholeSql = async (connection: DuckDBConnection, name: string): Promise<string> => {
  const { key } = headOf(aggregateSql(name));
  if (key.includes("month")) return `FROM pieces.${name}`;
  const described = await connection.runAndReadAll(`DESCRIBE pieces.${name}`);
  const columns = (described.getRows() as [string, string][]).map(([column, type]) =>
    key.includes(column) ? column : `sum(${column})::${type} AS ${column}`,
  );
  return `SELECT ${columns.join(", ")} FROM pieces.${name} GROUP BY ${key.join(", ")}`;
};

/**
 * Makes the models that have slices, slice by slice, as tables of `aggregates` where they are counts. The variable
 * `no_extraction` lists a file of no rows.
 */
export const makeSliced = async (
  connection: DuckDBConnection,
  names: readonly string[],
  atOnce: number,
): Promise<void> => {
  for (const schema of ["slice", "pieces"]) await connection.run(`CREATE SCHEMA ${schema}`);
  await connection.run(NOTE_FILES);
  const none = { postings: "false", months: "false" };
  const slices = await slicesOf(connection, atOnce);
  for (const [at, slice] of (slices.length === 0 ? [none] : slices).entries()) {
    await seeSlice(connection, slice);
    for (const name of names) {
      const sql = aggregateSql(name).replaceAll("aggregates.", "slice.");
      if (isOfPostings(name)) await connection.run(`CREATE OR REPLACE TABLE slice.${name} AS ${sql}`);
      else if (at === 0) await connection.run(`CREATE TABLE pieces.${name} AS ${sql}`);
      else await connection.run(`INSERT INTO pieces.${name} ${sql}`);
    }
  }
  for (const name of names)
    if (!isOfPostings(name))
      await connection.run(`CREATE TABLE aggregates.${name} AS ${await wholeSql(connection, name)}`);
};
