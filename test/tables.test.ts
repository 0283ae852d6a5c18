import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { type ImportedTable, importTables } from "../pipelines/stages/tables.js";
import { tableKind } from "../pipelines/tables/header.js";
import { certificateFinder } from "../pipelines/tables/names.js";
import { storedTables } from "../pipelines/tables/store.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";
import { EXTRACTOR } from "./support/lake-writer.js";
import { queryRows } from "./support/query.js";

const BLS = join(packagePath(), "..", "shared", "taxonomy", "bls");
const HAS_BLS = existsSync(BLS);
if (!HAS_BLS) process.stdout.write(`${BLS} is not there: the tests of whole BLS tables are skipped\n`);

const taxonomy = loadTaxonomy();

const load = (dataDir: string, files: readonly string[], more: { kind?: "supply" | "oews"; replace?: boolean } = {}) =>
  importTables({ dataDir, effects: quietEffects(), taxonomy, files, replace: false, ...more });

const fileOf = (folder: string, name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
};

const loaded = async (
  lines: readonly string[],
  name = "table.csv",
): Promise<{ dataDir: string; table: ImportedTable }> => {
  const dataDir = emptyFolder();
  const [table] = await load(dataDir, [fileOf(dataDir, name, lines)]);
  return { dataDir, table: table! };
};

const rowsOf = (dataDir: string, kind: string): Promise<Record<string, unknown>[]> =>
  queryRows(`SELECT * FROM read_parquet('${join(dataDir, "tables", `${kind}.parquet`)}')`);

const TABLE_1_2 = [
  '"Table 1.2 Occupational projections, 2024–2034 (Employment in thousands)"',
  '2024 National Employment Matrix title,2024 National Employment Matrix code,Occupation type,"Employment, 2024","Employment, 2034","Employment change, percent, 2024–34","Occupational openings, 2024–34 annual average","Median annual wage, dollars, 2024[1]",Typical education needed for entry',
  '"Total, all occupations",00-0000,Summary,169956.1,175167.9,3.1,18863.3,49500,—',
  "      Data entry keyers,43-9021,Line item,141.6,104.79999999999999,-26,9.4,39850,High school diploma or equivalent",
  '      Actors,27-2011,Line item,57,57.4,0.7,6.4,—,"Some college, no degree"',
  "      Orthodontists,29-1023,Line item,6.5,6.8,4.4,0.2,>=$239200,Doctoral or professional degree",
  '"[1] Data are from the OEWS program.",,,,,,,,',
  '"Source: Employment Projections program",,,,,,,,',
];

const OEWS = [
  "AREA_TYPE,I_GROUP,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,H_MEDIAN,A_MEDIAN",
  "1,cross-industry,43-0000,Office and Administrative Support,major,100,20,41600",
  "1,cross-industry,43-9021,Data Entry Keyers,detailed,130000,19.16,39850",
  "1,cross-industry,27-2011,Actors,detailed,50000,23.33,*",
  "1,cross-industry,29-1023,Orthodontists,detailed,5000,#,#",
  "2,cross-industry,43-9021,Data Entry Keyers,detailed,900,18,37440",
];

const EARNED = [
  "Certification,School Year,Earned,State,Cost",
  'CompTIA A+,2023-24,"1,200",us-ca,$250',
  "cisco-ccna,2024,90,US-CA,",
];

