import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, joined, type Known, list, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, tenant } from "./recognise.js";

const EXPECTED = "{result: [...]} or {result: {jobOpening: {...}}}";

const home = (source: Source): string => origin(source, `https://${source.board}.bamboohr.com`);

const facts = (job: unknown): Known & { requisition: string; title: string } => ({
  requisition: words(at(job, "id")) ?? "",
  title: words(at(job, "jobOpeningName"), 1000) ?? "",
  department: words(at(job, "departmentLabel")),
  employment_type: employment(at(job, "employmentStatusLabel")),
  locations: places(
    joined(
      at(job, "location.city"),
      at(job, "location.state") ?? at(job, "atsLocation.state"),
      at(job, "location.addressCountry") ?? at(job, "atsLocation.country"),
    ),
  ),
  remote: at(job, "isRemote") === true || words(at(job, "locationType")) === "1" ? true : undefined,
});

/** BambooHR careers pages: a list of openings, and an answer for each with its description. */
export const bamboohr: Platform = {
  name: "bamboohr",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.bamboohr.com/terms-of-service/",
    reviewed: "2026-11-23",
    says: "Only the opening of its terms could be read here, and it binds customers; the careers pages' answers are not documented for others, so ask before crawling at scale.",
  },
  board: "the name in NAME.bamboohr.com, e.g. `acme`",
  recognise: (url) => boardNamed(tenant(url, "bamboohr.com")),
  start: (source) => [{ url: `${home(source)}/careers/list` }],
  parse: (page, source) => {
    const result = at(jsonOf("bamboohr", page, EXPECTED), "result");
    const opening = at(result, "jobOpening");
    if (opening !== undefined)
      return collect(page, list(opening), (job) =>
        merged(page, {
          ...facts(job),
          html: prose(at(job, "description")),
          posted_on: day(at(job, "datePosted")),
          url: words(at(job, "jobOpeningShareUrl"), 2000),
        }),
      );
    if (page.label === DETAIL) throw new AnswerError("bamboohr", page, "{result: {jobOpening: {...}}}");
    return collect(page, listOf("bamboohr", page, result, EXPECTED), (job) => {
      const address = `${home(source)}/careers/${words(at(job, "id"))}`;
      return detailRequest(`${address}/detail`, { ...facts(job), url: address });
    });
  },
};
