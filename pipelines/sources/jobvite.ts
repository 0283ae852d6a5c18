import { load } from "cheerio";
import { linkOn, origin } from "./address.js";
import { DETAIL, detailRequest, embeddedDetail, merged } from "./detail.js";
import { places, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Page, Parsed, Platform } from "./platform.js";

const detail = (page: Page): Parsed => {
  const $ = load(page.body);
  const html = $(".jv-job-detail-description").html() ?? "";
  if (html.trim() === "") return embeddedDetail(page);
  const title = words($(".jv-header").first().text(), 1000) ?? "";
  return collect(page, [html], () => merged(page, { requisition: page.url.slice(-300), title, html }));
};

/** Jobvite careers pages: a table of links, and a page for each advert; neither says when it was posted. */
export const jobvite: Platform = {
  name: "jobvite",
  enabledByDefault: false,
  start: (source) => [{ url: `${origin(source, "https://jobs.jobvite.com")}/${source.board}/jobs` }],
  parse: (page, source) => {
    if (page.label === DETAIL) return detail(page);
    const $ = load(page.body);
    const links = $('a[href*="/job/"]').toArray();
    if (links.length === 0 && !/jobvite|jv-/i.test(page.body))
      throw new AnswerError("jobvite", page, "links to /job/ pages");
    return collect(page, links, (link) => {
      const href = $(link).attr("href") ?? "";
      return detailRequest(linkOn(source, href, URL.canParse(page.url) ? page.url : "https://jobs.jobvite.com"), {
        requisition: words(href.split("/job/").at(-1)) ?? "",
        title: words($(link).text(), 1000) ?? "",
        locations: places($(link).closest("tr, li").find(".jv-job-list-location").text()),
      });
    });
  },
};
