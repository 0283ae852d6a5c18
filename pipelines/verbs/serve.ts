import { resolve } from "node:path";
import type { Command } from "commander";
import { serveSite } from "../../reports/serve.js";
import { layout } from "../lake/layout.js";
import { type CommonOptions, common, wholeNumber } from "./context.js";

export const serveVerb = (program: Command): void => {
  common(program.command("serve"))
    .description("the site, on loopback")
    .option("--port <n>", "0 takes a free one", wholeNumber, 8080)
    .addHelpText("after", "\nExample: certworth serve --data data/demo --port 8080")
    .action(async (flags: CommonOptions & { port: number }) => {
      const { port } = await serveSite({ dir: layout(resolve(flags.data)).site, port: flags.port });
      process.stdout.write(`http://127.0.0.1:${port}/\n`);
    });
};
