import type { Command } from "commander";
import { evaluateGold, formatEvaluation } from "../evaluate.js";
import { loadVocabulary } from "../vocabulary.js";
import { type CommonOptions, common, print } from "./context.js";

export const evaluateVerb = (program: Command): void => {
  common(program.command("evaluate"))
    .description("precision, recall and F1 on gold data, with 95 % intervals")
    .argument("<gold>", "a gold file, one posting a line")
    .addHelpText("after", "\nExample: certworth evaluate gold.jsonl")
    .action((gold: string, flags: CommonOptions) => {
      const report = evaluateGold(gold, loadVocabulary().extractor);
      print(flags, report, [formatEvaluation(report)]);
    });
};
