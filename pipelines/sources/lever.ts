import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "a list of postings (an unknown board answers {ok: false})";

/** Lever postings API: the whole board in one list; a posting's own lists hold list items without their list. */
export const lever: Platform = {
  name: "lever",
  enabledByDefault: true,
  start: (source) => [{ url: `${origin(source, "https://api.lever.co")}/v0/postings/${source.board}?mode=json` }],
  parse: (page) =>
    collect(page, listOf("lever", page, jsonOf("lever", page, EXPECTED), EXPECTED), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "text"), 1000) ?? "",
      html: headed(
        [undefined, prose(at(job, "description")) ?? prose(at(job, "descriptionPlain"))],
        ...list(at(job, "lists")).map((one): [string | undefined, string | undefined] => {
          const items = prose(at(one, "content"));
          return [words(at(one, "text")), items && `<ul>${items}</ul>`];
        }),
        [undefined, prose(at(job, "additional"))],
        [undefined, prose(at(job, "salaryDescription"))],
      ),
      locations: places(at(job, "categories.allLocations"), at(job, "categories.location")),
      region: regionFrom(at(job, "country")),
      remote: words(at(job, "workplaceType")) === "remote",
      department: words(at(job, "categories.department") ?? at(job, "categories.team")),
      employment_type: employment(at(job, "categories.commitment")),
      ...pay({
        min: at(job, "salaryRange.min"),
        max: at(job, "salaryRange.max"),
        currency: at(job, "salaryRange.currency"),
        period: at(job, "salaryRange.interval"),
      }),
      posted_on: day(at(job, "createdAt")),
      url: words(at(job, "hostedUrl"), 2000),
    })),
};
