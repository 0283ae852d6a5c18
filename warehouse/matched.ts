import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, INTEGER } from "@duckdb/node-api";
import { codedModel } from "./model.js";
import { linkedMonths, matchedShares, monthTotals, type SourceMonths } from "./statistics/matched.js";

/** Computed in code: `statistics/matched.ts` holds the formula. */
export const MATCHED_MODEL = codedModel({
  name: "matched",
  description: "One row per certificate or skill, scope and month with postings: its matched-source share.",
  key: ["kind", "entity", "scope", "month"],
  reads: [
    "intermediate.matched_series",
    "intermediate.source_ask",
    "intermediate.source_month",
    "intermediate.scope_month",
  ],
  create: (connection) => createMatched(connection),
});

/** Months since year 0. */
const monthNumber = (column: string): string => `(year(${column}) * 12 + month(${column}) - 1)::INTEGER`;
const MONTH_NO = `${monthNumber("month")} - (SELECT min(${monthNumber("month")}) FROM intermediate.source_month)`;

/** Numbers of scopes, sources within a scope, months and series, so that code reads and leaves numbers only. */
const NUMBERS = [
  `CREATE TEMP TABLE matched_cell AS
    SELECT scope, source, dense_rank() OVER (ORDER BY scope)::INTEGER - 1 AS scope_no,
      dense_rank() OVER (PARTITION BY scope ORDER BY source)::INTEGER - 1 AS source_no, ${MONTH_NO} AS month_no, postings
    FROM intermediate.source_month`,
  `CREATE TEMP TABLE matched_number AS
    SELECT kind, entity, scope, scope_no, row_number() OVER ()::INTEGER - 1 AS series
    FROM (SELECT DISTINCT kind, entity, scope FROM intermediate.matched_series)
    JOIN (SELECT DISTINCT scope, scope_no FROM matched_cell) USING (scope)`,
  "CREATE TEMP TABLE matched_share (series INTEGER, month_no INTEGER, share_matched DOUBLE)",
];
const CELLS = "SELECT scope_no, source_no, month_no, postings FROM matched_cell ORDER BY ALL";
const SERIES = "SELECT scope_no FROM matched_number ORDER BY series";
const BY_MONTH = `SELECT series, ${MONTH_NO}, asking::DOUBLE
  FROM intermediate.matched_series JOIN matched_number USING (kind, entity, scope)`;
const BY_SOURCE = `SELECT series, source_no, asking::DOUBLE
  FROM intermediate.source_ask JOIN matched_number USING (kind, entity, scope)
  JOIN (SELECT DISTINCT scope, source, source_no FROM matched_cell) USING (scope, source)`;
const NAMED = `CREATE TABLE intermediate.matched AS
  SELECT kind, entity, scope, month, share_matched
  FROM matched_share JOIN matched_number USING (series)
  JOIN (SELECT scope, month, ${MONTH_NO} AS month_no FROM intermediate.scope_month) USING (scope, month_no)`;

type Columns = Float64Array[];

/** The columns of a query without nulls. */
const columnsOf = async (connection: DuckDBConnection, sql: string): Promise<Columns> => {
  const chunks = await (await connection.run(sql)).fetchAllChunks();
  const count = chunks.reduce((sum, { rowCount }) => sum + rowCount, 0);
  return Array.from({ length: chunks[0]?.columnCount ?? 0 }, (_, column) => {
    const values = new Float64Array(count);
    let row = 0;
    for (const chunk of chunks) {
      const [vector, rows] = [chunk.getColumnVector(column), chunk.rowCount];
      for (let i = 0; i < rows; i++) values[row++] = vector.getItem(i) as number;
    }
    return values;
  });
};

/** Where the rows of each number of an ascending column begin; one more entry for the end. */
const startsOf = (numbers: Float64Array, count: number): Int32Array => {
  const starts = new Int32Array(count + 1);
  for (const number of numbers) starts[number + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  return starts;
};

const NONE = new Float64Array();

/** The sources and months of each scope, by its number. */
const scopesOf = ([scopes = NONE, sources = NONE, months = NONE, postings = NONE]: Columns): SourceMonths[] => {
  const span = months.reduce((most, month) => Math.max(most, month + 1), 0);
  const count = (scopes.at(-1) ?? -1) + 1;
  const starts = startsOf(scopes, count);
  return Array.from({ length: count }, (_, scope) => {
    const [from, to] = [starts[scope]!, starts[scope + 1]!];
    return {
      span,
      starts: startsOf(sources.subarray(from, to), sources[to - 1]! + 1),
      months: Int32Array.from(months.subarray(from, to)),
      postings: postings.subarray(from, to),
    };
  });
};

/** Asks of each series, in thousandths, put at their places: `lengths` has how many each series has. */
const placed = (lengths: number[], [series = NONE, places = NONE, asking = NONE]: Columns): Float64Array[] => {
  const asked = lengths.map((length) => new Float64Array(length));
  for (let row = 0; row < series.length; row++) asked[series[row]!]![places[row]!] = asking[row]! / 1000;
  return asked;
};

/** Rows that are appended to a table at a time: what the engine holds of a column in one piece. */
const ROWS_AT_A_TIME = 2048;

/** Appends the shares that there are, with the numbers of their series and months. */
const append = async (connection: DuckDBConnection, table: string, shares: readonly (number | null)[][]) => {
  const appender = await connection.createAppender(table);
  let columns: [series: number[], months: number[], shares: number[]] = [[], [], []];
  const flush = (): void => {
    const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, DOUBLE], columns[0].length);
    chunk.setColumns(columns);
    appender.appendDataChunk(chunk);
    columns = [[], [], []];
  };
  for (const [series, ofMonths] of shares.entries())
    for (let month = 0; month < ofMonths.length; month++) {
      const share = ofMonths[month]!;
      if (share === null) continue;
      columns[0].push(series);
      columns[1].push(month);
      columns[2].push(share);
      if (columns[0].length === ROWS_AT_A_TIME) flush();
    }
  if (columns[0].length > 0) flush();
  appender.closeSync();
};

/** Computes every matched series and stores them as `intermediate.matched`. */
const createMatched = async (connection: DuckDBConnection): Promise<void> => {
  for (const sql of NUMBERS) await connection.run(sql);
  const scopes = scopesOf(await columnsOf(connection, CELLS));
  const [linked, totals] = [scopes.map(linkedMonths), scopes.map(monthTotals)];
  const scopeOf = [...((await columnsOf(connection, SERIES))[0] ?? NONE)];
  const byMonth = placed(
    scopeOf.map((scope) => scopes[scope]!.span),
    await columnsOf(connection, BY_MONTH),
  );
  const bySource = placed(
    scopeOf.map((scope) => scopes[scope]!.starts.length - 1),
    await columnsOf(connection, BY_SOURCE),
  );
  const shares = scopeOf.map((scope, series) =>
    matchedShares(
      scopes[scope]!,
      { byMonth: byMonth[series]!, bySource: bySource[series]! },
      linked[scope]!,
      totals[scope]!,
    ),
  );
  await append(connection, "matched_share", shares);
  await connection.run(NAMED);
  for (const table of ["cell", "number", "share"]) await connection.run(`DROP TABLE matched_${table}`);
};
