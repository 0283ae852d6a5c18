import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { syncPath } from "../../models/files.js";
import { onThisMachine } from "../../models/lake-place.js";

/** Moves a finished file to its place: synced before, its folder synced after, so that a reader sees all of it or nothing. */
export const moveIntoPlace = (from: string, to: string): void => {
  mkdirSync(dirname(onThisMachine(to)), { recursive: true });
  syncPath(from);
  renameSync(from, to);
  syncPath(dirname(to));
};

/** Writes a small file whole: to a temporary name beside it, then renamed. */
export const writeFileAtomic = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(onThisMachine(path)), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content);
  moveIntoPlace(temporary, path);
};
