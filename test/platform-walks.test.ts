import { expect, test } from "vitest";
import type { Source } from "../models/source.js";
import { DETAIL } from "../pipelines/sources/detail.js";
import { platforms } from "../pipelines/sources/index.js";
import type { Page, Parsed } from "../pipelines/sources/platform.js";

const source = (platform: string, board: string): Source => ({ id: "case", platform, board, enabled: true });

const parse = (platform: string, board: string, body: string, more: Partial<Page> = {}): Parsed =>
  platforms
    .get(platform)!
    .parse({ url: "https://site.example/asked", contentType: "", body, ...more }, source(platform, board));

/** What is asked next, without the adverts' own pages. */
const onward = ({ follow }: Parsed): string[] =>
  follow.filter(({ label }) => label !== DETAIL).map(({ url, body }) => (body === undefined ? url : `${url} ${body}`));

const ids = (count: number): number[] => [...Array(count).keys()];

test("Eightfold gives fewer at once than asked: the next slice begins where the last one ended", () => {
  const body = (count: number) => JSON.stringify({ count, positions: ids(10).map((id) => ({ id, name: "Planner" })) });
  expect(onward(parse("eightfold", "acme/acme.com", body(25), { carry: 10 }))).toEqual([
    "https://acme.eightfold.ai/api/apply/v2/jobs?domain=acme.com&start=20&num=100",
  ]);
  expect(onward(parse("eightfold", "acme/acme.com", body(20), { carry: 10 }))).toEqual([]);
});

test("an Eightfold site of the newer kind is asked, listed and read by its own service", () => {
  const board = "jobs.acme.com/acme.com/pcsx";
  const [start] = platforms.get("eightfold")!.start(source("eightfold", board));
  expect(start?.url).toBe("https://jobs.acme.com/api/pcsx/search?domain=acme.com&query=&location=&start=0");
  const position = { id: 7, name: "Planner", postedTs: 1772323200, workLocationOption: "remote_local" };
  const list = parse("eightfold", board, JSON.stringify({ data: { count: 2, positions: [position] } }), { carry: 0 });
  expect(list.follow).toMatchObject([
    { url: "https://jobs.acme.com/api/pcsx/position_details?position_id=7&domain=acme.com", label: DETAIL },
    { url: "https://jobs.acme.com/api/pcsx/search?domain=acme.com&query=&location=&start=1" },
  ]);
  const detail = {
    data: { id: 7, name: "Planner", jobDescription: "<p>Plans.</p>", publicUrl: "https://jobs.acme.com/7" },
  };
  const { postings } = parse("eightfold", board, JSON.stringify(detail), list.follow[0]!);
  expect(postings).toMatchObject([
    { requisition: "7", html: "<p>Plans.</p>", posted_on: "2026-03-01", remote: true, url: "https://jobs.acme.com/7" },
  ]);
});

test("a Jibe site that gives fewer than asked is walked to its end", () => {
  const body = (count: number, totalCount: number) =>
    JSON.stringify({
      totalCount,
      jobs: ids(count).map((id) => ({ data: { req_id: `${id}`, title: "Nurse", description: "x" } })),
    });
  const first = parse("icims-jibe", "acme.jibeapply.com", body(10, 25));
  expect(first.follow).toEqual([
    { url: "https://acme.jibeapply.com/api/jobs?page=2&limit=100", carry: { page: 2, seen: 10 } },
  ]);
  const last = parse("icims-jibe", "acme.jibeapply.com", body(5, 25), { carry: { page: 3, seen: 20 } });
  expect(last.follow).toEqual([]);
});

test("Workday's later pages state no total, and its lists end at 2,000", () => {
  const page = (total: number, offset: number) =>
    onward(
      parse(
        "workday",
        "acme.wd5/Careers",
        JSON.stringify({ total, jobPostings: [{ title: "Mechanic", externalPath: "/job/a", bulletFields: ["R1"] }] }),
        { carry: offset },
      ),
    ).map((asked) => Number(/"offset":(\d+)/.exec(asked)?.[1]));
  expect([page(41, 20), page(41, 40), page(0, 20), page(0, 1980), page(5000, 0)]).toEqual([[40], [], [40], [], [20]]);
});

