import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packagePath } from "../models/package-root.js";
import { RawPosting } from "../models/posting.js";
import type { Source } from "../models/source.js";
import { committedMap } from "../pipelines/maps/map.js";
import { documentOf } from "../pipelines/readers/json.js";
import { day } from "../pipelines/sources/days.js";
import { DETAIL } from "../pipelines/sources/detail.js";
import { employment, pay, payPeriod, regionFrom } from "../pipelines/sources/fields.js";
import { platforms } from "../pipelines/sources/index.js";
import { assignedJson } from "../pipelines/sources/inline-json.js";
import { unescapeOnce } from "../pipelines/sources/markup.js";
import { AnswerError, LONGEST_TEXT } from "../pipelines/sources/parsed.js";
import type { Page } from "../pipelines/sources/platform.js";

const folder = packagePath("test", "input", "import", "answers");
const boards: Record<string, string> = {
  workday: "gale.wd5/Careers",
  oracle: "gale.example/CX_1",
  eightfold: "brine/brine.example",
  comeet: "F6.003/token",
  usajobs: "Keyword=mechanic",
  rss: "feed.example/jobs.xml",
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
  expect(platformOf("smartrecruiters").parse(pageOf(body), bounded).follow).toHaveLength(1);
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
