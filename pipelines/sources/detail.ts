import { embeddedPostings } from "./embedded.js";
import type { Known } from "./fields.js";
import { fromJobPosting } from "./job-posting.js";
import { collect } from "./parsed.js";
import type { Fetchable, Page, Parsed } from "./platform.js";

/** Label of the request for one advert's own page; `carry` then holds what the list said of it. */
export const DETAIL = "detail";

export const detailRequest = (url: string, known: Known & { requisition: string; title: string }): Fetchable => ({
  url,
  label: DETAIL,
  carry: known,
});

/** What the list said of the advert whose page this is; empty where the page came without its list. */
export const knownOf = (page: Page): Known => (page.carry ?? {}) as Known;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

const stated = (fields: Known): Known =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== "" && !isEmptyList(value)),
  );

/** The list's facts, overruled by what the advert's own page states. The id stays the list's: it is what folds copies. */
export const merged = (
  page: Page,
  own: Known & { requisition: string; title: string },
): Known & { requisition: string; title: string } => {
  const known = knownOf(page);
  return { ...own, ...stated(known), ...stated(own), requisition: known.requisition ?? own.requisition };
};

/**
 * Reads an advert's page by the schema.org JobPosting that most platforms embed for search engines. A page without one
 * is refused by name, since the list said that an advert stands there.
 */
export const embeddedDetail = (page: Page): Parsed => {
  const { jobs, refused } = embeddedPostings(page.body, page.url);
  const parsed = collect(page, jobs.slice(0, 1), (job) => merged(page, fromJobPosting(job, page.url)));
  if (jobs.length === 0 && refused.length === 0)
    refused.push({
      where: page.url,
      field: "text",
      value: knownOf(page).title ?? "",
      reason: "the advert's page carries no schema.org JobPosting (JSON-LD or microdata)",
    });
  return { ...parsed, refused: [...refused, ...parsed.refused] };
};
