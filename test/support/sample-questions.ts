import { wilson } from "../../reports/series.js";

type Row = Record<string, unknown>;

/** A row of a question's mart: its own columns, and a share of `denominator` postings with its interval. */
const measured = (own: Row, share: number, denominator: number): Row => {
  const numerator = Math.round(share * denominator);
  const [share_low, share_high] = wilson(numerator, denominator);
  const n = denominator;
  return {
    measured: "Postings that ask.",
    ...own,
    numerator,
    denominator,
    n,
    share: numerator / n,
    share_low,
    share_high,
  };
};

const SIZES = { all: 140_000, entry: 30_000, internship: 7_000 };

const scoped = (shares: Record<string, number>): Row[] =>
  Object.entries(shares).flatMap(([measure, share]) =>
    Object.entries(SIZES).map(([scope, size], place) =>
      measured({ measure, scope, period: "last 12 months" }, share * (1 - place / 5), size),
    ),
  );

const DOORS = {
  "any certificate": 0.15,
  "certificate required": 0.08,
  experience: 0.58,
  degree: 0.3,
  "soft skills": 0.56,
  "mentions required": 0.4,
  "mentions preferred": 0.35,
  "mentions merely named": 0.25,
  "mentions one of several": 0.12,
};

const PAPER = { "certificate or experience": 0.11, "experience only": 0.3, "certificate only": 0.05, both: 0.1 };

const survival = (): Row[] =>
  [
    ["2019-12 to 2023-12", 18, [4, 13, 5]],
    ["2020-12 to 2024-12", 22, [5, 17, 5]],
  ].flatMap(([subject, n, counts]) =>
    ["grew by half", "kept half", "lost more than half"].map((measure, place) =>
      measured({ measure, subject }, (counts as number[])[place]! / (n as number), n as number),
    ),
  );

const practice = (): Row[] => [
  ...["Troubleshooting", "Customer service", "Linux"].map((name, place) =>
    measured({ measure: "missing skill", subject: name, name, asked_share: 0.3 - place / 20 }, 0.5 - place / 10, 40),
  ),
  ...[0.1, 0.37, 0.6].map((share, place) =>
    measured(
      { measure: "coverage", subject: `c${place}`, name: `Certificate ${place}`, asked_share: null },
      share,
      900,
    ),
  ),
];

const roles = (): Row[] =>
  [
    ["occupation", "Prompt engineers", "born", 0.01, 0],
    ["skill", "Large language models", "rose", 0.08, 0.001],
    ["occupation", "Typists", "fell", 0.001, 0.009],
    ["skill", "Shorthand", "died", 0, 0.002],
  ].map(([kind, name, turn, share, base]) =>
    measured(
      {
        kind,
        subject: name,
        name,
        turn,
        period: "2020-12 to 2024-12",
        sources: 4,
        base_numerator: Math.round((base as number) * 9000),
        base_denominator: 9000,
        base_share: base,
      },
      share as number,
      9000,
    ),
  );

const dataEntry = (): Row[] => [
  measured({ measure: "skills before", subject: "data entry", name: "Data entry" }, 0.09, 90_000),
  measured({ measure: "skills now", subject: "data entry", name: "Data entry" }, 0.06, 140_000),
  measured(
    {
      measure: "certificate",
      subject: "data-entry-certificate",
      name: "Data entry certificate",
      status: "fading",
      slope: -14,
      slope_low: -18,
      slope_high: -10,
      within: -0.003,
      between: -0.001,
      source_mix: 0.0002,
    },
    0.03,
    140_000,
  ),
  measured(
    {
      measure: "occupation",
      subject: "43-9021",
      name: "Data Entry Keyers",
      slope: -9,
      slope_low: -14,
      slope_high: -4,
      projected_change_pct: -25.9,
    },
    0.004,
    140_000,
  ),
];

const softSkills = (): Row[] =>
  ["Communication skills", "Teamwork", "Problem solving"].map((name, place) =>
    measured(
      { measure: "skill", subject: name, name, breadth: 0.9 - place / 10, groups: 23 },
      0.4 - place / 10,
      140_000,
    ),
  );

