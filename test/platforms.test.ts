import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { RawPosting } from "../models/posting.js";
import type { Source } from "../models/source.js";
import { LONGEST_TEXT } from "../pipelines/bounds.js";
import { committedMap } from "../pipelines/maps/map.js";
import { documentOf } from "../pipelines/readers/json.js";
import { day } from "../pipelines/sources/days.js";
import { DETAIL } from "../pipelines/sources/detail.js";
import { employment, pay, payPeriod, regionFrom } from "../pipelines/sources/fields.js";
import { platforms } from "../pipelines/sources/index.js";
import { assignedJson } from "../pipelines/sources/inline-json.js";
import { unescapeOnce } from "../pipelines/sources/markup.js";
import { AnswerError } from "../pipelines/sources/parsed.js";
import type { Page } from "../pipelines/sources/platform.js";

const folder = packagePath("test", "input", "import", "answers");
const boards: Record<string, string> = {
  workday: "gale.wd5/Careers",
  oracle: "gale.example/CX_1",
  eightfold: "brine/brine.example",
  comeet: "F6.003/token",
  usajobs: "Keyword=mechanic",
  rss: "feed.example/jobs.xml",
  adzuna: "gb/what=welder",
  reed: "keywords=bookkeeper",
  themuse: "all",
  remotive: "all",
  arbeitnow: "all",
  jobtech: "q=svetsare",
  "nhs-jobs": "keyword=nurse",
  jazzhr: "acme",
};

const platformOf = (name: string) => {
  const found = platforms.get(name);
  if (!found) throw new Error(`no platform ${name}`);
  return found;
};

const sourceOf = (platform: string, more: Partial<Source> = {}): Source => ({
  id: "case",
  platform,
  board: boards[platform] ?? "site.example",
  enabled: true,
  ...more,
});

const pageOf = (body: string, more: Partial<Page> = {}): Page => ({
  url: "https://site.example/asked",
  contentType: "",
  body,
  ...more,
});

/** Platforms whose adverts' pages are read by the JobPosting in them share one page. */
const detailFile = (name: string): string => {
  const own = readdirSync(folder).find((file) => file.startsWith(`${name}.detail.`));
  return `${folder}/${own ?? "page.detail.html"}`;
};

test.for(readdirSync(folder).filter((file) => !file.includes(".detail.") && file !== "lever-unknown.json"))(
  "answer %s",
  async (file) => {
    const name = file.split(".")[0] ?? "";
    const source = sourceOf(name);
    const list = platformOf(name).parse(
      pageOf(readFileSync(`${folder}/${file}`, "utf8"), { url: `https://site.example/${file}` }),
      source,
    );
    const first = list.follow.find((request) => request.label === DETAIL);
    const detail =
      first && platformOf(name).parse(pageOf(readFileSync(detailFile(name), "utf8"), { ...first }), source);
    for (const posting of [...list.postings, ...(detail?.postings ?? [])])
      expect(RawPosting.parse(posting)).toEqual(posting);
    await expect(`${JSON.stringify({ list, ...(detail ? { detail } : {}) }, null, 2)}\n`).toMatchFileSnapshot(
      `golden/import/${file}.json`,
    );
  },
);

test("every platform has a case", () => {
  const cases = new Set(readdirSync(folder).map((file) => file.split(".")[0]));
  expect([...platforms.keys()].filter((name) => !cases.has(name))).toEqual([]);
});

test.for([...platforms.keys()])("%s says its terms, what a board is, and what it was tested against", (name) => {
  const { terms, board, tested, needs } = platformOf(name);
  expect(new URL(terms.url).protocol).toBe("https:");
  expect(terms.reviewed).toMatch(/^20\d\d-\d\d-\d\d$/);
  expect(terms.says.length).toBeGreaterThan(30);
  expect(board).toMatch(/\w/);
  const file = readFileSync(packagePath("pipelines", "sources", `${name}.ts`), "utf8");
  expect(/Unverified: written\s+(?:\* )?from\s+(?:\* )?the\s+(?:\* )?public/.test(file)).toBe(
    tested === "documentation",
  );
  // A secret that is used is asked for by name, and the other way round.
  const used = [...file.matchAll(/\{env:([A-Z0-9_]+)\}/g)].map(([, secret]) => secret ?? "");
  expect([...new Set(used)].sort()).toEqual([...(needs ?? [])].sort());
  expect(file).not.toContain("process.env");
});

