import type { Extractor } from "../extractors/extraction.js";
import { REQUIREMENTS, type Requirement } from "../models/mention.js";
import type { Interval } from "../warehouse/statistics/wilson.js";
import { type Comparison, compare } from "./evaluation/compare.js";
import { type GoldPosting, readGold } from "./evaluation/gold.js";
import { neutralIn } from "./evaluation/neutral.js";
import { addCounts, bootstrapF1, type Counts, intervalOf, noCounts, type Score, scoreOf } from "./evaluation/score.js";
import { textTable } from "./text-table.js";

export interface Accuracy {
  right: number;
  asked: number;
  value: number;
  interval_95: Interval;
}

/** How well the extractor agrees with a gold file. Shares are 0..1, intervals 95 %. */
export interface EvaluationReport {
  gold: string;
  extractor: string;
  postings: number;
  /** The headline: the set of (posting, certificate). */
  posting: Score;
  mention: Score;
  /** Does the posting ask for an unnamed credential at all. */
  unnamed: Score;
  driver_license: Score;
  requirement: Accuracy;
  by_kind: ({ kind: string } & Score)[];
  by_certificate: ({ certificate_id: string } & Score)[];
  /** Of the mentions found: how often each level was given rightly. */
  by_requirement: ({ requirement: Requirement } & Score)[];
  confusion: { want: Requirement; got: Requirement; mentions: number }[];
  by_source: ({ source: string; postings: number } & Score)[];
  /** Credentials in the gold that the taxonomy lacks, and how many some id recognised. */
  others: number;
  others_recognised: number;
}

const sum = (all: readonly Counts[]): Counts => all.reduce(addCounts, noCounts());

function tally<K extends string>(rows: readonly { key: K; counts: Counts }[]): [K, Counts][] {
  const by = new Map<K, Counts>();
  for (const { key, counts } of rows) by.set(key, addCounts(by.get(key) ?? noCounts(), counts));
  return [...by].sort(([a, x], [b, y]) => y.tp + y.fn - (x.tp + x.fn) || (a < b ? -1 : 1));
}

const countsOf = ({ gold, mine }: { gold: boolean; mine: boolean }): Counts => ({
  tp: +(gold && mine),
  fp: +(!gold && mine),
  fn: +(gold && !mine),
});

function mentionScore(all: readonly Comparison[]): Score {
  const right = all.reduce((total, one) => total + one.mention.right, 0);
  const { tp, fp, fn } = sum(all.map(({ mention }) => mention));
  const precision = right / (right + fp || 1);
  const recall = tp / (tp + fn || 1);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return {
    tp,
    fp,
    fn,
    precision,
    recall,
    f1,
    precision_95: intervalOf(right, right + fp),
    recall_95: intervalOf(tp, tp + fn),
    f1_95: null,
  };
}

function requirementParts(
  all: readonly Comparison[],
): Pick<EvaluationReport, "requirement" | "by_requirement" | "confusion"> {
  const levels = all.flatMap((one) => one.levels);
  const right = levels.filter(({ want, got }) => want === got).length;
  const cell = (want: Requirement, got: Requirement): number =>
    levels.filter((one) => one.want === want && one.got === got).length;
  return {
    requirement: {
      right,
      asked: levels.length,
      value: right / (levels.length || 1),
      interval_95: intervalOf(right, levels.length),
    },
    by_requirement: REQUIREMENTS.map((requirement) => {
      const tp = cell(requirement, requirement);
      const fp = levels.filter(({ got }) => got === requirement).length - tp;
      const fn = levels.filter(({ want }) => want === requirement).length - tp;
      return { requirement, ...scoreOf({ tp, fp, fn }) };
    }),
    confusion: REQUIREMENTS.flatMap((want) =>
      REQUIREMENTS.map((got) => ({ want, got, mentions: cell(want, got) })),
    ).filter(({ mentions }) => mentions > 0),
  };
}

