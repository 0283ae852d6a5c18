import { toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, employmentOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { json, type Route } from "./answer.js";

/** A job as Workable's widget API states it; it says on which day it was published, and nothing of changes. */
function jobOf(advert: Advert) {
  const { posting, composed } = advert;
  const { requisition, title, city, place } = posting;
  const url = urlOf(advert);
  return {
    title,
    shortcode: requisition,
    code: "",
    employment_type: employmentOf(posting),
    telecommuting: posting.remote,
    department: departmentOf(posting),
    url,
    shortlink: url,
    application_url: `${url}/apply`,
    published_on: postedAt(posting).slice(0, 10),
    created_at: postedAt(posting).slice(0, 10),
    country: "United States",
    city,
    state: place.state,
    education: "",
    experience: "",
    function: departmentOf(posting),
    industry: "",
    locations: [{ country: "United States", countryCode: "US", city, region: place.state, hidden: false }],
    description: toHtml(composed.blocks, MARKUPS.jsonld),
  };
}

/** A whole account; the descriptions only where they are asked for. */
export function workable({ board, name, adverts, changed }: Shelf): Route[] {
  const path = `/api/v1/widget/accounts/${board}`;
  const brief = () => adverts.map(jobOf).map(({ description: _description, ...job }) => job);
  return [
    [path, () => json({ name, description: null, jobs: brief() }, changed)],
    [`${path}?details=true`, () => json({ name, description: null, jobs: adverts.map(jobOf) }, changed)],
  ];
}
