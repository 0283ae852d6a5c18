import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { packagePath } from "../../models/package-root.js";
import { wilson } from "../../reports/series.js";
import { random } from "./random.js";
import { sampleEditions } from "./sample-editions.js";
import { samplePeople } from "./sample-people.js";
import { sampleQuestions } from "./sample-questions.js";

type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

const NAMES = [
  [
    "cisco-ccna",
    "Cisco Certified Network Associate (CCNA)",
    "Cisco",
    "certification",
    "information-technology",
    "stable",
    0.011,
    0,
  ],
  ["comptia-a-plus", "CompTIA A+", "CompTIA", "certification", "information-technology", "stable", 0.009, 0.2],
  [
    "aws-cloud-practitioner",
    "AWS Certified Cloud Practitioner",
    "Amazon Web Services",
    "certification",
    "information-technology",
    "growing",
    0.006,
    24,
  ],
  [
    "azure-fundamentals",
    "Microsoft Azure Fundamentals (AZ-900)",
    "Microsoft",
    "certification",
    "information-technology",
    "emerging",
    0.002,
    41,
  ],
  [
    "data-entry-certificate",
    "Data entry certificate",
    "Various issuers",
    "career_readiness",
    "business",
    "fading",
    0.03,
    -14,
  ],
  [
    "mta",
    "Microsoft Technology Associate (MTA)",
    "Microsoft",
    "certification",
    "information-technology",
    "retired by issuer",
    0.004,
    -38,
  ],
  [
    "it-specialist",
    "IT Specialist",
    "Certiport",
    "certification",
    "information-technology",
    "insufficient evidence",
    0.00006,
    3,
  ],
  [
    "mos-associate",
    "Microsoft Office Specialist: Associate",
    "Microsoft",
    "software",
    "business",
    "obsolescent",
    0.008,
    -21,
  ],
  [
    "adobe-photoshop",
    "Adobe Certified Professional in Visual Design using Photoshop",
    "Adobe",
    "software",
    "arts",
    "stable",
    0.014,
    -0.4,
  ],
  [
    "communication-certificate",
    "Communication certificate",
    "Various issuers",
    "career_readiness",
    "business",
    "stable",
    0.34,
    0.6,
  ],
  [
    "servsafe-food-handler",
    "ServSafe Food Handler",
    "National Restaurant Association",
    "safety_card",
    "hospitality",
    "stable",
    0.006,
    1.4,
  ],
  ["osha-10", "OSHA 10-Hour", "US Department of Labor", "safety_card", "architecture", "growing", 0.008, 6.5],
  ["cna", "Certified Nursing Assistant (CNA)", "State boards", "license", "health", "stable", 0.022, 0.9],
  ["registered-nurse", "Registered Nurse (RN) licence", "State boards", "license", "health", "growing", 0.04, 3.9],
  ["google-analytics", "Google Analytics Certification", "Google", "software", "marketing", "fading", 0.0035, -9],
  ["cpr", "CPR certification", "American Red Cross and others", "safety_card", "health", "stable", 0.031, -0.2],
  [
    "w-hostile",
    '=HYPERLINK("x")<script>alert(1)</script>',
    "+Evil & Sons",
    "certification",
    "arts",
    "insufficient evidence",
    0.00008,
    0,
  ],
] as const;

const CLUSTERS: Record<string, string> = {
  "information-technology": "Information Technology",
  business: "Business Management & Administration",
  arts: "Arts, A/V Technology & Communications",
  hospitality: "Hospitality & Tourism",
  architecture: "Architecture & Construction",
  health: "Health Science",
  marketing: "Marketing",
};
const SCOPES = { all: 1, entry: 0.22, internship: 0.05, "soc:15": 0.2, "region:US-CA": 0.12 };
const RETIRED = new Set(["mta"]);

interface Spec {
  id: string;
  name: string;
  issuer: string;
  type: string;
  cluster: string;
  status: string;
  base: number;
  slope: number;
}

