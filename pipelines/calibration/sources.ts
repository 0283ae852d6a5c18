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

/** Raw and matched-source share of each certificate, over the last 12 months. */
type Shares = Map<string, { raw: number; matched: number | null }>;

const SHARES_SQL = `SELECT certificate_id, sum(asking) / sum(postings) AS raw, avg(share_matched) AS matched
  FROM marts.certificate_month
  WHERE scope = 'all' AND month > (SELECT max(month) FROM marts.certificate_month) - INTERVAL 12 MONTH
    AND certificate_id IN (${CERTIFICATES.map(({ id }) => `'${id}'`).join(", ")})
  GROUP BY ALL`;

const sharesOf = async (dataDir: string): Promise<Shares> => {
  const text = (await runQuery({ dataDir, sql: SHARES_SQL, format: "json" })) ?? "[]";
  const rows = JSON.parse(text) as { certificate_id: string; raw: number; matched: number | null }[];
  return new Map(rows.map(({ certificate_id, ...shares }) => [certificate_id, shares]));
};

/** Imports, extracts and builds a simulated market in a folder of its own, which is removed again. */
const throughPipeline = async (
  scenario: SourceScenario,
  { effects, vocabulary, seed }: SourceOptions,
): Promise<{ postings: number; shares: Shares }> => {
  const dataDir = mkdtempSync(join(tmpdir(), "certworth-calibrate-"));
  try {
    const postings = postingsOf(scenario, streamOf(seed, "sources"));
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
}

/** Each scenario of sources beside the first, the same market undisturbed: by how much the shares of its certificates moved. */
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