test.for<[address: string, platform: string, board: string]>([
  ["https://acme.applytojob.com/apply/AbCdEf1234/Welder", "jazzhr", "acme"],
  ["https://app.jazz.co/widgets/basic/create/acme-2", "jazzhr", "acme-2"],
])("%s is %s's board %s", ([address, platform, board]) => {
  expect(platformOf(platform).recognise?.(new URL(address))).toEqual({ board });
});

test.for([...platforms.keys()])("%s recognises no address that is none of its boards", (name) => {
  for (const address of ["https://site.example/jobs/1", "https://app.applytojob.com/", "https://www.applytojob.com/"])
    expect(platformOf(name).recognise?.(new URL(address)) ?? null).toBeNull();
});

test.for([...platforms.keys()])("%s asks its own host, or the mirror in its place", (name) => {
  const [own] = platformOf(name).start(sourceOf(name));
  const [mirror] = platformOf(name).start(sourceOf(name, { base_url: "http://127.0.0.1:8080/" }));
  const [ownUrl, mirrorUrl] = [new URL(own?.url ?? ""), new URL(mirror?.url ?? "")];
  expect(ownUrl.protocol).toBe("https:");
  expect(mirrorUrl.origin).toBe("http://127.0.0.1:8080");
  expect(mirrorUrl.pathname + mirrorUrl.search).toBe(ownUrl.pathname + ownUrl.search);
});

test.for([
  ["greenhouse", "http://127.0.0.1:1/v1/boards/acme/jobs?content=true"],
  ["lever", "http://127.0.0.1:1/v0/postings/acme?mode=json"],
  ["ashby", "http://127.0.0.1:1/posting-api/job-board/acme?includeCompensation=true"],
  ["jsonld", "http://127.0.0.1:1/sitemap.xml"],
] as const)("%s starts at %s", ([name, url]) => {
  const source = sourceOf(name, { board: "acme", base_url: "http://127.0.0.1:1" });
  expect(
    platformOf(name)
      .start(source)
      .map((request) => request.url),
  ).toEqual([url]);
});

test.for([...platforms.keys()])("%s names itself and the address where the answer is not its own", (name) => {
  for (const body of ['{"unexpected": true}', "[1", ""]) {
    const parse = () => platformOf(name).parse(pageOf(body), sourceOf(name));
    // A page without a JobPosting is no advert, but still a page of a site.
    if (name === "jsonld" && body === "") expect(parse().postings).toEqual([]);
    else {
      expect(parse).toThrow(AnswerError);
      expect(parse).toThrow(new RegExp(`^${name}: https://site.example/asked: expected `));
    }
  }
});

test("an unknown Lever board says what it answered", () => {
  const body = readFileSync(`${folder}/lever-unknown.json`, "utf8");
  expect(() => platformOf("lever").parse(pageOf(body), sourceOf("lever"))).toThrow(/Document not found/);
});

test("a list goes on until its last slice, and a mirror stays the mirror", () => {
  const body = readFileSync(`${folder}/smartrecruiters.json`, "utf8");
  const source = sourceOf("smartrecruiters", { base_url: "http://127.0.0.1:1", board: "quay" });
  const { follow } = platformOf("smartrecruiters").parse(pageOf(body), source);
  expect(follow.map(({ url }) => url)).toEqual([
    "http://127.0.0.1:1/v1/companies/quay/postings/7001",
    "http://127.0.0.1:1/v1/companies/quay/postings?limit=100&offset=1",
  ]);
  const bounded = sourceOf("smartrecruiters", { expect: { min: 0, max: 1 } });
  const beyond = JSON.stringify({ ...(JSON.parse(body) as object), offset: 2, totalFound: 90 });
  expect(platformOf("smartrecruiters").parse(pageOf(beyond), source).follow).toHaveLength(2);
  expect(platformOf("smartrecruiters").parse(pageOf(beyond), bounded).follow).toHaveLength(1);
});

