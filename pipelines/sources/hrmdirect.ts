import { load } from "cheerio";
import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail, merged } from "./detail.js";
import { words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Page, Parsed, Platform } from "./platform.js";

const detail = (page: Page): Parsed => {
  const $ = load(page.body);
  const html = $(".jobDesc, #jobDesc, .job-description").first().html() ?? "";
  if (html.trim() === "") return embeddedDetail(page);
  const title = words($("h1, h2").first().text(), 1000) ?? "";
  return collect(page, [html], () => merged(page, { requisition: page.url.slice(-300), title, html }));
};

/** ClearCompany's HRMDirect pages: a table of openings with their dates, and a page for each. */
export const hrmdirect: Platform = {
  name: "hrmdirect",
  enabledByDefault: false,
  start: (source) => [
    { url: `${origin(source, `https://${source.board}.hrmdirect.com`)}/employment/job-openings.php?search=true` },
  ],
  parse: (page, source) => {
    if (page.label === DETAIL) return detail(page);
    const $ = load(page.body);
    const rows = $("tr[data-req-id]").toArray();
    if (rows.length === 0 && $("table").length === 0) throw new AnswerError("hrmdirect", page, "a table of openings");
    const base = `https://${source.board}.hrmdirect.com/employment/`;
    return collect(page, rows, (row) => {
      const link = $(row).find(".posTitle a").first();
      const cells = $(row)
        .find("td")
        .toArray()
        .map((cell) => $(cell).text().trim());
      return detailRequest(linkOn(source, link.attr("href") ?? "", URL.canParse(page.url) ? page.url : base), {
        requisition: $(row).attr("data-req-id") ?? "",
        title: words(link.text(), 1000) ?? "",
        department: words($(row).find(".departments").text()),
        posted_on: day(
          cells.find((cell) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(cell)),
          "MM/DD/YYYY",
        ),
      });
    });
  },
};
