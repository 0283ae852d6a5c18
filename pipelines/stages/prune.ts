import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { filesBelow } from "../../models/files.js";
import { groupedBy } from "../../models/group.js";
import { type Layout, layout } from "../lake/layout.js";
import type { Retention } from "../retention.js";

/** What a rule lets go. */
export interface Pruned {
  rule: keyof Retention;
  /** In words, for people. */
  what: string;
  /** Absolute paths of files. */
  files: string[];
  bytes: number;
}

export interface PruneOptions {
  dataDir: string;
  rules: Retention;
  now: Date;
  /** Version of the present extractor. */
  extractor: string;
}

const DAY_MS = 86_400_000;

const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);

/** Files below folders `date=<day>` of before a day. */
const datedBefore = (folder: string, day: string): string[] =>
  filesBelow(folder, "").filter((file) => (file.match(/\/date=(\d{4}-\d{2}-\d{2})\//)?.[1] ?? day) < day);

const newestFirst = (files: string[]): string[] => files.toSorted((a, b) => basename(b).localeCompare(basename(a)));

/** Editions of before the newest; with `months`, the last of each month stays. */
const editionsBeyond = (files: string[], kept: number, months = false): string[] => {
  const sorted = newestFirst(files);
  const last = new Set([...groupedBy(sorted, (file) => basename(file).slice(0, 7)).values()].map(([first]) => first));
  return sorted.slice(kept).filter((file) => !(months && last.has(file)));
};

/** Records of runs of before a day, told by their names; never the newest. */
const oldRuns = ({ runs }: Layout, day: string): string[] =>
  newestFirst(filesBelow(runs, ".json"))
    .slice(1)
    .filter((file) => basename(file).slice(0, 8) < day.replaceAll("-", ""));

/** Files of facts by earlier versions of the extractor, but those of the newest few. */
const oldFacts = ({ extractions, candidates }: Layout, present: string, kept: number): string[] => {
  if (!existsSync(extractions)) return [];
  const versions = readdirSync(extractions)
    .filter((name) => name !== `extractor=${present}`)
    .map((name) => ({ name, written: statSync(join(extractions, name)).mtimeMs }))
    .sort((a, b) => b.written - a.written);
  return versions
    .slice(kept)
    .flatMap(({ name }) => [extractions, candidates].flatMap((folder) => filesBelow(join(folder, name), "")));
};

/** Bytes that go with the files: a warehouse that stands under another name too frees nothing. */
const freed = (files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const { size, nlink } = statSync(file);
    return sum + (nlink > 1 ? 0 : size);
  }, 0);

const planned = (plan: [rule: keyof Retention, what: string, files: string[]][]): Pruned[] =>
  plan.map(([rule, what, files]) => ({ rule, what, files, bytes: freed(files) }));

/** The editions beyond the rules: these go with every build, the rest by `certworth prune`. */
export const planEditions = ({ dataDir, rules }: Pick<PruneOptions, "dataDir" | "rules">): Pruned[] => {
  const { warehouses, vintages } = layout(dataDir);
  return planned([
    ["warehouses", "earlier warehouses", editionsBeyond(filesBelow(warehouses, ".duckdb"), rules.warehouses)],
    ["vintages", "earlier editions", editionsBeyond(filesBelow(vintages, ".parquet"), rules.vintages, true)],
  ]);
};

/** What the rules let go, rule by rule. Nothing is changed. */
export const planPrune = ({ dataDir, rules, now, extractor }: PruneOptions): Pruned[] => {
  const paths = layout(dataDir);
  const rest = planned([
    ["raw_days", "answers as they came", datedBefore(paths.raw, dayBefore(now, rules.raw_days))],
    ["requests_days", "records of requests", datedBefore(paths.requests, dayBefore(now, rules.requests_days))],
    ["runs_days", "records of runs", oldRuns(paths, dayBefore(now, rules.runs_days))],
    ["extractors", "facts of earlier extractors", oldFacts(paths, extractor, rules.extractors)],
  ]);
  return [...planEditions({ dataDir, rules }), ...rest];
};

/** Removes what was planned, and folders that are empty then. */
export const applyPrune = (dataDir: string, plan: readonly Pruned[]): void => {
  const gone = plan.flatMap(({ files }) => files);
  for (const file of gone) rmSync(file, { force: true });
  for (const file of gone)
    for (let folder = join(file, ".."); relative(dataDir, folder).includes("="); folder = join(folder, ".."))
      if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
};