test.for<[board: string, url: string]>([
  ["latest", "https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring&hitsPerPage=9"],
  ["42", "https://hn.algolia.com/api/v1/items/42"],
  ["firebase/latest", "https://hacker-news.firebaseio.com/v0/user/whoishiring.json"],
  ["firebase/42", "https://hacker-news.firebaseio.com/v0/item/42.json"],
])("the hiring thread %s is asked for at %s", ([board, url]) => {
  expect(platformOf("hn").start(sourceOf("hn", { board }))).toEqual([{ url }]);
});

test("the newest hiring thread is looked for among the account's newest threads", () => {
  const parse = (story: object, carry: number[]) =>
    platformOf("hn").parse(pageOf(JSON.stringify({ type: "story", ...story }), { carry }), sourceOf("hn"));
  const other = { title: "Ask HN: Freelancer? Seeking freelancer? (May 2026)", kids: [7] };
  expect(parse(other, [2, 1]).follow).toEqual([
    { url: "https://hacker-news.firebaseio.com/v0/item/2.json", carry: [1] },
  ]);
  expect(() => parse(other, [])).toThrow(/^hn: .*"Who is hiring\?" among the newest 9/);
  const hiring = { title: "Ask HN: Who is hiring? (May 2026)", kids: [7] };
  expect(parse(hiring, [1]).follow).toEqual([
    { url: "https://hacker-news.firebaseio.com/v0/item/7.json", label: DETAIL },
  ]);
});

test.for(["null", '{"id":5,"deleted":true}', '{"id":5,"dead":true,"text":"Acme | Cook"}'])(
  "a comment that is gone is no advert: %s",
  (body) => {
    expect(platformOf("hn").parse(pageOf(body, { label: DETAIL }), sourceOf("hn"))).toEqual({
      postings: [],
      refused: [],
      follow: [],
    });
  },
);

test("lists without a total end where nothing more comes, or where the source's bound is", () => {
  const follow = (name: string, answer: object, more: Partial<Page> = {}, max?: number) =>
    platformOf(name)
      .parse(pageOf(JSON.stringify(answer), more), sourceOf(name, max === undefined ? {} : { expect: { min: 0, max } }))
      .follow.map(({ url }) => new URL(url).search);
  const links = { next: "https://www.arbeitnow.com/api/job-board-api?page=2" };
  const ad = { slug: "a", title: "A", description: "text" };
  expect(follow("arbeitnow", { data: [ad], links })).toEqual(["?page=2"]);
  expect(follow("arbeitnow", { data: [], links })).toEqual([]);
  expect(follow("arbeitnow", { data: [ad], links }, { carry: 9 }, 10)).toEqual([]);
  const job = { id: 1, name: "A", contents: "text" };
  expect(follow("themuse", { page_count: 2, results: [job] }, { carry: 1 })).toEqual(["?page=2"]);
  expect(follow("themuse", { page_count: 2, results: [job] }, { carry: 2 })).toEqual([]);
  expect(follow("themuse", { page_count: 9, results: [job] }, { carry: 1 }, 20)).toEqual([]);
});

test("a search that reaches its last offset asks no further", () => {
  const answer = { total: { value: 9000 }, hits: [{ id: "1", headline: "A", description: { text: "b" } }] };
  const follow = (carry: number) =>
    platformOf("jobtech").parse(pageOf(JSON.stringify(answer), { carry }), sourceOf("jobtech")).follow.length;
  expect([follow(1900), follow(2000)]).toEqual([1, 0]);
});

