import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest } from "./detail.js";
import { at, employment, list, places, prose, regionFrom, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, tenant } from "./recognise.js";
import { embeddedOrRendered } from "./rendered.js";

/**
 * Breezy HR: a list of positions without their texts; each position's page carries a JobPosting or shows the text.
 * Unverified: written from the public documentation.
 */
export const breezy: Platform = {
  name: "breezy",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://developer.breezy.hr/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here; ask before crawling at scale.",
  },
  board: "the name in NAME.breezy.hr, e.g. `acme`",
  recognise: (url) => boardNamed(tenant(url, "breezy.hr")),
  start: (source) => [{ url: `${origin(source, `https://${source.board}.breezy.hr`)}/json` }],
  parse: (page, source) => {
    if (page.label === DETAIL)
      return embeddedOrRendered(page, ($) => ({
        title: words($("h1").first().text(), 1000) ?? "",
        html: prose($(".description").first().html() ?? ""),
      }));
    const positions = jsonOf("breezy", page, "a list of positions");
    return collect(page, listOf("breezy", page, positions, "a list of positions"), (job) =>
      detailRequest(linkOn(source, words(at(job, "url"), 2000) ?? `/p/${words(at(job, "friendly_id"))}`, page.url), {
        requisition: words(at(job, "id")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        employer: words(at(job, "company.name")),
        locations: places(list(at(job, "locations") ?? at(job, "location")).map((one) => at(one, "name"))),
        region: regionFrom(at(job, "location.country.id"), at(job, "location.state.id")),
        remote: at(job, "location.is_remote") === true ? true : undefined,
        department: words(at(job, "department")),
        employment_type: employment(at(job, "type.name")),
        posted_on: day(at(job, "published_date")),
        url: words(at(job, "url"), 2000),
      }),
    );
  },
};
