import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const board = (source: Source): string =>
  `${origin(source, "https://api.rippling.com")}/platform/api/ats/v1/board/${source.board}/jobs`;

/** Rippling job boards: a list, and an answer for each advert with its text in parts. */
export const rippling: Platform = {
  name: "rippling",
  enabledByDefault: true,
  start: (source) => [{ url: board(source) }],
  parse: (page, source) => {
    const answer = jsonOf("rippling", page, "a list of jobs or {uuid, description: {...}}");
    const parts = at(answer, "description");
    if (parts !== undefined)
      return collect(page, [answer], (job) =>
        merged(page, {
          requisition: words(at(job, "uuid")) ?? "",
          title: words(at(job, "name"), 1000) ?? "",
          html:
            typeof parts === "string"
              ? parts
              : headed(
                  ...Object.values(parts as object).map((part): [undefined, string | undefined] => [
                    undefined,
                    prose(part),
                  ]),
                ),
          employer: words(at(job, "companyName")),
          locations: places(list(at(job, "workLocations"))),
          department: words(at(job, "department.name") ?? at(job, "department.label")),
          employment_type: employment(at(job, "employmentType.label")),
          posted_on: day(at(job, "createdOn")),
          url: words(at(job, "url"), 2000),
        }),
      );
    if (page.label === DETAIL) throw new AnswerError("rippling", page, "{uuid, description: {...}}");
    return collect(page, listOf("rippling", page, answer, "a list of jobs"), (job) =>
      detailRequest(`${board(source)}/${words(at(job, "uuid"))}`, {
        requisition: words(at(job, "uuid")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        department: words(at(job, "department.label")),
        locations: places(at(job, "workLocation.label")),
        url: words(at(job, "url"), 2000),
      }),
    );
  },
};
