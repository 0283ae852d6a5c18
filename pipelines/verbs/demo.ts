import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { BudgetOptions } from "../crawl/budget.js";
import { writeArchive } from "../demo/archive.js";
import { serveBoards } from "../demo/boards.js";
import { simulateMarket } from "../demo/market.js";
import { DEMO_DEFAULTS, type DemoOptions } from "../demo/options.js";
import { openLake } from "../lake.js";
import { withNight } from "../night.js";
import { importFiles } from "../stages/import.js";
import { nightly } from "../stages/nightly.js";
import { userAgentFor } from "./agent.js";
import { type CommonOptions, common, effectsOf, print, wholeNumber } from "./context.js";

interface DemoFlags extends CommonOptions, DemoOptions {
  out: string;
  serve: boolean;
  port: number;
}

/** The options of the simulated market, for every verb that makes one. */
export const marketFlags = (command: Command): Command =>
  command
    .option("--years <n>", "years of history", wholeNumber, DEMO_DEFAULTS.years)
    .option("--seed <n>", "another seed is another market", wholeNumber, DEMO_DEFAULTS.seed)
    .option("--postings <n>", "about how many postings over all years", wholeNumber, DEMO_DEFAULTS.postings)
    .option("--today <date>", "the market's last day", DEMO_DEFAULTS.today);

/** The whole demonstration: archive of past years, today's boards over real HTTP, then a nightly run on them. */
export const demoNight = (
  flags: CommonOptions & DemoOptions & { budget: BudgetOptions; workers: number; port: number },
): Promise<number> =>
  withNight(flags.data, effectsOf(flags), async (run) => {
    const { years, seed, postings, today } = flags;
    const market = simulateMarket({ years, seed, postings, today });
    const lake = openLake(run.dataDir, { simulated: true });
    // The market's own day stands in for today: the simulation must not depend on when somebody runs it.
    const effects = { ...run.effects, now: () => new Date(`${today}T02:00:00Z`) };
    const paths = await run.stage(
      "demo",
      () => writeArchive(market, join(run.dataDir, "demo")),
      (files) => ({ archive_files: files.length }),
    );
    const imported = await run.stage(
      "import",
      () => importFiles({ lake, effects, paths, format: "ndjson" }),
      ({ added, skipped, refused }) => ({ imported: added, inputs_skipped: skipped, refused }),
    );
    const boards = await serveBoards(market, { port: flags.port });
    try {
      const { sources } = boards;
      const { budget, workers } = flags;
      const options = { lake, sources, userAgent: userAgentFor(sources), allowLoopback: true, budget, workers };
      const night = await nightly({ ...run, effects }, options);
      const archive =
        imported.added === 0
          ? "The archive of the simulated market was imported before."
          : `Imported ${imported.added} postings of the simulated market's archive.`;
      const findings = [
        "The three strongest findings (simulated):",
        ...night.findings.map((finding) => `  - ${finding}`),
      ];
      print(flags, night, [archive, ...night.lines, ...findings]);
      return night.exit;
    } finally {
      lake.close();
      await boards.close();
    }
  });

export const demoVerb = (program: Command): void => {
  marketFlags(common(program.command("demo")))
    .description("write the simulated labour market's archive, or serve its boards on loopback")
    .option("--out <dir>", "where the archive goes", "demo-archive")
    .option("--serve", "serve today's boards instead, until interrupted", false)
    .option("--port <n>", "0 takes a free one", wholeNumber, 0)
    .addHelpText("after", "\nExample: certworth demo --years 4 --seed 11 --out /tmp/archive")
    .action(async (flags: DemoFlags) => {
      const { years, seed, postings, today } = flags;
      const market = simulateMarket({ years, seed, postings, today });
      if (flags.serve) {
        const { sources } = await serveBoards(market, { port: flags.port });
        // JSON is YAML: what is printed can be saved as a sources file.
        process.stdout.write(`${JSON.stringify(sources, null, 1)}\n`);
        return;
      }
      const files = await writeArchive(market, resolve(flags.out));
      print(flags, { files }, files);
    });
};
