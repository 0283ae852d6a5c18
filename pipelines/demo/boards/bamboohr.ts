import { hashOf } from "../random.js";
import { toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, employmentOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { json, type Route } from "./answer.js";

/** An opening as the list states it: neither a day nor a text. */
function listed({ posting }: Advert) {
  const { requisition, title, city, place, remote } = posting;
  return {
    id: requisition,
    jobOpeningName: title,
    departmentId: String(hashOf(departmentOf(posting)) % 100_000),
    departmentLabel: departmentOf(posting),
    employmentStatusLabel: employmentOf(posting).replace("-", " "),
    employmentType: null,
    location: { city, state: place.state },
    atsLocation: { country: null, state: null, province: null, city: null },
    isRemote: remote ? true : null,
    locationType: remote ? "1" : "0",
  };
}

function opened(advert: Advert) {
  const { id, ...facts } = listed(advert);
  return {
    result: {
      jobOpening: {
        ...facts,
        id,
        jobOpeningShareUrl: urlOf(advert),
        jobOpeningStatus: "Open",
        description: toHtml(advert.composed.blocks, MARKUPS.lever),
        compensation: null,
        datePosted: postedAt(advert.posting).slice(0, 10),
        minimumExperience: null,
      },
      formFields: {},
    },
  };
}

/** A list of openings, and an answer for each with its description. */
export const bamboohr = ({ home, adverts, changed }: Shelf): Route[] => [
  [`${home}/careers/list`, () => json({ meta: { totalCount: adverts.length }, result: adverts.map(listed) }, changed)],
  ...adverts.map(
    (advert): Route => [`${home}/careers/${advert.posting.requisition}/detail`, () => json(opened(advert), changed)],
  ),
];
