import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onDisk } from "../../models/files.js";
import { packagePath } from "../../models/package-root.js";
import { aggregateInDuckdb } from "../../warehouse/aggregate-engine.js";
import { noteMade } from "../../warehouse/aggregate-files.js";
import { type BuildOptions, type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { writeGiven } from "../../warehouse/given.js";
import { EXTRACTOR, type LakeRows } from "./lake-writer.js";
import { sampleRows } from "./sample-lake.js";

export const TAXONOMY_VERSION = "t1";
const taxonomyDir = packagePath("models", "taxonomy");

type Row = Record<string, unknown>;

const mention = (kind: string, entity: string, requirement: string, group?: number): Row => ({
  kind,
  entity,
  requirement,
  surface: "words",
  section: "required",
  evidence: "some words here",
  ...(group === undefined ? {} : { group }),
});

/** Of lines of certificates, families, alternatives and levels that are no ask. */
const MORE = [
  [mention("certificate", "cisco-ccent", "required"), mention("certificate", "cisco-ccna", "preferred")],
  [mention("certificate", "microsoft-mta", "mentioned", 1), mention("certificate", "comptia-a-plus", "mentioned", 1)],
  [mention("certificate", "cisco-ccent", "not_required"), mention("skill", "python", "not_required")],
  [mention("certificate", "comptia-tech-plus", "required", 2), mention("certificate", "comptia-tech-plus", "required")],
];

const later = (day: unknown, days: number): string =>
  new Date(Date.parse(String(day)) + days * 86_400_000).toISOString().slice(0, 10);

/** A posting like another one, and what is read of it. */
const like = (rows: LakeRows, place: number, id: string, more: Row): void => {
  rows.postings.push({ ...rows.postings[place]!, posting_id: id, content_hash: id, requisition: id, ...more });
  const { content_hash } = rows.postings.at(-1)!;
  rows.extractions.push({ ...rows.extractions[place]!, posting_id: id, content_hash });
};

const words = (salt: number, count: number): string =>
  Array.from({ length: count }, (_, i) => `w${salt}x${i}`).join(" ");

/**
 * An invented lake of files, without texts that are nearly the same: copies word for word (of the same employer, of others where the text is
 * long, after the end of the first, without a date), of the same requisition, with a later version, in other case; more regions than
 * are published; a source that was censored in one month; postings without an employer, a date or facts.
 */
export const tailRows = (postings = 2500, months = 66): LakeRows => {
  const rows = sampleRows({ postings, months });
  rows.crawls = [{ source_id: "county-board", date: "2023-03-10", censored: true, seen: 0, new: 0, failed: 0 }];
  for (const [i, extraction] of rows.extractions.entries()) {
    extraction.region = `US-${(i * 7) % 43}`;
    if (i % 11 === 0)
      extraction.mentions = [
        ...(extraction.mentions as Row[]),
        ...MORE[i % MORE.length]!.map((more, at) => ({ ...more, start: 900 + at, end: 905 + at })),
      ];
    if (i % 13 === 0) Object.assign(rows.postings[i]!, { employment_type: "internship", employer: null });
    if (i % 17 === 0) rows.postings[i]!.closed_on = later(rows.postings[i]!.posted_on, 30);
  }
  for (let i = 0; i < postings; i += 23) {
    const { posted_on, title, employer, requisition } = rows.postings[i]!;
    like(rows, i, `same-${i}`, { posted_on: later(posted_on, 5), title: ` ${String(title).toUpperCase()}` });
    like(rows, i, `after-${i}`, { posted_on: later(posted_on, 70 + (i % 40)) });
    like(rows, i, `undated-${i}`, { posted_on: null, posted_on_quality: "unknown" });
    like(rows, i, `others-${i}`, { posted_on: later(posted_on, 9), employer: `Other ${i} LLC` });
    like(rows, i, `again-${i}`, {
      posted_on: later(posted_on, 3),
      requisition,
      text: words(i, 12),
      employer: `${employer}, Ltd.`,
    });
    like(rows, i, `short-${i}`, { posted_on: later(posted_on, 1), title: `Short ${i}`, text: words(-1, 5) });
    like(rows, i, `changed-${i}`, { posted_on: later(posted_on, 2), title: `Changed ${i}`, text: words(i, 60) });
    like(rows, i, `changed-${i}`, {
      posted_on: later(posted_on, -20),
      title: `Changed ${i}`,
      text: words(i, 70),
      content_hash: `${i}-2`,
      seen_on: "2099-01-01",
    });
    rows.postings.push({
      ...rows.postings[i]!,
      posting_id: `unread-${i}`,
      content_hash: `unread-${i}`,
      text: words(i, 80),
    });
  }
  const supply = ["cisco-ccna", "cna", "data-entry"].flatMap((id) =>
    ["US-7", "US", ""].map((region) => ({
      certificate_id: id,
      name: id,
      year: 2024,
      region,
      earned: 50,
      file: "earned.csv",
    })),
  );
  rows.tables = { supply };
  return rows;
};

/** What `certworth aggregate` leaves; `atOnce`: postings whose asks are counted at once. */
export const aggregated = async (
  dataDir: string,
  { atOnce, ...facts }: { taxonomy?: string; atOnce?: number } = {},
): Promise<string> => {
  const target = join(dataDir, "aggregates", `extractor=${EXTRACTOR}`);
  const work = join(dataDir, "work");
  const asked = { dataDir, lake: onDisk(join(dataDir, "lake")), taxonomyDir, extractor: EXTRACTOR, work, target };
  rmSync(target, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await writeGiven(asked, join(work, "tables"), join(work, "given"));
  await aggregateInDuckdb(atOnce === undefined ? asked : { ...asked, atOnce });
  noteMade(target, { extractor: EXTRACTOR, taxonomy: TAXONOMY_VERSION, simulated: true, ...facts });
  rmSync(work, { recursive: true });
  return target;
};

export const buildFrom = (dataDir: string, more: Partial<BuildOptions> = {}): Promise<BuildResult> =>
  buildWarehouse({
    dataDir,
    taxonomyDir,
    extractor: EXTRACTOR,
    taxonomyVersion: TAXONOMY_VERSION,
    everyKey: true,
    ...more,
  });
