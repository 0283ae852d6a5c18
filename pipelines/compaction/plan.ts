import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { groupedBy } from "../../models/group.js";
import { type Batches, countedFiles } from "../../models/lake-files.js";
import { hashOf } from "../lake/layout.js";

/** Batches are merged from so many on: fewer would rewrite much to save little. */
const LEAST_BATCHES = 24;
/** A batch whose postings are larger, in bytes, is large enough for itself; a merged one grows to twice that at most. */
const LARGE = 32 << 20;
/** A merged batch is merged again only where what joins it is at least a fourth of it: each row is rewritten a few times at most. */
const GROWTH = 4;

/** A batch as its marker tells it. */
export interface Part {
  id: string;
  /** Month in which it was read, `YYYY-MM`. */
  month: string;
  /** Bytes of its files of postings. */
  bytes: number;
  /** Ids that were merged into it. */
  replaces: string[];
  /** Markers of the batches as they came: its own, or those of its parts. */
  lines: string[];
}

/** Batches that are to become one. */
export interface Merge {
  /** Made of the parts' ids: a merge that was killed writes the same names again. */
  id: string;
  month: string;
  parts: Part[];
}

const partOf = (path: string, bytes: ReadonlyMap<string, number>): Part => {
  const [head = "", ...rest] = readFileSync(path, "utf8").split("\n").filter(Boolean);
  const { seen_on = "", replaces } = JSON.parse(head) as { seen_on?: string; replaces?: string[] };
  const id = basename(path, ".json");
  const lines = replaces === undefined ? [head] : rest;
  return { id, month: seen_on.slice(0, 7), bytes: bytes.get(id) ?? 0, replaces: replaces ?? [], lines };
};

const chunked = (parts: readonly Part[]): Part[][] => {
  const chunks: Part[][] = [[]];
  let room = LARGE;
  for (const part of parts) {
    if (part.bytes > room) {
      chunks.push([]);
      room = LARGE;
    }
    chunks.at(-1)!.push(part);
    room -= part.bytes;
  }
  return chunks;
};

const mergesOf = (month: string, parts: readonly Part[]): Merge[] => {
  const news = parts.filter(({ replaces }) => replaces.length === 0);
  if (news.length < LEAST_BATCHES) return [];
  const size = news.reduce((sum, { bytes }) => sum + bytes, 0);
  const olds = parts.filter(({ replaces, bytes }) => replaces.length > 0 && bytes <= GROWTH * size);
  return chunked([...olds, ...news])
    .filter((chunk) => chunk.length > 1)
    .map((chunk) => {
      const ids = chunk.map(({ id }) => id).sort();
      return { id: `merged-${month}-${hashOf(ids, 16)}`, month, parts: chunk };
    });
};

/**
 * The merges that are due: small batches that were read in one month, where there are many.
 * @param postings all files of postings
 * @throws SyntaxError where a marker is torn; the lake is then left as it is
 */
export const planMerges = (entered: Batches, postings: string[]): Merge[] => {
  const bytes = new Map<string, number>();
  for (const file of countedFiles(entered, postings, ".parquet")) {
    const id = basename(file, ".parquet");
    bytes.set(id, (bytes.get(id) ?? 0) + statSync(file).size);
  }
  const parts = entered.markers.map((marker) => partOf(marker, bytes)).filter((part) => part.bytes < LARGE);
  const months = groupedBy(parts, ({ month }) => month);
  return [...months].flatMap(([month, all]) => (month === "" ? [] : mergesOf(month, all)));
};
