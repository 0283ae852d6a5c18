import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "{jobs: [...]}";

/** Remotive: remote jobs of many employers in one answer. Unverified: written from the public documentation of 2026-11-23. */
export const remotive: Platform = {
  name: "remotive",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://github.com/remotive-com/remote-jobs-api",
    reviewed: "2026-11-23",
    says: "The API is given so that developers share the jobs further: with a link back, Remotive named as the source, at most four requests a day, and no passing on to other boards; measuring is not mentioned.",
  },
  board: 'a search in the service\'s own parameters, "category=software-dev" or "company_name=acme", or "all"',
  start: (source) => [
    {
      url: `${origin(source, "https://remotive.com")}/api/remote-jobs${source.board === "all" ? "" : `?${source.board}`}`,
    },
  ],
  parse: (page) => {
    const items = listOf("remotive", page, at(jsonOf("remotive", page, EXPECTED), "jobs"), EXPECTED);
    return collect(page, items, (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      // Pay comes as free words; it is read from the text as in any advert.
      html: headed([undefined, prose(at(job, "description"))], ["Salary", words(at(job, "salary"))]),
      employer: words(at(job, "company_name")),
      locations: places(at(job, "candidate_required_location")),
      remote: true,
      department: words(at(job, "category")),
      employment_type: employment(at(job, "job_type")),
      posted_on: day(at(job, "publication_date")),
      url: words(at(job, "url"), 2000),
    }));
  },
};
