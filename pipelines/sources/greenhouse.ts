import { origin } from "./address.js";
import { day } from "./days.js";
import { at, list, places, words } from "./fields.js";
import { unescapeOnce } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

/** Greenhouse job board API: the whole board in one answer; `content` is html, escaped once. */
export const greenhouse: Platform = {
  name: "greenhouse",
  enabledByDefault: true,
  start: (source) => [
    { url: `${origin(source, "https://boards-api.greenhouse.io")}/v1/boards/${source.board}/jobs?content=true` },
  ],
  parse: (page) => {
    const jobs = at(jsonOf("greenhouse", page, "{jobs: [...]}"), "jobs");
    return collect(page, listOf("greenhouse", page, jobs, "{jobs: [...]}"), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: unescapeOnce(String(at(job, "content") ?? "")),
      employer: words(at(job, "company_name")),
      locations: places(at(job, "location.name")),
      department: words(
        list(at(job, "departments"))
          .flatMap((one) => words(at(one, "name")) ?? [])
          .join("; "),
      ),
      posted_on: day(at(job, "first_published")),
      updated_on: day(at(job, "updated_at")),
      closed_on: day(at(job, "application_deadline")),
      url: words(at(job, "absolute_url"), 2000),
      lang: words(at(job, "language"), 10),
    }));
  },
};
