import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { filesBelow } from "../models/files.js";
import { KEPT_AGGREGATES } from "./aggregates.js";
import type { Aggregates } from "./inputs.js";

/** Raised by hand when a column of an aggregate gets another meaning, or one that a build needs is added. */
const FORMAT = 1;
const MADE = "made.json";

/** What the aggregates were made of, and their files by their places with their bytes and SHA-256: `made.json` beside them. */
interface Made {
  format: number;
  extractor: string;
  taxonomy: string;
  simulated: boolean;
  files: Record<string, { bytes: number; sha256: string }>;
}

/** Aggregates that cannot be built from; the message says what to do. */
export class AggregatesError extends Error {
  override name = "AggregatesError";
}

/** Files of rows: Spark leaves others beside them. */
const rowFiles = (folder: string): string[] =>
  filesBelow(folder, ".parquet").filter((file) => !basename(file).startsWith("."));

const digestOf = (path: string): string => {
  const hash = createHash("sha256");
  const chunk = Buffer.alloc(1 << 20);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
};

/** Notes beside new aggregates what they are and were made of. */
export const noteMade = (folder: string, facts: Pick<Made, "extractor" | "taxonomy" | "simulated">): void => {
  const files = rowFiles(folder).map((file) => {
    return [relative(folder, file), { bytes: statSync(file).size, sha256: digestOf(file) }];
  });
  const made: Made = { format: FORMAT, ...facts, files: Object.fromEntries(files) };
  writeFileSync(join(folder, MADE), `${JSON.stringify(made, null, 1)}\n`);
};

const readMade = (folder: string): Made => {
  const path = join(folder, MADE);
  if (!existsSync(path))
    throw new AggregatesError(
      `${path}: not there, so nothing says whether the aggregates are whole; run "certworth aggregate" again`,
    );
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Made;
  } catch (error) {
    throw new AggregatesError(
      `${path}: not readable as JSON (${(error as Error).message}); run "certworth aggregate" again`,
    );
  }
};

/** The folder of an extractor's aggregates. @throws AggregatesError where there is none */
const folderOf = (dataDir: string, extractor: string): string => {
  const above = join(dataDir, "aggregates");
  const folder = join(above, `extractor=${extractor}`);
  if (existsSync(folder)) return folder;
  const others = existsSync(above) ? readdirSync(above).filter((name) => name.startsWith("extractor=")) : [];
  const how = 'run "certworth aggregate" where the lake is and bring the folder here';
  if (others.length === 0) throw new AggregatesError(`${above}: there are no aggregates; ${how}`);
  throw new AggregatesError(
    `${above}: there are aggregates of ${others.join(", ")}, and this certworth is extractor=${extractor}; ${how}, or build with the certworth that made them`,
  );
};

const checkVersions = (folder: string, made: Made, taxonomy: string): void => {
  if (made.format !== FORMAT)
    throw new AggregatesError(
      `${folder}: made by a certworth whose aggregates have format ${made.format}, this one reads ${FORMAT}; run "certworth aggregate" again`,
    );
  if (made.taxonomy !== taxonomy)
    throw new AggregatesError(
      `${folder}: made with taxonomy ${made.taxonomy}, this certworth has ${taxonomy}; run "certworth aggregate" again`,
    );
};

/** Each file is as it was made, and none of another run stands among them. */
const checkFiles = (folder: string, made: Made): void => {
  const found = rowFiles(folder).map((file) => relative(folder, file));
  const strange = found.find((file) => made.files[file] === undefined);
  if (strange !== undefined)
    throw new AggregatesError(
      `${join(folder, strange)}: of another run than ${MADE}; remove the folder and bring the aggregates anew`,
    );
  for (const [file, { bytes }] of Object.entries(made.files)) {
    const size = found.includes(file) ? statSync(join(folder, file)).size : 0;
    if (size !== bytes)
      throw new AggregatesError(
        `${join(folder, file)}: ${size} bytes, was made with ${bytes}; bring the aggregates anew`,
      );
  }
  const lacking = KEPT_AGGREGATES.find((name) => !found.some((file) => dirname(file) === name));
  if (lacking !== undefined)
    throw new AggregatesError(`${join(folder, lacking)}: no files; run "certworth aggregate" again`);
};

/** What is asked of aggregates: where they lie, and what must have made them. */
export interface AggregatesAsked {
  dataDir: string;
  extractor: string;
  taxonomyVersion: string;
}

/** The aggregates of a data directory, whole and made by this extractor and taxonomy. @throws AggregatesError */
export const readAggregates = ({
  dataDir,
  extractor,
  taxonomyVersion,
}: AggregatesAsked): Aggregates & { simulated: boolean } => {
  const folder = folderOf(dataDir, extractor);
  const made = readMade(folder);
  checkVersions(folder, made, taxonomyVersion);
  checkFiles(folder, made);
  const filesOf = (name: string): string[] =>
    Object.keys(made.files).flatMap((file) => (dirname(file) === name ? [join(folder, file)] : []));
  const files = Object.fromEntries(KEPT_AGGREGATES.map((name) => [name, filesOf(name)]));
  const digest = createHash("sha256").update(JSON.stringify(made)).digest("hex").slice(0, 16);
  return { files, digest, simulated: made.simulated };
};
