import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const PER_PAGE = 100;

const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, `https://${source.board}`)}/api/jobs?page=${page}&limit=${PER_PAGE}`,
  carry: page,
});

/** iCIMS careers sites built on Jibe: a list in pages with the whole text. The board is the site's host. */
export const icimsJibe: Platform = {
  name: "icims-jibe",
  enabledByDefault: true,
  start: (source) => [request(source, 1)],
  parse: (page, source) => {
    const answer = jsonOf("icims-jibe", page, "{jobs: [{data: {...}}]}");
    const items = listOf("icims-jibe", page, at(answer, "jobs"), "{jobs: [{data: {...}}]}");
    const parsed = collect(page, items, (item) => {
      const job = at(item, "data");
      return {
        requisition: words(at(job, "req_id") ?? at(job, "slug")) ?? "",
        title: words(at(job, "title"), 1000) ?? "",
        html: headed(
          [undefined, prose(at(job, "description"))],
          ["Responsibilities", prose(at(job, "responsibilities"))],
          ["Qualifications", prose(at(job, "qualifications"))],
        ),
        employer: words(at(job, "hiring_organization")),
        locations: places(at(job, "full_location") ?? at(job, "location_name")),
        region: regionFrom(at(job, "country_code"), at(job, "state")),
        remote: /remote/i.test(words(at(job, "location_name")) ?? "") ? true : undefined,
        department: words(at(list(at(job, "categories"))[0], "name")),
        employment_type: employment(at(job, "employment_type")),
        ...pay({
          min: at(job, "salary_min_value"),
          max: at(job, "salary_max_value"),
          currency: at(job, "salary_currency"),
          period: at(job, "salary_frequency"),
        }),
        posted_on: day(at(job, "posted_date")),
        updated_on: day(at(job, "update_date")),
        url: words(at(job, "meta_data.canonical_url") ?? at(job, "apply_url"), 2000),
        lang: words(at(job, "language"), 10),
      };
    });
    const asked = typeof page.carry === "number" ? page.carry : 1;
    const total = items.length === 0 ? 0 : Number(at(answer, "totalCount") ?? 0);
    return { ...parsed, follow: more(source, asked * PER_PAGE, total, () => request(source, asked + 1)) };
  },
};
