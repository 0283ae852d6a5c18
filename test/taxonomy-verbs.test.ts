import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { readAttributions } from "../pipelines/taxonomy/attributions.js";
import { checkLines, checkVerb } from "../pipelines/taxonomy/check.js";
import { importLines, importVerb } from "../pipelines/taxonomy/import.js";
import { searchLines, searchVerb } from "../pipelines/taxonomy/search.js";
import { showLines, showVerb } from "../pipelines/taxonomy/show.js";

const IMPORTS = packagePath("test", "input", "taxonomy", "imports");
const SHARED = packagePath("..", "shared", "taxonomy");

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "taxonomy-"));
});
afterEach(() => rmSync(data, { recursive: true }));

const written = (name: string): string => readFileSync(join(data, "taxonomy", name), "utf8");
const sound = loadTaxonomy(packagePath("test", "input", "taxonomy", "sound"));
const shipped = loadTaxonomy();

describe("check", () => {
  it("counts the rows and sums up", () => {
    expect(checkLines(checkVerb(sound)).at(-1)).toBe(
      "4 certificates, 4 certificate surfaces, 2 skills, 2 skill surfaces, 1 certificate skills, 2 occupations, 2 occupation titles, 2 clusters: 0 problem(s), 0 warning(s)",
    );
  });
});

describe("show", () => {
  it("gathers all that is known of one certificate", () => {
    expect(showLines(showVerb(sound, "acme-associate"))).toEqual([
      "acme-associate: Acme Associate",
      "issuer: Acme, Inc.",
      "type: certification, associate",
      "status: active",
      "family: Acme certification",
      "renewal: 3 year(s)",
      "demand: explicit",
      "occupations: 15-1244 Network and Computer Systems Administrators",
      "skills: Networking",
      "surfaces:",
      "  Acme Associate",
      "  ACM (these very letters)  [near: Acme/certif*; not: journal]",
    ]);
    expect(showVerb(sound, "acme-certification").members).toEqual(["acme-associate", "acme-classic"]);
    expect(showVerb(sound, "acme-classic").successor).toBe("Acme Associate");
  });

  it("names the nearest ids for one that is not there", () => {
    expect(() => showVerb(shipped, "cisco-cnna")).toThrow('no certificate "cisco-cnna"; the nearest are cisco-ccna');
  });
});

describe("search", () => {
  test.each([
    ["CCNA", "cisco-ccna"],
    ["registerd nurse", "rn"],
    ["ccna cybersec", "cisco-ccna-cybersecurity"],
    ["comptia securty+", "comptia-security-plus"],
  ])("%s finds %s first", (words, id) => {
    expect(searchVerb(shipped, words).find(({ kind }) => kind === "certificate")?.id).toBe(id);
  });

  it("finds skills and occupations too, each once", () => {
    const found = searchVerb(sound, "n", 50);
    expect(new Set(found.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(found.length);
    expect(found.map(({ kind }) => kind)).toContain("occupation");
    expect(found.map(({ kind }) => kind)).toContain("skill");
  });

  it("says that nothing is alike", () => {
    expect(searchLines(searchVerb(shipped, "xqzzkv"))).toEqual(["nothing found"]);
    expect(searchVerb(shipped, " - ")).toEqual([]);
  });
});

describe("import", () => {
  it("takes O*NET titles that name one occupation and refuses rows without a code", () => {
    const [titles] = importVerb(join(IMPORTS, "alternate-titles.txt"), data);
    expect(written("onet_titles.csv").split("\n")).toEqual([
      "soc,title",
      "15-1244,lan keeper",
      "15-1244,network administrator",
      "99-9999,occupation elsewhere",
      "15-1244,server shepherd",
      "15-1244,ss",
      "29-1141,ward nurse",
      "",
    ]);
    expect(titles).toMatchObject({ format: "O*NET Alternate Titles", read: 9, kept: 6 });
    expect(titles?.refused).toEqual([
      { line: 8, field: "O*NET-SOC Code", value: "nurse", reason: "should be an O*NET-SOC code such as 15-1232.00" },
    ]);
    expect(importLines(titles ? [titles] : [])[1]).toBe(
      '  line 8, O*NET-SOC Code "nurse": should be an O*NET-SOC code such as 15-1232.00',
    );
  });

  it("takes the edition from the file beside it, and keeps every publisher's words", () => {
    importVerb(join(IMPORTS, "alternate-titles.txt"), data);
    importVerb(join(IMPORTS, "esco-skills.csv"), data);
    importVerb(join(IMPORTS, "careeronestop.csv"), data);
    const all = readAttributions(join(data, "taxonomy"));
    expect(all.map(({ name }) => name)).toEqual(["CareerOneStop", "ESCO", "O*NET"]);
    expect(all[2]?.text).toContain("includes information from the O*NET 30.1 Database by the U.S. Department of Labor");
    expect(all[1]?.files).toEqual(["esco-skills.csv"]);
  });

  it("takes a whole folder, and the same again changes nothing", () => {
    const first = importVerb(IMPORTS, data);
    expect(first.map(({ format }) => format)).toEqual([
      "O*NET Alternate Titles",
      "CareerOneStop certifications",
      "ESCO skills",
    ]);
    const names = ["onet_titles.csv", "careeronestop_certificates.csv", "esco_skills.csv", "attributions.json"];
    const before = names.map(written);
    importVerb(IMPORTS, data);
    expect(names.map(written)).toEqual(before);
    expect(written("esco_skills.csv")).toBe(
      'id,name,aliases,code\naaa-1,mend nets,repair nets|net mending,esco:aaa-1\nbbb-2,"sort, then stack",,esco:bbb-2\n',
    );
    expect(written("careeronestop_certificates.csv")).toContain(
      "0001,Certified Example Person,CEP,Example Board,http://example.org/cep",
    );
  });

  it("refuses a file that it does not know, naming those that it does", () => {
    const skills = packagePath("test", "input", "taxonomy", "sound", "skills.csv");
    expect(() => importVerb(skills, data)).toThrow(/none of the files that can be imported.*O\*NET Alternate Titles/);
    expect(() => importVerb(join(IMPORTS, "nowhere.csv"), data)).toThrow("no such file or folder");
  });

  it("titles that were imported are known to the vocabulary", () => {
    importVerb(join(IMPORTS, "alternate-titles.txt"), data);
    const extra = join(data, "taxonomy");
    const dir = packagePath("test", "input", "taxonomy", "sound");
    const titles = loadTaxonomy(dir, { extra }).occupationTitles.map(({ title }) => title);
    expect(titles).toEqual([
      "network administrator",
      "staff nurse",
      "lan keeper",
      "server shepherd",
      "ss",
      "ward nurse",
    ]);
  });

  it.skipIf(!existsSync(SHARED))("reads the publishers' own files", { timeout: 60_000 }, () => {
    const imported = [...importVerb(join(SHARED, "onet-29.2"), data), ...importVerb(join(SHARED, "esco-1.2.0"), data)];
    expect(imported.length).toBe(6);
    for (const { file, read, kept, refused } of imported) {
      expect(refused, file).toEqual([]);
      expect(Math.min(read, kept), file).toBeGreaterThan(50);
    }
    const titles = loadTaxonomy(undefined, { extra: join(data, "taxonomy") }).occupationTitles;
    expect(titles.length).toBeGreaterThan(shipped.occupationTitles.length + 1000);
    expect(readAttributions(join(data, "taxonomy")).map(({ name }) => name)).toEqual(["ESCO", "O*NET"]);
  });
});

if (!existsSync(SHARED))
  process.stdout.write("taxonomy: no ../shared/taxonomy, so the publishers' files are not read\n");
