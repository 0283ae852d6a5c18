import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { EXPORTS, LEFT_OUT } from "../reports/export-tables.js";
import { SIMULATED } from "../reports/shell.js";
import { buildSite } from "../reports/site.js";
import { emptyFolder } from "./support/folder.js";
import { writeSampleMarts } from "./support/sample-marts.js";
import { filesBelow, sampleSite } from "./support/sample-site.js";

const CERTIFICATES = 40;
const sample = sampleSite({ certificates: CERTIFICATES });
const pagesOf = (folder: string) => filesBelow(folder).filter((path) => path.endsWith(".html"));
/** Parsed pages: parsing takes longer than looking at them. */
const parsed = new Map<string, Document>();
function documentOf(path: string): Document {
  const known = parsed.get(path) ?? new JSDOM(read(path)).window.document;
  parsed.set(path, known);
  return known;
}

const read = (path: string) => readFileSync(join(sample().out, path), "utf8");

test("there is a page for each certificate, also for those that no posting names", () => {
  const { out, site } = sample();
  expect(pagesOf(join(out, "certificate"))).toHaveLength(CERTIFICATES);
  expect(pagesOf(out)).toHaveLength(site.pages);
  expect(read("certificate/sample-2.html")).toContain("No posting in this collection names it");
});

test("the findings are one rise, one fall and one hold with their numbers", () => {
  const { findings } = sample().site;
  expect(findings.map((line) => line.split(":")[0])).toEqual(["Rising", "Holding", "Fading"]);
  for (const line of findings)
    expect(line).toMatch(
      /^[^\n]+% a year \(95% interval [^)]+ to [^)]+\).*; [\d,]+ postings asked for (it|its skills)\.$/,
    );
});

test("each question has its sentence on the overview, and its numbers and what they are not on its page", () => {
  const questions = [...documentOf("questions.html").querySelectorAll("section.pair")];
  const answers = [...documentOf("index.html").querySelectorAll("#questions dd:not(.drawn)")].map(
    (answer) => answer.textContent,
  );
  expect(questions).toHaveLength(13);
  expect(questions.map((section) => section.querySelector("strong")!.textContent)).toEqual(answers);
  for (const section of questions) {
    expect(section.querySelector("strong")!.textContent, section.id).toMatch(/\d.*\.$/);
    expect(section.querySelector(".quiet")!.textContent, section.id).toMatch(/\.$/);
    expect(section.querySelector("table, svg"), section.id).not.toBeNull();
  }
  expect(read("questions.html")).toContain("rank correlation 0.80 (95% interval −0.82 to 1.00) over 4 occupations");
});

test("supply against demand is a page where a table of certificates earned was loaded, and only there", async () => {
  expect(read("supply.html")).toContain("3 of 4 certificates could be compared.");
  expect(read("supply.html")).toContain("1 name is unknown");
  expect(read("supply.html")).toContain("Basket &lt;b&gt;weaving&lt;/b&gt;");
  expect(documentOf("index.html").querySelector('nav a[href="supply.html"]')).not.toBeNull();
  const folder = emptyFolder();
  const warehouse = join(folder, "empty.duckdb");
  await writeSampleMarts(warehouse, { certificates: 0, empty: true });
  await buildSite({ warehouse, out: join(folder, "site") });
  expect(existsSync(join(folder, "site", "supply.html"))).toBe(false);
  expect(readFileSync(join(folder, "site", "index.html"), "utf8")).not.toContain("supply.html");
  expect(readFileSync(join(folder, "site", "questions.html"), "utf8")).toContain("nothing can be said");
});

test("every page of a simulated market says so; no page of a real one does", async () => {
  for (const path of pagesOf(sample().out)) expect(read(path), path).toContain(SIMULATED);
  const folder = emptyFolder();
  const warehouse = join(folder, "real.duckdb");
  await writeSampleMarts(warehouse, { certificates: 5, simulated: false });
  await buildSite({ warehouse, out: join(folder, "site") });
  for (const path of pagesOf(join(folder, "site")))
    expect(readFileSync(join(folder, "site", path), "utf8")).not.toContain(SIMULATED);
});

