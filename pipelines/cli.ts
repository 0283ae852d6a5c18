#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { endWithReader } from "./closed-pipe.js";
import { interrupt } from "./interruption.js";
import { EXIT, exitCodeOf } from "./run.js";
import { version } from "./verbs/context.js";

type AddVerb = (program: Command) => void;

/** Each verb and the module that knows it. Only the module that is asked for is loaded: `inspect` need not wait for crawlee. */
const VERBS: Record<string, () => Promise<AddVerb>> = {
  nightly: async () => (await import("./verbs/crawl.js")).nightlyVerb,
  demo: async () => (await import("./verbs/demo.js")).demoVerb,
  crawl: async () => (await import("./verbs/crawl.js")).crawlVerb,
  import: async () => (await import("./verbs/import.js")).importVerb,
  corpus: async () => (await import("./verbs/import.js")).corpusVerb,
  extract: async () => (await import("./verbs/extract.js")).extractVerb,
  aggregate: async () => (await import("./verbs/aggregate.js")).aggregateVerb,
  build: async () => (await import("./verbs/build.js")).buildVerb,
  report: async () => (await import("./verbs/report.js")).reportVerb,
  query: async () => (await import("./verbs/query.js")).queryVerb,
  inspect: async () => (await import("./verbs/inspect.js")).inspectVerb,
  backtest: async () => (await import("./verbs/backtest.js")).backtestVerb,
  calibrate: async () => (await import("./verbs/calibrate.js")).calibrateVerb,
  audit: async () => (await import("./verbs/audit.js")).auditVerb,
  evaluate: async () => (await import("./verbs/evaluate.js")).evaluateVerb,
  taxonomy: async () => (await import("./verbs/taxonomy.js")).taxonomyVerb,
  tables: async () => (await import("./verbs/tables.js")).tablesVerb,
  agreement: async () => (await import("./verbs/agreement.js")).agreementVerb,
  sources: async () => (await import("./verbs/sources.js")).sourcesVerb,
  status: async () => (await import("./verbs/status.js")).statusVerb,
  schedule: async () => (await import("./verbs/schedule.js")).scheduleVerb,
  prune: async () => (await import("./verbs/prune.js")).pruneVerb,
  check: async () => (await import("./verbs/check.js")).checkVerb,
  serve: async () => (await import("./verbs/serve.js")).serveVerb,
};

const program = new Command("certworth")
  .description("What a certificate is worth in the job market, measured from public job postings")
  .version(version)
  .exitOverride()
  .showHelpAfterError('(try "certworth VERB --help")');

const asked = VERBS[process.argv[2] ?? ""];
for (const load of asked ? [asked] : Object.values(VERBS)) (await load())(program);
for (const command of program.commands) command.exitOverride();

const interrupted = (): void => {
  if (interrupt()) process.stderr.write("\nstopping when what is under way is finished; once more stops at once\n");
  else {
    process.stderr.write("\ninterrupted; safe to run again\n");
    process.exit(EXIT.interrupted);
  }
};
process.on("SIGINT", interrupted);
process.on("SIGTERM", interrupted);
endWithReader(process.stdout);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
  else {
    process.stderr.write(
      `certworth: ${process.env.CERTWORTH_DEBUG ? (error as Error).stack : (error as Error).message}\n`,
    );
    process.exitCode = exitCodeOf(error);
  }
}
