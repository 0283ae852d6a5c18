import type { Command } from "commander";
import { importCorpus } from "../corpus.js";
import { openLake, openLakeAnywhere } from "../lake.js";
import { EXIT, withRun } from "../run.js";
import { importFiles } from "../stages/import.js";
import { refresh } from "../stages/nightly.js";
import { type CommonOptions, common, defaultWorkers, effectsOf, print, wholeNumber } from "./context.js";

interface ImportFlags extends CommonOptions {
  format: string;
  map?: string;
  source?: string;
}

export const importVerb = (program: Command): void => {
  common(program.command("import"))
    .description("bring postings that already exist as files into the lake")
    .argument("<path...>", "files or folders, plain or gzip")
    .requiredOption("--format <format>", "csv, ndjson, json, parquet, warc, hn, or a platform's name")
    .option("--map <file>", "which column is what; without it our own shape is expected")
    .option("--source <id>", "the source id of what has none of its own")
    .addHelpText(
      "after",
      "\nExample: certworth import postings.csv --format csv --map my-columns.json --source county-archive",
    )
    .action(async (paths: string[], flags: ImportFlags) => {
      process.exitCode = await withRun("import", flags.data, effectsOf(flags), async ({ dataDir, effects, stage }) => {
        const lake = await openLakeAnywhere(dataDir);
        const { format, map, source } = flags;
        const own = { ...(map === undefined ? {} : { map }), ...(source === undefined ? {} : { source }) };
        const result = await stage(
          "import",
          () => importFiles({ lake, effects, paths, format, ...own }),
          ({ added, changed, unchanged, refused }) => ({ added, changed, unchanged, refused }),
        );
        lake.close();
        print(flags, result, importSentences(result));
        return EXIT.done;
      });
    });
};

const importSentences = (result: {
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  skipped: number;
}): string[] => [
  `Imported ${result.added} new postings, ${result.changed} changed, ${result.unchanged} known; ${result.refused} rows refused${result.refused > 0 ? ' (see "certworth status")' : ""}; ${result.skipped} inputs were imported before.`,
];

export const corpusVerb = (program: Command): void => {
  common(program.command("corpus"))
    .description("import a folder of corpora by the committed maps, then extract, build and report")
    .argument("<folder>")
    .option("--workers <n>", "worker threads of the extraction", wholeNumber, defaultWorkers())
    .option("--quotes", "let the site quote the postings' words; without it counts only are published", false)
    .addHelpText("after", "\nExample: certworth corpus ../shared/data --data data/real")
    .action(async (root: string, flags: CommonOptions & { workers: number; quotes: boolean }) => {
      process.exitCode = await withRun("corpus", flags.data, effectsOf(flags), async (run) => {
        const lake = openLake(run.dataDir);
        const result = await run.stage(
          "import",
          () => importCorpus({ lake, effects: run.effects, root }),
          ({ added, changed, unchanged, refused }) => ({ added, changed, unchanged, refused }),
        );
        lake.close();
        const { lines, findings } = await refresh(run, flags);
        const peak = `Largest resident size: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`;
        print(flags, { ...result, findings }, [
          ...importSentences(result),
          ...lines,
          peak,
          ...findings.map((finding) => `  ${finding}`),
        ]);
        return EXIT.done;
      });
    });
};
