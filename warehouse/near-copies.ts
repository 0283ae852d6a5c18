import type { DuckDBConnection } from "@duckdb/node-api";
import { sqlText } from "../models/sql-text.js";
import { highOf, wordHashes } from "../models/word-hash.js";
import type { CodedModel } from "./model.js";

/** Least Jaccard similarity of the word sets of copies. */
const ALIKE = 0.95;

/** The pairs of near_pair that are compared exactly: the texts are read for them alone. */
export const NEAR_COPY_MODEL: CodedModel = {
  layer: "intermediate",
  name: "near_copy",
  id: "intermediate.near_copy",
  sql: "",
  description:
    "One row per posting and earlier posting of the same employer and title with word-Jaccard >= 0.95 and at most 60 days " +
    "between them. In a long row of near copies each is linked to its neighbours, so that a copy of a copy is a copy.",
  key: ["posting_no", "earlier_no"],
  columns: new Map(),
  reads: ["intermediate.near_pair", "intermediate.posting_version", "staging.posting"],
  create: (connection) => createNearCopies(connection),
};

/** Pairs that are compared at a time: their texts are held, and read from the few files of the lake that have them. */
const PAIRS_AT_A_TIME = 30_000;

/** The pairs in the order of their dates, so that those of one chunk lie in few files. */
const CHUNKS = `CREATE TEMP TABLE near_chunk AS
  SELECT posting_no, earlier_no, ((row_number() OVER (ORDER BY earlier_no, posting_no) - 1) // ${PAIRS_AT_A_TIME})::INTEGER AS chunk
  FROM intermediate.near_pair WHERE NOT same_text`;
const NEEDED = `CREATE TEMP TABLE near_text AS
  SELECT chunk, posting_no, posting_id, content_hash, batch, file
  FROM (SELECT chunk, posting_no FROM near_chunk UNION SELECT chunk, earlier_no FROM near_chunk)
  JOIN (SELECT posting_no, posting_id, content_hash, batch FROM intermediate.posting_version) USING (posting_no)
  JOIN (SELECT posting_id, content_hash, batch, file FROM staging.posting) USING (posting_id, content_hash, batch)`;
const pairsOf = (chunk: number): string => `SELECT posting_no, earlier_no FROM near_chunk WHERE chunk = ${chunk}`;
const filesOf = (chunk: number): string => `SELECT DISTINCT file FROM near_text WHERE chunk = ${chunk} ORDER BY file`;
const textsOf = (chunk: number, files: readonly string[]): string => `
  SELECT posting_no, text
  FROM (SELECT posting_id, content_hash, batch, text FROM staging.posting WHERE file IN (${files.map(sqlText).join(", ")}))
  JOIN (FROM near_text WHERE chunk = ${chunk}) USING (posting_id, content_hash, batch)`;

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

/** The pairs of a chunk that are copies. */
const copiesIn = async (connection: DuckDBConnection, chunk: number): Promise<[number, number][]> => {
  const files = (await rowsOf(connection, filesOf(chunk))).flat() as string[];
  const words = new Map<number, Float64Array>();
  const texts = await connection.stream(textsOf(chunk, files));
  for (let some = await texts.fetchChunk(); some && some.rowCount > 0; some = await texts.fetchChunk())
    for (const [posting, text] of some.getRows() as [number, string][]) words.set(posting, wordSet(text));
  const pairs = (await rowsOf(connection, pairsOf(chunk))) as [number, number][];
  return pairs.filter(([later, earlier]) => jaccard(words.get(later)!, words.get(earlier)!) >= ALIKE);
};

const createNearCopies = async (connection: DuckDBConnection): Promise<void> => {
  await connection.run(`CREATE TABLE intermediate.near_copy AS
    SELECT posting_no, earlier_no FROM intermediate.near_pair WHERE same_text`);
  await connection.run(CHUNKS);
  await connection.run(NEEDED);
  const [[last]] = (await rowsOf(connection, "SELECT coalesce(max(chunk), -1) FROM near_chunk")) as [[number]];
  const appender = await connection.createAppender("near_copy", "intermediate");
  for (let chunk = 0; chunk <= last; chunk++)
    for (const [later, earlier] of await copiesIn(connection, chunk)) {
      appender.appendInteger(later);
      appender.appendInteger(earlier);
      appender.endRow();
    }
  appender.closeSync();
  for (const table of ["near_text", "near_chunk"]) await connection.run(`DROP TABLE ${table}`);
};
