import { resolve } from "node:path";
import type { Command } from "commander";
import { agreementLines, readAgreement } from "../agreement.js";
import { type CommonOptions, common, print } from "./context.js";

export const agreementVerb = (program: Command): void => {
  common(program.command("agreement"))
    .description("rank correlation of the occupations' trends with the BLS projections that were loaded")
    .addHelpText("after", "\nExample: certworth agreement --data data/real --json")
    .action(async (flags: CommonOptions) => {
      const report = await readAgreement(resolve(flags.data));
      print(flags, report, agreementLines(report));
    });
};