describe("tables import", () => {
  it("takes BLS projections below their title, without subtotals and remarks", async () => {
    const { dataDir, table } = await loaded(TABLE_1_2);
    expect(table).toMatchObject({ kind: "bls-projections", taken: 3, passedOver: 3, refused: [] });
    const common = { first_year: 2024, last_year: 2034, file: "table.csv" };
    expect(await rowsOf(dataDir, "bls-projections")).toEqual([
      {
        soc: "27-2011",
        title: "Actors",
        ...common,
        employment: 57,
        employment_projected: null,
        change_pct: 0.7,
        openings: 6.4,
        median_wage: null,
        wage_top_coded: null,
        entry_education: "Some college, no degree",
      },
      {
        soc: "29-1023",
        title: "Orthodontists",
        ...common,
        employment: 6.5,
        employment_projected: null,
        change_pct: 4.4,
        openings: 0.2,
        median_wage: null,
        wage_top_coded: true,
        entry_education: "Doctoral or professional degree",
      },
      {
        soc: "43-9021",
        title: "Data entry keyers",
        ...common,
        employment: 141.6,
        employment_projected: null,
        change_pct: -26,
        openings: 9.4,
        median_wage: 39850,
        wage_top_coded: false,
        entry_education: "High school diploma or equivalent",
      },
    ]);
  });

  it("takes national wages of single occupations; `*` is unknown, `#` above what is published", async () => {
    const { dataDir, table } = await loaded(OEWS, "oews-2024.csv");
    expect(table).toMatchObject({ kind: "oews", taken: 3, passedOver: 2, refused: [] });
    const rows = await rowsOf(dataDir, "oews");
    expect(
      rows.map(({ soc, year, median_annual, median_hourly, wage_top_coded }) => [
        soc,
        year,
        median_annual,
        median_hourly,
        wage_top_coded,
      ]),
    ).toEqual([
      ["27-2011", 2024, null, 23.33, false],
      ["29-1023", 2024, null, null, true],
      ["43-9021", 2024, 39850, 19.16, false],
    ]);
  });

  it("takes certificates earned by id, name or alias, and school years by their end", async () => {
    const { dataDir, table } = await loaded(EARNED);
    expect(table).toMatchObject({ kind: "supply", taken: 2, refused: [], unknown: [] });
    expect(await rowsOf(dataDir, "supply")).toMatchObject([
      { name: "CompTIA A+", certificate_id: "comptia-a-plus", year: 2024, region: "US-CA", earned: "1200", cost: 250 },
      { name: "cisco-ccna", certificate_id: "cisco-ccna", year: 2024, region: "US-CA", earned: "90", cost: null },
    ]);
  });

  it("adds to what is stored: a new row of the same key goes before, what it leaves out stays; --replace forgets", async () => {
    const { dataDir } = await loaded(TABLE_1_2);
    const panel = fileOf(dataDir, "panel.csv", [
      "soc,title,pct_2019_29,pct_2024_34,median_wage_2024,entry_education",
      "43-9021,Data entry keyers,-24.7,-25.9,,",
      "41-2011,Cashiers,-7.4,,29720,No formal educational credential",
    ]);
    const [added] = await load(dataDir, [panel]);
    expect(added).toMatchObject({ layout: "panel of projections", taken: 3, stored: 5 });
    const keyers = (await rowsOf(dataDir, "bls-projections")).filter(({ soc }) => soc === "43-9021");
    expect(keyers).toMatchObject([
      { first_year: 2019, last_year: 2029, change_pct: -24.7, median_wage: null, openings: null },
      { first_year: 2024, last_year: 2034, change_pct: -25.9, median_wage: 39850, openings: 9.4 },
    ]);
    const [alone] = await load(dataDir, [panel], { replace: true });
    expect(alone).toMatchObject({ stored: 3 });
  });

  it("keeps names that it does not know, without a certificate, and says which", async () => {
    const { dataDir, table } = await loaded([
      ...EARNED,
      "Underwater Basket Weaving,2024,30,,",
      "CCNA and more,2024,1,,",
    ]);
    expect(table.unknown).toEqual([
      { line: 4, name: "Underwater Basket Weaving", shared_by: [] },
      { line: 5, name: "CCNA and more", shared_by: [] },
    ]);
    expect(await storedTables(dataDir)).toEqual([
      { kind: "supply", rows: 4, files: ["table.csv"], unknown: ["CCNA and more", "Underwater Basket Weaving"] },
    ]);
  });

  it("refuses rows with file, line, field, value and what would be right; the others go on", async () => {
    const { table } = await loaded([
      ...EARNED,
      "CCNA,twenty,3,,",
      "CCNA,2023-27,3,,",
      "CCNA,2024,<10,,",
      "CCNA,2024,-1,,",
      "CCNA,2024,2.5,,",
      "CCNA,2024,3,California,",
      ",2024,3,,",
      "CCNA,2024,3,,,9",
      "CCNA,2024,3,US-CA,free",
      "cisco-ccna,2024,5,US-CA,",
    ]);
    const year = "should be a year such as 2024, or a school year such as 2023-24";
    const earned = "should be a whole number of 0 or more; leave out a count that is masked";
    expect(table.refused.map(({ line, field, value, reason }) => [line, field, value, reason])).toEqual([
      [4, "School Year", "twenty", year],
      [5, "School Year", "2023-27", year],
      [6, "Earned", "<10", earned],
      [7, "Earned", "-1", earned],
      [8, "Earned", "2.5", earned],
      [9, "State", "California", "should be a code such as US-CA or GB, or blank"],
      [10, "Certification", "", "should be the name or id of a certificate"],
      [11, "row", "CCNA,2024,3,,,9", "6 values under a header of 5 columns"],
      [12, "Cost", "free", "should be a number of 0 or more, or blank"],
      [
        13,
        "name, year, region",
        "cisco-ccna, 2024, US-CA",
        "stands on line 3 already; add the counts up, or tell the rows apart",
      ],
    ]);
    expect(table.refused[0]!.where).toMatch(/table\.csv$/);
    expect(table.taken).toBe(2);
  });

  it.each([
    ["an empty file", [""], /table\.csv: the file is empty/],
    ["a header alone", ["certificate,year,earned"], /no row below the header/],
    [
      "a wrong column",
      ["certificate,year,passed", "CCNA,2024,3"],
      /comes nearest to certificates earned, but has no column for earned \(a whole number of 0 or more/,
    ],
    [
      "no header that is known",
      ["a,b", "1,2"],
      /no header was found in its first 10 lines\. Tables that are known here: BLS/,
    ],
    [
      "rows of which none can be used",
      ["certificate,year,earned", "CCNA,soon,3"],
      /no row could be taken; line 2, year "soon": should be a year/,
    ],
    ["subtotals alone", TABLE_1_2.slice(0, 3), /none of its rows is of an occupation/],
    ["an open quote", ["certificate,year,earned", '"CCNA,2024,3'], /not readable as CSV: Quote Not Closed/],
    ["a workbook", ["PK\u0003\u0004"], /this is a workbook; save the sheet as CSV/],
  ])("refuses %s as a whole", async (_, lines, message) => {
    const dataDir = emptyFolder();
    await expect(load(dataDir, [fileOf(dataDir, "table.csv", lines)])).rejects.toThrow(message);
    expect(existsSync(join(dataDir, "tables"))).toBe(false);
  });

  it("refuses a table of another kind, a kind that is none, and a file that is not there", async () => {
    const dataDir = emptyFolder();
    const wages = fileOf(dataDir, "wages.csv", OEWS);
    await expect(load(dataDir, [wages], { kind: "supply" })).rejects.toThrow(
      /of kind oews \(OEWS national wages\), not supply/,
    );
    expect(() => tableKind("wages")).toThrow(
      '--kind "wages": there is no such kind; bls-projections, oews, supply are known',
    );
    await expect(load(dataDir, [join(dataDir, "no.csv")])).rejects.toThrow(/no\.csv: no such file/);
  });

  it("changes what the warehouse rests on, by content", { timeout: 60_000 }, async () => {
    const dataDir = emptyFolder();
    const taxonomyDir = packagePath("test", "input", "marts", "taxonomy");
    const build = () => buildWarehouse({ dataDir, taxonomyDir, extractor: EXTRACTOR, taxonomyVersion: "t1" });
    await build();
    await load(dataDir, [fileOf(dataDir, "earned.csv", ["certificate,year,earned", "CCNA,2024,3"])]);
    expect((await build()).built).toBe(true);
    await load(dataDir, [join(dataDir, "earned.csv")]);
    expect((await build()).built).toBe(false);
    await load(dataDir, [fileOf(dataDir, "earned.csv", ["certificate,year,earned", "CCNA,2024,4"])]);
    expect((await build()).built).toBe(true);
  });
});

describe("names of certificates", () => {
  const find = certificateFinder(taxonomy);
  it.each([
    ["comptia-a-plus", ["comptia-a-plus"]],
    ["COMPTIA  A+", ["comptia-a-plus"]],
    ["CCNA", ["cisco-ccna"]],
    ["Microsoft Office Specialist: Excel", ["mos-excel"]],
    ["CNA", ["novell-cna", "cna"]],
    ["CompTIA A", []],
    ["", []],
  ])("%s is %j", (name, ids) => expect(find(name)).toEqual(ids));
});

describe.skipIf(!HAS_BLS)("whole tables of BLS", () => {
  it("are taken without a refusal", async () => {
    const dataDir = emptyFolder();
    const files = [
      "ep2024_34.Table_1.2.csv",
      "ep2024_34.Table_1.10.csv",
      "projections-panel.csv",
      "oews-national-2024.csv",
    ];
    const tables = await load(
      dataDir,
      files.map((file) => join(BLS, file)),
    );
    expect(tables.map(({ taken, stored, refused }) => [taken, stored, refused.length])).toEqual([
      [832, 832, 0],
      [832, 832, 0],
      [2454, 2454, 0],
      [831, 831, 0],
    ]);
  });
});
