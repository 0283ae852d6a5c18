import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LakeFiles } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { reach } from "./bucket/httpfs.js";
import { CODED_MODELS } from "./coded.js";
import { createModel, openEngine, plainNames, setInputs } from "./engine.js";
import { findInputs } from "./inputs.js";
import { buildOrder, type Model, REFERENCE, readModels } from "./model.js";

/**
 * The small tables that aggregates read beside the lake, each a query over the models that a build makes of the taxonomy and of the
 * crawls: DuckDB and Spark read the same files of them, as `given.<name>`.
 */
const GIVEN: Readonly<Record<string, string>> = {
  certificate: "SELECT certificate_id, demand, counted, issuer FROM staging.certificate",
  licence: "SELECT DISTINCT certificate_id, unnest(soc) AS soc FROM staging.certificate WHERE type = 'license'",
  family: "SELECT certificate_id, family_id FROM intermediate.family",
  lineage: "SELECT certificate_id, member_id, step FROM intermediate.lineage",
  skill: "SELECT skill_id, kind FROM staging.skill",
  skill_weight: "SELECT certificate_id, skill_id, weight FROM intermediate.skill_weight",
  occupation: "SELECT soc, cluster FROM staging.occupation",
  censored_month: "SELECT source, month FROM intermediate.censored_month",
};

/** Their names. */
export const GIVEN_TABLES: readonly string[] = Object.keys(GIVEN);

export interface GivenOptions {
  dataDir: string;
  lake: LakeFiles;
  taxonomyDir: string;
  /** Version whose extractions are read. */
  extractor: string;
}

/** The models that the tables rest on, in their order. */
const neededModels = (): Model[] => {
  const order = buildOrder<Model>([...readModels(packagePath("warehouse")), ...CODED_MODELS]);
  const needed = new Set(Object.values(GIVEN).flatMap((sql) => sql.match(REFERENCE) ?? []));
  for (const { id, reads } of order.toReversed()) if (needed.has(id)) for (const read of reads) needed.add(read);
  return order.filter(({ id }) => needed.has(id));
};

/** Writes each table as `<folder>/<name>/part-0.parquet`; `work` is an own folder. */
export const writeGiven = async (options: GivenOptions, work: string, folder: string): Promise<void> => {
  const { dataDir, lake, taxonomyDir, extractor } = options;
  const nothing = { postings: [], sightings: [], extractions: [], candidates: [], vintages: [], runs: [] };
  const inputs = { ...findInputs(dataDir, extractor, lake), ...nothing };
  const { connection, close } = await openEngine(work);
  try {
    const facts = { fingerprint: "", taxonomyVersion: "", attributions: "", asOf: null };
    await reach(connection, lake.lake);
    await setInputs(connection, work, inputs, { ...facts, taxonomyDir, extractor });
    for (const model of neededModels()) await createModel(connection, model);
    for (const [name, sql] of Object.entries(GIVEN)) {
      mkdirSync(join(folder, name), { recursive: true });
      const file = sqlText(join(folder, name, "part-0.parquet"));
      await connection.run(`COPY (${await plainNames(connection, sql)}) TO ${file} (FORMAT parquet)`);
    }
  } finally {
    close();
  }
};