test("two builds are the same to the byte", async () => {
  const { warehouse, out, folder } = sample();
  const again = join(folder, "again");
  await buildSite({ warehouse, out: again });
  expect(filesBelow(again)).toEqual(filesBelow(out));
  // Memory is cleared for the explorer's file on Linux only: elsewhere test/explorer.test.ts compares its rows.
  for (const path of filesBelow(out).filter((name) => name !== "explorer.duckdb" || process.platform === "linux"))
    expect(readFileSync(join(again, path)).equals(readFileSync(join(out, path))), path).toBe(true);
});

test("a site that says what the warehouse holds is left alone; other pages, or other leave to quote, build it anew", async () => {
  const folder = emptyFolder();
  const out = join(folder, "site");
  const { warehouse } = sample();
  const built = async (edition: string, quotes?: boolean): Promise<number> =>
    (await buildSite({ warehouse, out, edition, ...(quotes === undefined ? {} : { quotes }) })).pages;
  const all = sample().site.pages;
  expect([await built("e1"), await built("e1"), await built("e2"), await built("e2", false)]).toEqual([
    all,
    0,
    all,
    all,
  ]);
  expect(await built("e2", false)).toBe(0);
  const { findings } = await buildSite({ warehouse, out, edition: "e2", quotes: false });
  expect(findings).toEqual(sample().site.findings);
});

test("without leave to quote no page holds a posting's words", async () => {
  const quoted = (out: string): string[] =>
    pagesOf(out).filter((path) => readFileSync(join(out, path), "utf8").includes("<blockquote>"));
  expect(quoted(sample().out).length).toBeGreaterThan(10);
  const out = join(emptyFolder(), "site");
  await buildSite({ warehouse: sample().warehouse, out, quotes: false });
  expect(quoted(out)).toEqual([]);
});

test("links are relative and lead to files and places that exist; nothing is loaded from elsewhere", () => {
  const { out } = sample();
  for (const path of pagesOf(out)) {
    const document = documentOf(path);
    for (const link of document.querySelectorAll("[src], link[href], a[href]")) {
      const address = link.getAttribute("src") ?? link.getAttribute("href")!;
      if (address.startsWith("data:,") || (link.tagName === "A" && /^https?:/.test(address))) continue;
      const [file, place] = address.split("#");
      const target = file === "" ? join(out, path) : resolve(out, dirname(path), file!);
      expect(existsSync(target), `${path} -> ${address}`).toBe(true);
      if (place && !place.includes("="))
        expect(readFileSync(target, "utf8"), `${path} -> ${address}`).toContain(`id="${place}"`);
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size, `${path} repeats an id`).toBe(ids.length);
  }
});

