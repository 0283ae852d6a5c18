import type { DemoPosting } from "../posting.js";
import { hashOf } from "../random.js";
import { toHtml, toText } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, locationOf, postedAt, type Shelf, urlOf } from "./advert.js";
import { json, type Route } from "./answer.js";

const EMPLOYMENTS: Partial<Record<DemoPosting["employment"], string>> = {
  full_time: "FullTime",
  part_time: "PartTime",
  contract: "Contract",
  temporary: "Temporary",
  internship: "Intern",
};

function compensationOf({ pay, key }: DemoPosting) {
  if (pay === null) {
    return {
      compensationTierSummary: null,
      scrapeableCompensationSalarySummary: null,
      compensationTiers: [],
      summaryComponents: [],
    };
  }
  const say = (dash: string): string =>
    `$${pay.min.toLocaleString("en-US")} ${dash} $${pay.max.toLocaleString("en-US")}`;
  const component = {
    compensationType: "Salary",
    interval: pay.period === "hour" ? "1 HOUR" : "1 YEAR",
    currencyCode: "USD",
    minValue: pay.min,
    maxValue: pay.max,
  };
  const id = hashOf(...key, "tier").toString(16);
  return {
    compensationTierSummary: say("–"),
    scrapeableCompensationSalarySummary: say("-"),
    compensationTiers: [
      {
        id,
        tierSummary: say("–"),
        title: null,
        additionalInformation: null,
        components: [{ id, summary: say("–"), ...component }],
      },
    ],
    summaryComponents: [component],
  };
}

/** A job as Ashby's job board API states it. */
function jobOf(advert: Advert) {
  const { posting } = advert;
  const { blocks, habits } = advert.composed;
  const { title, requisition, employment, remote, place, city } = posting;
  const url = urlOf(advert);
  return {
    id: requisition,
    title,
    department: departmentOf(posting),
    team: departmentOf(posting),
    employmentType: EMPLOYMENTS[employment] ?? "FullTime",
    location: locationOf(posting),
    shouldDisplayCompensationOnJobPostings: posting.pay !== null,
    secondaryLocations: [],
    publishedAt: postedAt(posting).replace("Z", "+00:00"),
    isListed: true,
    isRemote: remote,
    workplaceType: remote ? "Remote" : "OnSite",
    address: { postalAddress: { addressRegion: place.region.slice(3), addressCountry: "USA", addressLocality: city } },
    jobUrl: url,
    applyUrl: `${url}/application`,
    descriptionHtml: toHtml(blocks, MARKUPS.ashby),
    descriptionPlain: toText(blocks, habits),
    compensation: compensationOf(posting),
  };
}

export const ashby = ({ board, adverts, changed }: Shelf): Route[] => [
  [`/posting-api/job-board/${board}`, () => json({ jobs: adverts.map(jobOf), apiVersion: "1" }, changed)],
];
