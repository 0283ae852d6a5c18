import { boardParts, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { stepAfter } from "./recognise.js";

/** Comeet careers API: the whole board in one list. A board is `company uid/token`, both public on the careers page. */
export const comeet: Platform = {
  name: "comeet",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://developers.comeet.com/reference/careers-api-overview",
    reviewed: "2026-11-23",
    says: "The Careers API is documented for careers sites and names the company's public token as the key to it; terms beyond that could not be read here, so ask before crawling at scale.",
  },
  board: "`uid/token`, both public in the careers page's source, e.g. `12.34A/56789ABC`",
  recognise: (url) => {
    const uid = stepAfter(url, "careers-api", "2.0", "company");
    const token = url.searchParams.get("token");
    return /(^|\.)comeet\.com?$/.test(url.hostname) && uid && /^[\w-]+$/.test(token ?? "")
      ? { board: `${uid}/${token}` }
      : null;
  },
  start: (source) => {
    const [company, token] = boardParts(source);
    const home = origin(source, "https://www.comeet.co");
    return [{ url: `${home}/careers-api/2.0/company/${company}/positions?token=${token}&details=true` }];
  },
  parse: (page) =>
    collect(
      page,
      listOf("comeet", page, jsonOf("comeet", page, "a list of positions"), "a list of positions"),
      (job) => ({
        requisition: words(at(job, "uid")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        html: headed(
          ...list(at(job, "details")).map((part): [string | undefined, string | undefined] => [
            words(at(part, "name")),
            prose(at(part, "value")),
          ]),
        ),
        employer: words(at(job, "company_name")),
        locations: places(at(job, "location.name")),
        region: regionFrom(at(job, "location.country"), at(job, "location.state")),
        remote: words(at(job, "workplace_type")) === "Remote" || at(job, "location.is_remote") === true,
        department: words(at(job, "department")),
        employment_type: employment(at(job, "employment_type")),
        updated_on: day(at(job, "time_updated")),
        url: words(at(job, "url_active_page") ?? at(job, "url_comeet_hosted_page"), 2000),
      }),
    ),
};
