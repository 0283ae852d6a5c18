import type { Source } from "../../models/source.js";
import { MOST_SITEMAP_ENTRIES } from "../bounds.js";
import { boardParts, origin } from "./address.js";
import { DETAIL } from "./detail.js";
import { embeddedPostings } from "./embedded.js";
import { fromJobPosting, type JobPosting, jobPostingsIn } from "./job-posting.js";
import { AnswerError, collect, jsonOf, nothing } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform, Refusal } from "./platform.js";
import { ADVERT, type SitemapEntry, sitemapEntries } from "./sitemap.js";

const sitemapOf = (source: Source): URL => {
  const [host, path] = boardParts(source);
  return new URL(`${origin(source, `https://${host}`)}/${path || "sitemap.xml"}`);
};

const FULL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const BARE_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Which `lastmod`s of a sitemap say that a page is as it was. One that all pages share is the time at which the sitemap
 * was written; a bare day that is the sitemap's newest may be today's, on which the page can still change.
 */
const stampsOf = (entries: readonly SitemapEntry[]): ((entry: SitemapEntry) => string | undefined) => {
  const isDated = (lastmod: string): boolean => FULL_TIME.test(lastmod) || BARE_DAY.test(lastmod);
  const distinct = new Set(entries.map(({ lastmod }) => lastmod).filter(isDated));
  let newest = "";
  for (const lastmod of distinct) if (lastmod.slice(0, 10) > newest) newest = lastmod.slice(0, 10);
  return ({ lastmod }) => (distinct.size > 1 && isDated(lastmod) && lastmod !== newest ? lastmod : undefined);
};

/** A sitemap may list pages of its own host only (sitemaps.org, "Sitemap file location"); others are refused as one. */
const ownOnly = (
  page: Page,
  source: Source,
  entries: readonly SitemapEntry[],
): { own: SitemapEntry[]; parsed: Parsed } => {
  const { host } = sitemapOf(source);
  const listed = [...new Map(entries.map((entry) => [entry.loc, entry])).values()];
  const isOwn = ({ loc }: SitemapEntry): boolean => URL.canParse(loc) && new URL(loc).host === host;
  const [own, foreign] = [listed.filter(isOwn), listed.filter((entry) => !isOwn(entry))];
  if (foreign.length === 0) return { own, parsed: nothing() };
  const reason = `${foreign.length} addresses of other hosts in a sitemap of ${host}`;
  const refused = [{ where: page.url, field: "loc", value: foreign[0]?.loc ?? "", reason }];
  return { own, parsed: { ...nothing(), refused } };
};

const fromSitemap = (page: Page, source: Source): Parsed => {
  const { entries, isIndex, beyond } = sitemapEntries(page.body);
  const { own, parsed } = ownOnly(page, source, entries);
  const adverts = own.filter(({ loc }) => ADVERT.test(new URL(loc).pathname));
  const stampOf = stampsOf(entries);
  const follow = (isIndex || adverts.length === 0 ? own : adverts).map((entry): Fetchable => {
    const stamp = stampOf(entry);
    return { url: entry.loc, label: isIndex ? "sitemap" : DETAIL, ...(stamp === undefined ? {} : { stamp }) };
  });
  const refused = beyond === 0 ? parsed.refused : [...parsed.refused, tooMany(page, beyond)];
  return { ...parsed, refused, follow };
};

const tooMany = (page: Page, beyond: number): Refusal => ({
  where: page.url,
  field: "loc",
  value: "",
  reason: `${beyond} addresses beyond the ${MOST_SITEMAP_ENTRIES} that a sitemap may list`,
});

/** The sitemaps that a robots.txt names. */
const fromRobots = (page: Page, source: Source): Parsed => {
  const named = [...page.body.matchAll(/^[ \t]*sitemap[ \t]*:[ \t]*(\S+)/gim)];
  if (named.length === 0) throw new AnswerError("jsonld", page, 'a line "Sitemap: ADDRESS" in robots.txt');
  const { own, parsed } = ownOnly(
    page,
    source,
    named.map(([, loc = ""]) => ({ loc, lastmod: "" })),
  );
  return { ...parsed, follow: own.map(({ loc }) => ({ url: loc, label: "sitemap" })) };
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
  tested: "recorded answer",
  terms: {
    url: "https://schema.org/JobPosting",
    reviewed: "2026-11-23",
    says: "Sites publish the markup and their sitemap for machines to read; each site's own terms hold beside its robots.txt and are to be read before it is listed.",
  },
  board:
    "the site's host, whose /sitemap.xml is read (careers.example.com), or the host and the path of a sitemap (example.com/jobs/sitemap.xml) or of the robots.txt that names one (example.com/robots.txt)",
  start: (source) => [{ url: sitemapOf(source).href, label: "sitemap" }],
  parse: (page, source) => {
    const head = page.body.trimStart().slice(0, 2000);
    if (/^(<\?xml[^>]*>|<!--.*?-->|\s)*<(\w+:)?(urlset|sitemapindex)\b/s.test(head)) return fromSitemap(page, source);
    if (/^[[{]/.test(head)) return fromJson(page);
    if (!head.startsWith("<") && page.url.endsWith("/robots.txt")) return fromRobots(page, source);
    const { jobs, refused } = embeddedPostings(page.body, page.url);
    const parsed = read(page, jobs);
    return { ...parsed, refused: [...refused, ...parsed.refused] };
  },
};
