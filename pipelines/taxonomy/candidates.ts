import { DuckDBInstance } from "@duckdb/node-api";
import { filesBelow } from "../../models/files.js";
import { sqlText } from "../../models/sql-text.js";
import { foldSurface } from "../../models/taxonomy/fold.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { layout } from "../lake/layout.js";
import { candidateFolder } from "../stages/candidates.js";
import { textTable } from "../text-table.js";

/** An unknown name with what speaks for and against making it a row of the taxonomy. */
export interface CandidateRow {
  name: string;
  forms: string[];
  postings: number;
  employers: number;
  /** `YYYY-MM`, null where no posting has a date. */
  first_month: string | null;
  last_month: string | null;
  /** At most three stretches of postings of up to 160 characters; none where quoting is off. */
  examples: string[];
  /** The certificate that shares most words with it, null where none shares half of them. */
  nearest: string | null;
}

export interface CandidateQuery {
  dataDir: string;
  extractor: string;
  /** Names in fewer postings are left out. */
  min: number;
  quotes: boolean;
}

const EXAMPLES = 3;
const NEAR = 0.5;

const wordsOf = (name: string): string[] => [
  ...new Set(
    foldSurface(name)
      .split(/[^\p{L}\p{N}+]+/u)
      .filter(Boolean),
  ),
];

/** Finds the certificate whose name or surface shares most words: Dice's coefficient of their sets of words. */
export function nearestFinder(taxonomy: Taxonomy): (name: string) => string | null {
  const named = [
    ...[...taxonomy.certificates.values()].map(({ id, name }) => ({ id, name })),
    ...taxonomy.certificateSurfaces.map(({ entity, surface }) => ({ id: entity, name: surface })),
  ].map(({ id, name }) => ({ id, words: wordsOf(name) }));
  const holders = new Map<string, number[]>();
  for (const [place, { words }] of named.entries())
    for (const word of words) {
      const places = holders.get(word);
      if (places === undefined) holders.set(word, [place]);
      else places.push(place);
    }
  return (name) => {
    const words = wordsOf(name);
    const shared = new Map<number, number>();
    for (const word of words)
      for (const place of holders.get(word) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    let best: { id: string; score: number } | null = null;
    for (const [place, count] of shared) {
      const { id, words: own } = named[place]!;
      const score = (2 * count) / (own.length + words.length);
      if (score >= NEAR && (best === null || score > best.score)) best = { id, score };
    }
    return best?.id ?? null;
  };
}

const list = (files: readonly string[]): string => `[${files.map(sqlText).join(", ")}]`;

/** What the stage left, by name, the most frequent first. */
export async function readCandidates(query: CandidateQuery, taxonomy: Taxonomy): Promise<CandidateRow[]> {
  const candidates = filesBelow(candidateFolder(query.dataDir, query.extractor), ".parquet");
  const postings = filesBelow(layout(query.dataDir).postings, ".parquet");
  if (candidates.length === 0 || postings.length === 0) return [];
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`
      SELECT name, list_sort(list_distinct(list(form))) AS forms, count(DISTINCT posting_id)::INTEGER AS postings,
        count(DISTINCT lower(employer))::INTEGER AS employers,
        strftime(min(posted_on), '%Y-%m') AS first_month, strftime(max(posted_on), '%Y-%m') AS last_month,
        ${query.quotes ? `list_sort(list_distinct(list(evidence)))[:${EXAMPLES}]` : "[]::VARCHAR[]"} AS examples
      FROM read_parquet(${list(candidates)}, hive_partitioning = false)
      JOIN (SELECT DISTINCT ON (posting_id) posting_id, employer, posted_on
            FROM read_parquet(${list(postings)}, hive_partitioning = false, union_by_name = true)
            ORDER BY posting_id, seen_on) USING (posting_id)
      GROUP BY name HAVING count(DISTINCT posting_id) >= ${query.min}
      ORDER BY postings DESC, name`);
    const nearest = nearestFinder(taxonomy);
    const rows = reader.getRowObjectsJS() as unknown as Omit<CandidateRow, "nearest">[];
    return rows.map((row) => ({ ...row, nearest: nearest(row.name) }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const HEAD = ["name", "forms", "postings", "employers", "months", "nearest"];

/** The rows as a table, each with its examples below. */
export function candidateLines(rows: readonly CandidateRow[]): string[] {
  if (rows.length === 0) return ["no candidates"];
  const cells = rows.map(({ name, forms, postings, employers, first_month, last_month, nearest }) => {
    const months = first_month === null ? "" : `${first_month} - ${last_month}`;
    return [name, forms.join("/"), String(postings), String(employers), months, nearest ?? ""];
  });
  const [head = "", ...lines] = textTable([HEAD, ...cells]).split("\n");
  return [head, ...lines.flatMap((line, at) => [line, ...rows[at]!.examples.map((example) => `    ${example}`)])];
}