test("Oracle and Phenom walk on by what came", () => {
  const oracle = {
    items: [
      {
        TotalJobsCount: 3,
        requisitionList: [
          { Id: "1", Title: "A" },
          { Id: "2", Title: "B" },
        ],
      },
    ],
  };
  expect(onward(parse("oracle", "h.example/CX_1", JSON.stringify(oracle)))).toEqual([
    expect.stringMatching(/,limit=100,offset=2$/),
  ]);
  const phenom = {
    eagerLoadRefineSearch: { totalHits: 60, data: { jobs: ids(50).map((id) => ({ jobId: `${id}` })) } },
  };
  const body = `<script>phApp.ddo = ${JSON.stringify(phenom)};</script>`;
  const walked = parse("phenom", "careers.acme.com/us/en", body);
  expect(onward(walked)).toEqual(["https://careers.acme.com/us/en/search-results?from=50&s=1"]);
  expect(walked.follow[0]?.url).toBe("https://careers.acme.com/us/en/job/0");
});

test("Jobvite's search pages are followed, in every template, and a board that is gone is told from an empty one", () => {
  const rows = `<a href="/pantry/job/oA1"><div class="jv-job-list-name">Driver</div></a>
    <div class="tr" onclick="location.href='https://jobs.jobvite.com/pantry/job/oB2?nl=1'">Packer</div>
    <a class="jv-pagination-next" href="/pantry/search?p=1">Next</a>`;
  const parsed = parse("jobvite", "pantry", rows, { url: "https://jobs.jobvite.com/pantry/search" });
  expect(parsed.follow).toMatchObject([
    { url: "https://jobs.jobvite.com/pantry/job/oA1", carry: { requisition: "oA1", title: "Driver" } },
    { url: "https://jobs.jobvite.com/pantry/job/oB2", carry: { requisition: "oB2", title: "Packer" } },
    { url: "https://jobs.jobvite.com/pantry/search?p=1" },
  ]);
  expect(parse("jobvite", "pantry", '<div class="jv-page-body">No openings</div>').follow).toEqual([]);
  expect(() => parse("jobvite", "pantry", "<p>Jobvite, the leading software</p>")).toThrow(/jobvite: .*expected links/);
});

test("a Paylocity list's cut descriptions are never taken for the advert", () => {
  const data = {
    ModuleTitle: "Acme",
    Jobs: [{ JobId: 41, JobTitle: "Aide", Description: "Helps in the classroom and..." }],
  };
  const list = parse("paylocity", "id", `<script>window.pageData = ${JSON.stringify(data)};</script>`);
  expect(list.postings).toEqual([]);
  const page = `<div class="job-listing-header">Job Type</div><div>Part-time</div>
    <div class="job-listing-header">Description</div><div><p>Helps in the classroom.</p></div>
    <div class="job-listing-header">Requirements</div><div><p>CPR card.</p></div>`;
  const { postings } = parse("paylocity", "id", page, list.follow[0]!);
  expect(postings).toMatchObject([
    {
      requisition: "41",
      title: "Aide",
      employer: "Acme",
      employment_type: "part_time",
      html: "<p>Helps in the classroom.</p>\n<h2>Requirements</h2>\n<p>CPR card.</p>",
    },
  ]);
});

const RENDERED: [platform: string, page: string][] = [
  ["breezy", '<h1>Cook</h1><div class="description"><p>Cooks.</p></div>'],
  ["hrmdirect", '<h2>Cook</h2><div class="jobDesc"><p>Cooks.</p></div>'],
  ["icims", '<div class="iCIMS_Header"><h1>Cook</h1></div><div class="iCIMS_JobContent"><p>Cooks.</p></div>'],
  [
    "jobvite",
    '<h2 class="jv-header">Cook<br><h3>Bergen</h3></h2><div class="jv-job-detail-description"><p>Cooks.</p></div>',
  ],
];

