import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { readEducation } from "../extractors/education.js";
import { createExtractor } from "../extractors/extraction.js";
import { htmlToText } from "../extractors/text.js";
import { packagePath } from "../models/package-root.js";
import { loadTaxonomy } from "../models/taxonomy/load.js";
import { embeddedPostings } from "../pipelines/sources/embedded.js";
import { fromJobPosting, type JobPosting } from "../pipelines/sources/job-posting.js";
import { jsonld } from "../pipelines/sources/jsonld.js";

const PAGE = "https://site.example/jobs/1";
const source = { id: "case", platform: "jsonld", board: "site.example", enabled: true };
const embedded = (body: string) => embeddedPostings(body, PAGE);
const linked = (json: string, attributes = 'type="application/ld+json"') => `<script ${attributes}>${json}</script>`;
const titles = (body: string) => embedded(body).jobs.map((job) => job.title);

describe("JobPostings in a page", () => {
  const job = '{"@type":"JobPosting","title":"Cook"}';

  it.each<[what: string, body: string]>([
    ["in the head, among other scripts", `<head><script>if (a<b) {}</script>${linked(job)}</head>`],
    ["with a type written as the page likes", linked(job, "data-x TYPE='application/LD+JSON; charset=utf-8'")],
    ["with a plus that came escaped", linked(job, 'type="application/ld&#x2B;json"')],
    ["without the end of its script", `<script type="application/ld+json">${job}`],
    ["in a graph", linked(`{"@graph":[{"@type":"WebSite"},${job}]}`)],
    ["in a list", linked(`[[${job}]]`)],
    ["with a line break inside a string", linked('{"@type":"JobPosting","title":"Cook","description":"a\nb"}')],
    ["with a full type", linked('{"@type":["https://schema.org/JobPosting"],"title":"Cook"}')],
    ["after a script that is no JSON", `${linked("not json")}${linked(job)}`],
  ])("are found %s", (_, body) => {
    expect(titles(body)).toEqual(["Cook"]);
    expect(embedded(body).refused).toEqual([]);
  });

  it.each<[what: string, body: string]>([
    ["in a comment", `<!-- ${linked(job)} -->`],
    ["as words of a text", `<p>${job}</p><textarea>${linked(job)}</textarea>`],
    ["in a script of another type", `<script type="application/json">${job}</script>`],
  ])("are not taken %s", (_, body) => {
    expect(embedded(body)).toEqual({ jobs: [], refused: [] });
  });

  it("are refused by name where the JSON is broken, and then not looked for as microdata", () => {
    const body = `${linked('{"@type":"JobPosting","title":"Cook",}')}<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Cook</b></div>`;
    expect(embedded(body)).toMatchObject({
      jobs: [],
      refused: [{ where: PAGE, field: "ld+json", value: expect.stringContaining("Cook"), reason: /JSON is expected/ }],
    });
  });

  it("are all taken from a page of several", () => {
    expect(titles(`${linked(job)}<p>x</p>${linked(job.replace("Cook", "Baker"))}`)).toEqual(["Cook", "Baker"]);
  });
});

