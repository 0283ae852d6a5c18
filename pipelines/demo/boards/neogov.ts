import { type Block, escapeHtml, toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, employmentOf, locationOf, postedAt, type Shelf, urlOf } from "./advert.js";
import type { Answer, Route } from "./answer.js";
import { sectionsOf } from "./sections.js";

/** `Wed, 19 Aug 2026 05:00:00:0`, the service's own way with a time. */
const serviceTime = (day: number): string =>
  `${new Date(day * 86_400_000).toUTCString().replace(/ \d{2}:\d{2}:\d{2} GMT$/, "")} 05:00:00:0`;

function itemOf(advert: Advert): string {
  const { posting, composed } = advert;
  const { opening, duties, qualifications, rest } = sectionsOf(composed.blocks);
  const url = urlOf(advert);
  const html = (blocks: readonly Block[]): string => escapeHtml(toHtml(blocks, MARKUPS.jsonld));
  const own = (name: string, value: string): string => `      <joblisting:${name}>${value}</joblisting:${name}>`;
  const { pay } = posting;
  return [
    "    <item>",
    `      <guid isPermaLink="true">${url}</guid>`,
    `      <link>${url}</link>`,
    `      <title>${escapeHtml(posting.title)}</title>`,
    `      <description>${html(opening)}</description>`,
    `      <pubDate>${new Date(postedAt(posting)).toUTCString()}</pubDate>`,
    own("jobId", posting.requisition),
    own("advertiseFromDateUTC", serviceTime(posting.posted)),
    own("advertiseToDateTimeUTC", serviceTime(posting.closed)),
    ...(pay === null
      ? []
      : [
          own("minimumSalary", String(pay.min)),
          own("maximumSalary", String(pay.max)),
          own("salaryCurrency", "USD"),
          own("salaryInterval", pay.period === "hour" ? "Hour" : "Year"),
        ]),
    own("department", escapeHtml(departmentOf(posting))),
    own("location", escapeHtml(locationOf(posting))),
    own("jobType", employmentOf(posting)),
    own("examplesofduties", html(duties)),
    own("qualifications", html(qualifications)),
    own("supplementalinformation", html(rest)),
    "    </item>",
  ].join("\n");
}

/** An agency's feed; the agency is named in the query. */
export const neogov = ({ board, name, adverts, changed }: Shelf): Route[] => [
  [
    `/SearchEngine/JobsFeed?agency=${board}`,
    (): Answer => ({
      contentType: "application/rss+xml; charset=utf-8",
      body: `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:joblisting="http://www.neogov.com/namespaces/JobListing" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${escapeHtml(name)}</title>
    <link>http://127.0.0.1/careers/${board}</link>
    <description>Latest Employment Information</description>
${adverts.map(itemOf).join("\n")}
  </channel>
</rss>
`,
      changed,
    }),
  ],
];
