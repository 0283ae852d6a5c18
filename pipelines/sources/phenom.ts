import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { at, employment, joined, places, words } from "./fields.js";
import { assignedJson } from "./inline-json.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const EXPECTED = "a page with phApp.ddo = {eagerLoadRefineSearch: {data: {jobs: [...]}}}";

const home = (source: Source): string => origin(source, `https://${source.board}`);

const request = (source: Source, from: number): Fetchable => ({
  url: `${home(source)}/search-results?from=${from}&s=1`,
  carry: from,
});

/** Phenom careers sites: search pages with teasers inside a script, and a page for each advert with a JobPosting. */
export const phenom: Platform = {
  name: "phenom",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.phenom.com/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here; ask before crawling at scale.",
  },
  board: "the address of the careers site before /search-results, without its scheme, e.g. `careers.acme.com/us/en`",
  recognise: (url) => {
    const [, language] = /^(\/[a-z]{2,6}\/[a-z]{2})\/search-results\/?$/i.exec(url.pathname) ?? [];
    return language === undefined ? null : { board: `${url.hostname}${language}` };
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    const body = assignedJson(page.body, "phApp.ddo");
    if (body === undefined) throw new AnswerError("phenom", page, EXPECTED);
    const search = at(jsonOf("phenom", { ...page, body }, EXPECTED), "eagerLoadRefineSearch");
    const items = listOf("phenom", page, at(search, "data.jobs"), EXPECTED);
    const parsed = collect(page, items, (job) =>
      detailRequest(`${home(source)}/job/${words(at(job, "jobSeqNo")) ?? words(at(job, "jobId"))}`, {
        requisition: words(at(job, "reqId") ?? at(job, "jobId")) ?? "",
        title: words(at(job, "title"), 1000) ?? "",
        locations: places(at(job, "location") ?? joined(at(job, "city"), at(job, "country"))),
        department: words(at(job, "department")) ?? words(at(job, "category")),
        employment_type: employment(at(job, "type")),
        posted_on: day(at(job, "postedDate")),
      }),
    );
    const next = (typeof page.carry === "number" ? page.carry : 0) + items.length;
    const total = items.length === 0 ? 0 : Number(at(search, "totalHits") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (from) => request(source, from))] };
  },
};
