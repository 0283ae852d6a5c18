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

/**
 * What all slices share: in which files the facts of the postings of a month stand, and numbers for names that are only compared
 * and never counted by; scopes and entities become enumerations, which are numbers too.
 */
const SHARED = [
  `CREATE TABLE slice.file AS
    SELECT DISTINCT month, file FROM staging.extraction JOIN aggregates.counted_posting USING (posting_id, content_hash)`,
  `CREATE TABLE slice.employer AS
    SELECT employer, row_number() OVER () AS employer_no FROM (SELECT DISTINCT employer FROM aggregates.counted_posting)
    WHERE employer IS NOT NULL`,
  "CREATE TYPE scope_name AS ENUM (SELECT DISTINCT scope FROM aggregates.posting_scope ORDER BY scope)",
];

/** What sliced models read of the others, cut to a slice and with numbers for names. */
const CUT: Readonly<Record<string, (slice: Slice) => string>> = {
  number: ({ postings }) =>
    `SELECT posting_id, content_hash, row_number() OVER () AS posting_no FROM aggregates.counted_posting WHERE ${postings}`,
  counted_posting: ({
    months,
  }) => `SELECT * EXCLUDE (posting_no, employer_no) REPLACE (posting_no AS posting_id, employer_no AS employer)
    FROM aggregates.counted_posting JOIN slice.number USING (posting_id, content_hash) LEFT JOIN slice.employer USING (employer)
    WHERE ${months}`,
  posting_scope: ({ months }) => `SELECT * EXCLUDE (posting_no, employer_no, content_hash)
      REPLACE (posting_no AS posting_id, employer_no AS employer, scope::scope_name AS scope)
    FROM aggregates.posting_scope JOIN slice.number USING (posting_id) LEFT JOIN slice.employer USING (employer)
    WHERE ${months}`,
  compared_posting: () => `SELECT * EXCLUDE (posting_no, content_hash) REPLACE (posting_no AS posting_id)
    FROM aggregates.compared_posting JOIN slice.number USING (posting_id)`,
  extraction: () => `SELECT posting_no AS posting_id, content_hash, mentions
    FROM staging.extraction JOIN slice.number USING (posting_id, content_hash)`,
};

const seeSlice = async (connection: DuckDBConnection, slice: Slice): Promise<void> => {
  const rows = await connection.runAndReadAll(
    `SELECT DISTINCT file FROM slice.file WHERE ${slice.months} ORDER BY file`,
  );
  const files = quoteList(rows.getRows().flat() as string[]);
  await connection.run(`SET VARIABLE extraction_files = getvariable('no_extraction') || ${files}`);
  for (const [name, select] of Object.entries(CUT))
    await connection.run(`CREATE OR REPLACE TABLE slice.${name} AS ${select(slice)}`);
};

/** Rows of single postings go when the next slice comes; those of counts are pieces, which are put together at the end. */
const isOfPostings = (name: string): boolean => headOf(aggregateSql(name)).key.includes("posting_id");

/** The pieces of a count together: as they are where a row is of one month, else summed up; with names for enumerations. */
const wholeSql = async (connection: DuckDBConnection, name: string): Promise<string> => {
  const { key } = headOf(aggregateSql(name));
  const isOfMonths = key.includes("month");
  const described = await connection.runAndReadAll(`DESCRIBE pieces.${name}`);
  const columns = (described.getRows() as [string, string][]).map(([column, type]) => {
    if (type.startsWith("ENUM")) return `${column}::VARCHAR AS ${column}`;
    return isOfMonths || key.includes(column) ? column : `sum(${column})::${type} AS ${column}`;
  });
  return `SELECT ${columns.join(", ")} FROM pieces.${name} ${isOfMonths ? "" : "GROUP BY ALL"}`;
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
  for (const sql of SHARED) await connection.run(sql);
  const none = { postings: "false", months: "false" };
  const slices = await slicesOf(connection, atOnce);
  for (const [at, slice] of (slices.length === 0 ? [none] : slices).entries()) {
    await seeSlice(connection, slice);
    for (const name of names) {
      const sql = aggregateSql(name).replaceAll("aggregates.", "slice.").replaceAll("staging.", "slice.");
      if (isOfPostings(name)) await connection.run(`CREATE OR REPLACE TABLE slice.${name} AS ${sql}`);
      else if (at === 0) await connection.run(`CREATE TABLE pieces.${name} AS ${sql}`);
      else await connection.run(`INSERT INTO pieces.${name} ${sql}`);
    }
  }
  for (const name of names)
    if (!isOfPostings(name))
      await connection.run(`CREATE TABLE aggregates.${name} AS ${await wholeSql(connection, name)}`);
};
