import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { gradeOf } from "../reports/reading-level.js";
import { filesBelow, sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 30 });
const read = (path: string): string => readFileSync(join(sample().out, path), "utf8");
const documentOf = (path: string): Document => new JSDOM(read(path)).window.document;
const texts = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent.replaceAll(/\s+/g, " ").trim());

test("a skill's page has its share, its change, its horizon, who asks and which certificates attest it", () => {
  const page = documentOf("skill/linux.html");
  expect(texts(page, ".figures dd")).toEqual([
    "5.0%4.5% to 5.5%",
    "+7.0%+5.0% to +9.0%",
    "5.0%3.5% to 6.5%",
    "30,000from 40 employers in 60 months",
  ]);
  expect(page.querySelector("svg.plot")).not.toBeNull();
  expect(texts(page, "#attested li a")).toEqual(["CompTIA A+", '=HYPERLINK("x")<script>alert(1)</script>']);
  expect(texts(page, "#occupations tbody th")).toEqual(["Data Entry Keyers"]);
  expect(texts(page, "#occupations .figure")[0]).toBe("4.3% (3.8% to 4.8%) 300 postings");
  expect(texts(page, "#early tbody th")).toEqual(["All postings", "Entry-level postings"]);
});

test("a skill that few ask for has a page without a line, or none", () => {
  expect(texts(documentOf("skill/cobol.html"), ".lead")[0]).toContain("too little evidence");
  expect(documentOf("skill/cobol.html").querySelector("#demand-over-time path[stroke]")).toBeNull();
  expect(existsSync(join(sample().out, "skill/seldom.html"))).toBe(false);
  expect(texts(documentOf("skills.html"), ".standfirst")[0]).toContain("4 skills of the 5");
  expect(read("skill/w-hostile.html")).toContain("First asked for in September 2021.");
});

test("an occupation's page has its postings, projection, wage, certificates by kind, skills and what is missing", () => {
  const nurses = texts(documentOf("occupation/00-0000.html"), ".figures dd");
  expect(nurses[2]).toBe("+12%by the US Bureau of Labor Statistics; 189,100 openings a year");
  expect(nurses[3]).toBe("USD 93,600of the nation, by the same");
  expect(texts(documentOf("occupation/00-0000.html"), "#certificates h3")).toEqual(["Needed by law"]);
  const keyers = documentOf("occupation/00-0001.html");
  expect(texts(keyers, "#certificates caption")).toEqual([
    "Named in its postings",
    "Implied by the skills that they ask for",
  ]);
  expect(texts(keyers, "#missing tbody th")).toEqual(["Communication", "<script>alert(2)</script>", "Seldom asked"]);
  expect(texts(keyers, ".figures dt")).toEqual(["Postings", "Change a year", "Median wage"]);
  expect(existsSync(join(sample().out, "occupation/00-0003.html"))).toBe(false);
});

test("there is a sheet for each certificate with evidence and for each cluster that has one, and no other", () => {
  const sheets = filesBelow(join(sample().out, "print"));
  expect(sheets).toContain("cisco-ccna.html");
  expect(sheets).toContain("cluster-arts-a-v-technology-communications.html");
  expect(sheets).not.toContain("it-specialist.html");
  for (const path of sheets) {
    const text = texts(documentOf(join("print", path)), ".sheet .sources")[0]!;
    expect(text, path).toContain("Edition of 15 December 2024, data to December 2024.");
    expect(text, path).toContain("cover small employers and the trades badly");
  }
});

test("every plain summary is of grade 8 or lower", () => {
  const pages = filesBelow(join(sample().out, "certificate"));
  expect(pages).toHaveLength(30);
  for (const path of pages) {
    const paragraphs = texts(documentOf(join("certificate", path)), "#plain .plainly p");
    expect(paragraphs.length, path).toBeGreaterThanOrEqual(3);
    expect(gradeOf(paragraphs.join(" "))!, path).toBeLessThanOrEqual(8);
  }
});

test("every page has one line to cite it by, with the edition", () => {
  for (const path of filesBelow(sample().out).filter((name) => name.endsWith(".html"))) {
    const [line, ...more] = texts(documentOf(path), "#cite");
    expect(more, path).toEqual([]);
    expect(line, path).toMatch(
      /^certworth, edition of 2024-12-15, data to December 2024: “.+” \(.+\.html\), build sample, simulated market\.$/,
    );
  }
});
