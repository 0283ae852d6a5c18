import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, type Known, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";

const PER_PAGE = 100;

const board = (source: Source): string =>
  `${origin(source, "https://api.smartrecruiters.com")}/v1/companies/${source.board}/postings`;

const request = (source: Source, offset: number): Fetchable => ({
  url: `${board(source)}?limit=${PER_PAGE}&offset=${offset}`,
});

const facts = (job: unknown): Known & { requisition: string; title: string } => ({
  requisition: words(at(job, "id")) ?? "",
  title: words(at(job, "name"), 1000) ?? "",
  employer: words(at(job, "company.name")),
  locations: places(at(job, "location.fullLocation") ?? at(job, "location.city")),
  region: regionFrom(at(job, "location.country"), at(job, "location.region")),
  remote: at(job, "location.remote") === true,
  department: words(at(job, "department.label") ?? at(job, "function.label")),
  employment_type: employment(at(job, "typeOfEmployment.label")),
  posted_on: day(at(job, "releasedDate")),
  url: words(at(job, "postingUrl") ?? at(job, "ref"), 2000),
  lang: words(at(job, "language.code"), 10),
});

const section = (job: unknown, name: string): [string | undefined, string | undefined] => [
  words(at(job, `jobAd.sections.${name}.title`)),
  prose(at(job, `jobAd.sections.${name}.text`)),
];

/** SmartRecruiters posting API: a list in pages, and an answer for each advert with its text in four sections. */
export const smartrecruiters: Platform = {
  name: "smartrecruiters",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://dev.smartrecruiters.com/customer-api/overview/",
    reviewed: "2026-11-23",
    says: "The Posting API's documentation says that it needs no authentication, since what it gives is public already; its robots.txt, though, is reported to be closed to all but named crawlers (autumn 2026), which is obeyed.",
  },
  board: "the company in careers.smartrecruiters.com/NAME, letter case kept, e.g. `Acme1`",
  recognise: (url) => {
    if (url.hostname === "api.smartrecruiters.com") return boardNamed(stepAfter(url, "v1", "companies"));
    if (!/^(careers|jobs)\.smartrecruiters\.com$/.test(url.hostname)) return null;
    const [first] = steps(url);
    return boardNamed(first === "oneclick-ui" ? stepAfter(url, "company") : first);
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("smartrecruiters", page, "{content: [...]} or {jobAd: {...}}");
    if (at(answer, "jobAd") !== undefined) {
      const names = ["companyDescription", "jobDescription", "qualifications", "additionalInformation"];
      const html = headed(...names.map((name) => section(answer, name)));
      return collect(page, [answer], () => merged(page, { ...facts(answer), html }));
    }
    if (page.label === DETAIL) throw new AnswerError("smartrecruiters", page, "{jobAd: {...}}");
    const items = listOf("smartrecruiters", page, at(answer, "content"), "{content: [...]}");
    const parsed = collect(page, items, (job) => detailRequest(`${board(source)}/${words(at(job, "id"))}`, facts(job)));
    const next = Number(at(answer, "offset") ?? 0) + Math.max(items.length, 1);
    const total = items.length === 0 ? 0 : Number(at(answer, "totalFound") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (offset) => request(source, offset))] };
  },
};
