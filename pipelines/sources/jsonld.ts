import { load } from "cheerio";
import type { Source } from "../../models/source.js";
import { origin } from "./address.js";
import { embeddedPostings } from "./embedded.js";
import { fromJobPosting, type JobPosting, jobPostingsIn } from "./job-posting.js";
import { AnswerError, collect, jsonOf, nothing } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";

/** Words in the addresses of adverts: where any page of a sitemap has one, only such pages are asked for. */
const ADVERT = /job|career|vacanc|position|opening|posting|stelle|emplo/i;

const home = (source: Source): string => origin(source, `https://${source.board}`);

/** A sitemap may list pages of its own host only (sitemaps.org, "Sitemap file location"); others are refused as one. */
const fromSitemap = (page: Page, source: Source): Parsed => {
  const $ = load(page.body, { xml: true });
  const listed = [
    ...new Set(
      $("loc")
        .toArray()
        .map((loc) => $(loc).text().trim()),
    ),
  ];
  const host = new URL(home(source)).host;
  const own = listed.filter((url) => URL.canParse(url) && new URL(url).host === host);
  const nested = $("sitemapindex").length > 0;
  const adverts = own.filter((url) => ADVERT.test(new URL(url).pathname));
  const chosen = nested || adverts.length === 0 ? own : adverts;
  const follow = chosen.map((url): Fetchable => ({ url, label: nested ? "sitemap" : "page" }));
  const foreign = listed.filter((url) => !own.includes(url));
  if (foreign.length === 0) return { ...nothing(), follow };
  const reason = `${foreign.length} addresses of other hosts in a sitemap of ${host}`;
  return { ...nothing(), follow, refused: [{ where: page.url, field: "loc", value: foreign[0] ?? "", reason }] };
};

const read = (page: Page, jobs: JobPosting[]): Parsed => collect(page, jobs, (job) => fromJobPosting(job, page.url));

const fromJson = (page: Page): Parsed => {
  const jobs = jobPostingsIn(jsonOf("jsonld", page, "a schema.org JobPosting"));
  if (jobs.length === 0) throw new AnswerError("jsonld", page, 'a schema.org JobPosting ("@type": "JobPosting")');
  return read(page, jobs);
};

/** Any site whose pages carry schema.org JobPostings, found through its sitemap; pages without one are no adverts. */
export const jsonld: Platform = {
  name: "jsonld",
  enabledByDefault: true,
  start: (source) => [{ url: `${home(source)}/sitemap.xml`, label: "sitemap" }],
  parse: (page, source) => {
    const head = page.body.trimStart().slice(0, 2000);
    if (/^(<\?xml[^>]*>|<!--.*?-->|\s)*<(\w+:)?(urlset|sitemapindex)\b/s.test(head)) return fromSitemap(page, source);
    if (/^[[{]/.test(head)) return fromJson(page);
    const { jobs, refused } = embeddedPostings(load(page.body), page.url);
    const parsed = read(page, jobs);
    return { ...parsed, refused: [...refused, ...parsed.refused] };
  },
};
