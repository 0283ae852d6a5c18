import type { Source } from "../../models/source.js";
import { boardParts, more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, places, prose, regionFrom, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";
import { boardNamed, steps } from "./recognise.js";

/** The most that the service gives at once. */
const PER_PAGE = 20;

/** The most that it gives of one search; behind them the list starts over. */
const LONGEST_LIST = 2000;

/** A board is `tenant.wdN/site`, as in the address of the careers site. */
const api = (source: Source): string => {
  const [host, site] = boardParts(source);
  return `${origin(source, `https://${host}.myworkdayjobs.com`)}/wday/cxs/${host.split(".")[0]}/${site}`;
};

const request = (source: Source, offset: number): Fetchable => ({
  url: `${api(source)}/jobs`,
  method: "POST",
  body: JSON.stringify({ appliedFacets: {}, limit: PER_PAGE, offset, searchText: "" }),
  headers: { "content-type": "application/json", accept: "application/json" },
  carry: offset,
});

const detail = (page: Page, answer: unknown, job: unknown): Parsed =>
  collect(page, [job], () =>
    merged(page, {
      requisition: words(at(job, "jobReqId") ?? at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: prose(at(job, "jobDescription")),
      employer: words(at(answer, "hiringOrganization.name")),
      region: regionFrom(at(job, "jobRequisitionLocation.country.alpha2Code")),
      locations: places(at(job, "location"), at(job, "additionalLocations")),
      remote: /remote/i.test(words(at(job, "remoteType")) ?? "") ? true : undefined,
      employment_type: employment(at(job, "timeType")),
      posted_on: day(at(job, "startDate")),
      closed_on: day(at(job, "endDate")),
      url: words(at(job, "externalUrl"), 2000),
    }),
  );

/**
 * Workday careers site: a list in pages of 20, and an answer for each advert. Lists say "Posted 3 Days Ago": no date. Of
 * a board with more than 2,000 adverts only so many can be listed.
 */
export const workday: Platform = {
  name: "workday",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.workday.com/en-us/legal.html",
    reviewed: "2026-11-23",
    says: "Workday's website terms leave out the sites on which customers run its service; each careers site is under its employer's own terms, so ask before crawling at scale.",
  },
  board:
    "`tenant.wdN/site` of TENANT.wdN.myworkdayjobs.com/SITE, letter case of the site kept, e.g. `acme.wd5/Careers`",
  recognise: (url) => {
    const [, host] = /^([\w-]+\.wd\d+)\.myworkdayjobs\.com$/.exec(url.hostname) ?? [];
    if (host === undefined) return null;
    const [first, second, third, fourth] = steps(url);
    if (first === "wday") return second === "cxs" && third && fourth ? { board: `${host}/${fourth}` } : null;
    const site = boardNamed(/^[a-z]{2}(-[a-z]{2})?$/i.test(first ?? "") ? second : first);
    return site && { board: `${host}/${site.board}` };
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("workday", page, "{total, jobPostings: [...]} or {jobPostingInfo: {...}}");
    const info = at(answer, "jobPostingInfo");
    if (info !== undefined) return detail(page, answer, info);
    if (page.label === DETAIL) throw new AnswerError("workday", page, "{jobPostingInfo: {...}}");
    const items = listOf("workday", page, at(answer, "jobPostings"), "{total, jobPostings: [...]}");
    const parsed = collect(page, items, (job) => {
      const path = words(at(job, "externalPath"), 2000) ?? "";
      const [number] = list(at(job, "bulletFields"));
      return detailRequest(`${api(source)}${path}`, {
        requisition: words(number) ?? path.slice(-300),
        title: words(at(job, "title"), 1000) ?? "",
        locations: places(at(job, "locationsText")),
      });
    });
    const next = (typeof page.carry === "number" ? page.carry : 0) + PER_PAGE;
    // Only the first page states the total; later ones say 0.
    const total = items.length === 0 ? 0 : Math.min(Number(at(answer, "total") || next + PER_PAGE), LONGEST_LIST);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (offset) => request(source, offset))] };
  },
};
