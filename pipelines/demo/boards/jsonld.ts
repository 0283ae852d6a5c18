import { gzipSync } from "node:zlib";
import { isoOf } from "../calendar.js";
import type { DemoPosting } from "../posting.js";
import type { Board } from "../shapes.js";
import { escapeHtml, toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, closesOn, departmentOf, postedAt, urlOf } from "./advert.js";
import { type Answer, page, plain, type Site } from "./answer.js";

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

/** The schema.org JobPosting of an advert; drafts carry an id of their own, which must never be met in a lake. */
function jobPostingOf({ posting, composed }: Advert, id: string) {
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
    identifier: { "@type": "PropertyValue", name: employer, value: id },
    datePosted: postedAt(posting).slice(0, 10),
    validThrough: `${closesOn(posting)}T23:59:59Z`,
    employmentType: EMPLOYMENTS[posting.employment] ?? "OTHER",
    hiringOrganization: { "@type": "Organization", name: employer },
    jobLocation: { "@type": "Place", address },
    ...(remote && { jobLocationType: "TELECOMMUTE" }),
    ...salaryOf(posting),
    industry: departmentOf(posting),
    inLanguage: "en",
    url: urlOf(posting),
  };
}

/** JSON inside a script element: no `<` may open a tag. */
const inScript = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>\n`;

function advertPage(advert: Advert, id = advert.posting.requisition): Answer {
  const { posting, composed } = advert;
  const body = `<h1>${escapeHtml(posting.title)}</h1>\n${toHtml(composed.blocks, MARKUPS.jsonld)}\n<p><a href="/apply/${id}">Apply</a></p>`;
  return page(escapeHtml(posting.title), body, inScript(jobPostingOf(advert, id)), posting.posted);
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function sitemap(entries: readonly [url: string, changed: number][], tag: "sitemap" | "url"): string {
  const root = tag === "url" ? "urlset" : "sitemapindex";
  const items = entries.map(
    ([url, changed]) => `<${tag}><loc>${url}</loc><lastmod>${isoOf(changed)}</lastmod></${tag}>`,
  );
  return `${XML}<${root} ${NAMESPACE}>\n${items.join("\n")}\n</${root}>\n`;
}

const ROBOTS = `User-agent: *
Disallow: /private/
Disallow: /apply/
`;

/** A site of its own: robots.txt, a sitemap index over a zipped sitemap, a page an advert, and two that robots.txt bars. */
export function jsonldSite(board: Board, adverts: readonly Advert[], changed: number, origin: string): Site {
  const answers = new Map<string, Answer>();
  const add = (path: string, answer: Answer): void => void answers.set(path, answer);
  const xml = (body: string): Answer => ({ contentType: "application/xml; charset=utf-8", body, changed });
  for (const advert of adverts) add(`/jobs/${advert.posting.requisition}`, advertPage(advert));
  for (const advert of adverts.slice(0, 2)) {
    const id = `${advert.posting.requisition}-draft`;
    add(`/private/jobs/${id}`, advertPage(advert, id));
  }
  const adverted = [...answers].map(([path, answer]): [string, number] => [`${origin}${path}`, answer.changed]);
  const list = adverts.map(
    ({ posting }) => `<li><a href="/jobs/${posting.requisition}">${escapeHtml(posting.title)}</a></li>`,
  );
  add(
    "/",
    page(escapeHtml(board.name), `<h1>${escapeHtml(board.name)}</h1>\n<ul>\n${list.join("\n")}\n</ul>`, "", changed),
  );
  add(
    "/about",
    page("About", `<h1>About ${escapeHtml(board.name)}</h1>\n<p>A board of the simulated market.</p>`, "", changed),
  );
  add("/robots.txt", plain(`${ROBOTS}Sitemap: ${origin}/sitemap.xml\n`, changed));
  const nested = sitemap(
    [
      [`${origin}/sitemap-jobs.xml.gz`, changed],
      [`${origin}/sitemap-pages.xml`, changed],
    ],
    "sitemap",
  );
  add("/sitemap.xml", xml(nested));
  add(
    "/sitemap-pages.xml",
    xml(
      sitemap(
        [
          [`${origin}/`, changed],
          [`${origin}/about`, changed],
        ],
        "url",
      ),
    ),
  );
  const zipped = gzipSync(sitemap(adverted, "url"));
  add("/sitemap-jobs.xml.gz", { contentType: "application/gzip", body: zipped, changed });
  return { answers, missing: () => page("Not found", "<h1>Not found</h1>", "", changed, 404) };
}
