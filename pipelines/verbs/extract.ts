import type { Command } from "commander";
import { EXIT, withRun } from "../run.js";
import { extractOnSpark } from "../spark/extract.js";
import { extract } from "../stages/extract.js";
import { streamExtract } from "../stages/stream.js";
import { loadVocabulary } from "../vocabulary.js";
import {
  type CommonOptions,
  common,
  defaultWorkers,
  effectsOf,
  print,
  SPARK_FLAG,
  sparkOptions,
  wholeNumber,
} from "./context.js";

interface ExtractFlags extends CommonOptions {
  workers: number;
  stdin: boolean;
  evidence: boolean;
  spark?: string;
}

const onSpark = (flags: ExtractFlags, options: string[]): Promise<number> =>
  withRun("extract", flags.data, effectsOf(flags), async ({ dataDir, effects, vocabulary, stage }) => {
    const result = await stage(
      "extract",
      () => extractOnSpark({ dataDir, effects, vocabulary, options }),
      ({ files, errors }) => ({ files, errors }),
    );
    const unread = result.errors === 0 ? "" : `; ${result.errors} postings could not be read`;
    print(flags, result, [
      `Extracted ${result.files} files of postings on Spark in ${result.seconds.toFixed(1)} s${unread}.`,
    ]);
    return EXIT.done;
  });

export const extractVerb = (program: Command): void => {
  common(program.command("extract"))
    .description("facts for every posting of the lake that lacks them; with --stdin, a worker for any engine")
    .option("--workers <n>", "worker threads", wholeNumber, defaultWorkers())
    .option("--stdin", "one JSON object a line in, one a line out", false)
    .option(...SPARK_FLAG)
    .option("--evidence", "with --stdin: the words around each mention as well", false)
    .addHelpText("after", `\nExample: echo '{"id":"1","text":"CCNA required"}' | certworth extract --stdin`)
    .action(async (flags: ExtractFlags) => {
      if (flags.stdin) {
        const { evidence } = flags;
        await streamExtract(process.stdin, process.stdout, loadVocabulary().extractor, { evidence });
        return;
      }
      if (flags.spark !== undefined) {
        process.exitCode = await onSpark(flags, sparkOptions(flags.spark));
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
