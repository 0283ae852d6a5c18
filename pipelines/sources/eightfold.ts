import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";
import { boardHost, boardNamed, stepAfter, tenant } from "./recognise.js";

/** Asked of the older service; either may give fewer at once, so the next slice begins where the last one ended. */
const PER_PAGE = 100;

interface Site {
  home: string;
  domain: string;
  /** Sites of the newer kind refuse the older service, and the other way round (403). */
  newer: boolean;
}

const siteOf = (source: Source): Site => {
  const [name = "", domain = "", service] = source.board.split("/");
  return { home: origin(source, `https://${boardHost(name, "eightfold.ai")}`), domain, newer: service === "pcsx" };
};

const request = (source: Source, start: number): Fetchable => {
  const { home, domain, newer } = siteOf(source);
  const url = newer
    ? `${home}/api/pcsx/search?domain=${domain}&query=&location=&start=${start}`
    : `${home}/api/apply/v2/jobs?domain=${domain}&start=${start}&num=${PER_PAGE}`;
  return { url, carry: start };
};

const detailUrl = (source: Source, id: string): string => {
  const { home, domain, newer } = siteOf(source);
  return newer
    ? `${home}/api/pcsx/position_details?position_id=${id}&domain=${domain}`
    : `${home}/api/apply/v2/jobs/${id}?domain=${domain}`;
};

const textOf = (job: unknown): unknown => at(job, "job_description") ?? at(job, "jobDescription");

/**
 * Eightfold careers sites: a list in pages without texts, and an answer for each advert. The older service was read from
 * recorded answers; the newer one (`/pcsx`) is unverified: written from the public documentation.
 */
export const eightfold: Platform = {
  name: "eightfold",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://eightfold.ai/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here, and the services are not documented for others; ask before crawling at scale.",
  },
  board:
    "`tenant/domain` of TENANT.eightfold.ai/careers?domain=DOMAIN, or the site's own host for the tenant, e.g. `acme/acme.com`; `/pcsx` is added for sites of the newer kind",
  recognise: (url) => {
    const [domain] = /^[\w-]+(\.[\w-]+)+$/.exec(url.searchParams.get("domain") ?? "") ?? [];
    const newer = stepAfter(url, "api", "pcsx") !== undefined;
    const called = newer || stepAfter(url, "api", "apply", "v2") !== undefined;
    const name = tenant(url, "eightfold.ai") ?? (called && domain ? url.hostname : undefined);
    const board = boardNamed(name);
    return board && { board: `${board.board}/${domain ?? `${name}.com`}${newer ? "/pcsx" : ""}` };
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const whole = jsonOf("eightfold", page, "{positions: [...]} or one position");
    const answer = at(whole, "data") ?? whole;
    const single = at(answer, "positions") === undefined && textOf(answer) !== undefined;
    if (page.label === DETAIL && !single) throw new AnswerError("eightfold", page, "a position with job_description");
    const items = single ? [answer] : listOf("eightfold", page, at(answer, "positions"), "{positions: [...]}");
    const parsed = collect(page, items, (job) => {
      const id = words(at(job, "id")) ?? "";
      const changed = words(at(job, "t_update"));
      const known = {
        requisition: id,
        title: words(at(job, "name"), 1000) ?? "",
        locations: places(list(at(job, "locations")), at(job, "location")),
        remote: /^remote/i.test(words(at(job, "workLocationOption")) ?? "") ? true : undefined,
        department: words(at(job, "department")),
        employment_type: employment(at(job, "type")),
        posted_on: day(at(job, "t_create") ?? at(job, "postedTs")),
        updated_on: day(at(job, "t_update")),
        url: words(at(job, "canonicalPositionUrl") ?? at(job, "publicUrl"), 2000),
      };
      const html = prose(textOf(job));
      if (html === undefined && !single)
        return {
          ...detailRequest(detailUrl(source, id), known),
          ...(changed === undefined ? {} : { stamp: changed }),
        };
      return merged(page, { ...known, html }) as typeof known;
    });
    const next = (typeof page.carry === "number" ? page.carry : 0) + items.length;
    const total = items.length === 0 || single ? 0 : Number(at(answer, "count") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (start) => request(source, start))] };
  },
};
