import { basename } from "node:path";
import type { LakeFiles } from "./files.js";
import { below } from "./lake-place.js";

/** Name of the marker of a batch that others were merged into. */
const MERGED = /^merged-/;

/** What the markers of a lake say: which batches entered it, and which of their files stand for them. */
export interface Batches {
  /** Ids of all batches that entered, those merged into others included. */
  committed: Set<string>;
  /** Ids of batches whose rows stand in the files of another. */
  replaced: Set<string>;
  /** Marker files of the batches that are not replaced; that of a merged batch holds the markers of its parts, a line each. */
  markers: string[];
  /** False in a lake that has no markers at all: then every file counts. */
  marked: boolean;
}

const replacesOf = (path: string, text: string): string[] => {
  const [head = ""] = text.split("\n", 1);
  try {
    return (JSON.parse(head) as { replaces: string[] }).replaces;
  } catch (error) {
    throw new Error(`${path}: not a marker (${(error as Error).message}); restore it from a backup`);
  }
};

/**
 * Reads the markers. They alone decide what is in a lake: a marker comes into place by one rename, after its files and
 * before anything that it replaces goes, so that at every instant each row counts exactly once.
 */
export const readBatches = (lake: LakeFiles): Batches => {
  const folder = below(lake.lake, "batches");
  const files = lake.below(folder, ".json");
  const committed = new Set(files.map((file) => basename(file, ".json")));
  const merged = files.filter((file) => MERGED.test(basename(file)));
  const replaced = new Set(merged.flatMap((file) => replacesOf(file, lake.text(file))));
  for (const id of replaced) committed.add(id);
  const markers = files.filter((file) => !replaced.has(basename(file, ".json")));
  return { committed, replaced, markers, marked: lake.has(folder) };
};

/** The files of a lake that count: those of batches that entered and were not merged into another. */
export const countedFiles = ({ committed, replaced, marked }: Batches, files: string[], ending: string): string[] => {
  if (!marked) return files;
  return files.filter((file) => {
    const id = basename(file, ending);
    return committed.has(id) && !replaced.has(id);
  });
};

const isJson = (text: string): boolean => {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
};

/** True for a record that was written whole, as one JSON value or one a line: one cut short by a failing disk is neither. */
export const isWhole = (record: string): boolean => {
  const text = record.trim();
  return isJson(text) || (text !== "" && text.split("\n").every(isJson));
};