test("what Adzuna guesses of the pay is not taken", () => {
  const job = { id: 1, title: "A", description: "b", salary_min: 10, salary_max: 20, salary_is_predicted: "1" };
  const { postings } = platformOf("adzuna").parse(pageOf(JSON.stringify({ results: [job] })), sourceOf("adzuna"));
  expect(postings[0]).not.toHaveProperty("pay_min");
});

test("an advert's page of JazzHR with a JobPosting is read by it", () => {
  const body = readFileSync(`${folder}/page.detail.html`, "utf8");
  const carry = { requisition: "K1", title: "Cook" };
  const { postings } = platformOf("jazzhr").parse(pageOf(body, { label: DETAIL, carry }), sourceOf("jazzhr"));
  expect(postings).toMatchObject([{ requisition: "K1", posted_on: "2026-03-06", pay_currency: expect.any(String) }]);
});

test("a description beyond measure is refused with its length, and the rest goes on", () => {
  const jobs = [
    { id: 1, title: "Long", content: "x".repeat(LONGEST_TEXT + 1) },
    { id: 2, title: "Short", content: "&lt;p&gt;CPR card&lt;/p&gt;" },
  ];
  const { postings, refused } = platformOf("greenhouse").parse(
    pageOf(JSON.stringify({ jobs })),
    sourceOf("greenhouse"),
  );
  expect(postings.map(({ title }) => title)).toEqual(["Short"]);
  expect(refused).toMatchObject([
    { field: "text", reason: expect.stringContaining("2,000,001 characters; at most 2,000,000") },
  ]);
  expect(JSON.stringify(refused).length).toBeLessThan(5000);
});

test.for<[unknown, string | string[], string, string | undefined]>([
  ["2026-02-03T23:30:00-05:00", "auto", "", "2026-02-03"],
  [1772323200, "auto", "", "2026-03-01"],
  ["1772323200000", "auto", "", "2026-03-01"],
  ["2019-07", "month", "", "2019-07-01"],
  ["Wed, 19 Aug 2026 05:00:00:0", "auto", "", "2026-08-19"],
  ["2nd July 2023", "auto", "", "2023-07-02"],
  ["March 9, 2026", "auto", "", "2026-03-09"],
  ["06-22-18", "MM/DD/YYYY", "", "2018-06-22"],
  ["9-27-99", "MM/DD/YYYY", "", "1999-09-27"],
  ["03/04/2024", "DD/MM/YYYY", "", "2024-04-03"],
  ["06-25", ["MM-DD", "D-Mon"], "2026", "2026-06-25"],
  ["8-Jan", ["MM-DD", "D-Mon"], "2026", "2026-01-08"],
  ["Feb-29", ["D-Mon", "Mon-DD"], "2024", "2024-02-29"],
  ["2024-13-45", "auto", "", "2024-13-45"],
  ["soon", "auto", "", "soon"],
  ["2021", "auto", "", "2021"],
  ["  ", "auto", "", undefined],
  [null, "auto", "", undefined],
])("day %j as %j is %s%s", ([value, format, year, expected]) => {
  expect(day(value, format, year)).toBe(expected);
});

test("terms, periods, pay and regions are read from what platforms call them", () => {
  expect(
    ["FullTime", "PART_TIME", "Intern", "International contract", "Temp", "volunteer", "Other"].map(employment),
  ).toEqual(["full_time", "part_time", "internship", "contract", "temporary", "volunteer", "other"]);
  expect(
    ["per-hour-wage", "Annual", "1 YEAR", "Bi-weekly", "fortnightly", "Monthly", "Daily", ""].map(payPeriod),
  ).toEqual(["hour", "year", "year", undefined, undefined, "month", "day", undefined]);
  expect(pay({ min: "31,000", max: 0, currency: "gbp", period: "year" })).toEqual({
    pay_min: 31000,
    pay_max: 31000,
    pay_currency: "GBP",
    pay_period: "year",
  });
  expect(pay({ min: 10, max: 20, currency: "USD", period: "once" })).toEqual({});
  expect([regionFrom("us", "CA"), regionFrom("US"), regionFrom("gb", "X"), regionFrom("Germany")]).toEqual([
    "US-CA",
    undefined,
    "GB",
    undefined,
  ]);
});

