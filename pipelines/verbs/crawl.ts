import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import type { Source } from "../../models/source.js";
import type { BudgetOptions } from "../crawl/budget.js";
import { detectReport } from "../crawl/detect.js";
import { passingAccount } from "../crawl/polite-fetch.js";
import { inShard, parseShard, type Shard } from "../crawl/shard.js";
import type { DemoOptions } from "../demo/options.js";
import { openLake } from "../lake.js";
import { withNight } from "../night.js";
import { EXIT, withRun } from "../run.js";
import { readSources } from "../sources-file.js";
import { crawl } from "../stages/crawl.js";
import { nightly } from "../stages/nightly.js";
import { userAgentFor } from "./agent.js";
import {
  budgetFlag,
  type CommonOptions,
  common,
  defaultWorkers,
  effectsOf,
  print,
  timeFlag,
  UsageError,
  wholeNumber,
} from "./context.js";
import { demoNight, marketFlags } from "./demo.js";
import { namedSources } from "./named-sources.js";
import { politeAsk } from "./polite-ask.js";

interface CrawlFlags extends CommonOptions {
  sources: string;
  only?: string;
  budget: BudgetOptions;
  shard?: Shard;
  allowLoopback: boolean;
}

type NightFlags = CrawlFlags & DemoOptions & { workers: number; demo: boolean; port: number; within?: number };

const DEFAULT_BUDGET = "5000requests";

const crawlFlags = (command: Command): Command =>
  common(command)
    .option("--sources <file>", "the boards to ask", packagePath("pipelines", "sources.yaml"))
    .option("--only <ids>", "only these sources, separated by commas")
    .option("--shard <i/n>", "only the i-th of n parts, split by host", parseShard)
    .option(
      "--budget <requests|time>",
      "what the crawl may cost, e.g. 200requests or 10m",
      budgetFlag,
      budgetFlag(DEFAULT_BUDGET),
    )
    .option("--allow-loopback", "let sources point at this machine or a private network", false);

const chosen = (flags: Pick<CrawlFlags, "sources" | "only" | "shard">): Source[] => {
  const { only, shard } = flags;
  const sources = only === undefined ? readSources(flags.sources) : namedSources(flags.sources, only);
  return shard === undefined ? sources : sources.filter((source) => inShard(source, shard));
};

/** Requests that finding out a page's platform may take. */
const DETECT_BUDGET = { requests: 20 };

/** Says which platform a careers page runs on and what to add to the sources; exit 1 where it is none we know. */
const detect = async (flags: CrawlFlags, asked: string): Promise<number> => {
  const address = /^https?:\/\//i.test(asked) ? asked : `https://${asked}`;
  if (!URL.canParse(address))
    throw new UsageError(`--detect: "${asked}" is no address such as https://example.org/careers`);
  const { data, allowLoopback } = flags;
  const source: Source = { id: "detect", platform: "", board: "", base_url: address, enabled: true };
  const options = { data, effects: effectsOf(flags), sources: [source], allowLoopback, budget: DETECT_BUDGET };
  const { fetch, close } = politeAsk(options);
  const account = passingAccount("detect");
  const { text, found } = await detectReport(address, (url) => fetch.ask({ url }, account)).finally(close);
  process.stdout.write(`${text}\n`);
  return found ? EXIT.done : EXIT.failed;
};

export const crawlVerb = (program: Command): void => {
  crawlFlags(program.command("crawl"))
    .description("fetch postings into the lake")
    .addHelpText(
      "after",
      "\nExample: CERTWORTH_CONTACT=you@example.org certworth crawl --only stripe --budget 20requests",
    )
    .option("--detect <url>", "say which platform a careers page runs on, and the entry to add")
    .action(async (flags: CrawlFlags & { detect?: string }) => {
      if (flags.detect !== undefined) {
        process.exitCode = await detect(flags, flags.detect);
        return;
      }
      const sources = chosen(flags);
      const userAgent = userAgentFor(sources);
      process.exitCode = await withRun("crawl", flags.data, effectsOf(flags), async (run) => {
        const lake = openLake(run.dataDir);
        const { budget, allowLoopback } = flags;
        const result = await run.stage(
          "crawl",
          () => crawl({ lake, effects: run.effects, sources, userAgent, allowLoopback, budget, ownThread: true }),
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
    .option("--within <time>", "what the whole night may take, e.g. 3h: the crawl leaves time for the rest", timeFlag)
    .option("--demo", "on the embedded demo market", false)
    .option("--port <n>", "first port of the demo market's boards; 0 takes free ones", wholeNumber, 0)
    .addHelpText("after", "\nExample: certworth nightly --demo --data data/demo")
    .action(async (flags: NightFlags) => {
      if (flags.demo) {
        process.exitCode = await demoNight(flags);
        return;
      }
      const sources = chosen(flags);
      const userAgent = userAgentFor(sources);
      process.exitCode = await withNight(flags.data, effectsOf(flags), async (run) => {
        const lake = openLake(run.dataDir);
        const { budget, allowLoopback, workers, within } = flags;
        const time = within === undefined ? {} : { within };
        const result = await nightly(run, { lake, sources, userAgent, allowLoopback, budget, workers, ...time });
        lake.close();
        print(flags, result, [...result.lines, ...result.findings.map((finding) => `  ${finding}`)]);
        return result.exit;
      });
    });
};
