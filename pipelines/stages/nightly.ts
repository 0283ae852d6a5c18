import type { Source } from "../../models/source.js";
import { sourceAlarms } from "../alarms.js";
import type { BudgetOptions } from "../crawl/budget.js";
import { layout } from "../lake/layout.js";
import type { Lake } from "../lake.js";
import { readRuns } from "../ledger.js";
import { crawlTime } from "../night-time.js";
import { EXIT, type Run } from "../run.js";
import { build } from "./build.js";
import { compact } from "./compact.js";
import { crawl } from "./crawl.js";
import { extract } from "./extract.js";
import { report } from "./report.js";

export interface NightlyOptions {
  lake: Lake;
  sources: Source[];
  userAgent: string;
  allowLoopback: boolean;
  budget: BudgetOptions;
  workers: number;
  /** ms that the whole night may take; without it only the crawl is bounded. */
  within?: number;
}

export interface NightlyResult {
  exit: number;
  lines: string[];
  findings: string[];
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

/** The stages after postings came in: extract, build, check, report. */
export const refresh = async (
  run: Run,
  { workers, quotes = true, isLate }: { workers: number; quotes?: boolean; isLate?: () => boolean },
): Promise<{ lines: string[]; findings: string[] }> => {
  const { dataDir, effects, vocabulary } = run;
  const extracted = await run.stage(
    "extract",
    () => extract({ dataDir, effects, vocabulary, workers, ...(isLate === undefined ? {} : { isLate }) }),
    ({ files, postings, mentions }) => ({ files, postings, mentions }),
  );
  const megabytes = extracted.chars / 1e6;
  const extraction =
    extracted.files === 0
      ? "Extracted nothing: every posting has its facts."
      : `Extracted ${extracted.mentions} mentions from ${extracted.postings} postings in ${seconds(extracted.seconds)} (${(megabytes / extracted.seconds).toFixed(1)} MB/s).`;
  await run.stage(
    "compact",
    () => compact(dataDir, effects),
    ({ batches, into }) => ({ batches_merged: batches, merged_into: into }),
  );
  const built = await run.stage(
    "build",
    () => build(run),
    (result) => ({ built: Number(result.built) }),
  );
  const warehouse = built.built
    ? `Built the warehouse in ${seconds(built.seconds)}; ${built.checks.length} checks passed.`
    : "The warehouse is up to date.";
  const site = await run.stage(
    "report",
    () => report(dataDir, { quotes, stop: effects.stop }),
    ({ pages }) => ({ pages }),
  );
  const index = `${layout(dataDir).site}/index.html`;
  const pages =
    site.pages === 0
      ? `The site is up to date: ${index}`
      : `Wrote ${site.pages} pages in ${seconds(site.seconds)}: ${index}`;
  return {
    lines: [extraction, warehouse, pages],
    findings: site.findings,
  };
};

/** The crawl's budget and the end of the extraction, where the whole night is bounded. Build and pages always run. */
const timesOf = ({ dataDir }: Run, { budget, within }: NightlyOptions) => {
  if (within === undefined) return { budget };
  const end = performance.now() + within;
  const time = Math.min(budget.time ?? within, crawlTime(within, readRuns(dataDir).runs));
  return { budget: { ...budget, time }, isLate: () => performance.now() >= end };
};

/** The scheduled run: crawl, extract, build, check, report. Incremental: a second run on the same day does next to nothing. */
export const nightly = async (run: Run, options: NightlyOptions): Promise<NightlyResult> => {
  const { budget, ...late } = timesOf(run, options);
  const crawled = await run.stage(
    "crawl",
    () => crawl({ ...options, budget, effects: run.effects, ownThread: options.workers > 0 }),
    ({ added, changed, unchanged, skipped }) => ({ added, changed, unchanged, sources_skipped: skipped }),
  );
  run.sources.push(...crawled.outcomes);
  const censored = crawled.outcomes.filter((outcome) => outcome.censored);
  const asked = crawled.outcomes.length;
  const crawling =
    asked === 0
      ? `Crawled nothing: all ${crawled.skipped} sources were crawled today.`
      : `Crawled ${asked} sources: ${crawled.added} new postings, ${crawled.changed} changed, ${crawled.unchanged} known.`;
  const { lines, findings } = await refresh(run, { ...options, ...late });
  const missing = censored.map((outcome) => `Censored: ${outcome.source_id} (${outcome.error}).`);
  const errors = (await sourceAlarms(layout(run.dataDir).warehouse)).filter(({ level }) => level === "error");
  const alarming = errors.map(({ subject, sentence }) => `Alarm: ${subject}: ${sentence}.`);
  const isWhole = censored.length === 0 && errors.length === 0;
  return { exit: isWhole ? EXIT.done : EXIT.partial, lines: [crawling, ...missing, ...alarming, ...lines], findings };
};
