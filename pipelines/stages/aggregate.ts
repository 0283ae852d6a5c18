import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { packagePath } from "../../models/package-root.js";
import { sqlText } from "../../models/sql-text.js";
import { type AggregateOptions, aggregateInDuckdb } from "../../warehouse/aggregate-engine.js";
import { noteMade } from "../../warehouse/aggregate-files.js";
import { AGGREGATES, aggregateSql } from "../../warehouse/aggregates.js";
import { writeGiven } from "../../warehouse/given.js";
import { findInputs } from "../../warehouse/inputs.js";
import type { Effects } from "../effects.js";
import { notOnSpark, seenLake } from "../lake/bucket.js";
import { layout } from "../lake/layout.js";
import { sparkSql } from "../spark/spark-sql.js";
import type { Vocabulary } from "../vocabulary.js";

export interface AggregateSummary {
  /** The folder that holds `<name>/*.parquet`. */
  path: string;
  tables: string[];
  seconds: number;
}

/** The script for spark-sql: what the models read, then each of them as a table of its own folder. */
const sparkScript = ({ work, target }: AggregateOptions): string => {
  const made = AGGREGATES.map(({ name, kept }) => {
    const folder = sqlText(join(kept ? target : join(work, "between"), name));
    return `CREATE TABLE aggregates.${name} USING parquet LOCATION ${folder} AS\n${aggregateSql(name)};\n`;
  });
  return [readFileSync(packagePath("warehouse", "spark", "staging.sql"), "utf8"), ...made].join("\n");
};

const aggregateOnSpark = async (asked: AggregateOptions, options: string[], effects: Effects): Promise<void> => {
  const { dataDir, extractor, work } = asked;
  const script = join(work, "aggregates.sql");
  mkdirSync(work, { recursive: true });
  writeFileSync(script, sparkScript(asked));
  const variables = { lake: layout(dataDir).lake, extractor, given: join(work, "given") };
  await sparkSql({ script, variables, work, files: [], options }, effects);
};

interface Asked {
  dataDir: string;
  vocabulary: Vocabulary;
  effects: Effects;
}

/**
 * Counts the postings and the asks of a lake by scope, month and source, in DuckDB or, with options of spark-sql, on Spark: the
 * same SQL on both. What stood there before is replaced whole. @throws SparkError
 */
export const aggregate = async (
  { dataDir, vocabulary, effects }: Asked,
  spark?: string[],
): Promise<AggregateSummary> => {
  const started = performance.now();
  const { taxonomyDir, taxonomy } = vocabulary;
  const extractor = vocabulary.extractor.version;
  const paths = layout(dataDir);
  const work = join(paths.temporary, `aggregate-${process.pid}`);
  if (spark !== undefined) notOnSpark(dataDir);
  const lake = await seenLake(dataDir);
  const asked = { dataDir, lake, taxonomyDir, extractor, work, target: join(work, "made") };
  const path = join(paths.aggregates, `extractor=${extractor}`);
  try {
    await writeGiven(asked, join(work, "tables"), join(work, "given"));
    await (spark === undefined ? aggregateInDuckdb(asked) : aggregateOnSpark(asked, spark, effects));
    const { simulated } = findInputs(dataDir, extractor, lake);
    noteMade(asked.target, { extractor, taxonomy: taxonomy.version, simulated });
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    renameSync(asked.target, path);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const tables = AGGREGATES.flatMap(({ name, kept }) => (kept ? [name] : []));
  return { path, tables, seconds: (performance.now() - started) / 1000 };
};
