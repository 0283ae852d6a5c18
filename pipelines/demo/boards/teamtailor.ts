import { type Advert, postedAt, type Shelf } from "./advert.js";
import { json, type Route } from "./answer.js";
import { advertPage, jobPostingOf } from "./jsonld.js";

/** "27206870042-field-technician" */
const pageOf = ({ posting, slug }: Advert): string =>
  `${slug ?? posting.serial}-${posting.title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

const pathOf = (advert: Advert, home: string): string =>
  advert.barred ? `/private${home}/jobs/${pageOf(advert)}` : `${home}/jobs/${pageOf(advert)}`;

function itemOf(advert: Advert, home: string) {
  const { description: _description, ...facts } = jobPostingOf(advert);
  const { posting } = advert;
  return {
    id: posting.requisition,
    title: posting.title,
    url: `http://127.0.0.1${pathOf(advert, home)}`,
    date_published: postedAt(posting).replace("Z", "+00:00"),
    _jobposting: { ...facts, identifier: { "@type": "PropertyValue", name: posting.employer, value: posting.serial } },
  };
}

/** A JSON feed whose items lack their texts, and a page with a JobPosting for each. */
export const teamtailor = ({ home, name, adverts, changed }: Shelf): Route[] => [
  [
    `${home}/jobs.json`,
    () =>
      json(
        {
          version: "https://jsonfeed.org/version/1.1",
          title: name,
          home_page_url: `http://127.0.0.1${home}/jobs`,
          feed_url: `http://127.0.0.1${home}/jobs.json`,
          items: adverts.map((advert) => itemOf(advert, home)),
        },
        changed,
      ),
  ],
  ...adverts.map((advert): Route => [pathOf(advert, home), () => advertPage(advert)]),
];
