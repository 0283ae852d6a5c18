import type { CheerioAPI } from "cheerio";
import type { Source } from "../../models/source.js";
import { linkOn, origin } from "./address.js";
import { DETAIL, detailRequest } from "./detail.js";
import { places, prose, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";
import { boardNamed, steps, tenant } from "./recognise.js";
import { embeddedOrRendered } from "./rendered.js";
import { treeOf } from "./tree.js";

const host = (board: string): string => (board.includes(".") ? board : `careers-${board}.icims.com`);

const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, `https://${host(source.board)}`)}/jobs/search?ss=1&in_iframe=1&pr=${page}`,
  carry: page,
});

/** What stands beside a card's label "Location": other labels of its head (a facility, a date) are no places. */
const placeOn = ($: CheerioAPI, card: Parameters<CheerioAPI>[0]): string => {
  const label = $(card)
    .find("span, dt")
    .filter((_, one) => /^\s*(job )?locations?\b/i.test($(one).text()))
    .first();
  return label.next().text();
};

/** iCIMS careers portals: search pages in HTML, and a page for each advert with a JobPosting. */
export const icims: Platform = {
  name: "icims",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.icims.com/legal/",
    reviewed: "2026-11-23",
    says: "The legal pages that could be read here are for its customers and for developers of integrations, and say nothing of public portals; ask before crawling at scale.",
  },
  board: "the name in careers-NAME.icims.com, or the portal's whole host, e.g. `acme` or `jobs-acme.icims.com`",
  recognise: (url) => {
    const label = tenant(url, "icims.com");
    if (label?.startsWith("careers-")) return boardNamed(label.slice("careers-".length));
    return label !== undefined && steps(url)[0] === "jobs" ? { board: url.hostname } : null;
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    if (page.label === DETAIL)
      return embeddedOrRendered(page, ($) => ({
        title: words($(".iCIMS_Header h1, h1").first().text(), 1000) ?? "",
        html: prose($(".iCIMS_JobContent").first().html() ?? ""),
      }));
    if (!page.body.includes("iCIMS")) throw new AnswerError("icims", page, "a page of an iCIMS portal");
    const $ = treeOf(page.body, "html");
    const parsed = collect(page, $(".iCIMS_JobCardItem").toArray(), (card) => {
      const link = $(card).find("a.iCIMS_Anchor").first();
      const href = link.attr("href") ?? "";
      return detailRequest(linkOn(source, href, page.url), {
        requisition: words(/\/jobs\/(\d+)\//.exec(href)?.[1]) ?? href.slice(-300),
        title: words(link.find("h2, h3").text(), 1000) ?? words(link.text(), 1000) ?? "",
        locations: places(placeOn($, card)),
      });
    });
    const asked = typeof page.carry === "number" ? page.carry : undefined;
    const goesOn = asked !== undefined && parsed.follow.length > 0;
    return { ...parsed, follow: [...parsed.follow, ...(goesOn ? [request(source, asked + 1)] : [])] };
  },
};
