import { resolve } from "node:path";
import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import { loadTaxonomy } from "../../models/taxonomy/load.js";
import type { Taxonomy } from "../../models/taxonomy/taxonomy.js";
import { layout } from "../lake/layout.js";
import { EXIT, withRun } from "../run.js";
import { mineCandidates } from "../stages/candidates.js";
import { candidateLines, readCandidates } from "../taxonomy/candidates.js";
import { checkLines, checkVerb } from "../taxonomy/check.js";
import { importLines, importVerb } from "../taxonomy/import.js";
import { searchLines, searchVerb } from "../taxonomy/search.js";
import { showLines, showVerb } from "../taxonomy/show.js";
import { type CommonOptions, common, effectsOf, print, UsageError, wholeNumber } from "./context.js";

const shipped = (flags: CommonOptions): Taxonomy =>
  loadTaxonomy(packagePath("models", "taxonomy"), { extra: layout(resolve(flags.data)).taxonomy });

export const taxonomyVerb = (program: Command): void => {
  const taxonomy = program
    .command("taxonomy")
    .description("the vocabulary of certificates, skills and occupations")
    .addHelpText("after", "\nExample: certworth taxonomy show cisco-ccna");
  common(taxonomy.command("check"))
    .description("dangling ids, ambiguous surfaces without a context rule, circles")
    .action((flags: CommonOptions) => {
      const result = checkVerb(shipped(flags));
      print(flags, result, checkLines(result));
      if (result.problems.length > 0) process.exitCode = EXIT.checksFailed;
    });
  common(taxonomy.command("show"))
    .description("one certificate: its family, surfaces with their rules, skills and occupations")
    .argument("<id>")
    .action((id: string, flags: CommonOptions) => {
      const all = shipped(flags);
      if (!all.certificates.has(id))
        throw new UsageError(`no certificate has the id "${id}"; try "certworth taxonomy search ${id}"`);
      const card = showVerb(all, id);
      print(flags, card, showLines(card));
    });
  common(taxonomy.command("search"))
    .description("certificates by name or surface: exact, then prefix, then similar")
    .argument("<words...>")
    .action((words: string[], flags: CommonOptions) => {
      const found = searchVerb(shipped(flags), words.join(" "));
      print(flags, found, searchLines(found));
    });
  common(taxonomy.command("import"))
    .description("O*NET, ESCO and CareerOneStop files that you downloaded; the site shows their attribution")
    .argument("<path>", "a file, or the folder of a release")
    .action((path: string, flags: CommonOptions) => {
      const imported = importVerb(path, resolve(flags.data));
      print(flags, imported, importLines(imported));
    });
  candidatesVerb(taxonomy);
};

const candidatesVerb = (taxonomy: Command): void => {
  common(taxonomy.command("candidates"))
    .description("what postings call a certificate and the taxonomy lacks, by how many postings name it")
    .option("--min <n>", "postings that must name it", wholeNumber, 5)
    .option("--no-quotes", "without stretches of the postings")
    .action(async (flags: CommonOptions & { min: number; quotes: boolean }) => {
      process.exitCode = await withRun("taxonomy candidates", flags.data, effectsOf(flags), async (run) => {
        const { dataDir, effects, vocabulary } = run;
        const extractor = vocabulary.extractor.version;
        await run.stage(
          "candidates",
          () => mineCandidates({ dataDir, effects, extractor, taxonomy: vocabulary.taxonomy }),
          ({ files, postings, candidates }) => ({ files, postings, candidates }),
        );
        const rows = await readCandidates(
          { dataDir, extractor, min: flags.min, quotes: flags.quotes },
          vocabulary.taxonomy,
        );
        print(flags, rows, candidateLines(rows));
        return EXIT.done;
      });
    });
};
