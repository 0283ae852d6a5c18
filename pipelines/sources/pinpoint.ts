import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, pay, places, prose, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, tenant } from "./recognise.js";

const PARTS = ["key_responsibilities", "skills_knowledge_expertise", "benefits"] as const;

/** Pinpoint postings: the whole board in one answer, in titled parts. Says nothing of when an advert was posted. */
export const pinpoint: Platform = {
  name: "pinpoint",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://developers.pinpointhq.com/docs/jobs-widget-overview",
    reviewed: "2026-11-23",
    says: "The postings endpoint is documented for the employer's own site; of other readers it says nothing, so ask before crawling at scale.",
  },
  board: "the name in NAME.pinpointhq.com, e.g. `acme`",
  recognise: (url) => boardNamed(tenant(url, "pinpointhq.com")),
  start: (source) => [{ url: `${origin(source, `https://${source.board}.pinpointhq.com`)}/postings.json` }],
  parse: (page) => {
    const data = at(jsonOf("pinpoint", page, "{data: [...]}"), "data");
    return collect(page, listOf("pinpoint", page, data, "{data: [...]}"), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: headed(
        [undefined, prose(at(job, "description"))],
        ...PARTS.map((part): [string | undefined, string | undefined] => [
          words(at(job, `${part}_header`)),
          prose(at(job, part)),
        ]),
      ),
      locations: places(at(job, "location.name")),
      remote: words(at(job, "workplace_type")) === "remote",
      department: words(at(job, "job.department.name")),
      employment_type: employment(at(job, "employment_type")),
      ...(at(job, "compensation_visible") === false
        ? {}
        : pay({
            min: at(job, "compensation_minimum"),
            max: at(job, "compensation_maximum"),
            currency: at(job, "compensation_currency"),
            period: at(job, "compensation_frequency"),
          })),
      closed_on: day(at(job, "deadline_at")),
      url: words(at(job, "url"), 2000),
    }));
  },
};