function specs(total: number): Spec[] {
  const named = NAMES.map(([id, name, issuer, type, cluster, status, base, slope]) => ({
    id,
    name,
    issuer,
    type,
    cluster,
    status,
    base,
    slope,
  }));
  const clusters = Object.keys(CLUSTERS);
  const more = Array.from({ length: Math.max(0, total - named.length) }, (_, index): Spec => {
    const rare = index % 3 !== 0;
    const status = rare ? "insufficient evidence" : (["stable", "growing", "fading"] as const)[(index / 3) % 3]!;
    const slope = { stable: 0.5, growing: 7, fading: -6 }[status as "stable"] ?? 0;
    const base = rare ? (index % 6 === 1 ? 0 : 0.00005) : 0.001 + (index % 17) / 4000;
    const cluster = clusters[index % clusters.length]!;
    return {
      id: `sample-${index + 1}`,
      name: `Sample certificate ${index + 1}`,
      issuer: `Issuer ${index % 9}`,
      type: "certification",
      cluster,
      status,
      base,
      slope,
    };
  });
  return [...named, ...more].slice(0, total);
}

const monthAt = (index: number): string =>
  `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;

function monthRow(spec: Spec, scope: string, index: number, postings: number, next: () => number): Row {
  const kind = spec.id.includes("-certificate") ? "skill" : spec.type === "license" ? "licence" : "explicit";
  const trend = spec.base * (1 + spec.slope / 100) ** (index / 12);
  const mean = postings * trend * (1 + 0.12 * Math.sin((index / 6) * Math.PI));
  const asking = Math.min(
    postings,
    Math.max(0, Math.round(mean + Math.sqrt(mean) * (next() + next() + next() - 1.5) * 1.6)),
  );
  const [low, high] = wilson(asking, postings);
  const part = (share: number) => Math.round(asking * share);
  const explicit = kind === "explicit" ? asking : part(0.03);
  const named = (share: number) => Math.floor(explicit * share);
  const skill = kind === "skill" ? asking : part(1.7);
  const licence = kind === "licence" ? asking : 0;
  return {
    certificate_id: spec.id,
    scope,
    month: monthAt(index),
    kind,
    postings,
    asking,
    share: asking / postings,
    share_low: low,
    share_high: high,
    share_matched: spec.id === "cisco-ccna" && scope === "all" && index >= 12 ? (asking / postings) * 1.1 : null,
    share_standardised: null,
    required: named(0.4),
    preferred: named(0.35),
    alternatives: named(0.12),
    mentioned: explicit - named(0.4) - named(0.35),
    not_required: part(0.02),
    employer_provides: part(0.03),
    obtain_after_hire: part(0.04),
    employers: Math.ceil(asking * 0.6),
    employer_hhi: asking > 0 ? 0.02 + 0.4 / asking : null,
    explicit_asking: explicit,
    explicit_share: explicit / postings,
    skill_asking: skill,
    skill_share: skill / postings,
    licence_asking: licence,
    licence_share: licence / postings,
  };
}

function signalRow(spec: Spec, months: Row[]): Row {
  const evidence = months.reduce((sum, row) => sum + (row.asking as number), 0);
  const thin = spec.status === "insufficient evidence";
  const width = thin ? 60 : 4;
  const reasons = [
    {
      rule: "enough_evidence",
      fired: !thin,
      value: evidence,
      threshold: 100,
      text: `${evidence} mentions in 60 months; at least 100 are needed`,
    },
    {
      rule: "retired",
      fired: RETIRED.has(spec.id),
      value: null,
      threshold: null,
      text: RETIRED.has(spec.id) ? "its issuer retired it in June 2022" : "its issuer has not retired it",
    },
    {
      rule: "significant_fall",
      fired: spec.slope < -3 && !thin,
      value: spec.slope,
      threshold: -3,
      text: `the share changes by ${spec.slope}% a year; a fall of at least 3% is needed`,
    },
  ];
  return {
    certificate_id: spec.id,
    as_of: monthAt(59),
    kind: months[0]?.kind ?? "explicit",
    status: spec.status,
    reasons,
    slope_pct_year: months.length > 0 ? spec.slope : null,
    slope_low: months.length > 0 ? spec.slope - width : null,
    slope_high: months.length > 0 ? spec.slope + width : null,
    p_value: 0.01,
    q_value: 0.02,
    change_month: spec.id === "cisco-ccna" ? monthAt(30) : null,
    peak_share: spec.base * 1.2,
    share_now: (months.at(-1)?.share as number) ?? null,
    share_now_low: (months.at(-1)?.share_low as number) ?? null,
    share_now_high: (months.at(-1)?.share_high as number) ?? null,
    share_corrected: spec.id === "cisco-ccna" ? spec.base * 1.1 : null,
    share_corrected_low: spec.id === "cisco-ccna" ? spec.base : null,
    share_corrected_high: spec.id === "cisco-ccna" ? spec.base * 1.2 : null,
    share_shrunk: null,
    horizon_share: null,
    horizon_low: null,
    horizon_high: null,
    p_below_half: null,
    evidence,
    employers: Math.round(evidence / 6),
    months: months.filter((row) => (row.asking as number) > 0).length,
  };
}

function profileRow(spec: Spec, evidence: number): Row {
  return {
    certificate_id: spec.id,
    entry_level_share: 0.24,
    internship_share: 0.03,
    occupations: [
      ["15-1232", "Computer User Support Specialists", 0.42],
      ["15-1231", "Computer Network Support Specialists", 0.27],
      ["15-1244", "Network and Computer Systems Administrators", 0.19],
    ].map(([soc, title, share]) => ({ soc, title, asking: Math.round(evidence * (share as number)), share })),
    breadth: 0.41,
    pay_with: 58400,
    pay_without: 54100,
    pay_currency: "USD",
    pay_n: Math.round(evidence / 5),
    coverage: 0.37,
    missing_skills: [
      ["troubleshooting", "Troubleshooting", "it", 0.31],
      ["customer-service", "Customer service", "soft", 0.28],
      ["linux", "Linux", "it", 0.22],
      ["scripting", "Scripting", "coding", 0.12],
    ].map(([skill_id, name, kind, share]) => ({ skill_id, name, kind, share })),
    regions: [
      ["US-CA", 0.2],
      ["US-TX", 0.13],
      ["US-NY", 0.1],
      ["GB", 0.04],
    ].map(([region, share]) => ({ region, asking: Math.round(evidence * (share as number)), share })),
    top_employers: ["Northfield Clinics", "Harbour & Lane", "City of Ashby"].map((employer, index) => ({
      employer,
      asking: Math.round(evidence / (20 + 8 * index)),
    })),
  };
}

const EVIDENCE = [
  ["required", "Must hold a current NAME or obtain one of the alternatives within ninety days of the offer."],
  ["preferred", "NAME is a plus, as is experience with ticketing systems and a calm telephone manner."],
  ["mentioned", "You will help colleagues who study for NAME and similar certificates."],
  ["obtain_after_hire", "NAME must be obtained within six months of hire; we pay the fee."],
] as const;

function evidence(tables: Tables, list: Spec[]): void {
  for (const [at, spec] of list.entries()) {
    if (spec.base === 0) continue;
    for (const [index, [requirement, text]] of EVIDENCE.entries()) {
      const hostile = spec.id === "w-hostile";
      const posting_id = `p${at}-${index}`;
      const surface = hostile ? "<img src=x onerror=alert(1)>" : spec.name;
      tables.posting!.push({
        posting_id,
        title: hostile ? "<b>=cmd</b> helper" : "Support technician",
        employer: "Northfield Clinics",
        posted_on: monthAt(59 - index),
        posted_on_quality: index === 3 ? "first_seen" : "stated",
        first_seen: monthAt(59 - index),
        last_seen: monthAt(59),
        source: `board-${index}`,
        soc: "15-1232",
        region: "US-CA",
        seniority: "entry",
        lang: index === 2 ? "es" : "en",
        duplicate_of: index === 1 && at % 5 === 0 ? `p${at}-0` : null,
        url: hostile ? "javascript:alert(1)" : `https://jobs.example.org/${posting_id}`,
      });
      tables.mention!.push({
        posting_id,
        entity: spec.id,
        start: 10,
        end: 20,
        kind: "certificate",
        requirement,
        section: "required",
        surface,
        evidence: text.replace("NAME", surface).slice(0, 160),
      });
    }
  }
}

