import type { Command } from "commander";
import { EXIT, withRun } from "../run.js";
import { aggregate } from "../stages/aggregate.js";
import { type CommonOptions, common, effectsOf, print, SPARK_FLAG, sparkOptions } from "./context.js";

export const aggregateVerb = (program: Command): void => {
  common(program.command("aggregate"))
    .description("counts of postings and asks by month and scope, and by source, as Parquet, in DuckDB or on Spark")
    .option(...SPARK_FLAG)
    .addHelpText(
      "after",
      '\nExample: certworth aggregate --data data/real\n         certworth aggregate --data data/real --spark "--master yarn"',
    )
    .action(async (flags: CommonOptions & { spark?: string }) => {
      process.exitCode = await withRun(
        "aggregate",
        flags.data,
        effectsOf(flags),
        async ({ dataDir, effects, vocabulary, stage }) => {
          const spark = flags.spark === undefined ? undefined : sparkOptions(flags.spark);
          const result = await stage(
            "aggregate",
            () => aggregate({ dataDir, vocabulary, effects }, spark),
            ({ tables }) => ({ tables: tables.length }),
          );
          print(flags, result, [
            `Made ${result.tables.length} tables in ${result.seconds.toFixed(1)} s: ${result.path}`,
          ]);
          return EXIT.done;
        },
      );
    });
};
