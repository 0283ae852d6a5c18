import type { Source } from "../../models/source.js";
import { boardParts, more, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, joined, type Known, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const EXPECTED = "{results: [...]}";
/** The most that the service gives at once. */
const PER_PAGE = 50;
/** The service has an index a country, and states amounts in that country's money without naming it. */
const MONEY: Record<string, string> = {
  at: "EUR",
  au: "AUD",
  be: "EUR",
  br: "BRL",
  ca: "CAD",
  ch: "CHF",
  de: "EUR",
  es: "EUR",
  fr: "EUR",
  gb: "GBP",
  in: "INR",
  it: "EUR",
  mx: "MXN",
  nl: "EUR",
  nz: "NZD",
  pl: "PLN",
  sg: "SGD",
  us: "USD",
  za: "ZAR",
};

const request = (source: Source, offset: number): Fetchable => {
  const [country, query] = boardParts(source);
  const asked = [query, "app_id={env:ADZUNA_APP_ID}", "app_key={env:ADZUNA_APP_KEY}", `results_per_page=${PER_PAGE}`];
  const page = offset / PER_PAGE + 1;
  return {
    url: `${origin(source, "https://api.adzuna.com")}/v1/api/jobs/${country}/search/${page}?${asked.filter(Boolean).join("&")}`,
    carry: offset,
  };
};

/** Yearly pay as the advert states it; what the service itself guessed is no statement of the employer. */
const payOf = (job: unknown, country: string): Known =>
  words(at(job, "salary_is_predicted")) === "1"
    ? {}
    : pay({ min: at(job, "salary_min"), max: at(job, "salary_max"), currency: MONEY[country], period: "year" });

/**
 * Adzuna, a search over many boards. Unverified: written from the public documentation of 2026-11-23. It gives the opening
 * of an advert only, so that certificates named further down are missed: not to be compared with boards that give all.
 */
export const adzuna: Platform = {
  name: "adzuna",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://developer.adzuna.com/docs/terms_of_service",
    reviewed: "2026-11-23",
    says: "For publishing Adzuna's adverts and for personal research; any other use by an organisation, counts of vacancies included, needs written consent after a trial of 14 days; at most 250 requests a day.",
  },
  board:
    'the country and a search in the service\'s own parameters: "gb/what=welder&where=leeds", or the country alone',
  needs: ["ADZUNA_APP_ID", "ADZUNA_APP_KEY"],
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("adzuna", page, EXPECTED);
    const items = listOf("adzuna", page, at(answer, "results"), EXPECTED);
    const [country] = boardParts(source);
    const parsed = collect(page, items, (job) => ({
      requisition: words(at(job, "id")) ?? "",
      // The words that were searched for come marked in the title.
      title: words(words(at(job, "title"), 1000)?.replace(/<[^<>]*>/g, "")) ?? "",
      html: prose(at(job, "description")),
      employer: words(at(job, "company.display_name")),
      locations: places(
        joined(...list(at(job, "location.area")).slice(1).reverse()) ?? words(at(job, "location.display_name")),
      ),
      region: regionFrom(country),
      department: words(at(job, "category.label")),
      employment_type: employment([at(job, "contract_time"), at(job, "contract_type")]),
      ...payOf(job, country),
      posted_on: day(at(job, "created")),
      url: words(at(job, "redirect_url"), 2000),
    }));
    const next = (typeof page.carry === "number" ? page.carry : 0) + PER_PAGE;
    const total = items.length === 0 ? 0 : Number(at(answer, "count") ?? 0);
    return { ...parsed, follow: more(source, next, total, (offset) => request(source, offset)) };
  },
};
