import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../models/package-root.js";
import type { Effects } from "./effects.js";
import { answerErrands, type Errand, fileErrands } from "./import/errands.js";
import { ImportError } from "./import/plan.js";
import type { Lake } from "./lake.js";
import { committedMap, type ImportMap } from "./maps/map.js";
import { type ImportSummary, noteTaker, runErrands } from "./stages/import.js";

const mapNames = (): string[] =>
  readdirSync(packagePath("pipelines", "maps"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.slice(0, -".json".length))
    .sort();

/** The files and folders under a root that a pattern names; `*` stands for any part of one name. */
export const expand = (root: string, pattern: string): string[] =>
  pattern.split("/").reduce<string[]>(
    (folders, part) => {
      if (!part.includes("*")) return folders.map((folder) => join(folder, part)).filter((path) => existsSync(path));
      const names = new RegExp(
        `^${part
          .split("*")
          .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
          .join(".*")}$`,
      );
      return folders.flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => names.test(name))
          .sort()
          .map((name) => join(folder, name)),
      );
    },
    [root],
  );

const errandsOf = async (map: ImportMap, root: string, lake: Lake, note: (text: string) => void): Promise<Errand[]> => {
  const wanted = { lake, map, note, paths: (map.paths ?? []).flatMap((path) => expand(root, path)) };
  const answers = (map.answers ?? []).filter(({ file }) => existsSync(join(root, file)));
  const listed = await answerErrands({ ...wanted, format: "", map: { ...map, answers } }, (file) => join(root, file));
  if (wanted.paths.length === 0) return listed;
  return [...listed, ...(await fileErrands({ ...wanted, format: map.format ?? "ndjson" }))];
};

/**
 * Imports every set under a root for which a map is committed.
 * @throws ImportError where the root holds none of them
 */
export const importCorpus = async (options: { lake: Lake; effects: Effects; root: string }): Promise<ImportSummary> => {
  const { lake, effects, root } = options;
  if (!existsSync(root)) throw new ImportError(`${root}: no such folder`);
  const { notes, note } = noteTaker(effects);
  const errands: Errand[] = [];
  for (const name of mapNames()) errands.push(...(await errandsOf(committedMap(name), root, lake, note)));
  if (errands.length === 0)
    throw new ImportError(`${root}: none of the files for which there is a map (${mapNames().join(", ")})`);
  return runErrands({ lake, effects }, errands, notes);
};
