import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow, type LakeFiles } from "../models/files.js";
import { countedFiles, isWhole, readBatches } from "../models/lake-files.js";
import { below } from "../models/lake-place.js";
import { TABLE_KINDS, type TableKind } from "../models/outside-table.js";

/** The files that a warehouse is built from, absolute paths or addresses in a stable order. */
export interface Inputs {
  postings: string[];
  sightings: string[];
  extractions: string[];
  /** What `certworth taxonomy candidates` left; none where it never ran. */
  candidates: string[];
  quarantine: string[];
  /** All records of the ledger. */
  runs: string[];
  /** Markers of the batches; that of a crawl says how healthy its source was. */
  batches: string[];
  /** What earlier warehouses said: no part of the fingerprint, since a build adds to them. */
  vintages: string[];
  /** Tables of others that the user loaded; null where a kind was never loaded. */
  tables: Record<TableKind, string | null>;
  simulated: boolean;
  /** What is built from instead of postings, where the warehouse is built from aggregates. */
  aggregates?: Aggregates;
}

/** Aggregates of a lake: the Parquet files of each by its name, and a digest of what they say. */
export interface Aggregates {
  files: Readonly<Record<string, string[]>>;
  digest: string;
}

const readJson = (path: string, text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${path}: not readable as JSON (${(error as Error).message}); restore or remove it`);
  }
};

const tablesOf = (dataDir: string): Inputs["tables"] => {
  const pathOf = (kind: TableKind): string | null => {
    const path = join(dataDir, "tables", `${kind}.parquet`);
    return existsSync(path) ? path : null;
  };
  return Object.fromEntries(TABLE_KINDS.map((kind) => [kind, pathOf(kind)])) as Inputs["tables"];
};

/** Lists what is there and counts: files of a batch that was killed before its marker, or merged into another, do not, nor do damaged records; missing folders are empty ones. @throws where the head of the lake is not JSON */
export const findInputs = (dataDir: string, extractor: string, lake: LakeFiles): Inputs => {
  const head = below(lake.lake, "lake.json");
  const entered = readBatches(lake);
  const table = (name: string, ending: string): string[] =>
    countedFiles(entered, lake.below(below(lake.lake, name), ending), ending);
  return {
    postings: table("postings", ".parquet"),
    sightings: table("sightings", ".parquet"),
    extractions: table(`extractions/extractor=${extractor}`, ".parquet"),
    candidates: table(`candidates/extractor=${extractor}`, ".parquet"),
    quarantine: table("quarantine", ".ndjson.gz"),
    runs: filesBelow(join(dataDir, "runs"), ".json").filter((path) => isWhole(readFileSync(path, "utf8"))),
    batches: entered.markers.filter((path) => isWhole(lake.text(path))),
    vintages: filesBelow(join(dataDir, "vintages"), ".parquet"),
    tables: tablesOf(dataDir),
    simulated: lake.has(head) && readJson(head, lake.text(head)).simulated === true,
  };
};

const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/**
 * Names and sizes of the files that decide what the warehouse says, the same wherever the lake lies: immutable files need no
 * more. A table of others is written over in place, so its content counts.
 */
export const inputNames = (inputs: Inputs, lake: LakeFiles): string[] => [
  ...[inputs.postings, inputs.sightings, inputs.extractions, inputs.candidates, inputs.quarantine, inputs.batches]
    .flat()
    .map((path) => `lake/${relative(lake.lake, path)} ${lake.size(path)}`),
  ...(inputs.aggregates === undefined ? [] : [`aggregates ${inputs.aggregates.digest}`]),
  ...Object.entries(inputs.tables).flatMap(([kind, path]) => (path === null ? [] : [`${kind} ${digest(path)}`])),
];
