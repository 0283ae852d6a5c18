import type { Command } from "commander";
import { readRetention } from "../retention.js";
import { EXIT, type Run, withRun } from "../run.js";
import { applyPrune, planPrune } from "../stages/prune.js";
import { type CommonOptions, common, effectsOf, print } from "./context.js";

interface PruneFlags extends CommonOptions {
  apply: boolean;
  keep?: string;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

const prune = async (run: Run, flags: PruneFlags): Promise<number> => {
  const { dataDir, effects, vocabulary } = run;
  const rules = readRetention(dataDir, flags.keep);
  const plan = planPrune({ dataDir, rules, now: effects.now(), extractor: vocabulary.extractor.version });
  await run.stage(
    "prune",
    async () => (flags.apply ? applyPrune(dataDir, plan) : undefined),
    () => ({ files_pruned: flags.apply ? plan.reduce((sum, { files }) => sum + files.length, 0) : 0 }),
  );
  const lines = plan.map(
    ({ rule, what, files, bytes }) => `${rule}=${rules[rule]}: ${files.length} files of ${what}, ${megabytes(bytes)}`,
  );
  const end = flags.apply ? "Removed." : "Nothing was removed; --apply removes it.";
  print(flags, { applied: flags.apply, rules, pruned: plan }, [...lines, end]);
  return EXIT.done;
};

export const pruneVerb = (program: Command): void => {
  common(program.command("prune"))
    .description("what the retention rules let go: shown, and removed with --apply")
    .option("--apply", "remove it", false)
    .option("--keep <rules>", "rules other than those of retention.yaml, e.g. raw_days=90,warehouses=3")
    .addHelpText("after", "\nExample: certworth prune --data data/live --keep raw_days=90")
    .action(async (flags: PruneFlags) => {
      const work = (run: Run): Promise<number> => prune(run, flags);
      process.exitCode = await withRun("prune", flags.data, effectsOf(flags), work, { needsRoom: false });
    });
};
