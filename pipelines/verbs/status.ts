import { resolve } from "node:path";
import type { Command } from "commander";
import { noticeOf } from "../alarms/deliver.js";
import { readAlarms } from "../alarms.js";
import { formatStatus } from "../status/text.js";
import { lakeStatus, readStatus } from "../status.js";
import { type CommonOptions, common, print } from "./context.js";

export const statusVerb = (program: Command): void => {
  common(program.command("status"))
    .description("last runs, health of each source, what is quarantined, disk used")
    .addHelpText("after", "\nExample: certworth status --data data/demo")
    .action(async (flags: CommonOptions) => {
      const dataDir = resolve(flags.data);
      const { alarms } = noticeOf("status", 0, await readAlarms(dataDir, new Date()));
      const status = { ...readStatus(dataDir, new Date(), await lakeStatus(dataDir)), alarms };
      print(flags, status, [formatStatus(status)]);
    });
};
