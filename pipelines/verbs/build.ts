import { type Command, Option } from "commander";
import { EXIT, withRun } from "../run.js";
import { build } from "../stages/build.js";
import { type CommonOptions, common, effectsOf, monthFlag, print } from "./context.js";

export const buildVerb = (program: Command): void => {
  common(program.command("build"))
    .description("lake -> warehouse.duckdb: built beside, checked, swapped")
    .option("--as-of <month>", "YYYY-MM: leave out what was posted after that month", monthFlag)
    .addOption(
      new Option(
        "--from-aggregates",
        'from what "certworth aggregate" counted: series, statuses and ranks, no postings',
      ).conflicts("asOf"),
    )
    .addHelpText(
      "after",
      "\nExample: certworth build --data data/real\n         certworth build --data data/real --as-of 2016-12\n         certworth build --data data/county --from-aggregates",
    )
    .action(async (flags: CommonOptions & { asOf?: string; fromAggregates?: boolean }) => {
      process.exitCode = await withRun("build", flags.data, effectsOf(flags), async (run) => {
        const result = await run.stage(
          "build",
          () => build(run, { asOf: flags.asOf, fromAggregates: flags.fromAggregates }),
          ({ built }) => ({ built: Number(built) }),
        );
        const done = `Built ${result.path} in ${result.seconds.toFixed(1)} s; ${result.checks.length} checks passed.`;
        print(flags, result, [
          result.built
            ? done
            : `Nothing to do: the warehouse is up to date with the ${flags.fromAggregates ? "aggregates" : "lake"}.`,
        ]);
        return EXIT.done;
      });
    });
};
