import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail } from "./detail.js";
import { at, prose, words } from "./fields.js";
import { fromJobPosting, type JobPosting } from "./job-posting.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

/** Teamtailor's JSON feed: each item carries a JobPosting; where that lacks the text, the advert's page has it. */
export const teamtailor: Platform = {
  name: "teamtailor",
  enabledByDefault: true,
  start: (source) => [{ url: `${origin(source, `https://${source.board}.teamtailor.com`)}/jobs.json` }],
  parse: (page, source) => {
    if (page.label === DETAIL) return embeddedDetail(page);
    const items = at(jsonOf("teamtailor", page, "a JSON feed {items: [...]}"), "items");
    return collect(page, listOf("teamtailor", page, items, "a JSON feed {items: [...]}"), (item) => {
      const url = words(at(item, "url"), 2000) ?? page.url;
      const { html, ...facts } = fromJobPosting((at(item, "_jobposting") ?? {}) as JobPosting, url);
      const known = {
        ...facts,
        requisition: words(at(item, "id")) ?? "",
        title: words(at(item, "title"), 1000) ?? "",
        posted_on: facts.posted_on ?? day(at(item, "date_published")),
        url,
      };
      const text = prose(at(item, "content_html")) ?? html;
      return text === undefined ? detailRequest(linkOn(source, url, page.url), known) : { ...known, html: text };
    });
  },
};
