import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { simulateMarket } from "../../../dist/pipelines/demo/market.js";
import { createWriter } from "../../../dist/pipelines/demo/text/compose.js";
import { toText } from "../../../dist/pipelines/demo/text/document.js";

const FIRST_YEAR = 2019;
const MONTHS = 72;
const SOURCES = 300;
const EMPLOYERS = 50_000;
const POOL = 3000;
/**
 * Paragraphs a posting, one number a twentieth of all postings: with paragraphs of 200 characters the lengths of 20,000 real
 * postings (median 1,119 characters, mean 1,456, one in twenty above 3,857).
 */
const PARAGRAPHS = [2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 8, 8, 9, 10, 13, 17, 28];
const STATES = ["US-CA", "US-NY", "US-TX", "US-WA", "US-OH", "US-FL", "US-IL", "US-PA", "US-GA", "US-NC"];

const list = (values) => `[${values.join(", ")}]`;
const quoted = (values) => list(values.map((value) => `'${value.replaceAll("'", "''")}'`));
const pad = (number) => String(number).padStart(2, "0");

/** Titles and paragraphs of the simulated market: postings are put together of them anew. */
const pool = () => {
  const market = simulateMarket({ years: 6, seed: 11, postings: POOL, today: "2026-10-31" });
  const write = createWriter(market.words);
  const texts = [...market.closed()].map((posting) => {
    const { blocks, habits } = write(posting);
    return { title: posting.title, text: toText(blocks, habits) };
  });
  return {
    title: [...new Set(texts.map(({ title }) => title))],
    paragraph: [...new Set(texts.flatMap(({ text }) => text.split(/\n\n+/)))],
  };
};

/** Every tenth posting has the words of an earlier one. */
const monthRows = (from, count, month, paragraphs) => [
  `CREATE OR REPLACE TEMP TABLE row AS
    SELECT i, seed, (DATE '${FIRST_YEAR}-01-01' + INTERVAL ${month} MONTH)::DATE + (i % 28)::INTEGER AS posted_on,
      ${list(PARAGRAPHS)}[1 + (hash(seed, 4) % ${PARAGRAPHS.length})::INTEGER] AS paragraphs
    FROM (SELECT i, CASE WHEN i % 10 = 9 THEN i - 6 ELSE i END AS seed FROM range(${from}, ${from + count}) t(i))`,
  `CREATE OR REPLACE TEMP TABLE worded AS
    SELECT i, string_agg(paragraph, chr(10) || chr(10) ORDER BY k) AS text
    FROM (
      SELECT i, k, hash(seed, 100 + k) % ${paragraphs} AS place
      FROM (SELECT i, seed, unnest(range(paragraphs)) AS k FROM row)
    ) JOIN paragraph USING (place)
    GROUP BY i`,
];

const postingRows = (titles) => `
  SELECT substr(md5('posting ' || i), 1, 20) AS posting_id, substr(md5('words ' || seed), 1, 16) AS content_hash,
    substr(md5('facts ' || i), 1, 16) AS facts_hash, 'source-' || (hash(i, 1) % ${SOURCES}) AS source, 'archive' AS platform,
    'archive' AS board, 'r' || i AS requisition, title,
    'Employer ' || floor(${EMPLOYERS} * ((hash(i, 3) % 100000) / 100000.0) ^ 2)::INTEGER AS employer, text,
    []::VARCHAR[] AS locations, ${quoted(STATES)}[1 + (hash(i, 5) % ${STATES.length})::INTEGER] AS region,
    NULL::BOOLEAN AS remote, NULL::VARCHAR AS department, NULL::VARCHAR AS employment_type, NULL::DOUBLE AS pay_min,
    NULL::DOUBLE AS pay_max, NULL::VARCHAR AS pay_currency, NULL::VARCHAR AS pay_period, posted_on,
    'stated' AS posted_on_quality, posted_on + 20 AS closed_on, NULL::VARCHAR AS url, 'en' AS lang, posted_on + 1 AS seen_on,
    NULL::VARCHAR AS batch
  FROM row JOIN worded USING (i) JOIN title ON title.place = hash(seed, 2) % ${titles}
  ORDER BY posting_id, content_hash`;

/** The name of a month of the lake: `2019-01` is the first. */
export const monthName = (month) => `${FIRST_YEAR + Math.floor(month / 12)}-${pad((month % 12) + 1)}`;

/** Writes an invented market's postings, a batch a month over six years, or only the months from `from` on; no facts yet. */
export const writePostings = async (dataDir, { postings, from = 0, to = MONTHS }) => {
  const lake = join(dataDir, "lake");
  mkdirSync(join(lake, "batches"), { recursive: true });
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  const words = pool();
  for (const [table, texts] of Object.entries(words))
    await connection.run(`CREATE TABLE ${table} AS
      SELECT unnest(${quoted(texts)}) AS ${table}, unnest(range(${texts.length}))::UBIGINT AS place`);
  const size = Math.ceil(postings / MONTHS);
  for (let month = from; month < to; month++) {
    const folder = join(lake, "postings", `posted_month=${monthName(month)}`);
    const batch = `scale-${monthName(month)}`;
    mkdirSync(folder, { recursive: true });
    const count = Math.max(0, Math.min(size, postings - month * size));
    for (const statement of monthRows(month * size, count, month, words.paragraph.length))
      await connection.run(statement);
    await connection.run(`COPY (${postingRows(words.title.length)})
      TO '${join(folder, `${batch}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`);
    writeFileSync(join(lake, "batches", `${batch}.json`), `${JSON.stringify({ batch, added: count })}\n`);
  }
  writeFileSync(join(lake, "lake.json"), JSON.stringify({ schema_version: 2, simulated: false }));
  connection.closeSync();
};
