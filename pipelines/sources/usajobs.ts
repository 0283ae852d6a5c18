import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const EXPECTED = "{SearchResult: {SearchResultItems: [...]}}";
const PER_PAGE = 500;

/** Search words of the board, e.g. `Keyword=nurse`; the key that the service asks for is read from the environment. */
const request = (source: Parameters<Platform["start"]>[0], page: number): Fetchable => ({
  url: `${origin(source, "https://data.usajobs.gov")}/api/search?${source.board}&ResultsPerPage=${PER_PAGE}&Page=${page}`,
  headers: { "authorization-key": process.env.USAJOBS_KEY ?? "" },
  carry: page,
});

/** USAJOBS search API: summaries, duties and qualifications of federal announcements, not their whole text. */
export const usajobs: Platform = {
  name: "usajobs",
  enabledByDefault: false,
  start: (source) => [request(source, 1)],
  parse: (page, source) => {
    const result = at(jsonOf("usajobs", page, EXPECTED), "SearchResult");
    const items = listOf("usajobs", page, at(result, "SearchResultItems"), EXPECTED);
    const parsed = collect(page, items, (item) => {
      const job = at(item, "MatchedObjectDescriptor");
      const details = at(job, "UserArea.Details");
      const [salary] = list(at(job, "PositionRemuneration"));
      const duties = list(at(details, "MajorDuties")).filter((one) => typeof one === "string");
      return {
        requisition: words(at(item, "MatchedObjectId")) ?? "",
        title: words(at(job, "PositionTitle"), 1000) ?? "",
        html: headed(
          ["Summary", prose(at(details, "JobSummary"))],
          ["Duties", prose(duties.map((one) => `<p>${one}</p>`).join("\n"))],
          ["Qualifications", prose(at(job, "QualificationSummary"))],
          ["Education", prose(at(details, "Education"))],
          ["Requirements", prose(at(details, "Requirements"))],
        ),
        employer: words(at(job, "OrganizationName")),
        department: words(at(job, "DepartmentName")),
        locations: places(list(at(job, "PositionLocation")).map((one) => at(one, "LocationName"))),
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
