import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { LakeFiles } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { type AggregatesAsked, AggregatesError, readAggregates } from "./aggregate-files.js";
import { quoteList } from "./columns.js";
import { type Aggregates, findInputs, type Inputs } from "./inputs.js";
import { type Model, readsOf } from "./model.js";

/**
 * The light tail: a warehouse built from aggregates instead of postings. The models are those of every build, over a lake without
 * postings and crawls; those of `tail/`, sums of months through which all else flows, read the aggregates instead, with the same columns.
 */
const FOLDER = packagePath("warehouse", "tail");

const tailSql = (): Map<string, string> =>
  new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith(".sql"))
      .map((file) => [`intermediate.${basename(file, ".sql")}`, readFileSync(join(FOLDER, file), "utf8").trim()]),
  );

/** The models of a build from aggregates, each made whole. @throws where tail/ names a model that there is not */
export const tailModels = <T extends Model>(models: readonly T[]): T[] => {
  const texts = tailSql();
  const known = new Set(models.map(({ id }) => id));
  for (const id of texts.keys())
    if (!known.has(id)) throw new Error(`warehouse/tail stands for ${id}, which does not exist`);
  return models.map((model) => {
    const sql = texts.get(model.id);
    return { ...model, slices: null, ...(sql !== undefined && { sql, reads: readsOf(sql) }) };
  });
};

/** What such a build rests on: what the lake has of postings and crawls is left out. @throws AggregatesError */
export const tailInputs = (asked: AggregatesAsked, lake: LakeFiles): Inputs => {
  const { simulated, ...aggregates } = readAggregates(asked);
  const nothing = { postings: [], sightings: [], extractions: [], candidates: [], batches: [] };
  return { ...findInputs(asked.dataDir, asked.extractor, lake), ...nothing, simulated, aggregates };
};

/** Lets the models of tail/ see the aggregates as `aggregates.<name>`. @throws AggregatesError where one cannot be read */
export const seeAggregates = async (connection: DuckDBConnection, { files }: Aggregates): Promise<void> => {
  await connection.run("CREATE SCHEMA aggregates");
  for (const [name, found] of Object.entries(files))
    try {
      await connection.run(`CREATE VIEW aggregates.${name} AS FROM read_parquet(${quoteList(found)})`);
    } catch (error) {
      throw new AggregatesError(
        `aggregates ${name}: ${(error as Error).message.split("\n")[0]}; bring the aggregates anew`,
      );
    }
};