test("escaping is undone once", () => {
  expect(unescapeOnce("&lt;p&gt;Fit &amp;amp; tack&amp;nbsp;&lt;/p&gt;")).toBe("<p>Fit &amp; tack&nbsp;</p>");
});

test("JSON inside a script ends where its brackets do", () => {
  expect(assignedJson('x; a.b = {"t":"} \\" {","n":{}}; a.c = {}', "a.b")).toBe('{"t":"} \\" {","n":{}}');
  expect(assignedJson('a.b = {"t":"never', "a.b")).toBeUndefined();
  expect(assignedJson("nothing", "a.b")).toBeUndefined();
});

const shared = packagePath("..", "shared", "data");
const present = existsSync(`${shared}/ats`);
if (!present) process.stdout.write("skipped: recorded answers, since ../shared/data/ats is not there\n");

/** Adverts in each recorded answer: those with a text, and those whose text stands on a page of its own. */
const RECORDED: Record<string, [postings: number, details: number, refused?: number]> = {
  "recorded/greenhouse-stripe.json": [547, 0],
  "recorded/ashby-ramp.json": [120, 0],
  "recorded/lever-palantir.json": [10, 0],
  "recorded/smartrecruiters-list.json": [0, 10],
  "recorded/first-items-smartrecruiters_page0.json": [0, 3],
  "recorded/workday-list.json": [0, 10],
  "recorded/icims-jibe-github.json": [10, 0],
  "recorded/result_page1.html": [0, 25],
  "recorded/result_page2.html": [0, 25],
  "recorded/first-items-recruitee.json": [3, 0],
  "recorded/first-items-workable.json": [2, 0],
  "recorded/first-items-comeet.json": [2, 0],
  "recorded/first-items-himalayas.json": [3, 0],
  "recorded/first-items-remoteok.json": [2, 0],
  "recorded/eures-search.json": [3, 0],
  "recorded/first-items-feed.rss": [3, 0],
  "trimmed/ashby.json": [2, 0],
  "trimmed/bamboohr.json": [0, 2],
  "trimmed/eightfold.json": [0, 2],
  "trimmed/greenhouse.json": [2, 0],
  "trimmed/hrmdirect.html": [0, 2],
  "trimmed/icims.html": [0, 2],
  "trimmed/jobvite.html": [0, 2],
  "trimmed/lever.json": [2, 0],
  "trimmed/neogov.xml": [2, 0],
  "trimmed/oracle_orc.json": [0, 2],
  "trimmed/oracle_orc_detail.json": [1, 0],
  "trimmed/paylocity.html": [0, 2],
  "trimmed/personio.xml": [0, 0, 2],
  "trimmed/phenom.html": [0, 2],
  "trimmed/pinpoint.json": [2, 0],
  "trimmed/recruitee.json": [2, 0],
  "trimmed/rippling.json": [0, 2],
  "trimmed/smartrecruiters.json": [0, 1],
  "trimmed/teamtailor.json": [0, 2],
  "trimmed/workable.json": [0, 0, 2],
  "trimmed/workday.json": [0, 2],
};

test.skipIf(!present).for(Object.entries(RECORDED))(
  "recorded answer %s",
  async ([file, [postings, details, refused = 0]]) => {
    const answer = committedMap("ats").answers?.find((one) => one.file === `ats/${file}`);
    const { text } = await documentOf(`${shared}/ats/${file}`, {});
    const source = sourceOf(answer?.platform ?? "", { board: answer?.board ?? "" });
    const parsed = platformOf(answer?.platform ?? "").parse(pageOf(text), source);
    const asked = parsed.follow.filter((request) => request.label === DETAIL);
    expect([parsed.postings.length, asked.length, parsed.refused.length]).toEqual([postings, details, refused]);
  },
);
