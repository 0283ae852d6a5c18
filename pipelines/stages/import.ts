import type { Effects } from "../effects.js";
import { type Errand, fileErrands } from "../import/errands.js";
import type { BatchResult } from "../lake/batch.js";
import type { Lake } from "../lake.js";
import { type ImportMap, readMap } from "../maps/map.js";
import { refusalLog } from "../refusal-log.js";
import type { Refusal } from "../sources/platform.js";

export interface ImportOptions {
  lake: Lake;
  effects: Effects;
  /** Files or folders. */
  paths: string[];
  /** csv, ndjson, json, parquet, text-folder, json-folder, hn, or a platform's name. */
  format: string;
  /** A map, or the file that holds one; without it our own shape is expected. */
  map?: ImportMap | string;
  /** Source id for rows that do not name one. */
  source?: string;
  /** ISO date to enter as the day of reading; today where left out. */
  seenOn?: string;
}

export interface ImportedBatch extends BatchResult {
  path: string;
  source: string;
}

/** Numbers of postings over all batches; `skipped` counts batches that the lake has already. */
export interface ImportSummary extends BatchResult {
  batches: ImportedBatch[];
  skipped: number;
  /** What was done about something unexpected, for people. */
  notes: string[];
}

type Host = Pick<ImportOptions, "lake" | "effects" | "seenOn">;

const runErrand = async (
  errand: Errand,
  host: Host,
  tick: (rows: number) => void,
  onRefusal: (refusal: Refusal) => void,
): Promise<ImportedBatch> => {
  const { path, id, source, platform, board } = errand;
  const seen_on = host.seenOn ?? host.effects.now().toISOString().slice(0, 10);
  const ours = board === undefined ? {} : { board };
  const batch = host.lake.beginBatch({ id, source, platform, seen_on, onRefusal, ...ours });
  try {
    await errand.fill(batch, tick);
    return { path, source, ...(await batch.commit()) };
  } catch (error) {
    batch.abandon();
    throw error;
  }
};

/** Runs what the lake does not have yet; every map is compared with its file before anything is taken. */
export const runErrands = async (host: Host, errands: Errand[], notes: string[]): Promise<ImportSummary> => {
  const due = errands.filter(({ id }) => !host.lake.hasBatch(id));
  for (const errand of due) await errand.check();
  const skipped = errands.length - due.length;
  const summary: ImportSummary = { batches: [], skipped, added: 0, changed: 0, unchanged: 0, refused: 0, notes };
  if (due.length === 0) return summary;
  const progress = host.effects.progress(
    "importing kB",
    due.reduce((sum, { kilobytes }) => sum + kilobytes, 0),
  );
  const started = performance.now();
  let rows = 0;
  const tick = (errand: Errand, more: number): void => {
    rows += more;
    const rate = Math.round((rows * 1000) / Math.max(1, performance.now() - started));
    progress.tick(0, `${errand.source}: ${rows} rows, ${rate}/s`);
  };
  const onRefusal = refusalLog(host.effects);
  try {
    for (const errand of due) {
      if (host.effects.stop?.aborted) break;
      // The same content may have been named twice.
      if (host.lake.hasBatch(errand.id)) continue;
      const batch = await runErrand(errand, host, (more) => tick(errand, more), onRefusal);
      progress.tick(errand.kilobytes, errand.source);
      summary.batches.push(batch);
      for (const count of ["added", "changed", "unchanged", "refused"] as const) summary[count] += batch[count];
    }
  } finally {
    progress.done();
  }
  return summary;
};

/** Collects what was done about something unexpected, and logs it. */
export const noteTaker = ({ log }: Effects): { notes: string[]; note: (text: string) => void } => {
  const notes: string[] = [];
  const note = (text: string): void => {
    notes.push(text);
    log.warn({ event: "import note" }, text);
  };
  return { notes, note };
};

/**
 * Brings postings that exist as files into the lake, one batch a file (or a folder, for formats that are folders). What
 * the lake already has, told by content, is skipped.
 * @throws ImportError, MapError where nothing can be imported as asked; a bad row is a refusal in its batch instead
 */
export const importFiles = async ({ map, ...options }: ImportOptions): Promise<ImportSummary> => {
  const { notes, note } = noteTaker(options.effects);
  const read = typeof map === "string" ? readMap(map) : map;
  return runErrands(
    options,
    await fileErrands({ ...options, note, ...(read === undefined ? {} : { map: read }) }),
    notes,
  );
};