describe("hostile text", () => {
  test("from postings and the taxonomy is shown, never run", () => {
    for (const path of pagesOf(sample().out)) {
      const document = documentOf(path);
      const scripts = [...document.querySelectorAll("script")].map((script) => script.textContent);
      expect(
        scripts.filter((text) => text.includes("alert")),
        path,
      ).toEqual([]);
      expect(document.querySelector("[onerror]"), path).toBeNull();
      expect(read(path), path).not.toMatch(/href="javascript:/i);
    }
    expect(read("certificate/w-hostile.html")).toContain("&lt;img src=x onerror=alert(1)&gt;");
  });

  test("is no formula in a CSV cell", () => {
    for (const path of filesBelow(join(sample().out, "downloads")).filter((name) => name.endsWith(".csv"))) {
      const rows: string[][] = parse(read(join("downloads", path)));
      for (const cell of rows.flat()) expect(/^[=+@\t\r]|^-(?!\d)/.test(cell), `${path}: ${cell}`).toBe(false);
    }
    expect(read("downloads/certificate.csv")).toContain("'=HYPERLINK");
  });

  test("each table has its files and a schema that names the columns of its CSV", () => {
    const names = filesBelow(join(sample().out, "downloads"));
    const tables = names.filter((name) => name.endsWith(".csv")).map((name) => name.replace(/\.csv$/, ""));
    expect(names).toHaveLength(3 * tables.length);
    for (const table of tables) {
      const schema = JSON.parse(read(`downloads/${table}.schema.json`));
      const [head, ...rows]: string[][] = parse(read(`downloads/${table}.csv`));
      expect(schema.columns.map(({ name }: { name: string }) => name)).toEqual(head);
      expect(head).toEqual(expect.arrayContaining(schema.key));
      expect(schema.csv_holds === "all rows" ? rows.length : schema.rows).toBe(schema.rows);
      expect(schema.citation).toMatch(/^certworth \(simulated market\), edition of [A-Z][a-z]+ \d{4}, build /);
    }
    expect(documentOf("downloads.html").body.textContent).toContain("edition of ");
  });

  test("every mart is among the downloads, or is named there with the reason why not", () => {
    const marts = readdirSync(packagePath("warehouse", "marts")).map((name) => name.replace(/\.sql$/, ""));
    expect([...EXPORTS.map(({ name }) => name), ...Object.keys(LEFT_OUT)].sort()).toEqual(marts.sort());
    const said = documentOf("downloads.html").querySelector("main")!.textContent;
    for (const name of marts.filter((mart) => mart in LEFT_OUT)) expect(said).toContain(name);
  });

  test("snippets are at most 160 characters", () => {
    for (const path of pagesOf(sample().out)) {
      const document = documentOf(path);
      for (const quote of document.querySelectorAll("blockquote"))
        expect(quote.textContent.trim().length).toBeLessThanOrEqual(160);
    }
  });
});

test("a certificate with thin evidence gets no arrow, no line and no change", () => {
  const page = read("certificate/it-specialist.html");
  expect(page).toContain("Insufficient evidence");
  expect(page).toContain("Too few postings for a trend");
  const document = documentOf("certificate/it-specialist.html");
  expect(document.querySelector(".lead .status")!.textContent).not.toMatch(/[▲▼]/);
  expect(document.querySelector("#demand-over-time path[stroke]")).toBeNull();
});

describe("the folder", () => {
  test("of somebody else is refused and left as it was", async () => {
    const out = emptyFolder();
    writeFileSync(join(out, "letter.txt"), "dear");
    await expect(buildSite({ warehouse: sample().warehouse, out })).rejects.toThrow(/not a certworth site/);
    expect(filesBelow(out)).toEqual(["letter.txt"]);
  });

  test("keeps the old site when a build fails, and a later build clears what was left", async () => {
    const folder = emptyFolder();
    const out = join(folder, "site");
    await buildSite({ warehouse: sample().warehouse, out });
    const before = filesBelow(out);
    const broken = join(folder, "broken.duckdb");
    await writeSampleMarts(broken, { certificates: 3, without: "source_health" });
    await expect(buildSite({ warehouse: broken, out })).rejects.toThrow(/source_health/);
    expect(filesBelow(out)).toEqual(before);
    mkdirSync(join(folder, ".site.replaced"));
    await buildSite({ warehouse: sample().warehouse, out });
    expect(filesBelow(out)).toEqual(before);
    expect(existsSync(join(folder, ".site.building"))).toBe(false);
    expect(existsSync(join(folder, ".site.replaced"))).toBe(false);
  });

  test("a missing warehouse is named", async () => {
    await expect(buildSite({ warehouse: "/nowhere/warehouse.duckdb", out: emptyFolder() })).rejects.toThrow(
      /\/nowhere\/warehouse\.duckdb/,
    );
  });
});

test("the site of an empty warehouse is built, without a single figure", async () => {
  const folder = emptyFolder();
  const warehouse = join(folder, "empty.duckdb");
  await writeSampleMarts(warehouse, { certificates: 0, empty: true });
  const { findings } = await buildSite({ warehouse, out: join(folder, "site") });
  expect(findings).toEqual([]);
});
