import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import type { Source } from "../../models/source.js";
import type { DemoOptions } from "../demo/options.js";
import { openLake } from "../lake.js";
import { EXIT, withRun } from "../run.js";
import { readSources } from "../sources-file.js";
import { crawl } from "../stages/crawl.js";
import { nightly } from "../stages/nightly.js";
import { userAgentFor } from "./agent.js";
import { type CommonOptions, common, defaultWorkers, effectsOf, print, UsageError, wholeNumber } from "./context.js";
import { demoNight, marketFlags } from "./demo.js";

interface CrawlFlags extends CommonOptions {
  sources: string;
  only?: string;
  budget: number;
  allowLoopback: boolean;
}

const DEFAULT_BUDGET = 5000;

const requests = (text: string): number => wholeNumber(text.replace(/requests?$/, ""));

const crawlFlags = (command: Command): Command =>
  common(command)
    .option("--sources <file>", "the boards to ask", packagePath("pipelines", "sources.yaml"))
    .option("--only <ids>", "only these sources, separated by commas")
    .option("--budget <requests>", "requests that the run may make, e.g. 200requests", requests, DEFAULT_BUDGET)
    .option("--allow-loopback", "let sources point at this machine or a private network", false);

const chosen = (flags: CrawlFlags): Source[] => {
  const sources = readSources(flags.sources);
  if (flags.only === undefined) return sources;
  const wanted = new Set(flags.only.split(","));
  const unknown = [...wanted].filter((id) => !sources.some((source) => source.id === id));
  if (unknown.length > 0) throw new UsageError(`--only: ${flags.sources} has no source ${unknown.join(", ")}`);
  return sources.filter((source) => wanted.has(source.id));
};

export const crawlVerb = (program: Command): void => {
  crawlFlags(program.command("crawl"))
    .description("fetch postings into the lake")
    .addHelpText(
      "after",
      "\nExample: CERTWORTH_CONTACT=you@example.org certworth crawl --only stripe --budget 20requests",
    )
    .action(async (flags: CrawlFlags) => {
      const sources = chosen(flags);
      const userAgent = userAgentFor(sources);
      process.exitCode = await withRun("crawl", flags.data, effectsOf(flags), async (run) => {
        const lake = openLake(run.dataDir);
        const { budget, allowLoopback } = flags;
        const result = await run.stage(
          "crawl",
          () => crawl({ lake, effects: run.effects, sources, userAgent, allowLoopback, budget }),
          ({ added, changed, unchanged }) => ({ added, changed, unchanged }),
        );
        lake.close();
        run.sources.push(...result.outcomes);
        print(flags, result, [
          `Crawled ${result.outcomes.length} sources (${result.skipped} were crawled today already): ${result.added} new postings, ${result.changed} changed, ${result.unchanged} known.`,
        ]);
        return result.outcomes.some((outcome) => outcome.censored) ? EXIT.partial : EXIT.done;
      });
    });
};

export const nightlyVerb = (program: Command): void => {
  marketFlags(crawlFlags(program.command("nightly")))
    .description("crawl, extract, build, check, report: the scheduled run")
    .option("--workers <n>", "worker threads of the extraction", wholeNumber, defaultWorkers())
    .option("--demo", "on the embedded demo market", false)
    .addHelpText("after", "\nExample: certworth nightly --demo --data data/demo")
    .action(async (flags: CrawlFlags & DemoOptions & { workers: number; demo: boolean }) => {
      if (flags.demo) {
        process.exitCode = await demoNight(flags);
        return;
      }
      const sources = chosen(flags);
      const userAgent = userAgentFor(sources);
      process.exitCode = await withRun("nightly", flags.data, effectsOf(flags), async (run) => {
        const lake = openLake(run.dataDir);
        const { budget, allowLoopback, workers } = flags;
        const result = await nightly(run, { lake, sources, userAgent, allowLoopback, budget, workers });
        lake.close();
        print(flags, result, [...result.lines, ...result.findings.map((finding) => `  ${finding}`)]);
        return result.exit;
      });
    });
};