function requirements(tables: Tables, volume: (index: number) => number): void {
  const scopes = {
    all: [0.14, 0.61, 0.38, 0.52, 0.11],
    entry: [0.1, 0.42, 0.24, 0.58, 0.07],
    internship: [0.03, 0.2, 0.41, 0.6, 0.02],
  };
  for (const [scope, [certificate, experience, degree, soft, equivalent]] of Object.entries(scopes))
    for (let index = 0; index < 60; index++) {
      const drift = index / 60;
      tables.requirement_month!.push({
        scope,
        month: monthAt(index),
        postings: Math.round(volume(index) * (SCOPES as Record<string, number>)[scope]!),
        any_certificate: certificate! + 0.02 * drift,
        experience: experience! - 0.03 * drift,
        degree: degree! - 0.08 * drift,
        soft_skills: soft! + 0.05 * drift,
        equivalent_experience: equivalent! + 0.01 * drift,
        any_certificate_required: certificate! * 0.6,
      });
    }
}

function upkeep(tables: Tables): void {
  for (let index = 0; index < 6; index++)
    for (const day of ["2024-12-01", "2024-12-02"])
      tables.source_health!.push({
        source_id: `board-${index}`,
        date: day,
        expected: 100,
        expected_min: 50,
        expected_max: 400,
        seen: index === 4 ? 0 : 120 + index,
        new: 7,
        closed: 3,
        failed: index === 4 ? 1 : 0,
        censored: index === 4,
        http: index === 4 ? '{"503":3}' : '{"200":12}',
        robots: '{"allowed":12,"disallowed":0}',
        error: index === 4 ? "the board answered 503 three times" : null,
        not_modified: 5,
        not_asked: 30,
        requests: 12,
        bytes: 480_000,
        faults:
          index === 4 ? '[{"name":"server_error","url":"https://host-1.example/","detail":"503","count":3}]' : "[]",
        drift_unknown: index === 2 && day === "2024-12-02" ? ["jobs[].pay<b>"] : [],
        drift_vanished: index === 2 && day === "2024-12-02" ? ["jobs[].salary", "jobs[].team"] : [],
        suspended: index === 4,
        first_fault: index === 4 ? "server_error: 503" : null,
      });
  for (let index = 0; index < 3; index++)
    tables.host_health!.push({
      host: `host-${index}.example`,
      date: "2024-12-02",
      sources: 2,
      requests: 24,
      allowed: 24,
      disallowed: index,
      http: index === 1 ? '{"200":12,"503":3}' : '{"200":12,"304":12}',
      bytes: 960_000,
      seconds: 14.5,
      slowed: index === 1 ? 3 : 0,
      suspended: index === 1,
    });
  for (const [certificate_id, naming, z] of [
    ["w-hostile", 0, -9.25],
    ["cisco-ccna", 52, 0.4],
  ] as const)
    tables.mention_rate!.push({
      certificate_id,
      source: "board-2",
      month: "2024-12-01",
      postings: 1000,
      naming,
      rate: naming,
      months_before: 12,
      postings_before: 12_000,
      naming_before: 600,
      rate_before: 50,
      dispersion: 1,
      z,
      compared: true,
      drifted: z < -4,
    });
  tables.alarm!.push({
    alarm: "volume_low",
    source_id: "board-1",
    date: "2024-12-01",
    level: "error",
    value: 0.1,
    warn_at: 0.5,
    error_at: 0.2,
    sentence: "4 postings, usually 40 <b>",
  });
  tables.run!.push({
    run_id: "r1",
    verb: "nightly",
    started_at: "2024-12-02 03:00:00",
    finished_at: "2024-12-02 03:04:10",
    stages: "[]",
    counts: '{"added":42,"unchanged":690}',
    extractor: "x1",
    taxonomy: "t1",
    exit_code: 4,
  });
  tables.quarantine!.push({
    source: "board-2",
    reason: "posted_on must be a date YYYY-MM-DD",
    field: "posted_on",
    refused: 12,
    example: "31/31/2024 <b>",
  });
}

