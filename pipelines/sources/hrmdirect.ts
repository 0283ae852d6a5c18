import type { CheerioAPI } from "cheerio";
import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest } from "./detail.js";
import { joined, prose, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, tenant } from "./recognise.js";
import { embeddedOrRendered } from "./rendered.js";
import { treeOf } from "./tree.js";

/** Where the templates of an advert's page show its text. */
const TEXT = ".jobDesc, #jobDesc, .job-description, .jobDescriptionContent, .jobContent";

/** The columns that name a place, by their headings: every employer orders and names them as it likes. */
const placeColumns = ($: CheerioAPI): number[] =>
  $("tr")
    .has("th")
    .first()
    .find("th")
    .toArray()
    .flatMap((cell, index) => (/^(job )?(location|city|cities|state)s?$/i.test($(cell).text().trim()) ? [index] : []));

/**
 * ClearCompany's HRMDirect pages: a table of openings with their dates, and a page for each. The adverts' own pages are
 * unverified: written from the public documentation.
 */
export const hrmdirect: Platform = {
  name: "hrmdirect",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.clearcompany.com/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here; ask before crawling at scale.",
  },
  board: "the name in NAME.hrmdirect.com, e.g. `acme`",
  recognise: (url) => boardNamed(tenant(url, "hrmdirect.com")),
  start: (source) => [
    { url: `${origin(source, `https://${source.board}.hrmdirect.com`)}/employment/job-openings.php?search=true` },
  ],
  parse: (page, source) => {
    if (page.label === DETAIL)
      return embeddedOrRendered(page, ($) => ({
        title: words($("h1, h2").first().text(), 1000) ?? "",
        html: prose($(TEXT).first().html() ?? ""),
      }));
    const $ = treeOf(page.body, "html");
    const rows = $("tr[data-req-id]").toArray();
    if (rows.length === 0 && $("table").length === 0) throw new AnswerError("hrmdirect", page, "a table of openings");
    const columns = placeColumns($);
    const base = `https://${source.board}.hrmdirect.com/employment/`;
    return collect(page, rows, (row) => {
      const link = $(row).find(".posTitle a").first();
      const address = linkOn(source, link.attr("href") ?? "", URL.canParse(page.url) ? page.url : base);
      const cells = $(row)
        .find("td")
        .toArray()
        .map((cell) => $(cell).text().trim());
      const place = joined(...columns.map((column) => cells[column]));
      return detailRequest(address, {
        requisition: $(row).attr("data-req-id") ?? "",
        title: words(link.text(), 1000) ?? "",
        department: words($(row).find(".departments").text()),
        locations: place === undefined ? [] : [place],
        posted_on: day(
          cells.find((cell) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(cell)),
          "MM/DD/YYYY",
        ),
        url: address,
      });
    });
  },
};
