import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import { evaluateGold, evaluatePostings, formatEvaluation } from "../evaluate.js";
import { evaluateFacts } from "../evaluation/facts.js";
import { formatLabelled } from "../evaluation/labelled/markdown.js";
import { evaluateLabelled } from "../evaluation/labelled.js";
import { readLabels } from "../evaluation/labels.js";
import { saveQuality, saveUnseen } from "../evaluation/save-quality.js";
import { loadVocabulary } from "../vocabulary.js";
import { type CommonOptions, common, print, UsageError } from "./context.js";

interface EvaluateOptions extends CommonOptions {
  labelled?: string;
  save: boolean;
}

export const evaluateVerb = (program: Command): void => {
  common(program.command("evaluate"))
    .description("precision, recall and F1 on gold data or on public labelled sets, with 95 % intervals")
    .argument(
      "[gold]",
      "a gold file, one posting a line; or labels without texts (.csv), of postings that --data holds",
    )
    .option("--labelled <folder>", "skills on the public sets of this folder, beside the published figures")
    .option("--save", "put the figures, with those of the facts' gold tables, where the site reads them", false)
    .addHelpText(
      "after",
      "\nExample: certworth evaluate gold.jsonl\n         certworth evaluate test/gold/unseen.csv --data data/real\n         certworth evaluate --labelled labelled/",
    )
    .action(async (gold: string | undefined, flags: EvaluateOptions) => {
      const { labelled } = flags;
      if ((gold === undefined) === (labelled === undefined))
        throw new UsageError("either a gold file or --labelled with a folder is expected.");
      const { extractor } = loadVocabulary();
      if (gold?.endsWith(".csv")) {
        const { gold: postings, missing } = await readLabels(gold, flags.data);
        if (postings.length === 0)
          throw new UsageError(
            `${flags.data} holds none of the ${missing} postings that ${gold} labels, as they were then.`,
          );
        const report = evaluatePostings(gold, postings, extractor);
        if (flags.save) saveUnseen(report, new Date().toISOString().slice(0, 10));
        const lacking =
          missing === 0 ? [] : [`${missing} labelled postings are not in ${flags.data} as they were then.`];
        print(flags, { ...report, missing }, [formatEvaluation(report), ...lacking]);
        return;
      }
      if (gold !== undefined) {
        const report = evaluateGold(gold, extractor);
        if (flags.save) {
          const facts = evaluateFacts(packagePath("test", "gold"), extractor);
          saveQuality({ report, facts, on: new Date().toISOString().slice(0, 10) });
        }
        print(flags, report, [formatEvaluation(report)]);
        return;
      }
      const report = evaluateLabelled(labelled!, extractor);
      print(flags, report, [formatLabelled(report)]);
    });
};