/** Runs the extractor over a gold file and scores it by the annotation guideline. */
export const evaluateGold = (goldPath: string, extractor: Extractor): EvaluationReport =>
  evaluatePostings(goldPath, readGold(goldPath), extractor);

/** Runs the extractor over annotated postings and scores it by the annotation guideline; `name` is whose they are. */
export function evaluatePostings(name: string, gold: readonly GoldPosting[], extractor: Extractor): EvaluationReport {
  const { certificates } = extractor.taxonomy;
  const neutral = neutralIn(extractor.taxonomy);
  const all = gold.map(({ title, text, certificates: marked }) =>
    compare(marked, extractor.extract({ title, text }).mentions, neutral),
  );
  const rows = all.flatMap((one) => one.entities.map((entity) => ({ key: entity.entity, counts: countsOf(entity) })));
  const kinds = rows.map(({ key, counts }) => ({ key: certificates.get(key)?.type ?? "unknown", counts }));
  const sources = gold.map(({ source }, at) => ({ key: source, counts: all[at]!.posting }));
  const postings = all.map(({ posting }) => posting);
  return {
    gold: name,
    extractor: extractor.version,
    postings: gold.length,
    posting: scoreOf(sum(postings), gold.length === 0 ? null : bootstrapF1(postings)),
    mention: mentionScore(all),
    unnamed: scoreOf(sum(all.map(({ unnamed }) => unnamed))),
    driver_license: scoreOf(sum(all.map(({ driver }) => driver))),
    ...requirementParts(all),
    by_kind: tally(kinds).map(([kind, counts]) => ({ kind, ...scoreOf(counts) })),
    by_certificate: tally(rows).map(([certificate_id, counts]) => ({ certificate_id, ...scoreOf(counts) })),
    by_source: tally(sources).map(([source, counts]) => ({
      source,
      postings: gold.filter((one) => one.source === source).length,
      ...scoreOf(counts),
    })),
    others: all.reduce((total, one) => total + one.others, 0),
    others_recognised: all.reduce((total, one) => total + one.recognised, 0),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}`;
const range = ({ low, high }: Interval): string => `${percent(low)}-${percent(high)}`;
const scoreCells = (score: Score): string[] => [
  `${percent(score.precision)} (${range(score.precision_95)})`,
  `${percent(score.recall)} (${range(score.recall_95)})`,
  score.f1_95 === null ? percent(score.f1) : `${percent(score.f1)} (${range(score.f1_95)})`,
  `${score.tp}/${score.fp}/${score.fn}`,
];

const block = (title: string, rows: readonly (readonly string[])[]): string =>
  textTable([[title, "precision %", "recall %", "F1 %", "right/false/missed"], ...rows]);

/** The report for the terminal: tables with 95 % intervals in brackets. */
export function formatEvaluation(report: EvaluationReport): string {
  const { requirement } = report;
  const named = <T extends Score>(rows: readonly T[], name: (row: T) => string): string[][] =>
    rows.map((row) => [name(row), ...scoreCells(row)]);
  return `${[
    `${report.gold}: ${report.postings} postings, extractor ${report.extractor}`,
    block("level", [
      ["posting", ...scoreCells(report.posting)],
      ["mention", ...scoreCells(report.mention)],
      ["unnamed requests", ...scoreCells(report.unnamed)],
      ["driver's licence", ...scoreCells(report.driver_license)],
    ]),
    `requirement: ${percent(requirement.value)} % of ${requirement.asked} mentions right (${range(requirement.interval_95)})`,
    block(
      "requirement",
      named(report.by_requirement, (row) => row.requirement),
    ),
    block(
      "kind",
      named(report.by_kind, (row) => row.kind),
    ),
    block(
      "source",
      named(report.by_source, (row) => `${row.source} (${row.postings})`),
    ),
    block(
      "certificate",
      named(report.by_certificate, (row) => row.certificate_id),
    ),
    `credentials that the taxonomy lacks: ${report.others}, recognised by some id: ${report.others_recognised}`,
  ].join("\n\n")}\n`;
}
