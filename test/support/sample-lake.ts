import { packagePath } from "../../models/package-root.js";
import { type BuildResult, buildWarehouse } from "../../warehouse/builder.js";
import { EXTRACTOR, type LakeRows, writeLake } from "./lake-writer.js";
import { random } from "./random.js";

/** A certificate or skill that sample postings ask for: its share in the first month and what becomes of it in a year, in %. */
interface Planted {
  entity: string;
  kind: "certificate" | "skill";
  words: string;
  socs: string[];
  share: number;
  slope: number;
  from?: number;
}

const IT = ["15-1232", "15-1244", "15-1231", "15-1252"];
const OFFICE = ["43-9021", "43-6014", "43-4051"];
const HEALTH = ["29-1141", "31-1131"];
const ALL = [...IT, ...OFFICE, ...HEALTH, "35-2014", "53-3032", "41-2031"];

export const PLANTED: Planted[] = [
  { entity: "cisco-ccna", kind: "certificate", words: "CCNA", socs: IT, share: 0.25, slope: 0 },
  { entity: "comptia-a-plus", kind: "certificate", words: "CompTIA A+", socs: IT, share: 0.3, slope: 0 },
  { entity: "comptia-network-plus", kind: "certificate", words: "Network+", socs: IT, share: 0.2, slope: -4 },
  {
    entity: "aws-cloud-practitioner",
    kind: "certificate",
    words: "AWS Cloud Practitioner",
    socs: IT,
    share: 0.1,
    slope: 25,
  },
  { entity: "microsoft-mta", kind: "certificate", words: "MTA certification", socs: IT, share: 0.1, slope: -40 },
  {
    entity: "aws-ai-practitioner",
    kind: "certificate",
    words: "AWS AI Practitioner",
    socs: IT,
    share: 0.05,
    slope: 40,
    from: 30,
  },
  { entity: "pmi-pmp", kind: "certificate", words: "PMP", socs: IT, share: 0.004, slope: 0 },
  { entity: "cna", kind: "certificate", words: "CNA", socs: HEALTH, share: 0.4, slope: 0 },
  { entity: "cpr-bls", kind: "certificate", words: "BLS", socs: HEALTH, share: 0.5, slope: 3 },
  { entity: "cdl-class-a", kind: "certificate", words: "CDL Class A", socs: ["53-3032"], share: 0.8, slope: 0 },
  {
    entity: "servsafe-food-handler",
    kind: "certificate",
    words: "ServSafe Food Handler",
    socs: ["35-2014"],
    share: 0.4,
    slope: 0,
  },
  { entity: "data-entry", kind: "skill", words: "data entry", socs: OFFICE, share: 0.45, slope: -18 },
  { entity: "typing", kind: "skill", words: "typing", socs: OFFICE, share: 0.2, slope: -5 },
  { entity: "microsoft-excel", kind: "skill", words: "Excel", socs: [...OFFICE, ...IT], share: 0.3, slope: 0 },
  { entity: "communication-skills", kind: "skill", words: "communication skills", socs: ALL, share: 0.4, slope: 0 },
  { entity: "teamwork", kind: "skill", words: "teamwork", socs: ALL, share: 0.3, slope: 0 },
  { entity: "python", kind: "skill", words: "Python", socs: IT, share: 0.2, slope: 6 },
  { entity: "troubleshooting", kind: "skill", words: "troubleshooting", socs: IT, share: 0.4, slope: 0 },
];

const SOURCES = ["county-board", "state-archive", "acme-careers", "job-mail", "northwind", "harbor-jobs"];
const REGIONS = ["US-CA", "US-NY", "US-TX", "US-WA", "US-OH"];
const LEVELS = [
  "required",
  "required",
  "preferred",
  "mentioned",
  "obtain_after_hire",
  "employer_provides",
  "not_required",
];
const FILLER =
  "we are a friendly team and look for someone who likes to learn works with care and keeps promises to customers ".repeat(
    2,
  );
const FIRST_YEAR = 2021;

const day = (month: number, date: number): string =>
  new Date(Date.UTC(FIRST_YEAR, month, date)).toISOString().slice(0, 10);

