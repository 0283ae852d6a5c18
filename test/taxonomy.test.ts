import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { checkTaxonomy, taxonomyWarnings } from "../models/taxonomy/check.js";
import { readContext, writeContext } from "../models/taxonomy/context.js";
import { splitCsv } from "../models/taxonomy/csv.js";
import { foldSurface } from "../models/taxonomy/fold.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { TaxonomyError } from "../models/taxonomy/problem.js";

const INPUT = packagePath("test", "input", "taxonomy");
const SEED = packagePath("..", "shared", "taxonomy", "seed", "certificates.csv");

interface Change {
  name: string;
  file: string;
  from?: string;
  to?: string;
  append?: string;
}

const cases = <T>(file: string): T[] => JSON.parse(readFileSync(join(INPUT, file), "utf8")) as T[];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "taxonomy-"));
  cpSync(join(INPUT, "sound"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function change({ file, from, to, append = "" }: Change): void {
  const path = join(folder, file);
  const text = readFileSync(path, "utf8");
  if (from !== undefined && !text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  writeFileSync(path, (from === undefined ? text : text.replace(from, () => to ?? "")) + append);
}

function problemsOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof TaxonomyError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("loading", () => {
  it("reads the sound files", () => {
    const t = loadTaxonomy(folder);
    expect(t.certificates.get("acme-classic")).toMatchObject({
      retired_on: "2019-05",
      renewal_years: 2.5,
      soc: ["15-1244", "29-1141"],
      note: 'Said "goodbye" in 2019',
    });
    expect(t.certificates.get("generic-license")).toMatchObject({ counted: false, level: null, soc: [] });
    expect(t.certificateSurfaces[2]).toEqual({
      entity: "acme-associate",
      surface: "ACM",
      case: "exact",
      near: ["Acme", "certif*"],
      not: ["journal"],
    });
    expect(checkTaxonomy(t)).toEqual([]);
  });

  it("reads files with a byte order mark and any line ends alike, under another version", () => {
    const before = loadTaxonomy(folder);
    const path = join(folder, "aliases.csv");
    writeFileSync(path, `\uFEFF${readFileSync(path, "utf8").replaceAll("\n", "\r\n")}\r\n`);
    const after = loadTaxonomy(folder);
    expect(after.certificateSurfaces).toEqual(before.certificateSurfaces);
    expect(after.version).not.toBe(before.version);
    expect(loadTaxonomy(folder).version).toBe(after.version);
  });

  test.each(cases<Change & { expected: string }>("faults.json"))("names the place of $name", (fault) => {
    change(fault);
    expect(problemsOf(() => loadTaxonomy(folder))).toContain(fault.expected);
  });

  it("lists every fault of every file at once", () => {
    change({ name: "", file: "skills.csv", from: ",it,", to: ",wizardry," });
    change({ name: "", file: "aliases.csv", from: "exact", to: "shouted" });
    rmSync(join(folder, "clusters.csv"));
    const message = problemsOf(() => loadTaxonomy(folder));
    expect(message).toContain("the taxonomy has 3 problem(s)");
    for (const part of ["skills.csv:2 kind", 'aliases.csv:4 case "shouted"', "clusters.csv:0 (file)"])
      expect(message).toContain(part);
  });

  it("adds imported titles of known occupations, but never over its own", () => {
    const extra = join(folder, "extra");
    cpSync(join(INPUT, "sound"), extra, { recursive: true });
    writeFileSync(
      join(extra, "onet_titles.csv"),
      "soc,title\n15-1244,staff nurse\n29-1141,ward nurse\n99-9999,wizard\n",
    );
    const titles = loadTaxonomy(folder, { extra }).occupationTitles;
    expect(titles.map(({ title }) => title)).toEqual(["network administrator", "staff nurse", "ward nurse"]);
    expect(titles[1]?.soc).toBe("29-1141");
  });
});

describe("checking", () => {
  test.each(cases<Change & { expected: string[] }>("checks.json"))("finds $name", (fault) => {
    change(fault);
    expect(checkTaxonomy(loadTaxonomy(folder))).toEqual(fault.expected);
  });

  it("allows a surface of two certificates where each has its rule", () => {
    change({
      name: "",
      file: "aliases.csv",
      append: "acme-classic,Acme C,any,near: old\nacme-associate,acme-c,any,near: new\n",
    });
    expect(checkTaxonomy(loadTaxonomy(folder))).toEqual([]);
  });

  it("warns of what is not known: a retirement without its month, a family without members", () => {
    change({ name: "", file: "certificates.csv", from: "2019-05", to: "" });
    const row = "lone,Lone family,Acme,certification,,no,health,active,,,,,,explicit,yes,Family row\n";
    change({ name: "", file: "certificates.csv", append: row });
    expect(taxonomyWarnings(loadTaxonomy(folder))).toEqual([
      "acme-classic is retired, but the month is not known",
      "lone is a family without members",
    ]);
  });
});

describe("its parts", () => {
  const cellText = fc.string({ unit: fc.constantFrom("a", "b", ",", '"', " ", "é") });
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

  it("splits lines as csv-parse does", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
        expect(splitCsv(text).map(({ cells }) => cells)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });

  it("reads a context rule that it wrote", () => {
    const words = fc.array(fc.stringMatching(/^[a-z][a-z0-9.' -]{0,8}[a-z]\*?$/), { maxLength: 4 });
    fc.assert(
      fc.property(words, words, (near, not) => {
        expect(readContext(writeContext({ near, not }))).toEqual({ near, not });
      }),
    );
  });

  test.each([
    ["Driver’s  License", "drivers license"],
    ["CPR–First-Aid", "cpr first aid"],
    ["Résumé", "resume"],
  ])("folds %s to %s", (surface, folded) => expect(foldSurface(surface)).toBe(folded));
});

describe("the shipped vocabulary", () => {
  const shipped = loadTaxonomy();

  it("is clean", () => expect(checkTaxonomy(shipped)).toEqual([]));

  it("has every detailed occupation, each in one of the sixteen clusters", () => {
    expect(shipped.clusters.size).toBe(16);
    expect(shipped.occupations.size).toBe(867);
    expect([...shipped.occupations.keys()].filter((soc) => soc.endsWith("0"))).toEqual([]);
    expect(new Set([...shipped.occupations.values()].map(({ cluster }) => cluster)).size).toBe(16);
  });

  it("has thousands of job titles, in lower case", () => {
    expect(shipped.occupationTitles.length).toBeGreaterThan(2500);
    expect(shipped.occupationTitles.filter(({ title }) => title !== title.toLowerCase())).toEqual([]);
  });

  it("counts no identity document and no unnamed request", () => {
    const left = [...shipped.certificates.values()].filter(({ counted }) => !counted).map(({ id }) => id);
    expect(left.sort()).toEqual([
      "dot-medical-card",
      "driver-license",
      "generic-certification",
      "generic-license",
      "twic",
    ]);
  });

  it("ranks by implied skill what employers seldom name", () => {
    const kinds = [
      "soft-skills-certificate",
      "data-entry-certificate",
      "ic3-digital-literacy",
      "communication-skills-for-business",
    ];
    for (const id of kinds) expect(shipped.certificates.get(id)?.demand, id).toBe("skill");
    for (const id of ["cisco-ccna", "comptia-a-plus", "microsoft-mta"])
      expect(shipped.certificates.get(id)?.demand, id).toBe("explicit");
  });

  it.skipIf(!existsSync(SEED))("has every certificate of the list it started from", () => {
    const ids = parse(readFileSync(SEED, "utf8"), { columns: true }) as { id: string }[];
    expect(ids.filter(({ id }) => !shipped.certificates.has(id))).toEqual([]);
  });
});

if (!existsSync(SEED)) process.stdout.write("taxonomy: no ../shared/taxonomy, so the starting list is not compared\n");
