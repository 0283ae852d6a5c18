import { resolve } from "node:path";
import type { Command } from "commander";
import { refusalSentence } from "../refusal-log.js";
import { EXIT, withRun } from "../run.js";
import { type ImportedTable, importTables, unknownSentence } from "../stages/tables.js";
import { tableKind } from "../tables/header.js";
import { type StoredSummary, storedTables } from "../tables/store.js";
import { textTable } from "../text-table.js";
import { type CommonOptions, common, effectsOf, print } from "./context.js";

interface ImportFlags extends CommonOptions {
  kind?: string;
  replace: boolean;
}

/** So many refused rows and unknown names are shown of a file; --json names them all. */
const SHOWN = 5;

const listed = (lines: readonly string[]): string[] => [
  ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
  ...(lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more: --json names them all`] : []),
];

const lines = ({ file, kind, layout, taken, stored, passedOver, refused, unknown }: ImportedTable): string[] => [
  `${file}: ${layout}: ${taken} rows taken, ${refused.length} refused, ${passedOver} passed over (subtotals, remarks); ${stored} rows of ${kind} stored`,
  ...listed(refused.map(refusalSentence)),
  ...listed(unknown.map(unknownSentence)),
];

const stored = (tables: readonly StoredSummary[]): string[] => {
  if (tables.length === 0) return ['No tables yet: "certworth tables import FILE" loads one.'];
  const rows = tables.map(({ kind, rows, files, unknown }) => [
    kind,
    String(rows),
    String(unknown.length),
    files.join(", "),
  ]);
  return [textTable([["kind", "rows", "unknown names", "files"], ...rows])];
};

export const tablesVerb = (program: Command): void => {
  const tables = program
    .command("tables")
    .description("tables of others beside the postings: BLS projections, OEWS wages, certificates earned")
    .addHelpText("after", "\nExample: certworth tables import occupation.csv oews-national-2024.csv earned.csv");
  common(tables.command("import"))
    .description("CSV files, known by their headers, into <data>/tables; the next build reads them")
    .argument("<file...>")
    .option("--kind <kind>", "bls-projections, oews or supply: refuse what is of another kind")
    .option("--replace", "forget what was stored of these kinds before", false)
    .addHelpText("after", "\nExample: certworth tables import earned-2024.csv --kind supply")
    .action(async (files: string[], flags: ImportFlags) => {
      const kind = flags.kind === undefined ? {} : { kind: tableKind(flags.kind) };
      process.exitCode = await withRun("tables import", flags.data, effectsOf(flags), async (run) => {
        const { dataDir, effects, vocabulary } = run;
        const { replace } = flags;
        const result = await run.stage(
          "tables",
          () => importTables({ dataDir, effects, taxonomy: vocabulary.taxonomy, files, replace, ...kind }),
          (imported) => ({ rows: imported.reduce((sum, { taken }) => sum + taken, 0) }),
        );
        print(flags, result, result.flatMap(lines));
        return EXIT.done;
      });
    });
  common(tables.command("list"))
    .description("what is stored, and from which files")
    .addHelpText("after", "\nExample: certworth tables list --json")
    .action(async (flags: CommonOptions) => {
      const summaries = await storedTables(resolve(flags.data));
      print(flags, summaries, stored(summaries));
    });
};
