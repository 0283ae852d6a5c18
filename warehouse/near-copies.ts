import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import { highOf, wordHashes } from "../models/word-hash.js";
import { codedModel } from "./model.js";

/** Least Jaccard similarity of the word sets of copies. */
const ALIKE = 0.95;

/** The pairs of near_pair that are compared exactly: the texts are read for those alone that no earlier build compared. */
export const NEAR_COPY_MODEL = codedModel({
  name: "near_copy",
  description:
    "One row per posting and earlier posting of the same employer and title with word-Jaccard >= 0.95 and at most 60 days " +
    "between them. In a long row of near copies each is linked to its neighbours, so that a copy of a copy is a copy.",
  key: ["posting_no", "earlier_no"],
  reads: ["intermediate.near_pair", "intermediate.version", "staging.posting"],
  create: (connection) => createNearCopies(connection),
});

/** Pairs of texts that are compared at a time: the texts are held, and read from the few files of the lake that have them. */
const PAIRS_AT_A_TIME = 30_000;

/** Pairs of texts, by their keys (extractors/fingerprint.ts), of which it is known whether they are nearly the same: kept from build to build. */
const VERDICTS = "CREATE TABLE IF NOT EXISTS kept.near_verdict (text_key BIGINT, earlier_key BIGINT, alike BOOLEAN)";
/** The pairs of texts that nobody compared yet, each by one pair of postings, in the order of their dates, so that those of one chunk lie in few files. */
const CHUNKS = `CREATE TEMP TABLE near_chunk AS
  SELECT *, ((row_number() OVER (ORDER BY earlier_no, posting_no) - 1) // ${PAIRS_AT_A_TIME})::INTEGER AS chunk
  FROM (
    SELECT text_key, earlier_key, max(posting_no) AS posting_no, arg_max(earlier_no, posting_no) AS earlier_no
    FROM intermediate.near_pair ANTI JOIN kept.near_verdict USING (text_key, earlier_key)
    WHERE text_key <> earlier_key GROUP BY text_key, earlier_key
  )`;
const NEEDED = `CREATE TEMP TABLE near_text AS
  SELECT chunk, posting_no, file, "row"
  FROM (SELECT chunk, posting_no FROM near_chunk UNION SELECT chunk, earlier_no FROM near_chunk)
  JOIN (SELECT posting_no, file, "row" FROM intermediate.version) USING (posting_no)`;
const pairsOf = (chunk: number): string =>
  `SELECT posting_no, earlier_no, text_key, earlier_key FROM near_chunk WHERE chunk = ${chunk}`;
const filesOf = (chunk: number): string => `SELECT DISTINCT file FROM near_text WHERE chunk = ${chunk} ORDER BY file`;
const textsOf = (chunk: number, files: readonly string[]): string => `
  SELECT posting_no, text
  FROM (SELECT file, "row", text FROM staging.posting WHERE file IN (${files.map(sqlText).join(", ")}))
  JOIN (FROM near_text WHERE chunk = ${chunk}) USING (file, "row")`;
/** Verdicts of pairs that no posting makes any more are forgotten. */
const FORGET = `DELETE FROM kept.near_verdict AS v
  WHERE NOT EXISTS (FROM intermediate.near_pair AS p WHERE p.text_key = v.text_key AND p.earlier_key = v.earlier_key)`;
const COPIES = `CREATE TABLE intermediate.near_copy AS
  SELECT posting_no, earlier_no FROM intermediate.near_pair WHERE text_key = earlier_key
  UNION ALL
  SELECT posting_no, earlier_no FROM intermediate.near_pair JOIN kept.near_verdict USING (text_key, earlier_key) WHERE alike`;

/** A set of hashes that is emptied at no cost: a place is taken where its stamp is of this round. */
class HashSet {
  #slots = new Float64Array(1 << 12);
  #stamps = new Int32Array(1 << 12);
  #round = 0;

  /** Empties the set and makes room for so many. */
  empty(most: number): void {
    this.#round += 1;
    if (this.#slots.length >= 4 * most) return;
    const places = 2 ** Math.ceil(Math.log2(4 * most));
    this.#slots = new Float64Array(places);
    this.#stamps = new Int32Array(places);
  }

  /** Where a hash stands or would stand. */
  #place(hash: number): number {
    let place = highOf(hash) & (this.#slots.length - 1);
    while (this.#stamps[place] === this.#round && this.#slots[place] !== hash)
      place = (place + 1) & (this.#slots.length - 1);
    return place;
  }

  has(hash: number): boolean {
    return this.#stamps[this.#place(hash)] === this.#round;
  }

  /** Takes a hash in; true where it was not there. */
  add(hash: number): boolean {
    const place = this.#place(hash);
    if (this.#stamps[place] === this.#round) return false;
    this.#slots[place] = hash;
    this.#stamps[place] = this.#round;
    return true;
  }
}

const met = new HashSet();

/** The distinct words of a text, by their hashes. */
export const wordSet = (text: string): Float64Array => {
  const hashes = wordHashes(text);
  met.empty(hashes.length);
  return hashes.filter((hash) => met.add(hash));
};

/** Jaccard similarity of two sets; 1 for two empty ones. */
export const jaccard = (one: Float64Array, other: Float64Array): number => {
  met.empty(one.length);
  for (const hash of one) met.add(hash);
  let shared = 0;
  for (const hash of other) if (met.has(hash)) shared += 1;
  const all = one.length + other.length - shared;
  return all === 0 ? 1 : shared / all;
};

const rowsOf = async (connection: DuckDBConnection, sql: string): Promise<unknown[][]> =>
  (await connection.runAndReadAll(sql)).getRows();

type Pair = [posting: bigint, earlier: bigint, text: bigint, earlierText: bigint];

/** The pairs of a chunk, and whether each is of copies. */
const compared = async (connection: DuckDBConnection, chunk: number): Promise<[Pair, boolean][]> => {
  const files = (await rowsOf(connection, filesOf(chunk))).flat() as string[];
  const words = new Map<bigint, Float64Array>();
  const texts = await connection.stream(textsOf(chunk, files));
  for (let some = await texts.fetchChunk(); some && some.rowCount > 0; some = await texts.fetchChunk())
    for (const [posting, text] of some.getRows() as [bigint, string][]) words.set(posting, wordSet(text));
  const pairs = (await rowsOf(connection, pairsOf(chunk))) as Pair[];
  return pairs.map((pair) => [pair, jaccard(words.get(pair[0])!, words.get(pair[1])!) >= ALIKE]);
};

const createNearCopies = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run(VERDICTS);
  await connection.run(CHUNKS);
  await connection.run(NEEDED);
  const [[last]] = (await rowsOf(connection, "SELECT coalesce(max(chunk), -1) FROM near_chunk")) as [[number]];
  const appender = await connection.createAppender("near_verdict", "main", "kept");
  for (let chunk = 0; chunk <= last; chunk++)
    for (const [[, , text, earlierText], alike] of await compared(connection, chunk)) {
      appender.appendBigInt(text);
      appender.appendBigInt(earlierText);
      appender.appendBoolean(alike);
      appender.endRow();
    }
  appender.closeSync();
  await connection.run(FORGET);
  await connection.run(COPIES);
  for (const table of ["near_text", "near_chunk"]) await connection.run(`DROP TABLE ${table}`);
};
