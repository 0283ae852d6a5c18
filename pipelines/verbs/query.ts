import { resolve } from "node:path";
import type { Command } from "commander";
import { OUTPUT_FORMATS, type OutputFormat, runQuery } from "../../warehouse/query.js";
import { type CommonOptions, common, UsageError } from "./context.js";

export const queryVerb = (program: Command): void => {
  common(program.command("query"))
    .description("read-only SQL over the warehouse")
    .argument("<sql>")
    .option("--format <format>", OUTPUT_FORMATS.join(", "), "table")
    .option("--out <file>", "write there instead of stdout")
    .addHelpText(
      "after",
      `\nExample: certworth query "SELECT status, count(*) FROM marts.certificate_signal GROUP BY 1"`,
    )
    .action(async (sql: string, flags: CommonOptions & { format: string; out?: string }) => {
      const format = flags.json ? "json" : flags.format;
      if (!(OUTPUT_FORMATS as readonly string[]).includes(format))
        throw new UsageError(`--format: "${format}" is not one of ${OUTPUT_FORMATS.join(", ")}`);
      const out = flags.out === undefined ? {} : { out: resolve(flags.out) };
      const text = await runQuery({ dataDir: resolve(flags.data), sql, format: format as OutputFormat, ...out });
      if (typeof text === "string") process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    });
};
