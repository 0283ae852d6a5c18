import type { CheerioAPI } from "cheerio";
import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { detailRequest, merged } from "./detail.js";
import { employment, type Known, places, words } from "./fields.js";
import { AnswerError, collect } from "./parsed.js";
import type { Page, Parsed, Platform } from "./platform.js";
import { treeOf } from "./tree.js";

/** "Closes : 10:00 pm on Sunday 2nd July 2023": the day of it. */
const closingDay = (text: string): string | undefined =>
  day(/\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}/.exec(text)?.[0]);

const pounds = (text: string): Known => {
  const amounts = [...text.matchAll(/£([\d,]+)/g)].map(([, digits]) => Number(digits?.replaceAll(",", "")));
  if (amounts.length === 0) return {};
  return { pay_min: Math.min(...amounts), pay_max: Math.max(...amounts), pay_currency: "GBP", pay_period: "year" };
};

/** The values of a detail page's side panel by their headings. */
const panel = ($: CheerioAPI): Map<string, string> =>
  new Map(
    $(".vac_display_panel_side .vac_display_field")
      .toArray()
      .map((field) => [
        $(field).find("h3").first().text().trim(),
        words($(field).find(".vac_display_field_value").text(), 2000) ?? "",
      ]),
  );

const detail = ($: CheerioAPI, page: Page): Parsed => {
  const facts = panel($);
  const main = $(".vac_display_panel_main_inner").clone();
  main.find("#main_panel_contents, #top_section_link_list, script").remove();
  return collect(page, [$], () =>
    merged(page, {
      requisition: facts.get("Reference number") ?? "",
      title: words($(".csr-page-title h1").text(), 1000) ?? "",
      html: main.html() ?? "",
      employer: words($(".csr-page-subtitle").first().text()),
      locations: places(main.find("#section_link_location + .vac_display_field").text()),
      region: "GB",
      ...pounds(facts.get("Salary") ?? ""),
      employment_type: employment(`${facts.get("Contract type") ?? ""} ${facts.get("Working pattern") ?? ""}`),
      closed_on: closingDay($(".vac_display_closing_date").text()),
      lang: "en",
    }),
  );
};

/** Civil Service Jobs (UK): search pages and advert pages in HTML; nothing says when an advert was posted. */
export const ukCivilService: Platform = {
  name: "uk-civil-service",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.gov.uk/government/publications/open-standards-for-government/publishing-vacancies-online-standards-profile--2",
    reviewed: "2026-11-23",
    says: "The service's terms could not be read here; the government's standard for vacancies says that it gives no open licence to reuse their data, so ask first.",
  },
  board: "any name, since the service is one board, e.g. `uk-civil-service`",
  recognise: (url) =>
    /(^|\.)civilservicejobs\.service\.gov\.uk$/.test(url.hostname) ? { board: "uk-civil-service" } : null,
  start: (source) => [{ url: `${origin(source, "https://www.civilservicejobs.service.gov.uk")}/csr/index.cgi` }],
  parse: (page, source) => {
    const $ = treeOf(page.body, "html");
    if ($(".vac_display_panel_main_inner").length > 0) return detail($, page);
    const boxes = $(".search-results-job-box");
    if (boxes.length === 0) throw new AnswerError("uk-civil-service", page, "search results or an advert");
    const parsed = collect(page, boxes.toArray(), (box) => {
      const link = $(box).find(".search-results-job-box-title a");
      const text = (name: string): string => $(box).find(`.search-results-job-box-${name}`).text();
      return detailRequest(linkOn(source, link.attr("href") ?? "", page.url), {
        requisition: words(text("refcode").replace(/^\D*/, "")) ?? "",
        title: words(link.text(), 1000) ?? "",
        employer: words(text("department")),
        locations: places(text("location")),
        ...pounds(text("salary")),
        closed_on: closingDay(text("closingdate")),
      });
    });
    const next = $('a[title="Go to next search results page"]').first().attr("href");
    return {
      ...parsed,
      follow: [...parsed.follow, ...(next === undefined ? [] : [{ url: linkOn(source, next, page.url) }])],
    };
  },
};
