import type { Command } from "commander";
import { packagePath } from "../../models/package-root.js";
import type { Source } from "../../models/source.js";
import type { BudgetOptions } from "../crawl/budget.js";
import { EXIT } from "../run.js";
import { markVerified, readSources } from "../sources-file.js";
import { type Finding, verificationLines, verifySources } from "../stages/verify.js";
import { textTable } from "../text-table.js";
import { budgetFlag, type CommonOptions, common, effectsOf, print } from "./context.js";
import { namedSources } from "./named-sources.js";
import { politeAsk } from "./polite-ask.js";

interface SourcesFlags extends CommonOptions {
  sources: string;
}

interface VerifyFlags extends SourcesFlags {
  only?: string;
  budget: BudgetOptions;
  write: boolean;
  allowLoopback: boolean;
}

const sourcesOption = (command: Command): Command =>
  common(command).option("--sources <file>", "the list of boards", packagePath("pipelines", "sources.yaml"));

/** Every enabled source, or those that are named, enabled or not. */
const chosen = ({ sources: file, only }: VerifyFlags): Source[] => {
  if (only !== undefined) return namedSources(file, only);
  return readSources(file).filter((source) => source.enabled);
};

/** How many sources, enabled ones and unverified ones have each value of a field, the most frequent first. */
export const tally = (sources: readonly Source[], field: "platform" | "industry"): string[][] => {
  const groups = new Map<string, Source[]>();
  for (const source of sources) {
    const name = source[field] ?? "not said";
    groups.set(name, [...(groups.get(name) ?? []), source]);
  }
  return [...groups]
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))
    .map(([name, group]) => [
      name,
      String(group.length),
      String(group.filter((source) => source.enabled).length),
      String(group.filter((source) => source.unverified).length),
    ]);
};

const list = (flags: SourcesFlags): void => {
  const sources = readSources(flags.sources);
  const enabled = sources.filter((source) => source.enabled).length;
  const unverified = sources.filter((source) => source.unverified).length;
  const table = (field: "platform" | "industry"): string =>
    textTable([[field, "boards", "enabled", "unverified"], ...tally(sources, field)]);
  print(flags, sources, [
    table("platform"),
    "",
    table("industry"),
    "",
    `${sources.length} boards in ${flags.sources}: ${enabled} enabled, ${unverified} that no run has verified`,
  ]);
};

const verify = async (flags: VerifyFlags): Promise<void> => {
  const sources = chosen(flags);
  const effects = effectsOf(flags);
  const { data, allowLoopback, budget } = flags;
  const { ask, close } = politeAsk({ data, effects, sources, allowLoopback, budget });
  const progress = effects.progress("verifying", sources.length);
  const onFinding = (finding: Finding): void => progress.tick(1, finding.source_id);
  const result = await verifySources({ sources, ask, now: effects.now, onFinding }).finally(close);
  progress.done();
  const seen = new Set(result.findings.flatMap(({ source_id, verdict }) => (verdict === "seen" ? [source_id] : [])));
  const marked = flags.write ? markVerified(flags.sources, seen) : 0;
  print(flags, { ...result, marked }, [
    ...verificationLines(result),
    ...(flags.write ? [`${marked} entries of ${flags.sources} lost their "unverified"`] : []),
  ]);
  if (seen.size < result.findings.length) process.exitCode = EXIT.partial;
};

export const sourcesVerb = (program: Command): void => {
  const sources = program
    .command("sources")
    .description("the boards that a crawl asks")
    .addHelpText("after", "\nExample: certworth sources verify --only stripe");
  sourcesOption(sources.command("list"))
    .description("how many boards of each platform and industry")
    .addHelpText("after", "\nExample: certworth sources list")
    .action(list);
  sourcesOption(sources.command("verify"))
    .description("ask each board its first request and say whether postings came; nothing goes into the lake")
    .option("--only <ids>", "only these sources, separated by commas, enabled or not")
    .option(
      "--budget <requests|time>",
      "what it may cost, e.g. 100requests or 10m",
      budgetFlag,
      budgetFlag("2000requests"),
    )
    .option("--write", 'take "unverified" from the boards that were seen, in the given file', false)
    .option("--allow-loopback", "let sources point at this machine or a private network", false)
    .addHelpText(
      "after",
      "\nExample: CERTWORTH_CONTACT=you@example.org certworth sources verify --only stripe,palantir --write",
    )
    .action(verify);
};
