import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../models/files.js";

/** Hash over a room's own code: a changed rule redoes what rests on it without anyone remembering to say so. */
export const roomHash = (room: "extractors" | "reports" | "pipelines/sources"): string => {
  const hash = createHash("sha256");
  const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url));
  for (const file of filesBelow(folder, "s")) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
};
