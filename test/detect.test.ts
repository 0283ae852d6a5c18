import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { detect, detectReport, type Get, sourceEntry } from "../pipelines/crawl/detect.js";
import { platforms } from "../pipelines/sources/index.js";
import { readSources } from "../pipelines/sources-file.js";

const never: Get = (url) => Promise.reject(new Error(`${url} was asked for`));

/** Addresses of careers sites, their adverts, embeds and services: platform, board, and the host that is then asked. */
const ADDRESSES: [address: string, platform: string, board: string, asked: string][] = [
  ["https://boards.greenhouse.io/acme", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://job-boards.greenhouse.io/Acme/jobs/4000001", "greenhouse", "Acme", "boards-api.greenhouse.io"],
  ["https://BOARDS.eu.greenhouse.io/acme", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://job-boards.eu.greenhouse.io/acme/jobs/1", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://boards.greenhouse.io/embed/job_board/js?for=acme", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://job-boards.greenhouse.io/embed/job_app?for=acme&token=1", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://boards-api.greenhouse.io/v1/boards/acme/jobs", "greenhouse", "acme", "boards-api.greenhouse.io"],
  ["https://jobs.lever.co/acme/0a1b", "lever", "acme", "api.lever.co"],
  ["https://jobs.eu.lever.co/acme", "lever", "eu/acme", "api.eu.lever.co"],
  ["https://api.lever.co/v0/postings/acme?mode=json", "lever", "acme", "api.lever.co"],
  ["https://api.eu.lever.co/v0/postings/acme", "lever", "eu/acme", "api.eu.lever.co"],
  ["https://careers.smartrecruiters.com/Acme1", "smartrecruiters", "Acme1", "api.smartrecruiters.com"],
  ["https://jobs.smartrecruiters.com/Acme1/7001-driver", "smartrecruiters", "Acme1", "api.smartrecruiters.com"],
  [
    "https://jobs.smartrecruiters.com/oneclick-ui/company/Acme1/publication/x",
    "smartrecruiters",
    "Acme1",
    "api.smartrecruiters.com",
  ],
  [
    "https://api.smartrecruiters.com/v1/companies/Acme1/postings",
    "smartrecruiters",
    "Acme1",
    "api.smartrecruiters.com",
  ],
  ["https://acme.recruitee.com/o/cook", "recruitee", "acme", "acme.recruitee.com"],
  ["https://apply.workable.com/acme/j/AB12/", "workable", "acme", "apply.workable.com"],
  ["https://apply.workable.com/api/v1/widget/accounts/acme?details=true", "workable", "acme", "apply.workable.com"],
  ["https://www.workable.com/api/accounts/acme", "workable", "acme", "apply.workable.com"],
  ["https://acme.workable.com/", "workable", "acme", "apply.workable.com"],
  ["https://acme.wd5.myworkdayjobs.com/Careers", "workday", "acme.wd5/Careers", "acme.wd5.myworkdayjobs.com"],
  [
    "https://acme.wd5.myworkdayjobs.com/en-US/Careers/job/X_R1",
    "workday",
    "acme.wd5/Careers",
    "acme.wd5.myworkdayjobs.com",
  ],
  [
    "https://acme.wd103.myworkdayjobs.com/wday/cxs/acme/Ext/jobs",
    "workday",
    "acme.wd103/Ext",
    "acme.wd103.myworkdayjobs.com",
  ],
  ["https://acme.jobs.personio.de/job/9", "personio", "acme", "acme.jobs.personio.de"],
  ["https://acme.jobs.personio.com/", "personio", "acme.jobs.personio.com", "acme.jobs.personio.com"],
  ["https://acme.teamtailor.com/jobs/1-cook", "teamtailor", "acme", "acme.teamtailor.com"],
  ["https://acme.na.teamtailor.com/jobs", "teamtailor", "acme.na.teamtailor.com", "acme.na.teamtailor.com"],
  ["https://acme.bamboohr.com/careers/86", "bamboohr", "acme", "acme.bamboohr.com"],
  ["https://acme.breezy.hr/p/b1-cook", "breezy", "acme", "acme.breezy.hr"],
  ["https://careers-acme.icims.com/jobs/search?ss=1", "icims", "acme", "careers-acme.icims.com"],
  ["https://jobs-acme.icims.com/jobs/intro", "icims", "jobs-acme.icims.com", "jobs-acme.icims.com"],
  ["https://acme.jibeapply.com/jobs/55", "icims-jibe", "acme.jibeapply.com", "acme.jibeapply.com"],
  [
    "https://abcd.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/25",
    "oracle",
    "abcd.fa.us2.oraclecloud.com/CX_1",
    "abcd.fa.us2.oraclecloud.com",
  ],
  ["https://acme.pinpointhq.com/en/postings/p1", "pinpoint", "acme", "acme.pinpointhq.com"],
  ["https://www.governmentjobs.com/careers/acmecounty/jobs/1", "neogov", "acmecounty", "www.governmentjobs.com"],
  [
    "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=acmecounty",
    "neogov",
    "acmecounty",
    "www.governmentjobs.com",
  ],
  ["https://www.schooljobs.com/careers/acmeusd", "neogov", "www.schooljobs.com/acmeusd", "www.schooljobs.com"],
  ["https://jobs.ashbyhq.com/Acme/5f-1", "ashby", "Acme", "api.ashbyhq.com"],
  ["https://jobs.ashbyhq.com/acme/embed?version=2", "ashby", "acme", "api.ashbyhq.com"],
  ["https://api.ashbyhq.com/posting-api/job-board/acme", "ashby", "acme", "api.ashbyhq.com"],
  ["https://acme.hrmdirect.com/employment/job-opening.php?req=37", "hrmdirect", "acme", "acme.hrmdirect.com"],
  ["https://jobs.jobvite.com/acme/job/oA1", "jobvite", "acme", "jobs.jobvite.com"],
  ["https://jobs.jobvite.com/careers/acme/jobs", "jobvite", "acme", "jobs.jobvite.com"],
  [
    "https://recruiting.paylocity.com/Recruiting/Jobs/All/01234567-89ab-cdef-0123-456789abcdef/Acme-Inc",
    "paylocity",
    "01234567-89ab-cdef-0123-456789abcdef",
    "recruiting.paylocity.com",
  ],
  ["https://ats.rippling.com/acme/jobs/r-1", "rippling", "acme", "api.rippling.com"],
  ["https://ats.rippling.com/en-GB/acme/jobs", "rippling", "acme", "api.rippling.com"],
  ["https://ats.rippling.com/api/v2/board/acme/jobs", "rippling", "acme", "api.rippling.com"],
  [
    "https://www.comeet.co/careers-api/2.0/company/F1.002/positions?token=AB12",
    "comeet",
    "F1.002/AB12",
    "www.comeet.co",
  ],
  ["https://acme.eightfold.ai/careers?domain=acme.org", "eightfold", "acme/acme.org", "acme.eightfold.ai"],
  ["https://acme.eightfold.ai/careers", "eightfold", "acme/acme.com", "acme.eightfold.ai"],
  [
    "https://jobs.acme.com/api/pcsx/search?domain=acme.com",
    "eightfold",
    "jobs.acme.com/acme.com/pcsx",
    "jobs.acme.com",
  ],
  ["https://careers.acme.com/us/en/search-results?from=10", "phenom", "careers.acme.com/us/en", "careers.acme.com"],
  ["https://remoteok.com/remote-jobs/88", "remoteok", "remoteok", "remoteok.com"],
  ["https://himalayas.app/jobs", "himalayas", "himalayas", "himalayas.app"],
  ["https://europa.eu/eures/portal/jv-se/search?page=1&locationCodes=FI", "eures", "fi", "europa.eu"],
  [
    "https://www.civilservicejobs.service.gov.uk/csr/index.cgi",
    "uk-civil-service",
    "uk-civil-service",
    "www.civilservicejobs.service.gov.uk",
  ],
];

test.for(ADDRESSES)("%s is %s %s", async ([address, platform, board, asked]) => {
  const found = await detect(address, never);
  expect(found.source).toMatchObject({ platform, board, unverified: true });
  const source = { ...found.source!, enabled: true };
  const [first] = platforms.get(platform)?.start(source) ?? [];
  expect(new URL(first?.url ?? "").hostname).toBe(asked);
});

test.for([
  "https://www.greenhouse.com/careers",
  "https://boards.greenhouse.io/",
  "https://www.lever.co/",
  "https://www.recruitee.com/pricing",
  "https://help.workable.com/hc",
  "https://jobs.workable.com/view/x",
  "https://apply.workable.com/j/AB12",
  "https://app.bamboohr.com/login",
  "https://developer.icims.com/jobs",
  "https://www.myworkdayjobs.com/",
  "https://app.teamtailor.com/companies/x",
  "https://recruiting.paylocity.com/Recruiting/Jobs/Details/41",
  "https://www.comeet.com/jobs/acme/F1.002",
  "https://europa.eu/eures/portal/jv-se/search",
  "https://notrecruitee.com/o/cook",
  "https://www.comeet.co/careers-api/2.0/company/F1.002/positions?token=a%0A-%20id:%20evil",
  "https://acme.com/api/pcsx/search?domain=a%0A-%20id:%20evil",
  "https://evil.example/jobs.lever.co/acme",
  "https://acme.com/careers/search-results",
])("%s is no board", (address) => {
  for (const { name, recognise } of platforms.values())
    expect([name, recognise?.(new URL(address)) ?? null]).toEqual([name, null]);
});

let server: Server;
let base = "";
const pages = new Map<string, [type: string, body: string]>();
const asked: string[] = [];

const get: Get = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return { url: answer.url, body: await answer.text(), contentType: answer.headers.get("content-type") ?? "" };
};

/** Serves these pages and nothing else, and forgets what was asked. */
const serve = (served: Record<string, string>): void => {
  pages.clear();
  asked.length = 0;
  for (const [path, body] of Object.entries(served))
    pages.set(path, [body.startsWith("<?xml") ? "application/xml" : "text/html", body.replaceAll("BASE", base)]);
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/moved") {
      response.writeHead(302, { location: "/careers" }).end();
      return;
    }
    const [type, body] = pages.get(request.url ?? "") ?? [];
    response.writeHead(body === undefined ? 404 : 200, { "content-type": type ?? "text/plain" }).end(body ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const advert =
  '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook","description":"Cooks."}</script>';

test("the board that a page points to most often wins, and the others are named", async () => {
  serve({
    "/careers": `<html><head><meta property="og:site_name" content="Acme Mills &amp; Sons"></head><body>
      <a href="https://jobs.lever.co/partner/1">A partner</a>
      <script>var u = "https:\\/\\/boards.greenhouse.io\\/acme\\/jobs\\/1"; var p = '//cdn.acme.com/x.js';</script>
      <iframe src="//boards.greenhouse.io/embed/job_board?for=acme"></iframe>
      <div data-board="https://job-boards.greenhouse.io/acme"></div></body></html>`,
  });
  const found = await detect(`${base}/careers`, get);
  expect(found.source).toEqual({
    id: "acme-mills-sons",
    platform: "greenhouse",
    board: "acme",
    employer: "Acme Mills & Sons",
    unverified: true,
  });
  expect(found).toMatchObject({
    evidence: expect.stringMatching(/^3 addresses on the page, such as https?:\/\/boards\.greenhouse\.io\/embed/),
    others: [{ platform: "lever", board: "partner", evidence: expect.stringContaining("1 address on the page") }],
  });
  expect(asked).toEqual(["/careers"]);
});

test.for([
  ["https://cdn.phenompeople.com/CareerConnectResources/x.js", "phenom", "127.0.0.1"],
  ["https://app.jibecdn.com/prod/search/main.js", "icims-jibe", "127.0.0.1"],
  ["https://assets-aws.teamtailor-cdn.com/assets/careersite.js", "teamtailor", "127.0.0.1"],
  ["https://careers.recruiteecdn.com/image/x.png", "recruitee", "127.0.0.1"],
  ["https://static.vscdn.net/images/logo.svg?domain=acme.com&x=pcsx", "eightfold", "127.0.0.1/acme.com/pcsx"],
])("a site on its own domain is told by %s", async ([script, platform, board]) => {
  serve({ "/careers": `<html><body><img src="${script}"></body></html>` });
  expect((await detect(`${base}/careers`, get)).source).toMatchObject({ platform, board });
});

test("an advert with a JobPosting makes the site a board of its own", async () => {
  serve({ "/careers": `<html><body>${advert}</body></html>` });
  expect(await detect(`${base}/moved`, get)).toMatchObject({
    source: { platform: "jsonld", board: new URL(base).host },
    evidence: "the page carries 1 schema.org JobPosting",
  });
});

test("a sitemap whose pages carry JobPostings is read a level deep", async () => {
  serve({
    "/careers": "<html><body>Our jobs</body></html>",
    "/sitemap.xml":
      '<?xml version="1.0"?><sitemapindex><sitemap><loc>BASE/news.xml</loc></sitemap><sitemap><loc>BASE/jobs.xml</loc></sitemap></sitemapindex>',
    "/jobs.xml":
      '<?xml version="1.0"?><urlset><url><loc>https://elsewhere.example/jobs/1</loc></url><url><loc>BASE/about</loc></url><url><loc>BASE/jobs/cook</loc></url></urlset>',
    "/jobs/cook": `<html><body>${advert}</body></html>`,
  });
  expect(await detect(`${base}/careers`, get)).toMatchObject({
    source: { platform: "jsonld", board: new URL(base).host },
    evidence: `${base}/sitemap.xml lists ${base}/jobs/cook, which carries a JobPosting`,
  });
  expect(asked).toEqual(["/careers", "/sitemap.xml", "/jobs.xml", "/jobs/cook"]);
});

test("a feed counts where it names jobs, and the feed itself is one", async () => {
  const page = (feeds: string): string => `<html><head>${feeds}</head><body></body></html>`;
  const blog = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">';
  serve({
    "/careers": page(
      `${blog}<link rel="alternate" type="application/rss+xml" title="Open positions" href="/open.rss">`,
    ),
  });
  expect((await detect(`${base}/careers`, get)).source).toMatchObject({
    platform: "rss",
    board: `${new URL(base).host}/open.rss`,
  });
  serve({
    "/careers": page(
      `${blog}<link rel="alternate" type="application/rss+xml" title="Careers: comments" href="/careers/feed">`,
    ),
  });
  expect((await detect(`${base}/careers`, get)).source).toBeNull();
  serve({ "/open.rss": '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>' });
  expect((await detect(`${base}/open.rss`, get)).source).toMatchObject({
    platform: "rss",
    board: `${new URL(base).host}/open.rss`,
  });
});

test("where nothing is found, the report says what was looked for", async () => {
  serve({
    "/careers": '<html><body><a href="/about">About</a></body></html>',
    "/sitemap.xml": '<?xml version="1.0"?><urlset><url><loc>BASE/jobs/1</loc></url></urlset>',
    "/jobs/1": "<html></html>",
  });
  const { found, text } = await detectReport(`${base}/careers`, get);
  expect(found).toBe(false);
  expect(text.split("\n")).toEqual([
    `No platform found for ${base}/careers. Looked for:`,
    `- 1 address on ${base}/careers: none belongs to a platform known here`,
    "- scripts and pictures of a platform: none",
    "- schema.org JobPosting on the page: none",
    `- ${base}/sitemap.xml lists 1 page that may be an advert; those read carry no JobPosting`,
    "- feeds that name jobs: none",
    "",
  ]);
});

test("a page that cannot be read is named with the reason", async () => {
  serve({});
  expect(await detect(`${base}/careers`, get)).toEqual({
    source: null,
    looked: [`${base}/careers could not be read: answered 404`],
  });
});

test.for([
  "https://www.linkedin.com/company/acme/jobs",
  "https://uk.indeed.com/cmp/Acme",
  "https://www.glassdoor.co.uk/Jobs/x",
])("%s is refused with the reason, and never asked", async (address) => {
  const { found, text } = await detectReport(address, never);
  expect(found).toBe(false);
  expect(text).toMatch(/is not read: (LinkedIn|Indeed|Glassdoor)'s /);
});

test("what is no address is named as one", async () => {
  for (const address of ["acme", "ftp://acme.com/jobs"])
    expect(await detect(address, never)).toMatchObject({
      looked: [expect.stringContaining(`"${address}" is no address of a page`)],
    });
});

test("the entry stands in a sources file as it is, whatever the names are", async () => {
  const folder = mkdtempSync(join(tmpdir(), "certworth-detect-"));
  try {
    const path = join(folder, "sources.yaml");
    for (const [address, platform, board] of ADDRESSES) {
      const { found, text } = await detectReport(address, never);
      expect(found).toBe(true);
      writeFileSync(path, text);
      expect(readSources(path)).toMatchObject([
        { board, unverified: true, enabled: platforms.get(platform)?.enabledByDefault },
      ]);
    }
    writeFileSync(
      path,
      sourceEntry({ id: "no", platform: "rss", board: "123", employer: "Yes: # 'Ö' [x]", unverified: true }),
    );
    expect(readSources(path)).toMatchObject([{ id: "no", board: "123", employer: "Yes: # 'Ö' [x]" }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("ids are the employer's plain name", async () => {
  const ids = [
    "https://jobs.eu.lever.co/Acme_Labs",
    "https://www.schooljobs.com/careers/acmeusd",
    "https://acme.wd5.myworkdayjobs.com/Careers",
    "https://careers.acme.com/us/en/search-results",
  ];
  expect(await Promise.all(ids.map(async (address) => (await detect(address, never)).source?.id))).toEqual([
    "acme-labs",
    "acmeusd",
    "acme",
    "acme",
  ]);
});

test("the report carries the platform's terms and says what is off by default", async () => {
  const { text } = await detectReport("https://jobs.ashbyhq.com/acme", never);
  expect(text).toContain(
    "# ashby: the address itself names the board\n# Terms, as of 2026-11-23 (https://developers.ashbyhq.com/",
  );
  expect(text).toContain(
    "# Off by default: read its terms, then add `enabled: true`.\n- id: acme\n  platform: ashby\n  board: acme\n  unverified: true\n",
  );
});
