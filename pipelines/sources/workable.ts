import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, joined, list, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter, steps, tenant } from "./recognise.js";

/** Adverts of all employers: no board of one. */
const AGGREGATOR = "jobs.workable.com";

/** Workable widget API: the whole board in one answer; without `details` it leaves the descriptions out. */
export const workable: Platform = {
  name: "workable",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://help.workable.com/",
    reviewed: "2026-11-23",
    says: "The widget's answer is public and needs no key; its terms could not be read here, so ask before crawling at scale.",
  },
  board: "the account in apply.workable.com/NAME, e.g. `acme`",
  recognise: (url) => {
    const account = stepAfter(url, "accounts");
    if (url.hostname === "www.workable.com" && account !== undefined) return boardNamed(account);
    if (url.hostname !== "apply.workable.com")
      return boardNamed(url.hostname === AGGREGATOR ? undefined : tenant(url, "workable.com"));
    const [first] = steps(url);
    if (first === "api") return boardNamed(account);
    return boardNamed(first === "j" ? undefined : first);
  },
  start: (source) => [
    { url: `${origin(source, "https://apply.workable.com")}/api/v1/widget/accounts/${source.board}?details=true` },
  ],
  parse: (page) => {
    const answer = jsonOf("workable", page, "{name, jobs: [...]}");
    return collect(page, listOf("workable", page, at(answer, "jobs"), "{name, jobs: [...]}"), (job) => ({
      requisition: words(at(job, "shortcode")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: headed(
        [undefined, prose(at(job, "description"))],
        ["Requirements", prose(at(job, "requirements"))],
        ["Benefits", prose(at(job, "benefits"))],
        ["Education", prose(at(job, "description")) && words(at(job, "education"))],
      ),
      employer: words(at(answer, "name")),
      locations: places(
        list(at(job, "locations")).map((one) => joined(at(one, "city"), at(one, "region"), at(one, "country"))),
        joined(at(job, "city"), at(job, "state"), at(job, "country")),
      ),
      region: regionFrom(at(list(at(job, "locations"))[0], "countryCode")),
      remote: at(job, "telecommuting") === true,
      department: words(at(job, "department")),
      employment_type: employment(at(job, "employment_type")),
      posted_on: day(at(job, "published_on") ?? at(job, "created_at")),
      url: words(at(job, "url"), 2000),
    }));
  },
};
