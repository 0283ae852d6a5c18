import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

/** The most that the service gives at once. */
const PER_PAGE = 20;

const request = (source: Source, offset: number): Fetchable => ({
  url: `${origin(source, "https://himalayas.app")}/jobs/api?limit=${PER_PAGE}&offset=${offset}`,
  carry: offset,
});

/** Himalayas: remote jobs of many employers. The service has no end; `expect.max` of the source bounds what is asked. */
export const himalayas: Platform = {
  name: "himalayas",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://himalayas.app/docs/data-dictionary",
    reviewed: "2026-11-23",
    says: "The JSON API is public and documented for others; it is said to ask for a visible credit with a link, which could not be read on its own pages here.",
  },
  board: "any name, since the service is one board, e.g. `himalayas`",
  recognise: (url) => (/^(www\.)?himalayas\.app$/.test(url.hostname) ? { board: "himalayas" } : null),
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("himalayas", page, "{jobs: [...]}");
    const items = listOf("himalayas", page, at(answer, "jobs"), "{jobs: [...]}");
    const parsed = collect(page, items, (job) => ({
      requisition: (words(at(job, "guid"), 2000) ?? "").replace(/^https?:\/\/[^/]+\//, "").slice(-300),
      title: words(at(job, "title"), 1000) ?? "",
      html: prose(at(job, "description")) ?? prose(at(job, "excerpt")),
      employer: words(at(job, "companyName")),
      locations: places(list(at(job, "locationRestrictions"))),
      remote: true,
      department: words(list(at(job, "parentCategories"))[0]),
      employment_type: employment(at(job, "employmentType")),
      ...pay({
        min: at(job, "minSalary"),
        max: at(job, "maxSalary"),
        currency: at(job, "currency"),
        period: at(job, "salaryPeriod"),
      }),
      posted_on: day(at(job, "pubDate")),
      closed_on: day(at(job, "expiryDate")),
      url: words(at(job, "applicationLink"), 2000),
    }));
    const next = (typeof page.carry === "number" ? page.carry : 0) + PER_PAGE;
    const total = items.length === 0 ? 0 : Number(at(answer, "totalCount") ?? 0);
    return { ...parsed, follow: more(source, next, total, (offset) => request(source, offset)) };
  },
};
