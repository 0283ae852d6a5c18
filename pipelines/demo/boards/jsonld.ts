import { gzipSync } from "node:zlib";
import { isoOf } from "../calendar.js";
import type { DemoPosting } from "../posting.js";
import { escapeHtml, toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, closesOn, departmentOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { type Answer, page, plain, type Route } from "./answer.js";
import { microdataOf } from "./microdata.js";

const EMPLOYMENTS: Partial<Record<DemoPosting["employment"], string>> = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contract: "CONTRACTOR",
  temporary: "TEMPORARY",
  internship: "INTERN",
};

function salaryOf({ pay }: DemoPosting) {
  if (pay === null) return {};
  const unitText = pay.period === "hour" ? "HOUR" : "YEAR";
  const value = { "@type": "QuantitativeValue", minValue: pay.min, maxValue: pay.max, unitText };
  return { baseSalary: { "@type": "MonetaryAmount", currency: "USD", value } };
}

/** The schema.org JobPosting of an advert. */
export function jobPostingOf(advert: Advert) {
  const { posting, composed } = advert;
  const { title, employer, city, place, remote } = posting;
  const address = {
    "@type": "PostalAddress",
    addressLocality: city,
    addressRegion: place.region.slice(3),
    addressCountry: "US",
  };
  return {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    title,
    description: toHtml(composed.blocks, MARKUPS.jsonld),
    identifier: { "@type": "PropertyValue", name: employer, value: posting.requisition },
    datePosted: postedAt(posting).slice(0, 10),
    validThrough: `${closesOn(posting)}T23:59:59Z`,
    employmentType: EMPLOYMENTS[posting.employment] ?? "OTHER",
    hiringOrganization: { "@type": "Organization", name: employer },
    jobLocation: { "@type": "Place", address },
    ...(remote && { jobLocationType: "TELECOMMUTE" }),
    ...salaryOf(posting),
    industry: departmentOf(posting),
    inLanguage: "en",
    url: urlOf(advert),
  };
}

/** JSON inside a script element: no `<` may open a tag. */
const inScript = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;

const lastChange = ({ posting, changed = posting.posted }: Advert): number => changed;
const applyLink = ({ posting }: Advert): string => `<p><a href="/apply/${posting.requisition}">Apply</a></p>`;

/** An advert's page, its facts for search engines in a script. */
export function advertPage(advert: Advert): Answer {
  const { posting, composed } = advert;
  const title = escapeHtml(posting.title);
  const body = `<h1>${title}</h1>\n${toHtml(composed.blocks, MARKUPS.jsonld)}\n${applyLink(advert)}`;
  return page(title, body, inScript(jobPostingOf(advert)), lastChange(advert));
}

/** The same with its facts in the page's own elements. */
const microdataPage = (advert: Advert): Answer =>
  page(
    escapeHtml(advert.posting.title),
    `${microdataOf(jobPostingOf(advert))}\n${applyLink(advert)}`,
    "",
    lastChange(advert),
  );

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** Addresses with the day of their last change, or null where the site does not tell. */
type Entry = readonly [url: string, changed: number | null];

function sitemap(entries: readonly Entry[], tag: "sitemap" | "url"): string {
  const root = tag === "url" ? "urlset" : "sitemapindex";
  const items = entries.map(([url, changed]) => {
    const lastmod = changed === null ? "" : `<lastmod>${isoOf(changed)}</lastmod>`;
    return `<${tag}><loc>${url}</loc>${lastmod}</${tag}>`;
  });
  return `${XML}<${root} ${NAMESPACE}>\n${items.join("\n")}\n</${root}>\n`;
}

/** What robots.txt of a plain site says beside where its sitemap is. */
const ROBOTS = `User-agent: *
Disallow: /private/
Disallow: /apply/
`;

/** How plain sites differ from each other. */
export interface Habit {
  /** Facts for search engines in the page's elements rather than in a script. */
  microdata?: boolean;
  /** Whether the sitemap leaves out when pages changed. */
  undated?: boolean;
}

const pathOf = ({ posting, slug, barred }: Advert): string =>
  `${barred ? "/private" : ""}/jobs/${slug ?? posting.requisition}`;

/** Two adverts more that robots.txt bars: drafts, with ids of their own, which must never be met in a lake. */
export const withDrafts = (adverts: readonly Advert[]): Advert[] => [
  ...adverts,
  ...adverts.slice(0, 2).map((advert): Advert => {
    const requisition = `${advert.posting.requisition}-draft`;
    return { posting: { ...advert.posting, requisition }, composed: advert.composed, barred: true };
  }),
];

/** A site of its own: robots.txt, a sitemap index over a zipped sitemap, a page an advert, some that robots.txt bars. */
export function jsonld({ name, adverts, changed }: Shelf, origin: string, habit: Habit = {}): Route[] {
  const { microdata = false, undated = false } = habit;
  const xml = (body: string): Answer => ({ contentType: "application/xml; charset=utf-8", body, changed });
  const dated = (path: string, day: number): Entry => [`${origin}${path}`, undated ? null : day];
  const index = () => [dated("/sitemap-jobs.xml.gz", changed), dated("/sitemap-pages.xml", changed)];
  const pages = () => [dated("/", changed), dated("/about", changed)];
  const listed = () => adverts.map((advert) => dated(pathOf(advert), lastChange(advert)));
  const title = escapeHtml(name);
  const items = () =>
    adverts
      .filter(({ barred }) => !barred)
      .map((advert) => `<li><a href="${pathOf(advert)}">${escapeHtml(advert.posting.title)}</a></li>`);
  return [
    ["/", () => page(title, `<h1>${title}</h1>\n<ul>\n${items().join("\n")}\n</ul>`, "", changed)],
    ["/about", () => page("About", `<h1>About ${title}</h1>\n<p>A board of the simulated market.</p>`, "", changed)],
    ["/robots.txt", () => plain(`${ROBOTS}Sitemap: ${origin}/sitemap.xml\n`, changed)],
    ["/sitemap.xml", () => xml(sitemap(index(), "sitemap"))],
    ["/sitemap-pages.xml", () => xml(sitemap(pages(), "url"))],
    [
      "/sitemap-jobs.xml.gz",
      () => ({ contentType: "application/gzip", body: gzipSync(sitemap(listed(), "url")), changed }),
    ],
    ...adverts.map((advert): Route => [pathOf(advert), () => (microdata ? microdataPage(advert) : advertPage(advert))]),
    ...adverts.filter(({ slug }) => slug !== undefined).map((advert) => movedFrom(advert)),
  ];
}

/** A moved page leaves a sign where it stood. */
const movedFrom = (advert: Advert): Route => [
  `/jobs/${advert.posting.requisition}`,
  () => ({ ...page("Moved", "<h1>Moved</h1>", "", lastChange(advert), 301), location: pathOf(advert) }),
];

export const jsonldMissing = (changed: number): Answer => page("Not found", "<h1>Not found</h1>", "", changed, 404);