function generate(total: number, simulated: boolean): Tables {
  const next = random(7);
  const list = specs(total);
  const volume = (index: number) => 9000 + 80 * index + Math.round(900 * Math.sin(index));
  const tables: Tables = {
    meta: [],
    certificate: [],
    certificate_month: [],
    certificate_signal: [],
    certificate_profile: [],
    certificate_decomposition: [],
    requirement_month: [],
    posting: [],
    mention: [],
    source_health: [],
    host_health: [],
    mention_rate: [],
    alarm: [],
    run: [],
    quarantine: [],
  };
  for (const spec of list) {
    const kind = spec.id.includes("-certificate") ? "skill" : spec.type === "license" ? "licence" : "explicit";
    const months: Row[] = [];
    if (spec.base > 0)
      for (const [scope, weight] of Object.entries(SCOPES))
        for (let index = 0; index < 60; index++) {
          const row = monthRow(spec, scope, index, Math.round(volume(index) * weight), next);
          tables.certificate_month!.push(row);
          if (scope === "all") months.push(row);
        }
    tables.certificate!.push({
      certificate_id: spec.id,
      name: spec.name,
      issuer: spec.issuer,
      type: spec.type,
      level: "entry",
      k12: spec.base > 0.001 ? "yes" : "unknown",
      cluster: spec.cluster,
      cluster_name: CLUSTERS[spec.cluster],
      issuer_status: RETIRED.has(spec.id) ? "retired" : "active",
      retired_on: RETIRED.has(spec.id) ? "2022-06" : null,
      successor: spec.id === "mta" ? "it-specialist" : null,
      parent: spec.id === "comptia-a-plus" ? "sample-1" : null,
      demand: kind,
      counted: true,
      renewal_years: spec.id === "comptia-a-plus" ? 3 : null,
      note: "",
    });
    if (spec.base > 0.001)
      tables.certificate_decomposition!.push({
        certificate_id: spec.id,
        period: "2020-01..2020-12 to 2024-01..2024-12",
        within: spec.base * 0.1,
        between: spec.base * -0.04,
        source_mix: spec.base * 0.01,
        total: spec.base * 0.07,
      });
    tables.certificate_signal!.push(signalRow(spec, months));
    if (months.length > 0)
      tables.certificate_profile!.push(profileRow(spec, tables.certificate_signal!.at(-1)!.evidence as number));
  }
  evidence(tables, list);
  requirements(tables, volume);
  upkeep(tables);
  Object.assign(tables, sampleQuestions());
  Object.assign(tables, samplePeople(monthAt, volume));
  Object.assign(tables, sampleEditions(tables.certificate_signal!, tables.certificate_month!));
  const facts = {
    simulated: String(simulated),
    as_of: monthAt(59),
    built_from: "sample",
    extractor: "x1",
    taxonomy: "t1",
    postings: "690000",
    postings_dated: "689000",
    sources: "6",
    first_month: monthAt(0),
    last_month: monthAt(59),
    attributions: "O*NET 29.2 by the US Department of Labor, CC BY 4.0.",
  };
  tables.meta = Object.entries(facts).map(([key, value]) => ({ key, value }));
  return tables;
}

