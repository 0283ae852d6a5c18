import { load } from "cheerio";
import type { Source } from "../../models/source.js";
import { linkOn, origin } from "./address.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { places, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, `https://careers-${source.board}.icims.com`)}/jobs/search?ss=1&in_iframe=1&pr=${page}`,
  carry: page,
});

/** iCIMS careers portals: search pages in HTML, and a page for each advert with a JobPosting. */
export const icims: Platform = {
  name: "icims",
  enabledByDefault: false,
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    if (!page.body.includes("iCIMS")) throw new AnswerError("icims", page, "a page of an iCIMS portal");
    const $ = load(page.body);
    const parsed = collect(page, $(".iCIMS_JobCardItem").toArray(), (card) => {
      const link = $(card).find("a.iCIMS_Anchor").first();
      const href = link.attr("href") ?? "";
      return detailRequest(linkOn(source, href, page.url), {
        requisition: words(/\/jobs\/(\d+)\//.exec(href)?.[1]) ?? href.slice(-300),
        title: words(link.find("h2, h3").text(), 1000) ?? words(link.text(), 1000) ?? "",
        locations: places($(card).find(".header.left span").last().text()),
      });
    });
    const asked = typeof page.carry === "number" ? page.carry : undefined;
    const goesOn = asked !== undefined && parsed.follow.length > 0;
    return { ...parsed, follow: [...parsed.follow, ...(goesOn ? [request(source, asked + 1)] : [])] };
  },
};
