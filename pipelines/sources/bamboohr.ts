import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, joined, type Known, list, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "{result: [...]} or {result: {jobOpening: {...}}}";

const facts = (job: unknown): Known & { requisition: string; title: string } => ({
  requisition: words(at(job, "id")) ?? "",
  title: words(at(job, "jobOpeningName"), 1000) ?? "",
  department: words(at(job, "departmentLabel")),
  employment_type: employment(at(job, "employmentStatusLabel")),
  locations: places(
    joined(
      at(job, "location.city"),
      at(job, "location.state") ?? at(job, "atsLocation.state"),
      at(job, "atsLocation.country"),
    ),
  ),
  remote: at(job, "isRemote") === true || words(at(job, "locationType")) === "1" ? true : undefined,
});

/** BambooHR careers pages: a list of openings, and an answer for each with its description. */
export const bamboohr: Platform = {
  name: "bamboohr",
  enabledByDefault: false,
  start: (source) => [{ url: `${origin(source, `https://${source.board}.bamboohr.com`)}/careers/list` }],
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
    const home = origin(source, `https://${source.board}.bamboohr.com`);
    return collect(page, listOf("bamboohr", page, result, EXPECTED), (job) =>
      detailRequest(`${home}/careers/${words(at(job, "id"))}/detail`, facts(job)),
    );
  },
};
