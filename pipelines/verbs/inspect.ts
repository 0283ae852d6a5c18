import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { inspectPosting } from "../inspect.js";
import { loadVocabulary } from "../vocabulary.js";
import { type CommonOptions, common } from "./context.js";

export const inspectVerb = (program: Command): void => {
  common(program.command("inspect"))
    .description("one posting with every mention, its span, rule and requirement level")
    .argument("<file>", "a text or html file, or - for stdin")
    .option("--title <title>", "the posting's title", "")
    .addHelpText("after", "\nExample: echo 'CCNA or Network+ preferred' | certworth inspect -")
    .action((file: string, flags: CommonOptions & { title: string }) => {
      const text = readFileSync(file === "-" ? 0 : file, "utf8");
      const { extractor } = loadVocabulary();
      const color = process.stdout.isTTY === true && process.env.NO_COLOR === undefined;
      if (flags.json) process.stdout.write(`${JSON.stringify(extractor.extract({ title: flags.title, text }))}\n`);
      else process.stdout.write(`${inspectPosting(extractor, { title: flags.title, text }, { color })}\n`);
    });
};
