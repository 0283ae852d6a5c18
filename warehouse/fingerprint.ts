import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import type { LakeFiles } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { QUALITY_FILE } from "../models/quality.js";
import { type Inputs, inputNames } from "./inputs.js";
import { LAYERS } from "./model.js";
import { STATISTICS_VERSION } from "./statistics/version.js";

/** What a warehouse rests on besides the files of the lake and the SQL. */
interface Basis {
  extractor: string;
  taxonomyVersion: string;
  attributions?: readonly string[];
  asOf?: string | undefined;
}

const sqlFiles = (): string[] =>
  ["", ...LAYERS, "tail", "checks"].flatMap((folder) =>
    readdirSync(packagePath("warehouse", folder))
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => packagePath("warehouse", folder, file)),
  );

/** Hash over the SQL of all models. */
export const sqlHash = (): string => {
  const hash = createHash("sha256");
  for (const file of sqlFiles()) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
};

/** Hash over all that decides what a warehouse says: the lake's files, the versions of what read them, how well they read, and the SQL. */
export const fingerprintOf = (basis: Basis, inputs: Inputs, lake: LakeFiles): string => {
  const hash = createHash("sha256");
  const { extractor, taxonomyVersion, attributions, asOf } = basis;
  const facts = [extractor, taxonomyVersion, STATISTICS_VERSION, inputs.simulated, attributions, asOf];
  hash.update(JSON.stringify(facts)).update(inputNames(inputs, lake).join("\n"));
  if (existsSync(QUALITY_FILE)) hash.update(readFileSync(QUALITY_FILE));
  return hash.update(sqlHash()).digest("hex").slice(0, 16);
};

/** What the standing warehouse was built from; null where there is none or it cannot be opened, so that it is rebuilt. */
export const standingFingerprint = async (path: string): Promise<string | null> => {
  if (!existsSync(path)) return null;
  try {
    const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    const reader = await connection.runAndReadAll("SELECT value FROM marts.meta WHERE key = 'built_from'");
    connection.closeSync();
    instance.closeSync();
    return (reader.getRows()[0]?.[0] as string | undefined) ?? null;
  } catch {
    return null;
  }
};
