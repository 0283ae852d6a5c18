import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { at, prose, words } from "./fields.js";
import { fromJobPosting, type JobPosting } from "./job-posting.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardHost, boardNamed, tenant } from "./recognise.js";

/**
 * Teamtailor's JSON feed (jsonfeed.org 1.1): each item carries a JobPosting; where that lacks the text, the advert's page
 * has it. A long feed goes on at its `next_url`.
 */
export const teamtailor: Platform = {
  name: "teamtailor",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://partner.teamtailor.com/job_boards/",
    reviewed: "2026-11-23",
    says: "What could be read here offers job boards feeds by agreement and says nothing of the careers sites' own feed; ask before crawling at scale.",
  },
  board:
    "the name in NAME.teamtailor.com, or the host of the careers site, e.g. `acme`, `acme.na.teamtailor.com` or `career.acme.com`",
  recognise: (url) => {
    const regional = /^[\w-]+\.[a-z]{2}\.teamtailor\.com$/.test(url.hostname);
    return boardNamed(regional ? url.hostname : tenant(url, "teamtailor.com"));
  },
  start: (source) => [{ url: `${origin(source, `https://${boardHost(source.board, "teamtailor.com")}`)}/jobs.json` }],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    const feed = jsonOf("teamtailor", page, "a JSON feed {items: [...]}");
    const items = at(feed, "items");
    const parsed = collect(page, listOf("teamtailor", page, items, "a JSON feed {items: [...]}"), (item) => {
      const url = words(at(item, "url"), 2000) ?? page.url;
      const { html, ...facts } = fromJobPosting((at(item, "_jobposting") ?? {}) as JobPosting, url);
      const known = {
        ...facts,
        requisition: words(at(item, "id")) ?? "",
        title: words(at(item, "title"), 1000) ?? "",
        posted_on: facts.posted_on ?? day(at(item, "date_published")),
        updated_on: day(at(item, "date_modified")),
        url,
      };
      const text = prose(at(item, "content_html")) ?? html;
      if (text !== undefined) return { ...known, html: text };
      const changed = words(at(item, "date_modified"));
      return {
        ...detailRequest(linkOn(source, url, page.url), known),
        ...(changed === undefined ? {} : { stamp: changed }),
      };
    });
    const next = words(at(feed, "next_url"), 2000);
    const onward = next === undefined ? [] : [{ url: linkOn(source, next, page.url) }];
    return { ...parsed, follow: [...parsed.follow, ...onward] };
  },
};
