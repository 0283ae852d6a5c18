import { readFileSync } from "node:fs";
import { filesBelow } from "../../models/files.js";
import type { Effects } from "../effects.js";

/** Lines that are shown one by one; the rest is counted. */
const SHOWN = 20;

/** Counts, and shows, the lines that a worker on Spark could not read, as Spark left them (`{"line": ...}`, one a line). */
export const errorLines = (folder: string, { log }: Effects): number => {
  let count = 0;
  for (const file of filesBelow(folder, ".json")) {
    for (const row of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
      count += 1;
      if (count <= SHOWN)
        log.warn({ event: "line not read" }, (JSON.parse(row) as { line: string }).line.slice(0, 500));
    }
  }
  return count;
};
