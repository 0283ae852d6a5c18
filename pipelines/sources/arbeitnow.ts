import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "{data: [...], links: {next}}";

/** Arbeitnow: jobs in Europe, mostly Germany, newest first. Unverified: written from the public documentation of 2026-11-23. */
export const arbeitnow: Platform = {
  name: "arbeitnow",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://www.arbeitnow.com/blog/job-board-api",
    reviewed: "2026-11-23",
    says: "A free public API that asks not to be abused and for a link back; it refers to the site's terms of service, which could not be read: to be checked before the board is listed.",
  },
  board: 'always "all": the service has one list and no search',
  start: (source) => [{ url: `${origin(source, "https://www.arbeitnow.com")}/api/job-board-api` }],
  parse: (page, source) => {
    const answer = jsonOf("arbeitnow", page, EXPECTED);
    const items = listOf("arbeitnow", page, at(answer, "data"), EXPECTED);
    const parsed = collect(page, items, (job) => ({
      requisition: (words(at(job, "slug"), 2000) ?? "").slice(-300),
      title: words(at(job, "title"), 1000) ?? "",
      html: prose(at(job, "description")),
      employer: words(at(job, "company_name")),
      locations: places(at(job, "location")),
      remote: at(job, "remote") === true ? true : undefined,
      department: words(list(at(job, "tags"))[0]),
      employment_type: employment(at(job, "job_types")),
      posted_on: day(at(job, "created_at")),
      url: words(at(job, "url"), 2000),
    }));
    // The list names no total: it ends with an empty page, or where the source's own bound is reached.
    const seen = (typeof page.carry === "number" ? page.carry : 0) + items.length;
    const next = words(at(answer, "links.next"), 2000);
    const goesOn = next !== undefined && items.length > 0 && seen < (source.expect?.max ?? 20_000);
    return { ...parsed, follow: goesOn ? [{ url: linkOn(source, next, page.url), carry: seen }] : [] };
  },
};
