import { hashOf } from "../random.js";
import { toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, employmentOf, locationOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { type Answer, json, type Route } from "./answer.js";
import { sectionsOf } from "./sections.js";

/** Most that the service gives at once, and what it gives unasked. */
const MOST = 100;
const UNASKED = 10;

/** A posting as the list states it: facts only, and no time of change. */
function listed(advert: Advert, board: string) {
  const { posting } = advert;
  const { key, requisition, title, employer, city, place, remote } = posting;
  const hex = hashOf(...key, "uuid")
    .toString(16)
    .padStart(8, "0");
  return {
    id: requisition,
    name: title,
    uuid: `${hex}-8adc-465d-af91-905f0df48ec1`,
    jobAdId: `${hex}-f96d-4aa8-b331-b2edb903a96a`,
    defaultJobAd: true,
    refNumber: `REF${posting.serial % 100_000}`,
    company: { identifier: board, name: employer },
    releasedDate: postedAt(posting),
    location: {
      city,
      region: place.region.slice(3),
      country: "us",
      remote,
      hybrid: false,
      fullLocation: `${locationOf(posting)}, United States`,
    },
    industry: { id: posting.home.sector, label: posting.home.sector },
    department: { id: String(hashOf(departmentOf(posting)) % 1_000_000), label: departmentOf(posting) },
    function: { id: posting.occupation.group, label: departmentOf(posting) },
    typeOfEmployment: { id: posting.employment, label: employmentOf(posting) },
    experienceLevel: { id: "not_applicable", label: "Not Applicable" },
    customField: [],
    visibility: "PUBLIC",
    ref: `http://127.0.0.1/v1/companies/${board}/postings/${requisition}`,
    language: { code: "en", label: "English", labelNative: "English (US)" },
  };
}

/** The same with its text, in four sections. */
function whole(advert: Advert, board: string) {
  const { opening, duties, qualifications, rest } = sectionsOf(advert.composed.blocks);
  const section = (title: string, blocks: typeof rest) => ({ title, text: toHtml(blocks, MARKUPS.jsonld) });
  return {
    ...listed(advert, board),
    active: true,
    applyUrl: `${urlOf(advert)}/apply`,
    postingUrl: urlOf(advert),
    jobAd: {
      sections: {
        companyDescription: section("Company Description", opening),
        jobDescription: section("Job Description", duties),
        qualifications: section("Qualifications", qualifications),
        additionalInformation: section("Additional Information", rest),
      },
    },
  };
}

/** A list in pages of what was asked for, at most 100, and an answer for each posting. */
export function smartrecruiters({ board, adverts, changed }: Shelf): Route[] {
  const home = `/v1/companies/${board}/postings`;
  const list = (query: URLSearchParams): Answer => {
    const offset = Number(query.get("offset") ?? 0);
    const limit = Math.min(Number(query.get("limit") ?? UNASKED), MOST);
    const content = adverts.slice(offset, offset + limit).map((advert) => listed(advert, board));
    return json({ offset, limit, totalFound: adverts.length, content }, changed);
  };
  return [
    [home, ({ query }) => list(query)],
    ...adverts.map(
      (advert): Route => [
        `${home}/${advert.posting.requisition}`,
        () => json(whole(advert, board), advert.changed ?? advert.posting.posted),
      ],
    ),
  ];
}

/** What SmartRecruiters says of a posting that it does not have. */
export const smartrecruitersMissing = (changed: number): Answer =>
  json({ message: "Not Found", errors: [{ code: "RESOURCE_NOT_FOUND", message: "Not Found" }] }, changed, 404);
