import { resolve } from "node:path";
import type { Command } from "commander";
import { formatStatus } from "../status/text.js";
import { readStatus } from "../status.js";
import { type CommonOptions, common, print } from "./context.js";

export const statusVerb = (program: Command): void => {
  common(program.command("status"))
    .description("last runs, health of each source, what is quarantined, disk used")
    .addHelpText("after", "\nExample: certworth status --data data/demo")
    .action((flags: CommonOptions) => {
      const status = readStatus(resolve(flags.data));
      print(flags, status, [formatStatus(status)]);
    });
};
