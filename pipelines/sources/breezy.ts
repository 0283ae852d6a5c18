import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { at, employment, list, places, regionFrom, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

/** Breezy HR: a list of positions; their pages carry a JobPosting with the text. */
export const breezy: Platform = {
  name: "breezy",
  enabledByDefault: false,
  start: (source) => [{ url: `${origin(source, `https://${source.board}.breezy.hr`)}/json` }],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    const positions = jsonOf("breezy", page, "a list of positions");
    return collect(page, listOf("breezy", page, positions, "a list of positions"), (job) =>
      detailRequest(linkOn(source, words(at(job, "url"), 2000) ?? `/p/${words(at(job, "friendly_id"))}`, page.url), {
        requisition: words(at(job, "id")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        employer: words(at(job, "company.name")),
        locations: places(list(at(job, "locations") ?? at(job, "location")).map((one) => at(one, "name"))),
        region: regionFrom(at(job, "location.country.id"), at(job, "location.state.id")),
        department: words(at(job, "department")),
        employment_type: employment(at(job, "type.name")),
        posted_on: day(at(job, "published_date")),
        url: words(at(job, "url"), 2000),
      }),
    );
  },
};