const issuers = (): Row[] =>
  ["State boards", "Cisco", "Microsoft"].map((issuer, place) =>
    measured(
      {
        issuer,
        period: "last 12 months",
        employers: 40,
        pay_n: 200 - 90 * place,
        ...(place < 2 ? { pay_ratio: 1.06, pay_low: 0.99, pay_high: 1.13 } : {}),
      },
      0.03 / (place + 1),
      140_000,
    ),
  );

const SUBJECTS = ["soft skills", "coding", "data entry", "Cisco", "Microsoft"];

const subjects = (): Row[] =>
  SUBJECTS.flatMap((subject, place) =>
    ["named", "skills"].map((measure, of) =>
      measured({ subject, measure, period: "last 12 months", certificates: 5 + place }, 0.002 + of * 0.2, 140_000),
    ),
  );

const holds = (): Row[] =>
  ["registered-nurse", "cna", "cisco-ccna"].map((certificate_id, place) =>
    measured(
      { certificate_id, name: certificate_id, kind: "explicit", rank: place + 1, status: "stable", family: false },
      0.04 / (place + 1),
      140_000,
    ),
  );

const STEPS: [string, string | null, string, number | null, string][] = [
  ["cna", "cna", "Certified Nursing Assistant (CNA)", 0.2, "very undersupplied"],
  ["comptia-a-plus", "comptia-a-plus", "CompTIA A+", 1.1, "balanced"],
  ["osha-10", "osha-10", "OSHA 10-Hour", 6.5, "very oversupplied"],
  ["Basket <b>weaving</b>", null, "Basket <b>weaving</b>", null, "insufficient evidence"],
];

const supplyDemand = (): Row[] =>
  STEPS.map(([subject, certificate_id, name, ratio, step], place) => ({
    subject,
    certificate_id,
    name,
    region: "US-CA",
    year: 2024,
    kind: certificate_id === null ? null : "explicit",
    earned: 400 * (place + 1),
    earned_share: certificate_id === null ? null : 0.3,
    asks_year: certificate_id === null ? null : 250,
    asked_share: certificate_id === null ? null : 0.3,
    ratio,
    ratio_low: ratio === null ? null : ratio * 0.85,
    ratio_high: ratio === null ? null : ratio * 1.2,
    step,
    sure: place === 2,
  }));

const supplySteps = (): Row[] =>
  [...new Set(STEPS.map((row) => row[4]))].map((step) => measured({ step, region: "US-CA", year: 2024 }, 0.25, 4));

const outlook = (): Row[] =>
  ["Registered Nurses", "Data Entry Keyers", "Software Developers", "Cashiers"].map((title, place) => ({
    soc: `00-000${place}`,
    title,
    postings: place === 3 ? 40 : 9000 - place * 2000,
    employers: 120,
    months: 60,
    projection: place === 0 ? "2024-2034" : null,
    openings: 189.1,
    median_wage: place === 0 ? 93_600 : null,
    wage_top_coded: place === 1,
    entry_education: place === 0 ? "Bachelor's degree" : null,
    slope: 6 - 5 * place,
    slope_low: 2 - 5 * place,
    slope_high: 10 - 5 * place,
    projected_change_pct: 12 - 9 * place,
    aggregate: false,
  }));

/** Rows of the marts that answer questions: their real shapes, invented numbers, one hostile name. */
export const sampleQuestions = (): Record<string, Row[]> => ({
  question_open_doors: scoped(DOORS),
  question_experience_or_paper: scoped(PAPER),
  question_still_relevant: survival(),
  question_theory_or_practice: practice(),
  question_new_roles: roles(),
  question_data_entry: dataEntry(),
  question_soft_skills: softSkills(),
  question_issuers: issuers(),
  question_subjects: subjects(),
  question_which_hold: holds(),
  question_supply: supplySteps(),
  supply_demand: supplyDemand(),
  occupation_outlook: outlook(),
  projection_agreement: [
    { first_year: 2024, last_year: 2034, occupations: 4, rho: 0.8, rho_low: -0.82, rho_high: 0.998 },
    { first_year: 2022, last_year: 2032, occupations: 3, rho: null, rho_low: null, rho_high: null },
  ],
});
