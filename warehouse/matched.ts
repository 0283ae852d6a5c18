import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
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
  create: (connection, { folder }) => createMatched(connection, folder),
});

/** Months since year 0. */
const monthNumber = (column: string): string => `(year(${column}) * 12 + month(${column}) - 1)::INTEGER`;

/** Numbers of scopes, sources within a scope and months, so that code reads integers only. */
const NUMBERS = `CREATE TEMP TABLE matched_cell AS
  SELECT scope, source, dense_rank() OVER (ORDER BY scope)::INTEGER - 1 AS scope_no,
    dense_rank() OVER (PARTITION BY scope ORDER BY source)::INTEGER - 1 AS source_no,
    ${monthNumber("month")} - min(${monthNumber("month")}) OVER () AS month_no, postings
  FROM intermediate.source_month`;
const CELLS = "SELECT scope_no, source_no, month_no, postings FROM matched_cell ORDER BY ALL";
const BY_MONTH = `SELECT series, (SELECT min(scope_no) FROM matched_cell AS c WHERE c.scope = s.scope)::INTEGER AS scope_no,
    ${monthNumber("month")} - (SELECT min(${monthNumber("month")}) FROM intermediate.source_month) AS month_no, asking::DOUBLE
  FROM intermediate.matched_series AS s ORDER BY series, month`;
const BY_SOURCE = `SELECT series, source_no, a.asking::DOUBLE
  FROM intermediate.source_ask AS a
  JOIN (SELECT DISTINCT kind, entity, scope, series FROM intermediate.matched_series) USING (kind, entity, scope)
  JOIN (SELECT DISTINCT scope, source, source_no FROM matched_cell) USING (scope, source)
  ORDER BY series, source_no`;

type Columns = number[][];

const columnsOf = async (connection: DuckDBConnection, sql: string): Promise<Columns> =>
  (await connection.runAndReadAll(sql)).getColumnsJS() as Columns;

/** Where the rows of each number of an ascending column begin; one more entry for the end. */
const startsOf = (numbers: readonly number[], count: number): Int32Array => {
  const starts = new Int32Array(count + 1);
  for (const number of numbers) starts[number + 1]!++;
  for (let i = 0; i < count; i++) starts[i + 1]! += starts[i]!;
  return starts;
};

/** The sources and months of each scope, by its number. */
const scopesOf = ([scopes = [], sources = [], months = [], postings = []]: Columns): SourceMonths[] => {
  const span = months.reduce((most, month) => Math.max(most, month + 1), 0);
  const count = (scopes.at(-1) ?? -1) + 1;
  const starts = startsOf(scopes, count);
  return Array.from({ length: count }, (_, scope) => {
    const [from, to] = [starts[scope]!, starts[scope + 1]!];
    return {
      span,
      starts: startsOf(sources.slice(from, to), sources[to - 1]! + 1),
      months: Int32Array.from(months.slice(from, to)),
      postings: Float64Array.from(postings.slice(from, to)),
    };
  });
};

const filled = (length: number, places: readonly number[], values: readonly number[], from: number, to: number) => {
  const array = new Float64Array(length);
  for (let row = from; row < to; row++) array[places[row]!] = values[row]!;
  return array;
};

/** One line of JSON per series: its number and the shares of all months of the span. */
const linesOf = (cells: Columns, byMonth: Columns, bySource: Columns): string[] => {
  const scopes = scopesOf(cells);
  const [linked, totals] = [scopes.map(linkedMonths), scopes.map(monthTotals)];
  const [series = [], scopeOf = [], months = [], asking = []] = byMonth;
  const [sourceSeries = [], sources = [], sourceAsking = []] = bySource;
  const count = (series.at(-1) ?? 0) + 1;
  const [monthStarts, sourceStarts] = [startsOf(series, count), startsOf(sourceSeries, count)];
  return Array.from({ length: count - 1 }, (_, i) => {
    const [at, to] = [monthStarts[i + 1]!, monthStarts[i + 2]!];
    const scope = scopeOf[at]!;
    const counts = scopes[scope]!;
    const asked = {
      byMonth: filled(counts.span, months, asking, at, to),
      bySource: filled(counts.starts.length - 1, sources, sourceAsking, sourceStarts[i + 1]!, sourceStarts[i + 2]!),
    };
    for (let month = 0; month < counts.span; month++) asked.byMonth[month]! /= 1000;
    for (let source = 0; source < asked.bySource.length; source++) asked.bySource[source]! /= 1000;
    return `${JSON.stringify({ series: i + 1, shares: matchedShares(counts, asked, linked[scope]!, totals[scope]!) })}\n`;
  });
};

/** Computes every matched series and stores them as `intermediate.matched`, by way of a file in `folder`. */
const createMatched = async (connection: DuckDBConnection, folder: string): Promise<void> => {
  await connection.run(NUMBERS);
  const cells = await columnsOf(connection, CELLS);
  const lines = linesOf(cells, await columnsOf(connection, BY_MONTH), await columnsOf(connection, BY_SOURCE));
  const file = join(folder, "matched.ndjson");
  writeFileSync(file, lines.join(""));
  await connection.run(`CREATE TABLE intermediate.matched AS
    WITH given AS (
      SELECT series, unnest(shares) AS share_matched, generate_subscripts(shares, 1) - 1 AS month_no
      FROM read_json(${sqlText(file)}, format = 'newline_delimited', columns = {series: 'INTEGER', shares: 'DOUBLE[]'})
    ), named AS (SELECT DISTINCT series, kind, entity, scope FROM intermediate.matched_series)
    SELECT kind, entity, scope, month, share_matched
    FROM (
      SELECT kind, entity, scope, share_matched,
        ((SELECT min(month) FROM intermediate.source_month) + month_no * INTERVAL 1 MONTH)::DATE AS month
      FROM given JOIN named USING (series) WHERE share_matched IS NOT NULL
    ) SEMI JOIN intermediate.scope_month USING (scope, month)`);
  await connection.run("DROP TABLE matched_cell");
};
