import { resolve } from "node:path";
import type { Command } from "commander";
import { EXIT, withRun } from "../run.js";
import { digest, report } from "../stages/report.js";
import { type CommonOptions, common, effectsOf, print } from "./context.js";

export const reportVerb = (program: Command): void => {
  common(program.command("report"))
    .description("warehouse -> site")
    .option("--out <dir>", "where the site goes (default: <data>/site)")
    .option("--no-quotes", "counts only: never quote the postings' words")
    .option("--base-url <url>", "where the site will stand: its feeds then link to it (or CERTWORTH_BASE_URL)")
    .option("--digest", "also the night's digest, as <data>/digest/digest.md and digest.html for a mail", false)
    .addHelpText("after", "\nExample: certworth report --out public")
    .action(async (flags: CommonOptions & { out?: string; quotes: boolean; baseUrl?: string; digest: boolean }) => {
      process.exitCode = await withRun("report", flags.data, effectsOf(flags), async ({ dataDir, effects, stage }) => {
        const out = flags.out === undefined ? undefined : resolve(flags.out);
        const { quotes, baseUrl } = flags;
        const result = await stage(
          "report",
          () => report(dataDir, { out, quotes, baseUrl, stop: effects.stop }),
          ({ pages }) => ({ pages }),
        );
        const megabytes = (result.explorerBytes / 1e6).toFixed(1);
        const done = `Wrote ${result.pages} pages in ${result.seconds.toFixed(1)} s, and explorer.duckdb of ${megabytes} MB.`;
        const night = flags.digest ? await digest(dataDir) : null;
        print(flags, night === null ? result : { ...result, digest: night }, [
          result.pages === 0 ? "Nothing to do: the site is up to date." : done,
          ...result.findings,
          ...(night === null ? [] : [`Digest: ${night.lead} ${night.markdown} ${night.html}`]),
        ]);
        return EXIT.done;
      });
    });
};
