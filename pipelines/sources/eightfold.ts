import type { Source } from "../../models/source.js";
import { boardParts, more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, list, places, prose, words } from "./fields.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const PER_PAGE = 100;

/** A board is `tenant/domain`, e.g. `acme/acme.com`. */
const api = (source: Source): string =>
  `${origin(source, `https://${boardParts(source)[0]}.eightfold.ai`)}/api/apply/v2/jobs`;

const request = (source: Source, start: number): Fetchable => ({
  url: `${api(source)}?domain=${boardParts(source)[1]}&start=${start}&num=${PER_PAGE}`,
  carry: start,
});

/** Eightfold careers sites: a list in pages without texts, and an answer for each advert. */
export const eightfold: Platform = {
  name: "eightfold",
  enabledByDefault: false,
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("eightfold", page, "{positions: [...]} or one position");
    const single = at(answer, "positions") === undefined && at(answer, "job_description") !== undefined;
    if (page.label === DETAIL && !single) throw new AnswerError("eightfold", page, "a position with job_description");
    const items = single ? [answer] : listOf("eightfold", page, at(answer, "positions"), "{positions: [...]}");
    const parsed = collect(page, items, (job) => {
      const id = words(at(job, "id")) ?? "";
      const known = {
        requisition: id,
        title: words(at(job, "name"), 1000) ?? "",
        locations: places(list(at(job, "locations")), at(job, "location")),
        department: words(at(job, "department")),
        employment_type: employment(at(job, "type")),
        posted_on: day(at(job, "t_create")),
        updated_on: day(at(job, "t_update")),
        url: words(at(job, "canonicalPositionUrl"), 2000),
      };
      const html = prose(at(job, "job_description"));
      if (html === undefined && !single)
        return detailRequest(`${api(source)}/${id}?domain=${boardParts(source)[1]}`, known);
      return merged(page, { ...known, html }) as typeof known;
    });
    const next = (typeof page.carry === "number" ? page.carry : 0) + PER_PAGE;
    const total = items.length === 0 ? 0 : Number(at(answer, "count") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (start) => request(source, start))] };
  },
};
