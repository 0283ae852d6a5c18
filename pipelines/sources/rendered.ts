import type { CheerioAPI } from "cheerio";
import { embeddedDetail, merged } from "./detail.js";
import { type Known, prose } from "./fields.js";
import { collect } from "./parsed.js";
import type { Page, Parsed } from "./platform.js";
import { treeOf } from "./tree.js";

/**
 * Reads an advert's page by its JobPosting, which states most; by what `shown` finds in the page itself where the
 * employer's template carries none. A page with neither is refused by name.
 */
export const embeddedOrRendered = (page: Page, shown: ($: CheerioAPI) => Known): Parsed => {
  const embedded = embeddedDetail(page);
  if (embedded.postings.length > 0) return embedded;
  const own = shown(treeOf(page.body, "html"));
  if (prose(own.html) === undefined) return embedded;
  return collect(page, [own], () => merged(page, { requisition: page.url.slice(-300), title: "", ...own }));
};
