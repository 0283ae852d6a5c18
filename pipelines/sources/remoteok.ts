import { origin } from "./address.js";
import { day } from "./days.js";
import { at, pay, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const EXPECTED = "a list that opens with a legal notice";

/** Remote OK: one list of remote jobs; its first item is the terms of use, which ask for a link back to the advert. */
export const remoteok: Platform = {
  name: "remoteok",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://remoteok.com/api",
    reviewed: "2026-11-23",
    says: "Its answer opens with its terms: name Remote OK as the source and link to the advert there with a followed link, and leave its logo alone; else access is taken away.",
  },
  board: "any name, since the service is one board, e.g. `remoteok`",
  recognise: (url) => (/^(www\.)?remoteok\.(com|io)$/.test(url.hostname) ? { board: "remoteok" } : null),
  start: (source) => [{ url: `${origin(source, "https://remoteok.com")}/api` }],
  parse: (page) =>
    collect(page, listOf("remoteok", page, jsonOf("remoteok", page, EXPECTED), EXPECTED), (job) =>
      at(job, "legal") !== undefined
        ? null
        : {
            requisition: words(at(job, "id")) ?? "",
            title: words(at(job, "position"), 1000) ?? "",
            html: prose(at(job, "description")),
            employer: words(at(job, "company")),
            locations: places((words(at(job, "location")) ?? "").replace(/[\s,]+$/, "")),
            remote: true,
            ...pay({ min: at(job, "salary_min"), max: at(job, "salary_max"), currency: "USD", period: "year" }),
            posted_on: day(at(job, "date") ?? at(job, "epoch")),
            url: words(at(job, "url"), 2000),
          },
    ),
};
