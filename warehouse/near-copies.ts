import type { DuckDBConnection } from "@duckdb/node-api";
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

const PAIRS = "SELECT block, posting_no, earlier_no FROM intermediate.near_pair WHERE NOT same_text ORDER BY block";
const TEXTS = `WITH needed AS (
    SELECT posting_no, block FROM intermediate.near_pair WHERE NOT same_text
    UNION
    SELECT earlier_no, block FROM intermediate.near_pair WHERE NOT same_text
  )
  SELECT needed.block, posting_no, text
  FROM needed JOIN (SELECT posting_no, posting_id, content_hash, batch FROM intermediate.posting_version) USING (posting_no)
  JOIN staging.posting USING (posting_id, content_hash, batch)
  ORDER BY needed.block`;

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

/** Compares the pairs of each block, in the order of blocks; texts of one block at a time are held. */
const copiesOf = async (connection: DuckDBConnection): Promise<[number, number][]> => {
  const pairs = (await connection.runAndReadAll(PAIRS)).getRows() as [bigint, number, number][];
  const copies: [number, number][] = [];
  const sets = new Map<number, Float64Array>();
  let at = 0;
  const compare = (block: bigint | null): void => {
    for (; at < pairs.length && pairs[at]![0] === block; at++) {
      const [, later, earlier] = pairs[at]!;
      if (jaccard(sets.get(later)!, sets.get(earlier)!) >= ALIKE) copies.push([later, earlier]);
    }
    sets.clear();
  };
  let block: bigint | null = null;
  const texts = await connection.stream(TEXTS);
  for (let chunk = await texts.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await texts.fetchChunk()) {
    for (const [next, posting, text] of chunk.getRows() as [bigint, number, string][]) {
      if (next !== block) compare(block);
      block = next;
      sets.set(posting, wordSet(text));
    }
  }
  compare(block);
  return copies;
};

const createNearCopies = async (connection: DuckDBConnection): Promise<void> => {
  const copies = await copiesOf(connection);
  await connection.run(`CREATE TABLE intermediate.near_copy AS
    SELECT posting_no, earlier_no FROM intermediate.near_pair WHERE same_text`);
  const appender = await connection.createAppender("near_copy", "intermediate");
  for (const [later, earlier] of copies) {
    appender.appendInteger(later);
    appender.appendInteger(earlier);
    appender.endRow();
  }
  appender.closeSync();
};
