import type { CheerioAPI } from "cheerio";
import type { Source } from "../../models/source.js";
import { linkOn, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, embeddedDetail, knownOf, merged } from "./detail.js";
import { employment, type Known, pay, places, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";
import { treeOf } from "./tree.js";

const EXPECTED = "<nhsJobs> with <vacancyDetails>";
/** The most that is known to be given at once. */
const PER_PAGE = 100;

const request = (source: Source, page: number): Fetchable => {
  const query = source.board === "all" ? "" : `${source.board}&`;
  return {
    url: `${origin(source, "https://www.jobs.nhs.uk")}/api/v1/search_xml?${query}limit=${PER_PAGE}&page=${page}`,
    carry: page,
  };
};

/** "£29,970 to £36,483 a year" */
const pounds = (text: string): Known => {
  const [min, max] = [...text.matchAll(/£\s?([\d,]+(?:\.\d+)?)/g)].map(([, digits]) => digits);
  return pay({ min, max, currency: "GBP", period: text });
};

/** The markup from one element to another, known by their ids: the page's sections have no element of their own. */
const between = (body: string, from: string, to: string): string => {
  const start = body.indexOf(`id="${from}"`);
  if (start < 0) return "";
  const end = body.indexOf(`id="${to}"`, start);
  return body.slice(body.lastIndexOf("<", start), end < 0 ? undefined : body.lastIndexOf("<", end));
};

/** A list of the person specification, by the ids of its items; none where the sections hold it already. */
const items = ($: CheerioAPI, sections: string, prefix: string): string =>
  sections.includes(`id="${prefix}`)
    ? ""
    : $(`li[id^="${prefix}"]`)
        .toArray()
        .map((item) => `<li>${$(item).html() ?? ""}</li>`)
        .join("\n");

/** An advert's page by its JobPosting, or else by its sections and its lists of what is essential and desirable. */
const detail = (page: Page): Parsed => {
  if (page.body.includes("JobPosting")) return embeddedDetail(page);
  const $ = treeOf(page.body, "html");
  const known = knownOf(page);
  const sections =
    between(page.body, "job_overview", "about_organisation") +
    between(page.body, "job_description_large", "contact_details");
  return collect(page, [$], () =>
    merged(page, {
      requisition: known.requisition ?? "",
      title: known.title ?? words($("h1").first().text(), 1000) ?? "",
      html: headed(
        [undefined, sections],
        ["Essential", items($, sections, "essential_")],
        ["Desirable", items($, sections, "desirable_")],
      ),
    }),
  );
};

/**
 * NHS Jobs (England and Wales): the service's search in XML, and each advert's page. Unverified: written from the public
 * documentation of 2026-11-23.
 */
export const nhsJobs: Platform = {
  name: "nhs-jobs",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://beta.jobs.nhs.uk/candidate/acceptable-use",
    reviewed: "2026-11-23",
    says: "The search in XML is offered for showing vacancies on other sites; the acceptable use policy, as far as it could be read, says nothing of automated reading: to be checked before a board is listed.",
  },
  board: 'a search in the service\'s own parameters, "keyword=nurse&location=Leeds" or "staffGroup=ESTATES", or "all"',
  start: (source) => [request(source, 1)],
  parse: (page, source) => {
    if (page.label === DETAIL) return detail(page);
    const $ = treeOf(page.body, "xml");
    if ($("nhsJobs").length === 0) throw new AnswerError("nhs-jobs", page, EXPECTED);
    const parsed = collect(page, $("vacancyDetails").toArray(), (vacancy) => {
      const text = (name: string): string => $(vacancy).children(name).first().text();
      const url = words(text("url"), 2000) ?? "";
      const requisition = words(text("reference")) ?? words(text("id")) ?? "";
      const title = words(text("title"), 1000) ?? "";
      if (url === "") return { requisition, title, html: text("description") };
      const where = $(vacancy).children("locations").children();
      return detailRequest(linkOn(source, url, page.url), {
        requisition,
        title,
        employer: words(text("employer")),
        locations: places(...where.toArray().map((place) => $(place).text())),
        region: "GB",
        employment_type: employment(text("type")),
        ...pounds(text("salary")),
        posted_on: day(text("postDate")),
        closed_on: day(text("closeDate")),
        url,
        lang: "en",
      });
    });
    const pages = Number($("nhsJobs > totalPages").text() || 1);
    const asked = typeof page.carry === "number" ? page.carry : pages;
    const goesOn = asked < pages && asked * PER_PAGE < (source.expect?.max ?? 20_000);
    return { ...parsed, follow: [...parsed.follow, ...(goesOn ? [request(source, asked + 1)] : [])] };
  },
};
