import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Page, Parsed, Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";

const board = (source: Source): string =>
  `${origin(source, "https://api.rippling.com")}/platform/api/ats/v1/board/${source.board}/jobs`;

const REMOTE = /^remote\b/i;

const htmlOf = (parts: unknown): string | undefined =>
  typeof parts === "string"
    ? parts
    : headed(
        ...Object.values(parts as object).map((part): [undefined, string | undefined] => [undefined, prose(part)]),
      );

const detail = (page: Page, job: unknown): Parsed => {
  const [range] = list(at(job, "payRangeDetails"));
  const locations = places(list(at(job, "workLocations")));
  return collect(page, [job], () =>
    merged(page, {
      requisition: words(at(job, "uuid")) ?? "",
      title: words(at(job, "name"), 1000) ?? "",
      html: htmlOf(at(job, "description")),
      employer: words(at(job, "companyName")),
      locations,
      remote: locations.some((place) => REMOTE.test(place)) ? true : undefined,
      department: words(at(job, "department.name") ?? at(job, "department.label")),
      employment_type: employment(at(job, "employmentType.label")),
      ...pay({
        min: at(range, "rangeStart"),
        max: at(range, "rangeEnd"),
        currency: at(range, "currency"),
        period: at(range, "frequency"),
      }),
      posted_on: day(at(job, "createdOn")),
      url: words(at(job, "url"), 2000),
    }),
  );
};

/**
 * Rippling job boards: a list with a row for each place of an advert, and an answer for each advert with its text in
 * parts. The adverts' own answers are unverified: written from the public documentation.
 */
export const rippling: Platform = {
  name: "rippling",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://developer.rippling.com/documentation/job-board-api",
    reviewed: "2026-11-23",
    says: "The job board API needs no key and has a documentation of its own, which could not be read here; ask before crawling at scale.",
  },
  board: "the name in ats.rippling.com/NAME/jobs, e.g. `acme`",
  recognise: (url) => {
    if (url.hostname === "api.rippling.com") return boardNamed(stepAfter(url, "ats", "v1", "board"));
    if (!/^ats\.([\w-]+\.)?rippling\.com$/.test(url.hostname)) return null;
    const [first, second] = steps(url);
    if (first === "api") return boardNamed(stepAfter(url, "v2", "board"));
    return boardNamed(/^[a-z]{2}-[a-z]{2}$/i.test(first ?? "") ? second : first);
  },
  start: (source) => [{ url: board(source) }],
  parse: (page, source) => {
    const answer = jsonOf("rippling", page, "a list of jobs or {uuid, description: {...}}");
    if (at(answer, "description") !== undefined) return detail(page, answer);
    if (page.label === DETAIL) throw new AnswerError("rippling", page, "{uuid, description: {...}}");
    return collect(page, listOf("rippling", page, answer, "a list of jobs"), (job) =>
      detailRequest(`${board(source)}/${words(at(job, "uuid"))}`, {
        requisition: words(at(job, "uuid")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        department: words(at(job, "department.label")),
        locations: places(at(job, "workLocation.label")),
        remote: REMOTE.test(words(at(job, "workLocation.label")) ?? "") ? true : undefined,
        url: words(at(job, "url"), 2000),
      }),
    );
  },
};
