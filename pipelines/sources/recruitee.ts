import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardHost, boardNamed, tenant } from "./recognise.js";

/** Recruitee careers API: the whole board in one answer, requirements apart from the description. */
export const recruitee: Platform = {
  name: "recruitee",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://career.recruitee.com/docs/index.html",
    reviewed: "2026-11-23",
    says: "The Careers Site API is documented and asks for no authorisation; it is meant for showing an employer's jobs, and says nothing of other readers.",
  },
  board: "the name in NAME.recruitee.com, or the host of the careers site, e.g. `acme` or `jobs.acme.com`",
  recognise: (url) => boardNamed(tenant(url, "recruitee.com")),
  start: (source) => [{ url: `${origin(source, `https://${boardHost(source.board, "recruitee.com")}`)}/api/offers/` }],
  parse: (page) => {
    const offers = at(jsonOf("recruitee", page, "{offers: [...]}"), "offers");
    return collect(page, listOf("recruitee", page, offers, "{offers: [...]}"), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: headed([undefined, prose(at(job, "description"))], ["Requirements", prose(at(job, "requirements"))]),
      employer: words(at(job, "company_name")),
      locations: places(
        list(at(job, "locations")).map(
          (one) => `${words(at(one, "city")) ?? words(at(one, "name")) ?? ""}, ${words(at(one, "country")) ?? ""}`,
        ),
        at(job, "location"),
      ),
      region: regionFrom(at(job, "country_code"), at(job, "state_code")),
      remote: at(job, "remote") === true,
      department: words(at(job, "department")),
      employment_type: employment(at(job, "employment_type_code")),
      ...pay({
        min: at(job, "salary.min"),
        max: at(job, "salary.max"),
        currency: at(job, "salary.currency"),
        period: at(job, "salary.period"),
      }),
      posted_on: day(at(job, "published_at") ?? at(job, "created_at")),
      updated_on: day(at(job, "updated_at")),
      closed_on: day(at(job, "close_at")),
      url: words(at(job, "careers_url"), 2000),
    }));
  },
};
