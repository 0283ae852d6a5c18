import type { Source } from "../../models/source.js";
import { boardParts, more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";

/** The most that the service gives at once. */
const PER_PAGE = 20;

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

const detail = (page: Page, job: unknown): Parsed =>
  collect(page, [job], () =>
    merged(page, {
      requisition: words(at(job, "jobReqId") ?? at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: prose(at(job, "jobDescription")),
      locations: places(at(job, "location"), at(job, "additionalLocations")),
      remote: /remote/i.test(words(at(job, "remoteType")) ?? "") ? true : undefined,
      employment_type: employment(at(job, "timeType")),
      posted_on: day(at(job, "startDate")),
      closed_on: day(at(job, "endDate")),
      url: words(at(job, "externalUrl"), 2000),
    }),
  );

/** Workday careers site: a list in pages of 20, and an answer for each advert. Lists say "Posted 3 Days Ago": no date. */
export const workday: Platform = {
  name: "workday",
  enabledByDefault: false,
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("workday", page, "{total, jobPostings: [...]} or {jobPostingInfo: {...}}");
    const info = at(answer, "jobPostingInfo");
    if (info !== undefined) return detail(page, info);
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
    const total = items.length === 0 ? 0 : Number(at(answer, "total") || next + PER_PAGE);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (offset) => request(source, offset))] };
  },
};