interface SampleOptions {
  certificates?: number;
  simulated?: boolean;
  /** A mart to leave out: a warehouse that the site cannot be built from. */
  without?: string;
  /** All marts, but no rows other than the facts of an empty warehouse. */
  empty?: boolean;
}

const EMPTY: Tables = {
  meta: [
    { key: "simulated", value: "false" },
    { key: "as_of", value: null },
  ],
};

async function insert(connection: DuckDBConnection, folder: string, table: string, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  const path = join(folder, `${table}.ndjson`);
  writeFileSync(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  const columns = await connection.runAndReadAll(
    `SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = 'marts' AND table_name = '${table}'`,
  );
  const types = columns.getRows().map(([name, type]) => `"${name}": '${String(type).replaceAll("'", "''")}'`);
  await connection.run(
    `INSERT INTO marts.${table} BY NAME SELECT * FROM read_json('${path}', format = 'newline_delimited', columns = {${types.join(", ")}})`,
  );
}

/** Writes a warehouse whose marts hold invented rows: their real shapes, each status, some hostile text. */
export async function writeSampleMarts(file: string, options: SampleOptions = {}): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sample-marts-"));
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(readFileSync(packagePath("test", "support", "sample-marts.sql"), "utf8"));
  const tables = options.empty ? EMPTY : generate(options.certificates ?? 40, options.simulated ?? true);
  for (const [table, rows] of Object.entries(tables)) await insert(connection, folder, table, rows);
  if (options.without !== undefined) await connection.run(`DROP TABLE marts.${options.without}`);
  connection.closeSync();
  instance.closeSync();
  rmSync(folder, { recursive: true });
}
