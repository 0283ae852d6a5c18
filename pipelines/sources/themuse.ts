import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const EXPECTED = "{page, page_count, results: [...]}";
/** A full page of the service. */
const PER_PAGE = 20;

const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, "https://www.themuse.com")}/api/public/jobs?${source.board === "all" ? "" : `${source.board}&`}page=${page}`,
  carry: page,
});

const names = (entries: unknown): unknown[] => list(entries).map((entry) => at(entry, "name"));

/** Pages that are asked for at most, the first having number 0: the board's, or as many as `expect.max` adverts fill. */
const lastPage = (source: Source, pages: number): number =>
  Math.min(pages, Math.ceil((source.expect?.max ?? 20_000) / PER_PAGE));

/** The Muse: adverts of many employers, whole. Unverified: written from the public documentation of 2026-11-23. */
export const themuse: Platform = {
  name: "themuse",
  enabledByDefault: false,
  tested: "documentation",
  terms: {
    url: "https://www.themuse.com/developers/api/v2/terms",
    reviewed: "2026-11-23",
    says: "The documentation lets anyone ask 500 times an hour without a key; its terms are said to ask for a registration and a link back, and could not be read: to be checked before a board is listed.",
  },
  board: 'a search in the service\'s own parameters, "category=Healthcare&location=Chicago%2C%20IL", or "all"',
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("themuse", page, EXPECTED);
    const items = listOf("themuse", page, at(answer, "results"), EXPECTED);
    const parsed = collect(page, items, (job) => {
      const locations = places(...names(at(job, "locations")));
      return {
        requisition: words(at(job, "id")) ?? "",
        title: words(at(job, "name"), 1000) ?? "",
        html: prose(at(job, "contents")),
        employer: words(at(job, "company.name")),
        locations,
        remote: locations.some((place) => /^flexible|\bremote\b/i.test(place)) ? true : undefined,
        department: words(names(at(job, "categories"))[0]),
        employment_type: names(at(job, "levels")).includes("Internship") ? employment("internship") : undefined,
        posted_on: day(at(job, "publication_date")),
        url: words(at(job, "refs.landing_page"), 2000),
      };
    });
    // Whether the service counts pages from 0 or from 1 is not said: one page past the count is asked for, and is empty.
    const next = (typeof page.carry === "number" ? page.carry : Number(at(answer, "page") ?? 0)) + 1;
    const goesOn = items.length > 0 && next <= lastPage(source, Number(at(answer, "page_count") ?? 0));
    return { ...parsed, follow: goesOn ? [request(source, next)] : [] };
  },
};
