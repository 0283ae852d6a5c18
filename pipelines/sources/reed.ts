import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, pay, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";

const EXPECTED = "{results: [...], totalResults}";
/** The most that the service gives at once. */
const PER_PAGE = 100;
const headers = { authorization: "Basic {env:REED_BASIC}" };

const api = (source: Source): string => `${origin(source, "https://www.reed.co.uk")}/api/1.0`;

const request = (source: Source, offset: number): Fetchable => ({
  url: `${api(source)}/search?${source.board}&resultsToTake=${PER_PAGE}&resultsToSkip=${offset}`,
  headers,
  carry: offset,
});

const date = (value: unknown): string | undefined => day(value, ["auto", "DD/MM/YYYY"]);

const hours = (job: unknown): string =>
  [at(job, "contractType"), at(job, "partTime") === true && "part time", at(job, "fullTime") === true && "full time"]
    .filter((one) => typeof one === "string")
    .join(" ");

const detail = (page: Page, job: unknown): Parsed => {
  if (at(job, "jobId") === undefined) throw new AnswerError("reed", page, "{jobId, jobTitle, jobDescription}");
  return collect(page, [job], () =>
    merged(page, {
      requisition: words(at(job, "jobId")) ?? "",
      title: words(at(job, "jobTitle"), 1000) ?? "",
      html: prose(at(job, "jobDescription")),
      employer: words(at(job, "employerName")),
      locations: places(at(job, "locationName")),
      region: "GB",
      employment_type: employment(hours(job)),
      ...pay({
        min: at(job, "minimumSalary"),
        max: at(job, "maximumSalary"),
        currency: at(job, "currency"),
        period: at(job, "salaryType"),
      }),
      posted_on: date(at(job, "datePosted")),
      closed_on: date(at(job, "expirationDate")),
      url: words(at(job, "jobUrl"), 2000),
      lang: "en",
    }),
  );
};

/**
 * Reed.co.uk's API for job seekers: a search that gives the opening of each advert, and the whole of it by its number.
 * Unverified: written from the public documentation of 2026-11-23. The service takes the key as the user name of HTTP Basic
 * with an empty password: REED_BASIC holds the base64 of "KEY:" (`printf 'KEY:' | base64`).
 */
export const reed: Platform = {
  name: "reed",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://www.reed.co.uk/developers/jobseeker",
    reviewed: "2026-11-23",
    says: "The documentation offers the API to whoever signs up for a key; its terms of use could not be read and are to be checked before a board is listed.",
  },
  board: 'a search in the service\'s own parameters: "keywords=welder&locationName=leeds"',
  needs: ["REED_BASIC"],
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("reed", page, EXPECTED);
    if (page.label === DETAIL) return detail(page, answer);
    const items = listOf("reed", page, at(answer, "results"), EXPECTED);
    const parsed = collect(page, items, (job) => {
      const requisition = words(at(job, "jobId")) ?? "";
      return {
        ...detailRequest(`${api(source)}/jobs/${requisition}`, {
          requisition,
          title: words(at(job, "jobTitle"), 1000) ?? "",
          employer: words(at(job, "employerName")),
          locations: places(at(job, "locationName")),
          posted_on: date(at(job, "date")),
          closed_on: date(at(job, "expirationDate")),
          url: words(at(job, "jobUrl"), 2000),
        }),
        headers,
      };
    });
    const next = (typeof page.carry === "number" ? page.carry : 0) + PER_PAGE;
    const total = items.length === 0 ? 0 : Number(at(answer, "totalResults") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (offset) => request(source, offset))] };
  },
};
