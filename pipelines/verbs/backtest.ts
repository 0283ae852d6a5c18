import { resolve } from "node:path";
import type { Command } from "commander";
import { backtest, formatBacktest } from "../backtest.js";
import { type CommonOptions, common, print } from "./context.js";

export const backtestVerb = (program: Command): void => {
  common(program.command("backtest"))
    .description("rolling-origin backtest over the warehouse: forecasts and calls of earlier years beside what came")
    .option("--skills", "of the skills, in place of the certificates", false)
    .addHelpText("after", "\nExample: certworth backtest --data data/real\n         certworth backtest --skills --json")
    .action(async (flags: CommonOptions & { skills: boolean }) => {
      const report = await backtest(resolve(flags.data), flags.skills ? "skills" : "certificates");
      print(flags, report, [formatBacktest(report)]);
    });
};
