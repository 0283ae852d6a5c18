import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import { loadTaxonomy } from "../../models/taxonomy/load.js";
import { layout } from "../lake/layout.js";
import { refusalSentence } from "../refusal-log.js";
import { type Audited, audit } from "../stages/audit.js";
import { textTable } from "../text-table.js";
import { type CommonOptions, common, print } from "./context.js";

interface AuditFlags extends CommonOptions {
  region?: string;
  overrides?: string;
  out: string;
}

const tally = (values: readonly string[]): string[][] =>
  [...new Set(values)].map((value) => [value, String(values.filter((one) => one === value).length)]);

const lines = ({ audit: { lines, doubtful, unmatched, leftOut }, refused, files }: Audited): string[] => {
  const matched = [...lines.map(({ offered }) => offered), ...doubtful, ...unmatched, ...leftOut];
  return [
    ...refused.map(refusalSentence),
    textTable([["matched", "names"], ...tally(matched.map(({ method }) => method))]),
    "",
    textTable([["call", "certificates"], ...tally(lines.map(({ verdict }) => verdict.call))]),
    "",
    ...(doubtful.length === 0
      ? []
      : [
          `${doubtful.length} names are in doubt: fill in certificate_id (an id, or none) in to-settle.csv and give it as --overrides.`,
        ]),
    `Wrote ${files.join(", ")}`,
  ];
};

export const auditVerb = (program: Command): void => {
  common(program.command("audit"))
    .description("a school's or district's own list of certificates against demand: keep, watch, replace")
    .argument("<offered.csv>", "names, and where it has them numbers earned, cost and hours")
    .option("--region <code>", "demand there, e.g. US-NM; all regions where too few ask")
    .option("--overrides <file>", "CSV of name and certificate_id (or none): what a person settled")
    .option("--out <dir>", "where audit.html, audit.csv and to-settle.csv go", "audit")
    .addHelpText("after", "\nExample: certworth audit offered.csv --region US-NM --out audit --data data/demo")
    .action(async (file: string, flags: AuditFlags) => {
      const dataDir = resolve(flags.data);
      const extra = layout(dataDir).taxonomy;
      const taxonomy = loadTaxonomy(packagePath("models", "taxonomy"), existsSync(extra) ? { extra } : {});
      const { region = null, overrides = null, out } = flags;
      const result = await audit({ dataDir, taxonomy, file, region, overrides, out: resolve(out) });
      print(flags, result, lines(result));
    });
};