const shareIn = ({ share, slope, from = 0 }: Planted, month: number): number => {
  if (month < from) return 0;
  const odds = (share / (1 - share)) * (1 + slope / 100) ** ((month - from) / 12);
  return odds / (1 + odds);
};

/** Rows of a lake of `postings` invented postings over `months` months from January 2021, the same for one seed. */
export const sampleRows = (options: { postings?: number; months?: number; seed?: number } = {}): LakeRows => {
  const { postings: count = 4000, months = 60, seed = 1 } = options;
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const rows: LakeRows = { postings: [], extractions: [], simulated: true };
  for (let i = 0; i < count; i++) {
    const month = Math.floor((i / count) * months);
    const soc = pick(ALL);
    const asked = PLANTED.filter((entity) => entity.socs.includes(soc) && next() < shareIn(entity, month));
    let text = `Vacancy ${i}. ${FILLER}Reference ${Math.floor(next() * 1e9).toString(36)}. You bring`;
    const mentions = asked.map(({ entity, kind, words }) => {
      const start = text.length + 1;
      text += ` ${words},`;
      const section = "required";
      const requirement = kind === "skill" ? "required" : pick(LEVELS);
      return {
        kind,
        entity,
        start,
        end: start + words.length,
        surface: words,
        requirement,
        section,
        evidence: `You bring ${words}`,
      };
    });
    const employer = `Employer ${Math.floor(next() * 80)} Inc.`;
    const posted = day(month, 1 + Math.floor(next() * 28));
    const id = { posting_id: `p${i}`, content_hash: `h${i}` };
    rows.postings.push({
      ...id,
      source: pick(SOURCES),
      platform: "archive",
      board: "archive",
      requisition: `r${i}`,
      title: `Opening ${soc} ${i % 7}`,
      employer,
      text,
      locations: [],
      posted_on: posted,
      posted_on_quality: i % 50 === 0 ? "unknown" : "stated",
      seen_on: day(months, 1),
      url: `https://jobs.example/${i}`,
    });
    rows.extractions.push({
      ...id,
      extractor: EXTRACTOR,
      lang: "en",
      soc,
      occupation_title: "",
      occupation_score: 1,
      seniority: pick(["entry", "mid", "senior", "internship", null]),
      experience_min: pick([null, 0, 1, 3, 5]),
      education: pick([null, "high_school", "bachelor", "none"]),
      equivalent_experience: next() < 0.1,
      pay_min: 20 + asked.length * 2 + Math.floor(next() * 10),
      pay_max: 40,
      pay_currency: "USD",
      pay_period: "hour",
      region: pick(REGIONS),
      remote: false,
      mentions,
    });
  }
  rows.refusals = [
    {
      where: "old.csv",
      line: 7,
      field: "text",
      value: "",
      reason: "a posting needs text or html",
      batch: "b1",
      source: "state-archive",
    },
    {
      where: "old.csv",
      line: 9,
      field: "text",
      value: "",
      reason: "a posting needs text or html",
      batch: "b1",
      source: "state-archive",
    },
  ];
  rows.runs = [
    {
      run_id: "20260101T000000000Z-1",
      verb: "nightly",
      started_at: "2026-01-01T00:00:00.000Z",
      finished_at: "2026-01-01T00:01:00.000Z",
      exit_code: 0,
      extractor: EXTRACTOR,
      taxonomy: "t1",
      counts: { added: count },
      stages: [{ stage: "crawl", seconds: 60, counts: { seen: count } }],
    },
  ];
  rows.crawls = [
    {
      source_id: "acme-careers",
      date: "2026-01-01",
      expected_min: 5,
      expected_max: 900,
      seen: 40,
      new: 3,
      failed: 0,
      censored: false,
      http: { "200": 3 },
      robots: { allowed: 3, disallowed: 0 },
      error: null,
    },
  ];
  return rows;
};

/** Writes the sample lake into a data directory and builds its warehouse with the committed taxonomy. */
export const buildSampleWarehouse = async (
  dataDir: string,
  options: { postings?: number; months?: number; seed?: number } = {},
): Promise<BuildResult> => {
  await writeLake(dataDir, sampleRows(options));
  return buildWarehouse({
    dataDir,
    taxonomyDir: packagePath("models", "taxonomy"),
    extractor: EXTRACTOR,
    taxonomyVersion: "t1",
    everyKey: true,
  });
};
