import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { agreementLines, readAgreement } from "../pipelines/agreement.js";
import { importTables } from "../pipelines/stages/tables.js";
import { agreements, occupationTrends } from "../warehouse/statistics/occupation.js";
import { spearman, spearmanInterval } from "../warehouse/statistics/spearman.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";
import { buildSampleWarehouse } from "./support/sample-lake.js";

const zip = (x: readonly number[], y: readonly number[]) => x.map((value, i) => [value, y[i]!] as const);

describe("spearman", () => {
  // scipy 1.17.1: r = scipy.stats.spearmanr(x, y).statistic; the bounds by
  // np.tanh(np.arctanh(r) -+ scipy.stats.norm.ppf(.975) * math.sqrt((1 + r * r / 2) / (len(x) - 3)))
  it.each([
    [
      "IQ and hours of television, the example of Wikipedia's article",
      [106, 100, 86, 101, 99, 103, 97, 113, 112, 110],
      [7, 27, 2, 50, 28, 29, 20, 12, 6, 17],
      -0.17575757575757575,
      -0.7278300282394071,
      0.5145466616329561,
    ],
    [
      "ties on both sides",
      [1, 2, 2, 3, 5, 5, 5, 8, 9],
      [2.5, 1, 4, 4, 3, 7, 7, 6, 10],
      0.7854728356437712,
      0.14322391742625748,
      0.9622022603605895,
    ],
    ["four pairs", [1, 2, 3, 4], [10, 20, 40, 30], 0.8, -0.818816304971491, 0.9975433602775398],
  ])("of %s", (_, x, y, rho, low, high) => {
    const found = spearman(zip(x, y))!;
    expect(found).toBeCloseTo(rho, 12);
    const interval = spearmanInterval(found, x.length)!;
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it("is none of fewer than four pairs, or where a side is constant", () => {
    expect(spearman(zip([1, 2, 3], [3, 2, 1]))).toBeNull();
    expect(spearman(zip([1, 1, 1, 1, 1], [3, 2, 1, 5, 6]))).toBeNull();
    expect(agreements([{ first_year: 2024, last_year: 2034, pairs: [] }])).toEqual([
      { first_year: 2024, last_year: 2034, occupations: 0, rho: null, rho_low: null, rho_high: null },
    ]);
  });

  it("has no interval where the order is perfect", () => {
    const rho = spearman(zip([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]))!;
    expect(rho).toBe(-1);
    expect(spearmanInterval(rho, 5)).toBeNull();
  });
});

describe("trends of occupations", () => {
  const months = (count: number, asking: (at: number) => number) =>
    Array.from({ length: count }, (_, at) => ({ month: 2020 * 12 + at, asking: asking(at), postings: 1000 }));

  it("need the evidence that certificates need", () => {
    const falling = months(48, (at) => Math.round(200 * 0.8 ** (at / 12)));
    const [enough, fewEmployers, short] = occupationTrends([
      { soc: "43-9021", employers: 10, months: falling },
      { soc: "43-9021", employers: 9, months: falling },
      { soc: "43-9021", employers: 10, months: falling.slice(0, 23) },
    ]);
    expect(enough!.slope_high).toBeLessThan(-15);
    expect(enough!.slope_low).toBeGreaterThan(-35);
    expect(enough!.months).toBe(48);
    expect([fewEmployers!.slope, short!.slope]).toEqual([null, null]);
  });
});

describe("agreement with projections", () => {
  const projections = [
    "soc,title,pct_2024_34,openings_2024_34_k",
    "15-1232,Computer user support specialists,-3.7,40.8",
    "15-1244,Network and computer systems administrators,-4.2,14.3",
    "15-1252,Software developers,15.8,115.2",
    "29-1141,Registered nurses,4.9,189.1",
    "35-2014,Cooks,14,400",
    "31-1120,Home health and personal care aides,17,765.8",
  ];

  it("is in the mart and printed with its n and interval", { timeout: 120_000 }, async () => {
    const dataDir = emptyFolder();
    await buildSampleWarehouse(dataDir, { postings: 3000 });
    expect(agreementLines(await readAgreement(dataDir))).toEqual([
      'No projections are loaded: "certworth tables import FILE" and "certworth build" do it.',
    ]);
    const file = join(dataDir, "panel.csv");
    writeFileSync(file, projections.join("\n"));
    const taxonomy = loadTaxonomy(packagePath("models", "taxonomy"));
    await importTables({ dataDir, effects: quietEffects(), taxonomy, files: [file], replace: false });
    await buildSampleWarehouse(dataDir, { postings: 3000 });
    const report = await readAgreement(dataDir);
    expect(report.rounds).toHaveLength(1);
    const [round] = report.rounds;
    expect(round).toMatchObject({ first_year: 2024, last_year: 2034, occupations: 5 });
    expect(round!.rho).toBeCloseTo(
      spearman(report.occupations.map(({ slope, projected_change_pct }) => [slope, projected_change_pct]))!,
      12,
    );
    const [, line] = agreementLines(report);
    expect(line).toMatch(/^ {2}2024-2034: Spearman's rho -?\d\.\d\d \(95 % -?\d\.\d\d to -?\d\.\d\d\), 5 occupations$/);
  });
});
