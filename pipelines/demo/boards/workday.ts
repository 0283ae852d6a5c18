import { hashOf } from "../random.js";
import { toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, locationOf, type Shelf, urlOf } from "./advert.js";
import { type Answer, json, type Route } from "./answer.js";

/** The most that the service gives at once; it refuses to give more. */
const MOST = 20;

/** "Field-Technician-II" */
const dashed = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, "-");

/** Says how long ago, and so reads otherwise every day. */
function postedOn(days: number): string {
  if (days <= 0) return "Posted Today";
  if (days === 1) return "Posted Yesterday";
  return days > 30 ? "Posted 30+ Days Ago" : `Posted ${days} Days Ago`;
}

const pathOf = ({ posting, slug, barred }: Advert): string =>
  `/${barred ? "private" : "job"}/${dashed(locationOf(posting))}/${dashed(posting.title)}_${slug ?? posting.requisition}`;

function detailOf(advert: Advert, name: string, today: number) {
  const { posting, composed } = advert;
  return {
    jobPostingInfo: {
      id: hashOf(...posting.key, "id").toString(16),
      title: posting.title,
      jobDescription: toHtml(composed.blocks, MARKUPS.lever),
      location: locationOf(posting),
      postedOn: postedOn(today - posting.posted),
      startDate: new Date(posting.posted * 86_400_000).toISOString().slice(0, 10),
      timeType: posting.employment === "part_time" ? "Part time" : "Full time",
      jobReqId: posting.requisition,
      jobPostingId: `${dashed(posting.title)}_${posting.requisition}`,
      country: { descriptor: "United States of America", id: "bc33aa3152ec42d4995f4791a106ed09" },
      canApply: true,
      posted: true,
      includeResumeParsing: true,
      externalUrl: urlOf(advert),
      ...(posting.remote && { remoteType: "Remote" }),
    },
    hiringOrganization: { name, url: "" },
    similarJobs: [],
    userAuthenticated: false,
  };
}

/** A site's list, asked for by POST in pages of 20; the total stands on the first page alone, as with many tenants. */
export function workday({ board, name, adverts, changed, today }: Shelf): Route[] {
  const [host = "", site = ""] = board.split("/");
  const home = `/wday/cxs/${host.split(".")[0]}/${site}`;
  const list = (body: string): Answer => {
    const asked = askedOf(body);
    if (asked === null) return json({ errorCode: "HTTP_400", errorCaseId: "", httpStatus: 400 }, changed, 400);
    const jobPostings = adverts.slice(asked.offset, asked.offset + asked.limit).map((advert) => ({
      title: advert.posting.title,
      externalPath: pathOf(advert),
      locationsText: locationOf(advert.posting),
      postedOn: postedOn(today - advert.posting.posted),
      bulletFields: [advert.posting.requisition],
    }));
    const total = asked.offset === 0 ? adverts.length : 0;
    return json({ total, jobPostings, facets: [], userAuthenticated: false }, changed);
  };
  return [
    [`POST ${home}/jobs`, ({ body }) => list(body)],
    ...adverts.map((advert): Route => [`${home}${pathOf(advert)}`, () => json(detailOf(advert, name, today), changed)]),
  ];
}

/** Which slice a request wants; null where it is not one that the service grants. */
function askedOf(body: string): { limit: number; offset: number } | null {
  try {
    const { limit, offset } = JSON.parse(body) as Record<string, unknown>;
    const fits = typeof limit === "number" && limit > 0 && limit <= MOST && typeof offset === "number" && offset >= 0;
    return fits ? { limit, offset } : null;
  } catch {
    return null;
  }
}
