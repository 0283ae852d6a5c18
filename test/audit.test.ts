import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { readOffered } from "../pipelines/audit/offered.js";
import { readOverrides, settledMatch } from "../pipelines/audit/overrides.js";
import { type Audited, audit } from "../pipelines/stages/audit.js";
import type { Demand } from "../reports/audit/demand.js";
import { alternativesTo, offerable } from "../reports/audit/suggestions.js";
import { ratioOfShares, type Step, stepOf, supplyOf } from "../reports/audit/supply.js";
import { judge } from "../reports/audit/verdict.js";
import { emptyFolder } from "./support/folder.js";
import { gradeOf } from "./support/grade.js";
import { writeSampleMarts } from "./support/sample-marts.js";

const taxonomy = loadTaxonomy();

const fileOf = (lines: readonly string[], name = "offered.csv"): string => {
  const path = join(emptyFolder(), name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
};

describe("a list of certificates", () => {
  it("is read by its headers, below a title, with or without numbers", async () => {
    const file = fileOf([
      "Our programs 2024",
      "Certification Title,Number Earned,Exam Cost ($),Hours",
      'CCNA,"1,200",$300,200',
      ",,,",
      "OSHA 10,,,",
    ]);
    expect((await readOffered(file)).rows).toEqual([
      { line: 3, name: "CCNA", earned: 1200, cost: 300, hours: 200 },
      { line: 5, name: "OSHA 10", earned: null, cost: null, hours: null },
    ]);
    expect((await readOffered(fileOf(["name", "CCNA"]))).rows).toMatchObject([{ name: "CCNA", earned: null }]);
  });

  it("has rows refused with line, field, value and what would be right", async () => {
    const { rows, refused } = await readOffered(
      fileOf([
        "name,earned,cost",
        "CCNA,many,1",
        "OSHA 10,-3,1",
        ",4,1",
        "CPR,3,free",
        "AED,3,5",
        "Levels 1, 2 and 3,4,5",
      ]),
    );
    expect(rows.map(({ name }) => name)).toEqual(["AED"]);
    expect(refused.map(({ line, field, value, reason }) => [line, field, value, reason])).toEqual([
      [2, "earned", "many", "should be a whole number of 0 or more, or blank"],
      [3, "earned", "-3", "should be a whole number of 0 or more, or blank"],
      [
        4,
        "name",
        "",
        "should be the certificate as the list names it, under a header such as name, certificate or credential",
      ],
      [5, "cost", "free", "should be a number of 0 or more, or blank"],
      [7, "row", "Levels 1, 2 and 3,4,5", "4 values under a header of 3 columns: a name with a comma stands in quotes"],
    ]);
  });

  it.each([
    ["an empty file", [""], /offered\.csv: the file is empty/],
    [
      "another header",
      ["code,added", "1,2"],
      /line 1: its header \(code, added\) has no column for name \(the certificate as/,
    ],
    ["a header alone", ["name,earned"], /no row below the header/],
    [
      "no usable row",
      ["name,earned", "CCNA,many"],
      /no row could be taken; .*offered\.csv:2: earned "many": should be a whole number/,
    ],
    ["an open quote", ["name", '"CCNA'], /not readable as CSV/],
    ["a workbook", ["PK\u0003\u0004"], /this is a workbook/],
  ])("that is %s is refused as a whole", async (_, lines, message) => {
    await expect(readOffered(fileOf(lines))).rejects.toThrow(message);
  });
});

describe("what a person settled", () => {
  it("goes before every rule: an id, none, or not yet decided", async () => {
    const overrides = await readOverrides(
      fileOf([
        "name,certificate_id,may_be_1",
        "Network  Certification,comptia-network-plus,x",
        "Floriculture,none,",
        "Millwright,,red-seal",
      ]),
      taxonomy,
    );
    expect(settledMatch(overrides, "network certification")).toMatchObject({
      method: "settled",
      certificate_id: "comptia-network-plus",
      confidence: 1,
    });
    expect(settledMatch(overrides, "Floriculture")).toMatchObject({
      method: "left out",
      certificate_id: null,
      confidence: null,
    });
    expect(settledMatch(overrides, "Millwright")).toBeNull();
  });

  it.each([
    [
      ["name,certificate_id", "A,no-such-id"],
      /:2: certificate_id "no-such-id": should be an id of the taxonomy .* or none/,
    ],
    [["name,certificate_id", "A,none", "a,cisco-ccna"], /:3: name "a": is settled otherwise/],
    [["name,id", "A,none"], /has no column for certificate_id/],
    [["name,certificate_id", ",none"], /:2: name: should be the name as the list has it/],
  ])("is refused where it cannot be meant: %j", async (lines, message) => {
    await expect(readOverrides(fileOf(lines, "overrides.csv"), taxonomy)).rejects.toThrow(message);
  });
});

const asked = (asking: number, postings = 1000) => ({ postings, asking, named: asking });

const demandOf = (over: Partial<Demand> = {}): Demand => ({
  certificate_id: "cisco-ccna",
  name: "CCNA",
  k12: "yes",
  cluster: "information-technology",
  cluster_name: "Information Technology",
  parent: null,
  kind: "explicit",
  counted: true,
  issuer_status: "active",
  retired_on: null,
  successor: null,
  status: "stable",
  slope_pct_year: 1,
  slope_low: -2,
  slope_high: 4,
  employers: 40,
  p_below_half: null,
  everywhere: asked(300),
  here: asked(300),
  loaded_step: null,
  loaded_year: null,
  ...over,
});

describe("keep, watch, replace", () => {
  it.each<[string, Partial<Demand>, Step | null, string]>([
    ["stable", {}, null, "keep"],
    ["growing", { status: "growing" }, null, "keep"],
    ["stable, oversupplied", {}, "oversupplied", "keep"],
    ["stable, very oversupplied", {}, "very oversupplied", "watch"],
    ["fading", { status: "fading" }, null, "watch"],
    ["fading, undersupplied", { status: "fading" }, "undersupplied", "watch"],
    ["fading, oversupplied", { status: "fading" }, "oversupplied", "replace"],
    ["fading, likely to halve", { status: "fading", p_below_half: 0.5 }, null, "replace"],
    ["obsolescent", { status: "obsolescent" }, null, "replace"],
    ["trend unknown", { status: "insufficient evidence" }, null, "watch"],
    ["no signal", { status: null }, null, "watch"],
    ["thin everywhere", { here: asked(29), everywhere: asked(29) }, null, "insufficient evidence"],
    ["thin here only", { here: asked(3) }, null, "keep"],
    [
      "thin and obsolescent",
      { here: asked(3), everywhere: asked(3), status: "obsolescent" },
      null,
      "insufficient evidence",
    ],
    ["retired", { issuer_status: "retired", here: asked(0), everywhere: asked(0) }, null, "replace"],
    ["renamed", { issuer_status: "renamed" }, null, "replace"],
    ["not counted", { counted: false }, null, "insufficient evidence"],
    ["no postings", { here: asked(0, 0), everywhere: asked(0, 0) }, null, "insufficient evidence"],
  ])("%s", (_, demand, step, call) => {
    const verdict = judge(demandOf(demand), step, "in Utah");
    expect(verdict.call).toBe(call);
    expect(`${verdict.rule} ${verdict.numbers}`).not.toMatch(/NaN|null|undefined|worthless/);
  });

  it("says its numbers with interval, and whether they are the region's", () => {
    expect(judge(demandOf(), null, "in Utah").numbers).toBe(
      "300 of 1,000 postings in Utah name it (30%, 95% interval 27% to 33%). Change: +1.0% a year (95% interval −2.0% to +4.0%), in all regions.",
    );
    expect(judge(demandOf({ here: asked(3), kind: "skill" }), null, "in Utah").numbers).toMatch(
      /^300 of 1,000 postings in all regions ask for its skills \(weighted\)/,
    );
  });
});

describe("supply against demand within the list", () => {
  // statsmodels 0.15.0: confint_proportions_2indep(a, n, b, m, compare="ratio", method="log")
  it.each([
    [400, 1000, 50, 500, 4.0, 3.0422588599956857, 5.259250029769882],
    [12, 90, 300, 700, 0.3111111111111111, 0.18245891233061118, 0.5304762711804876],
  ])("ratio of %i/%i to %i/%i", (a, n, b, m, ...expected) => {
    for (const [place, value] of ratioOfShares(a, n, b, m).entries()) expect(value).toBeCloseTo(expected[place]!, 6);
  });

  it.each([
    [4, "very oversupplied"],
    [2, "oversupplied"],
    [1, "balanced"],
    [0.5, "undersupplied"],
    [0.25, "very undersupplied"],
  ])("%f is %s", (ratio, step) => expect(stepOf(ratio)).toBe(step));

  it("compares within a kind of demand, and says nothing of thin or lonely ones", () => {
    const found = supplyOf([
      { id: "a", kind: "explicit", earned: 400, asks: 50 },
      { id: "b", kind: "explicit", earned: 600, asks: 450 },
      { id: "thin", kind: "explicit", earned: 9, asks: 450 },
      { id: "alone", kind: "skill", earned: 500, asks: 500 },
    ]);
    expect([...found.keys()]).toEqual(["a", "b"]);
    expect(found.get("a")!.ratio).toBeCloseTo(400 / 1009 / (50 / 950), 9);
    expect(found.get("a")).toMatchObject({ step: "very oversupplied", sure: true });
    expect(supplyOf([]).size).toBe(0);
  });
});

describe("what could be offered", () => {
  const demand = new Map(
    [
      demandOf({ certificate_id: "comptia-a-plus", name: "A+" }),
      demandOf({ certificate_id: "comptia-network-plus", name: "Network+", here: asked(500) }),
      demandOf({ certificate_id: "comptia-security-plus", name: "Security+", here: asked(2), everywhere: asked(2) }),
      demandOf({ certificate_id: "comptia-itf-plus", issuer_status: "renamed" }),
      demandOf({ certificate_id: "comptia-server-plus", status: "fading" }),
      demandOf({ certificate_id: "comptia-certification", here: asked(900) }),
      demandOf({ certificate_id: "comptia-linux-plus", k12: "no" }),
    ].map((one) => [one.certificate_id, one]),
  );
  const ids = (listed: readonly string[]) =>
    offerable(demand, new Set(listed), taxonomy.certificates).map(({ certificate_id }) => certificate_id);

  it("is single, taught in schools, named often, not falling and not on the list", () => {
    expect(ids([])).toEqual(["comptia-network-plus", "comptia-a-plus"]);
    expect(ids(["comptia-network-plus"])).toEqual(["comptia-a-plus"]);
    expect(ids(["comptia-certification"])).toEqual([]);
  });

  it("is an alternative where cluster and an occupation are the same", () => {
    const offers = offerable(demand, new Set(["comptia-tech-plus"]), taxonomy.certificates);
    expect(alternativesTo("comptia-tech-plus", offers, taxonomy.certificates).map(({ id }) => id)).toContain(
      "comptia-a-plus",
    );
    expect(alternativesTo("cna", offers, taxonomy.certificates)).toEqual([]);
    expect(alternativesTo("no-such-id", offers, taxonomy.certificates)).toEqual([]);
  });
});

const LIST = [
  "name,earned,cost",
  "CompTIA A+,900,250",
  "CCNA,20,300",
  '"=HYPERLINK(""http://evil.example"",""x"")",5,1',
  "Network Certification,10,1",
  "<script>alert(1)</script> Weaving,1,1",
  "Floriculture,1,1",
];

const audited = async (region: string | null, overrides: string | null = null): Promise<Audited & { out: string }> => {
  const dataDir = emptyFolder();
  const out = join(dataDir, "audit");
  await writeSampleMarts(join(dataDir, "warehouse.duckdb"), { certificates: 20 });
  return { ...(await audit({ dataDir, taxonomy, file: fileOf(LIST), region, overrides, out })), out };
};

describe("an audit as a whole", { timeout: 60_000 }, () => {
  it("writes a self-contained page, the table with escaped formulas, and what is to be settled", async () => {
    const { out, audit: found } = await audited("us-ca");
    const page = readFileSync(join(out, "audit.html"), "utf8");
    expect(found.lines.map(({ demand }) => demand.certificate_id)).toEqual(["comptia-a-plus", "cisco-ccna"]);
    expect(found.lines[0]!.supply).toMatchObject({ step: "oversupplied", sure: true });
    expect(page).toContain("in California");
    expect(page).not.toMatch(
      /<script|<link rel="stylesheet"|(href|src)="https?:|@import|url\(|worthless|NaN|undefined/,
    );
    const { document } = new JSDOM(page).window;
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    const rows = parse(readFileSync(join(out, "audit.csv"), "utf8"), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ line, method }) => [line, method])).toEqual([
      ["2", "id or name"],
      ["3", "alias"],
      ["4", "none"],
      ["5", "doubtful"],
      ["6", "none"],
      ["7", "none"],
    ]);
    expect(rows[2]!.name).toMatch(/^'=HYPERLINK/);
    const settle = parse(readFileSync(join(out, "to-settle.csv"), "utf8"), { columns: true }) as Record<
      string,
      string
    >[];
    expect(settle.map(({ certificate_id }) => certificate_id)).toEqual(["", "", "", ""]);
    expect(settle.find(({ name }) => name === "Network Certification")!.may_be_1).not.toBe("");
  });

  it("takes what was settled, and its own file of names to settle as overrides", async () => {
    const { audit: found } = await audited(
      null,
      fileOf(["name,certificate_id", "Network Certification,cisco-ccna", "Floriculture,none"]),
    );
    expect(found.lines.map(({ offered }) => offered.method)).toEqual(["id or name", "alias", "settled"]);
    expect(found.leftOut.map(({ name }) => name)).toEqual(["Floriculture"]);
    const { out } = await audited(null);
    await expect(audited(null, join(out, "to-settle.csv"))).resolves.toBeDefined();
  });

  it("refuses a region that the warehouse lacks, and a warehouse of another vocabulary", async () => {
    await expect(audited("US-ZZ")).rejects.toThrow(/--region "US-ZZ": the warehouse has no such region; it has US-CA/);
    const other = fileOf(["name,certificate_id", "Floriculture,zsignage-none"]);
    await expect(audited(null, other)).rejects.toThrow(/should be an id of the taxonomy/);
    const missing = fileOf(["name,certificate_id", "Floriculture,welding-certification"]);
    await expect(audited(null, missing)).rejects.toThrow(
      /does not know welding-certification: .* run "certworth build"/,
    );
  });

  it("is written for readers of grade 8 and below", async () => {
    const { out } = await audited(null);
    const { document } = new JSDOM(readFileSync(join(out, "audit.html"), "utf8")).window;
    const prose = [...document.querySelectorAll("section > p, header p, ol li")].map((node) => node.textContent ?? "");
    expect(gradeOf(prose.join(" "))).toBeLessThanOrEqual(8);
  });
});
