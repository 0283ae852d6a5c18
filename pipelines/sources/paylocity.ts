import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { at, joined, places, prose, regionFrom, words } from "./fields.js";
import { assignedJson } from "./inline-json.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "a page with window.pageData = {Jobs: [...]}";

/** Paylocity careers pages: a list inside a script, and a page for each advert with a JobPosting. */
export const paylocity: Platform = {
  name: "paylocity",
  enabledByDefault: false,
  start: (source) => [
    { url: `${origin(source, "https://recruiting.paylocity.com")}/recruiting/jobs/All/${source.board}/` },
  ],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    const body = assignedJson(page.body, "window.pageData");
    if (body === undefined) throw new AnswerError("paylocity", page, EXPECTED);
    const data = jsonOf("paylocity", { ...page, body }, EXPECTED);
    const home = origin(source, "https://recruiting.paylocity.com");
    return collect(page, listOf("paylocity", page, at(data, "Jobs"), EXPECTED), (job) => {
      const id = words(at(job, "JobId")) ?? "";
      const country = words(at(job, "JobLocation.Country")) === "USA" ? "US" : at(job, "JobLocation.Country");
      const known = {
        requisition: id,
        title: words(at(job, "JobTitle"), 1000) ?? "",
        employer: words(at(data, "ModuleTitle")),
        locations: places(joined(at(job, "JobLocation.City"), at(job, "JobLocation.State")) ?? at(job, "LocationName")),
        region: regionFrom(country, at(job, "JobLocation.State")),
        remote: at(job, "IsRemote") === true,
        department: words(at(job, "HiringDepartment")),
        posted_on: day(at(job, "PublishedDate")),
      };
      const html = prose(at(job, "Description"));
      return html === undefined ? detailRequest(`${home}/Recruiting/Jobs/Details/${id}`, known) : { ...known, html };
    });
  },
};
