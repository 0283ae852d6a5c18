import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFileAtomic } from "../lake/atomic.js";

/** Whom the site thanks for imported data, in the words their licence asks for. */
export const Attribution = z.strictObject({
  name: z.string(),
  text: z.string(),
  licence: z.string(),
  /** The user's files that were imported, by name. */
  files: z.array(z.string()),
});
export type Attribution = z.infer<typeof Attribution>;

export const ATTRIBUTIONS = "attributions.json";

/** What the folder's imports owe; empty where nothing was imported. */
export function readAttributions(folder: string): Attribution[] {
  const path = join(folder, ATTRIBUTIONS);
  return existsSync(path) ? z.array(Attribution).parse(JSON.parse(readFileSync(path, "utf8"))) : [];
}

/** Adds a file to what is owed to its publisher; the newest text counts. */
export function addAttribution(folder: string, added: Omit<Attribution, "files">, file: string): void {
  const all = readAttributions(folder);
  const known = all.find(({ name }) => name === added.name);
  const files = [...new Set([...(known?.files ?? []), file])].sort();
  const others = all.filter(({ name }) => name !== added.name);
  const sorted = [...others, { ...added, files }].sort((a, b) => a.name.localeCompare(b.name));
  writeFileAtomic(join(folder, ATTRIBUTIONS), `${JSON.stringify(sorted, null, 2)}\n`);
}