describe("credentials that a JobPosting asks for", () => {
  const extractor = createExtractor(loadTaxonomy());
  const textOf = (job: JobPosting): string =>
    htmlToText(fromJobPosting({ title: "Technician", description: "<p>Help people.</p>", ...job }, PAGE).html ?? "");
  const asked = (text: string) =>
    extractor
      .extract({ text, title: "Technician" })
      .mentions.filter(({ kind }) => kind === "certificate")
      .map(({ entity, requirement }) => `${entity} ${requirement}`);
  const credential = (fields: object) => ({ "@type": "EducationalOccupationalCredential", ...fields });

  it.each<[what: string, job: JobPosting, words: string, mentions: string[]]>([
    [
      "a name",
      { qualifications: credential({ name: "CompTIA A+" }) },
      "Required credential: CompTIA A+",
      ["comptia-a-plus required"],
    ],
    [
      "a name, a category and who recognises it",
      {
        qualifications: [
          credential({
            name: "CompTIA Security+",
            credentialCategory: { "@type": "DefinedTerm", name: "Certification" },
            recognizedBy: { "@type": "Organization", name: "CompTIA" },
          }),
        ],
      },
      "Required certification: CompTIA Security+ (CompTIA)",
      ["comptia-security-plus required"],
    ],
    [
      "a licence by the category of a vocabulary",
      {
        educationRequirements: credential({
          name: "Commercial Driver's License Class A",
          credentialCategory: "https://purl.org/ctdl/terms/License",
        }),
      },
      "Required license: Commercial Driver's License Class A",
      ["cdl-class-a required"],
    ],
    [
      "a category alone",
      { educationRequirements: credential({ credentialCategory: "professional certificate" }) },
      "Required: professional certificate",
      ["generic-certification required"],
    ],
    [
      "a category without a type",
      { skills: { credentialCategory: "certificate", name: "CompTIA A+" } },
      "Required certificate: CompTIA A+",
      ["comptia-a-plus required"],
    ],
    [
      "a term among the skills",
      { skills: [{ "@type": "DefinedTerm", name: "CompTIA A+", termCode: "1" }, "Windows"] },
      "CompTIA A+",
      ["comptia-a-plus required"],
    ],
  ])("are read from %s", (_, job, words, mentions) => {
    const text = textOf(job);
    expect(text.split("\n")).toContain(words);
    expect(asked(text)).toEqual(mentions);
  });

  it("are read from microdata", () => {
    const body = `<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Technician</h1>
      <div itemprop="description"><p>Help people.</p></div>
      <div itemprop="qualifications" itemscope itemtype="https://schema.org/EducationalOccupationalCredential">
        <span itemprop="name">CompTIA A+</span><meta itemprop="credentialCategory" content="certificate"></div>
      <p itemprop="educationRequirements" itemscope itemtype="https://schema.org/EducationalOccupationalCredential">
        <meta itemprop="credentialCategory" content="high school"></p></div>`;
    const text = textOf(embedded(body).jobs[0] ?? {});
    expect(text.split("\n")).toContain("Required certificate: CompTIA A+");
    expect(asked(text)).toEqual(["comptia-a-plus required"]);
    expect(readEducation(text)).toBe("high_school");
  });

  it.each<[category: string, education: string | null]>([
    ["high school", "high_school"],
    ["associate degree", "associate"],
    ["bachelor degree", "bachelor"],
    ["BachelorDegree", "bachelor"],
    ["postgraduate degree", "master"],
    ["doctoral degree", "doctorate"],
    ["professional certificate", null],
  ])("of the category %s ask for the education %s", (credentialCategory, education) => {
    expect(readEducation(textOf({ educationRequirements: credential({ credentialCategory }) }))).toBe(education);
  });

  it("that stand in the description are not said twice, and none asked for is said so", () => {
    const said = textOf({ description: "<p>Forklift card.</p>", qualifications: "Forklift card." });
    expect(said).toBe("Forklift card.");
    const none = textOf({ educationRequirements: "no requirements", experienceRequirements: "No requirements" });
    expect(none.split("\n")).toEqual(expect.arrayContaining(["No degree required", "No experience required"]));
    expect(readEducation(none)).toBe("none");
  });

  it("may be replaced by experience", () => {
    const text = textOf({
      educationRequirements: credential({ credentialCategory: "bachelor degree" }),
      experienceInPlaceOfEducation: true,
      experienceRequirements: { "@type": "OccupationalExperienceRequirements", monthsOfExperience: 36 },
    });
    expect(text).toContain("Equivalent experience is accepted in place of education.");
    expect(text).toContain("36 months of experience");
    expect(readEducation(text)).toBe("bachelor");
  });

  it("cannot bring markup of their own", () => {
    const { html } = fromJobPosting({ qualifications: credential({ name: "A <b>& B" }) }, PAGE);
    expect(html).toContain("<p>Required credential: A &lt;b>&amp; B</p>");
  });
});

