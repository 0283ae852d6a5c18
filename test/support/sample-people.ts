import { wilson } from "../../reports/series.js";

type Row = Record<string, unknown>;

const HOSTILE = "<script>alert(2)</script>";

/** id, name, kind, status, share, slope, evidence: a rise, a thin one, one born of late with a hostile name, one without a page. */
const SKILLS = [
  ["communication", "Communication", "soft", "stable", 0.4, 0.2, 250_000],
  ["linux", "Linux", "it", "growing", 0.05, 7, 30_000],
  ["cobol", "COBOL", "it", "insufficient evidence", 0.0003, -4, 160],
  ["w-hostile", HOSTILE, "it", "fading", 0.01, -12, 4000],
  ["seldom", "Seldom asked", "it", "insufficient evidence", 0.00001, null, 12],
] as const;

const OCCUPATIONS = [
  ["00-0000", "Registered Nurses", "Health Science"],
  ["00-0001", "Data Entry Keyers", "Business Management & Administration"],
  ["00-0002", HOSTILE, null],
  ["00-0003", "Cashiers", null],
] as const;

const interval = (asking: number, postings: number): Row => {
  const [share_low, share_high] = wilson(asking, postings);
  return { postings, asking, share: asking / postings, share_low, share_high };
};

const signals = (asOf: string): Row[] =>
  SKILLS.map(([skill_id, , , status, share, slope, evidence]) => ({
    skill_id,
    as_of: asOf,
    status,
    reasons: [
      {
        rule: "enough_evidence",
        fired: evidence >= 300,
        value: evidence,
        threshold: 100,
        text: `${evidence} mentions`,
      },
    ],
    slope_pct_year: slope,
    slope_low: slope === null ? null : slope - 2,
    slope_high: slope === null ? null : slope + 2,
    share_now: share,
    share_now_low: share * 0.9,
    share_now_high: share * 1.1,
    horizon_month: evidence > 10_000 ? "2028-12-01" : null,
    horizon_share: evidence > 10_000 ? share : null,
    horizon_low: evidence > 10_000 ? share * 0.7 : null,
    horizon_high: evidence > 10_000 ? share * 1.3 : null,
    evidence,
    employers: 40,
    months: 60,
  }));

const EVERY_MONTH = Array.from({ length: 60 }, (_, index) => index);

function skillMonths(monthAt: (index: number) => string, volume: (index: number) => number): Row[] {
  return SKILLS.flatMap(([skill_id, , , , share]) =>
    [
      ["all", 1],
      ["entry", 0.22],
    ].flatMap(([scope, part]) =>
      EVERY_MONTH.map((index) => {
        const postings = Math.round(volume(index) * (part as number));
        return { skill_id, scope, month: monthAt(index), ...interval(Math.round(postings * share), postings) };
      }),
    ),
  );
}

/** Rows of the marts behind skills, occupations and the digest: their real shapes, invented numbers, one hostile name each. */
export const samplePeople = (
  monthAt: (index: number) => string,
  volume: (index: number) => number,
): Record<string, Row[]> => ({
  skill: SKILLS.map(([skill_id, name, kind]) => ({ skill_id, name, kind })),
  skill_signal: signals(monthAt(59)),
  skill_month: skillMonths(monthAt, volume),
  entity_life: [
    {
      kind: "skill",
      entity: "w-hostile",
      first_month: monthAt(20),
      last_month: monthAt(59),
      postings: 4000,
      sources: 2,
      born: true,
      died: false,
    },
  ],
  certificate_skill: [
    { certificate_id: "comptia-a-plus", skill_id: "linux", weight: 0.6 },
    { certificate_id: "w-hostile", skill_id: "linux", weight: 0.4 },
    { certificate_id: "communication-certificate", skill_id: "communication", weight: 0 },
  ],
  occupation: OCCUPATIONS.map(([soc, title, cluster_name]) => ({ soc, title, cluster_name })),
  occupation_month: OCCUPATIONS.flatMap(([soc], place) =>
    EVERY_MONTH.map((index) => ({
      soc,
      month: monthAt(index),
      postings: 150 - 30 * place,
      share: (150 - 30 * place) / volume(index),
    })),
  ),
  occupation_certificate: [
    { soc: "00-0000", certificate_id: "registered-nurse", kind: "licence", ...interval(9000, 9000) },
    { soc: "00-0000", certificate_id: "cpr", kind: "explicit", ...interval(3100, 9000) },
    { soc: "00-0001", certificate_id: "data-entry-certificate", kind: "skill", ...interval(1210.5, 7000) },
    { soc: "00-0001", certificate_id: "comptia-a-plus", kind: "explicit", ...interval(70, 7000) },
  ],
  occupation_skill: [
    { soc: "00-0000", skill_id: "communication", ...interval(6100, 9000) },
    { soc: "00-0001", skill_id: "linux", ...interval(300, 7000) },
    { soc: "00-0001", skill_id: "communication", ...interval(2500, 7000) },
    { soc: "00-0001", skill_id: "w-hostile", ...interval(100, 7000) },
    { soc: "00-0001", skill_id: "seldom", ...interval(12, 7000) },
  ],
});
