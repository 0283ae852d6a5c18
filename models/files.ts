import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onThisMachine } from "./lake-place.js";

/** Every finished file below a folder with that ending, in a stable order; none where the folder does not exist. */
export const filesBelow = (folder: string, ending: string): string[] => {
  if (!existsSync(onThisMachine(folder))) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

/** The files of a lake: on a disk as they are, in a bucket as they were when it was looked at. */
export interface LakeFiles {
  /** The folder of the lake, or its address. */
  readonly lake: string;
  /** Every file below a folder of the lake with that ending, in a stable order. */
  below(folder: string, ending: string): string[];
  /** Whether a file stands, or a folder that holds files itself. */
  has(path: string): boolean;
  /** Bytes. */
  size(path: string): number;
  /** What stands in the lake's head or in a marker. */
  text(path: string): string;
}

/** The files of a lake on a disk. */
export const onDisk = (lake: string): LakeFiles => ({
  lake,
  below: filesBelow,
  has: existsSync,
  size: (path) => statSync(path).size,
  text: (path) => readFileSync(path, "utf8"),
});

/** Forces a file's or folder's content to the disk, so that a rename after it never shows a hole. */
export const syncPath = (path: string): void => {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
