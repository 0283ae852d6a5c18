import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";

const EXPECTED = "a list of postings (an unknown board answers {ok: false})";

/** Lever postings API: the whole board in one list; a posting's own lists hold list items without their list. */
export const lever: Platform = {
  name: "lever",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://github.com/lever/postings-api",
    reviewed: "2026-11-23",
    says: "The API's documentation says that published postings are publicly viewable and may be scraped by third parties.",
  },
  board: "the name in jobs.lever.co/NAME, with `eu/` before it for jobs.eu.lever.co, e.g. `acme` or `eu/acme`",
  recognise: (url) => {
    const [, service, region] = /^(jobs|api)\.(eu\.)?lever\.co$/.exec(url.hostname) ?? [];
    if (service === undefined) return null;
    const named = boardNamed(service === "jobs" ? steps(url)[0] : stepAfter(url, "v0", "postings"));
    return named && region ? { board: `eu/${named.board}` } : named;
  },
  start: (source) => {
    const [, region, name] = /^(?:(eu)\/)?(.*)$/.exec(source.board) ?? [];
    const host = region === undefined ? "https://api.lever.co" : `https://api.${region}.lever.co`;
    return [{ url: `${origin(source, host)}/v0/postings/${name}?mode=json` }];
  },
  parse: (page) =>
    collect(page, listOf("lever", page, jsonOf("lever", page, EXPECTED), EXPECTED), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "text"), 1000) ?? "",
      html: headed(
        [undefined, prose(at(job, "description")) ?? prose(at(job, "descriptionPlain"))],
        ...list(at(job, "lists")).map((one): [string | undefined, string | undefined] => {
          const items = prose(at(one, "content"));
          return [words(at(one, "text")), items && `<ul>${items}</ul>`];
        }),
        [undefined, prose(at(job, "additional"))],
        [undefined, prose(at(job, "salaryDescription"))],
      ),
      locations: places(at(job, "categories.allLocations"), at(job, "categories.location")),
      region: regionFrom(at(job, "country")),
      remote: words(at(job, "workplaceType")) === "remote",
      department: words(at(job, "categories.department") ?? at(job, "categories.team")),
      employment_type: employment(at(job, "categories.commitment")),
      ...pay({
        min: at(job, "salaryRange.min"),
        max: at(job, "salaryRange.max"),
        currency: at(job, "salaryRange.currency"),
        period: at(job, "salaryRange.interval"),
      }),
      posted_on: day(at(job, "createdAt")),
      url: words(at(job, "hostedUrl"), 2000),
    })),
};
