import type { Command } from "commander";
import { EXIT, withRun } from "../run.js";
import { extract } from "../stages/extract.js";
import { streamExtract } from "../stages/stream.js";
import { loadVocabulary } from "../vocabulary.js";
import { type CommonOptions, common, defaultWorkers, effectsOf, print, wholeNumber } from "./context.js";

export const extractVerb = (program: Command): void => {
  common(program.command("extract"))
    .description("facts for every posting of the lake that lacks them; with --stdin, a worker for any engine")
    .option("--workers <n>", "worker threads", wholeNumber, defaultWorkers())
    .option("--stdin", "one JSON object a line in, one a line out", false)
    .option("--evidence", "with --stdin: the words around each mention as well", false)
    .addHelpText("after", `\nExample: echo '{"id":"1","text":"CCNA required"}' | certworth extract --stdin`)
    .action(async (flags: CommonOptions & { workers: number; stdin: boolean; evidence: boolean }) => {
      if (flags.stdin) {
        const { evidence } = flags;
        await streamExtract(process.stdin, process.stdout, loadVocabulary().extractor, { evidence });
        return;
      }
      process.exitCode = await withRun(
        "extract",
        flags.data,
        effectsOf(flags),
        async ({ dataDir, effects, vocabulary, stage }) => {
          const result = await stage(
            "extract",
            () => extract({ dataDir, effects, vocabulary, workers: flags.workers }),
            ({ files, postings, mentions }) => ({ files, postings, mentions }),
          );
          const done = `Extracted ${result.mentions} mentions from ${result.postings} postings in ${result.seconds.toFixed(1)} s.`;
          print(flags, result, [result.files === 0 ? "Nothing to do: every posting has its facts." : done]);
          return EXIT.done;
        },
      );
    });
};
