import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SourceResult } from "../../models/calibration.js";
import { buildWarehouse } from "../../warehouse/builder.js";
import { runQuery } from "../../warehouse/query.js";
import { streamOf } from "../demo/random.js";
import type { Effects } from "../effects.js";
import { openLake } from "../lake.js";
import { extract } from "../stages/extract.js";
import { importFiles } from "../stages/import.js";
import type { Vocabulary } from "../vocabulary.js";
import { CERTIFICATES, postingsOf, SOURCE_SCENARIOS, type SourceScenario } from "./postings.js";

/** How many times the share of the first 12 months each certificate's share of the last 12 is: raw and matched-source. */
type Shares = Map<string, { raw: number; matched: number | null }>;

const SHARES_SQL = `WITH span AS (SELECT min(month) AS first, max(month) AS last FROM marts.certificate_month), year AS (
    SELECT certificate_id, month >= last - INTERVAL 11 MONTH AS later, sum(asking) / sum(postings) AS raw, avg(share_matched) AS matched
    FROM marts.certificate_month CROSS JOIN span
    WHERE scope = 'all' AND (month <= first + INTERVAL 11 MONTH OR month >= last - INTERVAL 11 MONTH)
      AND certificate_id IN (${CERTIFICATES.map(({ id }) => `'${id}'`).join(", ")})
    GROUP BY ALL)
  SELECT certificate_id, max(raw) FILTER (later) / max(raw) FILTER (NOT later) AS raw,
    max(matched) FILTER (later) / max(matched) FILTER (NOT later) AS matched
  FROM year GROUP BY certificate_id ORDER BY certificate_id`;

const sharesOf = async (dataDir: string): Promise<Shares> => {
  const text = (await runQuery({ dataDir, sql: SHARES_SQL, format: "json" })) ?? "[]";
  const rows = JSON.parse(text) as { certificate_id: string; raw: number; matched: number | null }[];
  return new Map(rows.map(({ certificate_id, ...shares }) => [certificate_id, shares]));
};

/** Imports, extracts and builds a simulated market in a folder of its own, which is removed again. */
const throughPipeline = async (
  scenario: SourceScenario,
  { effects, vocabulary, seed, size }: SourceOptions,
): Promise<{ postings: number; shares: Shares }> => {
  const dataDir = mkdtempSync(join(tmpdir(), "certworth-calibrate-"));
  try {
    const postings = postingsOf(scenario, streamOf(seed, "sources"), size);
    const file = join(dataDir, "postings.ndjson");
    writeFileSync(file, postings.map((posting) => `${JSON.stringify(posting)}\n`).join(""));
    const lake = openLake(dataDir);
    await importFiles({ lake, effects, paths: [file], format: "ndjson" });
    lake.close();
    await extract({ dataDir, effects, vocabulary, workers: 0 });
    await buildWarehouse({
      dataDir,
      taxonomyDir: vocabulary.taxonomyDir,
      extractor: vocabulary.extractor.version,
      taxonomyVersion: vocabulary.taxonomy.version,
    });
    return { postings: postings.length, shares: await sharesOf(dataDir) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const largestMove = (base: Shares, other: Shares, of: "raw" | "matched"): number | null => {
  const moves = [...base].map(([id, shares]) => {
    const [before, after] = [shares[of], other.get(id)?.[of] ?? null];
    return before === null || after === null ? null : Math.abs(after / before - 1);
  });
  return moves.includes(null) ? null : Math.max(...(moves as number[]));
};

export interface SourceOptions {
  effects: Effects;
  vocabulary: Vocabulary;
  seed: number;
  /** Postings of a source and month: few of them move shares by chance. */
  size: number;
}

/** Each scenario of sources beside the first, the same market undisturbed: by how much the change of its certificates' shares moved. */
export const measureSources = async (
  options: SourceOptions,
  [undisturbed, ...disturbed]: readonly SourceScenario[] = SOURCE_SCENARIOS,
): Promise<SourceResult[]> => {
  const base = await throughPipeline(undisturbed!, options);
  const results: SourceResult[] = [];
  for (const scenario of disturbed) {
    const { postings, shares } = await throughPipeline(scenario, options);
    const raw_move = largestMove(base.shares, shares, "raw") ?? 0;
    results.push({
      scenario: scenario.name,
      postings,
      raw_move,
      matched_move: largestMove(base.shares, shares, "matched"),
    });
  }
  return results;
};
