import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";
import { tenant } from "./recognise.js";

const PER_PAGE = 100;

/** Where a walk through the pages stands: sites may give fewer at once than asked, so the adverts seen are counted. */
interface Walk {
  page: number;
  seen: number;
}

const request = (source: Source, walk: Walk): Fetchable => ({
  url: `${origin(source, `https://${source.board}`)}/api/jobs?page=${walk.page}&limit=${PER_PAGE}`,
  carry: walk,
});

/** iCIMS careers sites built on Jibe: a list in pages with the whole text. The board is the site's host. */
export const icimsJibe: Platform = {
  name: "icims-jibe",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://www.icims.com/legal/",
    reviewed: "2026-11-23",
    says: "The legal pages that could be read here are for its customers and for developers of integrations, and say nothing of public careers sites; ask before crawling at scale.",
  },
  board: "the host of the careers site, e.g. `acme.jibeapply.com` or `careers.acme.com`",
  recognise: (url) => (tenant(url, "jibeapply.com") === undefined ? null : { board: url.hostname }),
  start: (source) => [request(source, { page: 1, seen: 0 })],
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
    const walk = (page.carry ?? { page: 1, seen: 0 }) as Walk;
    const total = items.length === 0 ? 0 : Number(at(answer, "totalCount") ?? 0);
    return {
      ...parsed,
      follow: more(source, walk.seen + items.length, total, (seen) => request(source, { page: walk.page + 1, seen })),
    };
  },
};
