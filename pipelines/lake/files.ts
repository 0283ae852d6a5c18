import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every finished file below a folder with that ending, in a stable order; none where the folder does not exist. */
export const filesBelow = (folder: string, ending: string): string[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};
