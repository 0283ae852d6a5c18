import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";

type Room = "extractors" | "reports" | "pipelines/sources";

/** The files that decide what a room does: its code as it runs, and the styles and scripts that it hands to browsers. */
export const filesOfRoom = (room: Room): string[] => {
  const running = fileURLToPath(new URL(`../${room}/`, import.meta.url));
  const handed = [".css", ".js"].flatMap((ending) => filesBelow(packagePath(...room.split("/")), ending));
  return [...new Set([...filesBelow(running, "s"), ...handed])];
};

/** Hash over a room's own files: a changed rule redoes what rests on it without anyone remembering to say so. */
export const roomHash = (room: Room): string => {
  const hash = createHash("sha256");
  for (const file of filesOfRoom(room)) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 12);
};