describe("a sitemap", () => {
  const parse = (body: string, more: Partial<typeof source> & { url?: string } = {}) =>
    jsonld.parse(
      { url: more.url ?? "https://site.example/sitemap.xml", contentType: "", body },
      { ...source, ...more },
    );
  const urlset = (...entries: [loc: string, lastmod: string | undefined][]) =>
    `<?xml version="1.0"?><urlset>${entries.map(([loc, lastmod]) => `<url><loc>${loc}</loc>${lastmod === undefined ? "" : `<lastmod>${lastmod}</lastmod>`}</url>`).join("")}</urlset>`;
  const stamps = (...lastmods: (string | undefined)[]) =>
    parse(
      urlset(...lastmods.map((one, at): [string, string | undefined] => [`https://site.example/jobs/${at}`, one])),
    ).follow.map(({ stamp }) => stamp);

  test.for<[board: string, url: string]>([
    ["site.example", "https://site.example/sitemap.xml"],
    ["site.example/jobs/map.xml.gz", "https://site.example/jobs/map.xml.gz"],
    ["site.example/map.php?part=2", "https://site.example/map.php?part=2"],
  ])("of the board %s stands at %s", ([board, url]) => {
    expect(jsonld.start({ ...source, board })).toEqual([{ url, label: "sitemap" }]);
  });

  it("gives the time of a page's change as its stamp", () => {
    expect(stamps("2026-11-20T08:00:00Z", "2026-11-21T09:30:00+01:00")).toEqual([
      "2026-11-20T08:00:00Z",
      "2026-11-21T09:30:00+01:00",
    ]);
  });

  it("gives no stamp where all pages share one, as when the sitemap itself was written", () => {
    expect(stamps("2026-11-23T04:00:00Z", "2026-11-23T04:00:00Z", undefined)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(stamps("2026-11-20")).toEqual([undefined]);
  });

  it("gives a bare day only where it is over: newer ones stand beside it", () => {
    expect(stamps("2026-11-20", "2026-11-22", "2026-11-22", "2026", "soon")).toEqual([
      "2026-11-20",
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(stamps("2026-11-22", "2026-11-23T01:00:00Z")).toEqual(["2026-11-22", "2026-11-23T01:00:00Z"]);
  });

  it("of sitemaps gives the stamps of those", () => {
    const index = `<sitemapindex><sitemap><loc>https://site.example/a.xml</loc><lastmod>2026-11-01</lastmod></sitemap><sitemap><loc>https://site.example/b.xml</loc><lastmod>2026-11-20</lastmod></sitemap></sitemapindex>`;
    expect(parse(index).follow).toEqual([
      { url: "https://site.example/a.xml", label: "sitemap", stamp: "2026-11-01" },
      { url: "https://site.example/b.xml", label: "sitemap" },
    ]);
  });

  it("is read with its prefix, its entities and its CDATA, and without the images of its pages", () => {
    const body = `<?xml version="1.0"?><s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc> https://site.example/jobs/1?a=1&amp;b=2
      </s:loc><image:image><image:loc>https://site.example/jobs/logo.png</image:loc></image:image></s:url><s:url><s:loc><![CDATA[https://site.example/jobs/2?a&b]]></s:loc></s:url></s:urlset>`;
    expect(parse(body).follow.map(({ url }) => url)).toEqual([
      "https://site.example/jobs/1?a=1&b=2",
      "https://site.example/jobs/2?a&b",
    ]);
  });

  it("may be named by robots.txt", () => {
    const robots = { board: "site.example/robots.txt", url: "https://site.example/robots.txt" };
    const body =
      "User-agent: *\nDisallow: /admin\nsitemap: https://site.example/jobs.xml\r\nSitemap:https://cdn.example/a.xml";
    expect(parse(body, robots)).toMatchObject({
      follow: [{ url: "https://site.example/jobs.xml", label: "sitemap" }],
      refused: [{ field: "loc", value: "https://cdn.example/a.xml" }],
    });
    expect(() => parse("User-agent: *", robots)).toThrow(/^jsonld: .* expected a line "Sitemap: ADDRESS"/);
  });

  it("of 50,000 pages, a third of them foreign, is read in a time that does not grow with its square", () => {
    const pages = (count: number) =>
      urlset(
        ...Array.from({ length: count }, (_, at): [string, string] => [
          `https://${at % 3 === 0 ? "else" : "site"}.example/jobs/${at}`,
          `2026-11-${10 + (at % 9)}T00:00:00Z`,
        ]),
      );
    const seconds = (body: string) => {
      const start = performance.now();
      expect(parse(body).refused).toHaveLength(1);
      return (performance.now() - start) / 1000;
    };
    const [small, large] = [pages(5_000), pages(50_000)];
    seconds(small);
    expect(seconds(large)).toBeLessThan(40 * seconds(small) + 0.5);
    expect(parse(large).follow).toHaveLength(33_333);
  });

  it("or a page that nests its tags without end is read all the same", { timeout: 5_000 }, () => {
    const sitemap = `<urlset>${"<url>".repeat(500_000)}<loc>https://site.example/jobs/1</loc></url>`;
    expect(parse(sitemap).follow.map(({ url }) => url)).toEqual(["https://site.example/jobs/1"]);
    const page = `${"<div>".repeat(500_000)}${linked('{"@type":"JobPosting","title":"Cook"}')}`;
    expect(titles(page)).toEqual(["Cook"]);
  });
});

test("pages of the committed cases are read as the DOM would be", () => {
  const page = readFileSync(packagePath("test", "input", "import", "answers", "page.detail.html"), "utf8");
  expect(titles(page)).toEqual(["Cook"]);
});
