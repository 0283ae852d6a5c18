import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest } from "./detail.js";
import { at, employment, joined, places, regionFrom, words } from "./fields.js";
import { assignedJson } from "./inline-json.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { stepAfter } from "./recognise.js";
import { embeddedOrRendered } from "./rendered.js";

const EXPECTED = "a page with window.pageData = {Jobs: [...]}";
const HOST = "https://recruiting.paylocity.com";
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Paylocity careers pages: a list inside a script, whose descriptions are cut after a sentence or two, and a page for
 * each advert with a JobPosting, or with its parts under headings.
 */
export const paylocity: Platform = {
  name: "paylocity",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.paylocity.com/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here; ask before crawling at scale.",
  },
  board: "the long id in recruiting.paylocity.com/recruiting/jobs/All/ID, e.g. `01234567-89ab-cdef-0123-456789abcdef`",
  recognise: (url) => {
    const id = stepAfter(url, "jobs", "All");
    return url.hostname === "recruiting.paylocity.com" && id !== undefined && GUID.test(id) ? { board: id } : null;
  },
  start: (source) => [{ url: `${origin(source, HOST)}/recruiting/jobs/All/${source.board}/` }],
  parse: (page, source) => {
    if (page.label === DETAIL)
      return embeddedOrRendered(page, ($) => {
        const headings = $(".job-listing-header").toArray();
        const below = (name: string) =>
          $(headings.filter((heading) => $(heading).text().trim() === name))
            .first()
            .next();
        return {
          html: headed(
            [undefined, below("Description").html() ?? undefined],
            ["Requirements", below("Requirements").html() ?? undefined],
          ),
          employment_type: employment(below("Job Type").text()),
        };
      });
    const body = assignedJson(page.body, "window.pageData");
    if (body === undefined) throw new AnswerError("paylocity", page, EXPECTED);
    const data = jsonOf("paylocity", { ...page, body }, EXPECTED);
    return collect(page, listOf("paylocity", page, at(data, "Jobs"), EXPECTED), (job) => {
      const id = words(at(job, "JobId")) ?? "";
      const address = `${origin(source, HOST)}/Recruiting/Jobs/Details/${id}`;
      const country = words(at(job, "JobLocation.Country")) === "USA" ? "US" : at(job, "JobLocation.Country");
      return detailRequest(address, {
        requisition: id,
        title: words(at(job, "JobTitle"), 1000) ?? "",
        employer: words(at(data, "ModuleTitle")),
        locations: places(joined(at(job, "JobLocation.City"), at(job, "JobLocation.State")) ?? at(job, "LocationName")),
        region: regionFrom(country, at(job, "JobLocation.State")),
        remote: at(job, "IsRemote") === true,
        department: words(at(job, "HiringDepartment")),
        posted_on: day(at(job, "PublishedDate")),
        url: address,
      });
    });
  },
};
