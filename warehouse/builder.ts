import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type LakeFiles, syncPath } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { lakeFiles } from "./bucket/files.js";
import { reach } from "./bucket/httpfs.js";
import { type Check, ChecksFailed, runChecks } from "./checks.js";
import { openEngine, setInputs } from "./engine.js";
import { fingerprintOf, sqlHash, standingFingerprint } from "./fingerprint.js";
import { findInputs } from "./inputs.js";
import { makeAll } from "./make-all.js";
import { attachPublished } from "./published.js";
import { nameOf } from "./slices/cut.js";
import { Keeper } from "./slices/keeper.js";
import { attachKept, closeKept, type KeptFiles, replaceKept } from "./slices/kept-file.js";
import { seeAggregates, tailInputs } from "./tail.js";
import { keepFound } from "./touched.js";
import { checkVintage, writeVintage } from "./vintages.js";

export { type Check, ChecksFailed } from "./checks.js";
export { CODED_MODELS } from "./coded.js";

export interface BuildOptions {
  dataDir: string;
  /** The lake's files, where they were looked at before. */
  lake?: LakeFiles;
  /** Folder of the taxonomy's CSV files. */
  taxonomyDir: string;
  /** Version whose extractions are read. */
  extractor: string;
  taxonomyVersion: string;
  /** Lines that the site must show for data that others license. */
  attributions?: readonly string[];
  /** The day that the warehouse is published on (ISO): what it says is then kept as that day's edition. */
  vintage?: string | undefined;
  /** `YYYY-MM`: what was posted after that month is left out, as if the warehouse had been built at its end. */
  asOf?: string | undefined;
  /** Builds from what `certworth aggregate` counted instead of from postings: what rests on single postings is then empty. */
  fromAggregates?: boolean;
  /** Aborted when the build is to end before the swap; the old warehouse then stands. */
  stop?: AbortSignal;
  /** Checks the keys of intermediate tables too: for tests, since their queries mostly group by them. */
  everyKey?: boolean;
  /** Postings whose rows are made at a time: less memory, more time. */
  postingsAtATime?: number;
  effectsLog?: { debug(facts: object, message: string): void };
}

export interface BuildResult {
  /** False where the warehouse already says what the lake holds. */
  built: boolean;
  /** Hash over the lake's files, versions and SQL that the warehouse rests on. */
  fingerprint: string;
  seconds: number;
  checks: Check[];
  path: string;
}

/** Leftovers of builds that were killed; the caller holds the data directory's lock, so nobody works in them. */
const removeLeftovers = (dataDir: string): void => {
  for (const name of readdirSync(dataDir))
    if (/^(warehouse\.(duckdb\.next|tmp)|kept\.duckdb\.next)-/.test(name))
      rmSync(join(dataDir, name), { recursive: true, force: true });
};

/** A look back at a month rests on other postings in every slice, and aggregates on none: nothing is kept for them. */
const keptFiles = ({ dataDir, asOf, fromAggregates }: BuildOptions): KeptFiles | null => {
  if (asOf !== undefined || fromAggregates) return null;
  const standing = join(dataDir, "kept.duckdb");
  return { standing, next: `${standing}.next-${process.pid}` };
};

/**
 * Builds `warehouse.duckdb` of a data directory from its lake: beside the old one, checked, then renamed over it, so that
 * readers never meet a half-built one. Does nothing where the standing one already rests on the same files and versions.
 * Nothing depends on the clock. @throws ChecksFailed where a check finds rows, AggregatesError; the old warehouse then stands
 */
export const buildWarehouse = async (options: BuildOptions): Promise<BuildResult> => {
  const started = performance.now();
  const { dataDir, vintage } = options;
  checkVintage(vintage);
  const path = join(dataDir, "warehouse.duckdb");
  const lake = options.lake ?? (await lakeFiles(dataDir));
  const inputs = options.fromAggregates ? tailInputs(options, lake) : findInputs(dataDir, options.extractor, lake);
  const fingerprint = fingerprintOf(options, inputs, lake);
  const done = (built: boolean, checks: Check[]): BuildResult => {
    return { built, fingerprint, seconds: (performance.now() - started) / 1000, checks, path };
  };
  const standing = await standingFingerprint(path);
  if (standing === fingerprint) return done(false, []);

  mkdirSync(dataDir, { recursive: true });
  removeLeftovers(dataDir);
  const target = `${path}.next-${process.pid}`;
  const folder = join(dataDir, `warehouse.tmp-${process.pid}`);
  const files = keptFiles(options);
  try {
    const { connection, close } = await openEngine(folder);
    try {
      await reach(connection, lake.lake);
      const facts = {
        ...options,
        fingerprint,
        attributions: (options.attributions ?? []).join("\n"),
        asOf: options.asOf ?? null,
      };
      if (inputs.aggregates) await seeAggregates(connection, inputs.aggregates);
      await setInputs(connection, folder, inputs, facts);
      const { basis, stored, warehouse } = await attachKept(connection, files, [options.extractor, sqlHash()]);
      const stays = standing !== null && standing === warehouse;
      await attachPublished(connection, target, stays ? path : null, new Set([...stored.keys()].map(nameOf)));
      const keeper = new Keeper(connection, stored, options.postingsAtATime);
      const slicesMade = (id: string) => keeper.slicesMade(id);
      const build = { connection, keeper, folder, extractor: options.extractor, slicesMade };
      const checks = await makeAll(build, options);
      checks.push(...(await runChecks(connection, packagePath("warehouse", "checks"))));
      const failed = checks.filter(({ rows }) => rows > 0);
      if (failed.length > 0) throw new ChecksFailed(failed);
      const publish = vintage === undefined ? null : await writeVintage(connection, dataDir, { day: vintage, folder });
      await connection.run("CHECKPOINT published");
      await connection.run("DETACH published");
      await keepFound(connection);
      await closeKept(connection, { basis, warehouse: fingerprint }, keeper.stamps);
      syncPath(target);
      renameSync(target, path);
      if (files) replaceKept(files);
      publish?.();
      syncPath(dataDir);
      return done(true, checks);
    } finally {
      close();
    }
  } finally {
    removeLeftovers(dataDir);
  }
};
