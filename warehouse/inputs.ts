import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { filesBelow } from "../models/files.js";
import { countedFiles, isWhole, readBatches } from "../models/lake-files.js";
import { TABLE_KINDS, type TableKind } from "../models/outside-table.js";

/** The files that a warehouse is built from, absolute paths in a stable order. */
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

const readJson = (path: string): Record<string, unknown> => {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
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
export const findInputs = (dataDir: string, extractor: string): Inputs => {
  const lake = join(dataDir, "lake");
  const head = join(lake, "lake.json");
  const entered = readBatches(lake);
  const table = (name: string, ending: string): string[] =>
    countedFiles(entered, filesBelow(join(lake, name), ending), ending);
  return {
    postings: table("postings", ".parquet"),
    sightings: table("sightings", ".parquet"),
    extractions: table(join("extractions", `extractor=${extractor}`), ".parquet"),
    candidates: table(join("candidates", `extractor=${extractor}`), ".parquet"),
    quarantine: table("quarantine", ".ndjson.gz"),
    runs: filesBelow(join(dataDir, "runs"), ".json").filter(isWhole),
    batches: entered.markers.filter(isWhole),
    vintages: filesBelow(join(dataDir, "vintages"), ".parquet"),
    tables: tablesOf(dataDir),
    simulated: existsSync(head) && readJson(head).simulated === true,
  };
};

const digest = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

/**
 * Names and sizes of the files that decide what the warehouse says: immutable files need no more. A table of others is
 * written over in place, so its content counts.
 */
export const inputNames = (dataDir: string, inputs: Inputs): string[] => [
  ...[inputs.postings, inputs.sightings, inputs.extractions, inputs.candidates, inputs.quarantine, inputs.batches]
    .flat()
    .map((path) => `${relative(dataDir, path)} ${statSync(path).size}`),
  ...(inputs.aggregates === undefined ? [] : [`aggregates ${inputs.aggregates.digest}`]),
  ...Object.entries(inputs.tables).flatMap(([kind, path]) => (path === null ? [] : [`${kind} ${digest(path)}`])),
];