test.for(RENDERED)("an advert's page of %s is read by its JobPosting, else as it shows", ([platform, page]) => {
  const carry = { requisition: "C1", title: "Cook", url: "https://site.example/C1" };
  const read = (body: string) => parse(platform, "acme", body, { label: DETAIL, carry });
  expect(read(page).postings).toMatchObject([{ ...carry, html: "<p>Cooks.</p>" }]);
  const job = { "@type": "JobPosting", title: "Head cook", description: "<p>Leads.</p>", datePosted: "2026-03-06" };
  const embedded = `<script type="application/ld+json">${JSON.stringify(job)}</script>${page}`;
  expect(read(embedded).postings).toMatchObject([
    { requisition: "C1", title: "Head cook", html: "<p>Leads.</p>", posted_on: "2026-03-06" },
  ]);
  expect(read("<p>Gone</p>")).toMatchObject({ postings: [], refused: [{ field: "text" }] });
});

test.for([
  ["lever", "eu/acme", "https://api.eu.lever.co/v0/postings/acme?mode=json"],
  ["neogov", "www.schooljobs.com/acmeusd", "https://www.schooljobs.com/SearchEngine/JobsFeed?agency=acmeusd"],
  ["personio", "acme.jobs.personio.com", "https://acme.jobs.personio.com/xml?language=en"],
  ["recruitee", "jobs.acme.com", "https://jobs.acme.com/api/offers/"],
  ["teamtailor", "career.acme.com", "https://career.acme.com/jobs.json"],
  ["icims", "jobs-acme.icims.com", "https://jobs-acme.icims.com/jobs/search?ss=1&in_iframe=1&pr=0"],
  ["icims", "acme", "https://careers-acme.icims.com/jobs/search?ss=1&in_iframe=1&pr=0"],
] as const)("the %s board %s is asked at %s", ([platform, board, url]) => {
  expect(platforms.get(platform)?.start(source(platform, board))).toMatchObject([{ url }]);
});

test("pages are stamped where the list states when they changed, and only there", () => {
  const item = { id: "u1", title: "Cook", url: "https://fjord.example/jobs/1" };
  const feed = (more: object) => JSON.stringify({ items: [{ ...item, ...more }] });
  expect(parse("teamtailor", "fjord", feed({ date_modified: "2026-03-09T07:00:00Z" })).follow[0]?.stamp).toBe(
    "2026-03-09T07:00:00Z",
  );
  expect(parse("teamtailor", "fjord", feed({})).follow[0]).not.toHaveProperty("stamp");
  const positions = (more: object) => JSON.stringify({ positions: [{ id: 1, name: "Planner", ...more }] });
  expect(parse("eightfold", "a/a.com", positions({ t_update: 1772409600 })).follow[0]?.stamp).toBe("1772409600");
  expect(parse("eightfold", "a/a.com", positions({ t_create: 1772323200 })).follow[0]).not.toHaveProperty("stamp");
});

test("a Greenhouse pay range counts where its title tells the period", () => {
  const pay = (title: string) => {
    const range = { min_cents: 5_000_000, max_cents: 6_250_050, currency_type: "EUR", title };
    const jobs = [{ id: 1, title: "Clerk", content: "x", pay_input_ranges: [range] }];
    const [posting] = parse("greenhouse", "acme", JSON.stringify({ jobs })).postings;
    return [posting?.pay_min, posting?.pay_max, posting?.pay_currency, posting?.pay_period];
  };
  expect(pay("Annual salary range")).toEqual([50_000, 62_500.5, "EUR", "year"]);
  expect(pay("Hourly rate")).toEqual([50_000, 62_500.5, "EUR", "hour"]);
  expect(pay("Zone 1")).toEqual([undefined, undefined, undefined, undefined]);
});
