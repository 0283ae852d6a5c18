import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { candidateName, findCandidates } from "../../extractors/candidates.js";
import { evidenceOf } from "../../extractors/evidence.js";
import { filesBelow, onDisk } from "../../models/files.js";
import { LAKE_COLUMNS } from "../../models/lake-columns.js";
import { countedFiles, readBatches } from "../../models/lake-files.js";
import { sqlText } from "../../models/sql-text.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import type { Effects } from "../effects.js";
import { moveIntoPlace } from "../lake/atomic.js";
import { linesToParquet } from "../lake/columns.js";
import { layout } from "../lake/layout.js";
import { LineFile } from "../lake/line-file.js";

export interface MineOptions {
  dataDir: string;
  effects: Effects;
  /** Version whose extractions say what is already known. */
  extractor: string;
  /** A name of one of its certificates is no candidate, even where the extractor saw no ask in it. */
  taxonomy: Taxonomy;
}

export interface MineSummary {
  files: number;
  /** Files that this version has mined before. */
  skipped: number;
  postings: number;
  candidates: number;
  seconds: number;
}

interface MineTask {
  postings: string;
  extractions: string;
  candidates: string;
  temporary: string;
}

/** The folder of what an extractor version found unknown: one file beside each file of its extractions. */
export const candidateFolder = (dataDir: string, extractor: string): string =>
  join(layout(dataDir).candidates, `extractor=${extractor}`);

function tasksOf({ dataDir, extractor }: MineOptions): MineTask[] {
  const paths = layout(dataDir);
  const answered = join(paths.extractions, `extractor=${extractor}`);
  return countedFiles(readBatches(onDisk(paths.lake)), filesBelow(answered, ".parquet"), ".parquet").map(
    (extractions) => {
      const name = relative(answered, extractions);
      return {
        postings: join(paths.postings, name),
        extractions,
        candidates: join(candidateFolder(dataDir, extractor), name),
        temporary: join(paths.temporary, `candidates-${process.pid}`),
      };
    },
  );
}

const parquet = (path: string): string => `read_parquet(${sqlText(path)}, hive_partitioning = false)`;

/** The postings of one file with the places of their certificates; a version read twice comes once. */
const readingSql = ({ postings, extractions }: MineTask): string => `
  SELECT p.posting_id, p.content_hash, p.text,
    to_json([{kind: m.kind, entity: m.entity, "start": m."start", "end": m."end"} FOR m IN x.mentions IF m.kind = 'certificate'])::VARCHAR
  FROM ${parquet(postings)} AS p
  JOIN (FROM ${parquet(extractions)} QUALIFY row_number() OVER (PARTITION BY posting_id, content_hash) = 1) AS x
    USING (posting_id, content_hash)`;

const knownNames = (taxonomy: Taxonomy): ReadonlySet<string> =>
  new Set(taxonomy.certificateSurfaces.map(({ surface }) => candidateName(surface)));

const isKnown = (known: ReadonlySet<string>, name: string): boolean =>
  known.has(name) || known.has(name.replace(/s$/, ""));

async function mineFile(
  connection: DuckDBConnection,
  task: MineTask,
  known: ReadonlySet<string>,
  summary: MineSummary,
): Promise<void> {
  mkdirSync(task.temporary, { recursive: true });
  const lines = new LineFile(join(task.temporary, "candidates.ndjson"));
  const result = await connection.stream(readingSql(task));
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk())
    for (const [posting_id, content_hash, text = "", mentions = "[]"] of chunk.getRows() as string[][]) {
      summary.postings += 1;
      for (const { name, form, surface, start, end } of findCandidates(text, JSON.parse(mentions)))
        if (!isKnown(known, name))
          lines.add({ posting_id, content_hash, name, form, surface, evidence: evidenceOf(text, start, end) });
    }
  lines.close();
  summary.candidates += lines.lines;
  const target = join(task.temporary, "candidates.parquet");
  await linesToParquet(connection, lines, LAKE_COLUMNS.candidate, target);
  moveIntoPlace(target, task.candidates);
}

/**
 * Mines every posting that has facts for credentials that the taxonomy lacks. Reads the lake and leaves
 * `lake/candidates/`, a file whole or not at all, so that a killed run goes on where it stopped. Extraction never waits for it.
 */
export const mineCandidates = async (options: MineOptions): Promise<MineSummary> => {
  const started = performance.now();
  const tasks = tasksOf(options);
  const open = tasks.filter(({ candidates }) => !existsSync(candidates));
  const skipped = tasks.length - open.length;
  const summary: MineSummary = { files: open.length, skipped, postings: 0, candidates: 0, seconds: 0 };
  if (open.length === 0) return summary;
  const known = knownNames(options.taxonomy);
  const progress = options.effects.progress("mining files", open.length);
  const instance = await DuckDBInstance.create(":memory:", { threads: "1", memory_limit: "400MB" });
  const connection = await instance.connect();
  try {
    for (const task of open) {
      await mineFile(connection, task, known, summary);
      progress.tick(1, `${summary.candidates} candidates`);
    }
  } finally {
    progress.done();
    connection.closeSync();
    instance.closeSync();
    rmSync(open[0]!.temporary, { recursive: true, force: true });
  }
  summary.seconds = (performance.now() - started) / 1000;
  return summary;
};
