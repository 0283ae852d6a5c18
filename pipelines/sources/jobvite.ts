import { linkOn, origin } from "./address.js";
import { DETAIL, detailRequest } from "./detail.js";
import { places, prose, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";
import { embeddedOrRendered } from "./rendered.js";
import { treeOf } from "./tree.js";

const SITE = "https://jobs.jobvite.com";

/** The id in `/acme/job/oAbC123`, wherever a template puts the address: a link's target or a row's handler. */
const advertPath = (attribute: string | undefined): [path: string, id: string] | undefined => {
  const [path, id] = /(?:https?:\/\/[^/'"]+)?\/[\w%.~-]+\/job\/(\w+)/.exec(attribute ?? "") ?? [];
  return path === undefined || id === undefined ? undefined : [path, id];
};

/**
 * Jobvite careers sites: search pages that list every opening (`/jobs` leaves some out), 50 at a time, and a page for
 * each advert. Templates differ; all name the advert's address, most carry a JobPosting on its page.
 */
export const jobvite: Platform = {
  name: "jobvite",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.jobvite.com/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here; ask before crawling at scale.",
  },
  board: "the name in jobs.jobvite.com/NAME, e.g. `acme`",
  recognise: (url) => {
    if (url.hostname !== "jobs.jobvite.com") return null;
    const [first] = steps(url);
    return first === "careers" ? boardNamed(stepAfter(url, "careers")) : boardNamed(first);
  },
  start: (source) => [{ url: `${origin(source, SITE)}/${source.board}/search` }],
  parse: (page, source) => {
    if (page.label === DETAIL)
      return embeddedOrRendered(page, ($) => ({
        // Some templates put the place inside the heading, in an element of its own behind the title.
        title:
          $(".jv-header")
            .first()
            .contents()
            .toArray()
            .flatMap((node) => words($(node).text(), 1000) ?? [])[0] ?? "",
        html: prose($(".jv-job-detail-description").html() ?? ""),
      }));
    const $ = treeOf(page.body, "html");
    const base = URL.canParse(page.url) ? page.url : SITE;
    const rows = $('a[href*="/job/"], [onclick*="/job/"]').toArray();
    // A name that is gone is led to a page of advertising, which has none of the careers sites' classes.
    if (rows.length === 0 && $('[class*="jv-"]').length === 0)
      throw new AnswerError("jobvite", page, "links to /job/ pages");
    const parsed = collect(page, rows, (row) => {
      const found = advertPath($(row).attr("href") ?? $(row).attr("onclick"));
      if (found === undefined) return null;
      const [path, id] = found;
      const named = $(row).find(".jv-job-list-name, .jv-featured-job-title").first();
      const address = linkOn(source, path, base);
      return detailRequest(address, {
        requisition: id,
        title: words((named.length > 0 ? named : $(row)).text(), 1000) ?? "",
        locations: places(
          $(row).closest("tr, .tr, li").find(".jv-job-list-location, .jv-featured-job-location").first().text(),
        ),
        url: address,
      });
    });
    const next = $("a.jv-pagination-next").first().attr("href");
    const onward = next === undefined ? [] : [{ url: linkOn(source, next, base) }];
    return { ...parsed, follow: [...parsed.follow, ...onward] };
  },
};
