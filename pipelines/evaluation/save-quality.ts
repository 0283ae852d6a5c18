import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type MeasuredScore, QUALITY_FILE, Quality, readQuality } from "../../models/quality.js";
import type { EvaluationReport } from "../evaluate.js";
import type { FactAccuracy } from "./facts.js";
import type { Score } from "./score.js";

/** Shares are kept to four digits: more would only make the file change with nothing having changed. */
const DIGITS = 4;

const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(DIGITS)) : value;

const scoreOnly = ({ tp, fp, fn, precision, recall, f1, precision_95, recall_95, f1_95 }: Score): MeasuredScore => ({
  tp,
  fp,
  fn,
  precision,
  recall,
  f1,
  precision_95,
  recall_95,
  f1_95,
});

/** What is measured in one run: the gold postings, and the gold tables of the facts. */
export interface Measured {
  report: EvaluationReport;
  facts: readonly FactAccuracy[];
  /** `YYYY-MM-DD`. */
  on: string;
}

const write = (quality: Quality, path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(Quality.parse(quality), rounded, 2)}\n`);
};

/** Writes the numbers of a measurement, and nothing of the postings, to where the site reads them. */
export function saveQuality({ report, facts, on }: Measured, path: string = QUALITY_FILE): void {
  const unseen = readQuality(path)?.unseen;
  write(
    {
      measured_on: on,
      extractor: report.extractor,
      postings: report.postings,
      posting: scoreOnly(report.posting),
      mention: scoreOnly(report.mention),
      unnamed: scoreOnly(report.unnamed),
      requirement: report.requirement,
      confusion: report.confusion,
      by_certificate: report.by_certificate.map(({ certificate_id, ...score }) => ({
        certificate_id,
        ...scoreOnly(score),
      })),
      facts: facts.map(({ fact, all, held }) => ({ fact, all, held })),
      ...(unseen === undefined ? {} : { unseen }),
    },
    path,
  );
}

/** Puts the numbers of postings that no rule was tuned on beside those of the gold postings. */
export function saveUnseen(report: EvaluationReport, on: string, path: string = QUALITY_FILE): void {
  const quality = readQuality(path);
  if (quality === null) throw new Error(`${path}: the gold postings come first: certworth evaluate GOLD.jsonl --save`);
  const { extractor, postings, requirement } = report;
  const scores = {
    posting: scoreOnly(report.posting),
    mention: scoreOnly(report.mention),
    unnamed: scoreOnly(report.unnamed),
  };
  write({ ...quality, unseen: { measured_on: on, extractor, postings, ...scores, requirement } }, path);
}
