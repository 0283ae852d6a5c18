import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const EXPECTED = "{SearchResult: {SearchResultItems: [...]}}";
const PER_PAGE = 500;

/** A list of texts as paragraphs. */
const points = (texts: unknown): string =>
  list(texts)
    .flatMap((one) => (typeof one === "string" ? `<p>${one}</p>` : []))
    .join("\n");

const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, "https://data.usajobs.gov")}/api/search?${source.board}&Fields=Full&ResultsPerPage=${PER_PAGE}&Page=${page}`,
  headers: { "authorization-key": "{env:USAJOBS_API_KEY}", from: "{env:USAJOBS_EMAIL}" },
  carry: page,
});

/**
 * USAJOBS search API: summaries, duties and qualifications of federal announcements, not their whole text. The service
 * asks for the key's e-mail address in the user agent: CERTWORTH_CONTACT, which stands there, must be that address.
 */
export const usajobs: Platform = {
  name: "usajobs",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://developer.usajobs.gov/guides/terms-of-use",
    reviewed: "2026-11-23",
    says: "The API is for showing federal jobs on other sites: free, with a key that is asked for by e-mail, and the service may limit or end the access; the sections on reuse could not be read in full.",
  },
  board: 'a search in the service\'s own parameters, "Keyword=nurse" or "JobCategoryCode=2210&LocationName=Ohio"',
  needs: ["USAJOBS_API_KEY", "USAJOBS_EMAIL"],
  start: (source) => [request(source, 1)],
  parse: (page, source) => {
    const result = at(jsonOf("usajobs", page, EXPECTED), "SearchResult");
    const items = listOf("usajobs", page, at(result, "SearchResultItems"), EXPECTED);
    const parsed = collect(page, items, (item) => {
      const job = at(item, "MatchedObjectDescriptor");
      const details = at(job, "UserArea.Details");
      const [salary] = list(at(job, "PositionRemuneration"));
      return {
        requisition: words(at(item, "MatchedObjectId")) ?? "",
        title: words(at(job, "PositionTitle"), 1000) ?? "",
        html: headed(
          ["Summary", prose(at(details, "JobSummary"))],
          ["Duties", prose(points(at(details, "MajorDuties")))],
          ["Qualifications", prose(at(job, "QualificationSummary"))],
          ["Education", prose(at(details, "Education"))],
          ["Requirements", prose(at(details, "Requirements"))],
          ["Conditions of employment", prose(points(at(details, "KeyRequirements")))],
        ),
        employer: words(at(job, "OrganizationName")),
        department: words(at(job, "DepartmentName")),
        locations: places(list(at(job, "PositionLocation")).map((one) => at(one, "LocationName"))),
        remote: at(details, "RemoteIndicator") === true ? true : undefined,
        employment_type: employment(list(at(job, "PositionSchedule")).map((one) => at(one, "Name"))),
        ...pay({
          min: at(salary, "MinimumRange"),
          max: at(salary, "MaximumRange"),
          currency: "USD",
          period: at(salary, "RateIntervalCode") === "PA" ? "year" : at(salary, "RateIntervalCode"),
        }),
        posted_on: day(at(job, "PublicationStartDate")),
        closed_on: day(at(job, "ApplicationCloseDate")),
        url: words(at(job, "PositionURI"), 2000),
        lang: "en",
      };
    });
    const pages = Number(at(result, "UserArea.NumberOfPages") ?? 1);
    const asked = typeof page.carry === "number" ? page.carry : pages;
    return { ...parsed, follow: asked < pages ? [request(source, asked + 1)] : [] };
  },
};
