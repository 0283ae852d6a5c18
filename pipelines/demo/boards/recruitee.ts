import { hashOf } from "../random.js";
import { toHtml } from "../text/document.js";
import { MARKUPS } from "../text/markup.js";
import { type Advert, departmentOf, locationOf, postedAt, type Shelf, updatedAt, urlOf } from "./advert.js";
import { json, type Route } from "./answer.js";
import { sectionsOf } from "./sections.js";

const EMPLOYMENTS: Partial<Record<Advert["posting"]["employment"], string>> = {
  full_time: "fulltime_permanent",
  part_time: "parttime_permanent",
  contract: "contract",
  temporary: "temporary",
  internship: "internship",
};

/** "2026-08-05 10:10:39 UTC". */
const timestamp = (iso: string): string => `${iso.slice(0, 19).replace("T", " ")} UTC`;

/** An offer as Recruitee's careers site API states it; what it takes stands apart from the description. */
function offerOf(advert: Advert) {
  const { posting, composed } = advert;
  const { serial, title, employer, city, place, pay } = posting;
  const { opening, duties, qualifications, rest } = sectionsOf(composed.blocks);
  const description = toHtml([...opening, ...duties], MARKUPS.ashby);
  const requirements = toHtml([...qualifications, ...rest], MARKUPS.ashby);
  const state = { state_name: place.state, state_code: place.region.slice(3) };
  const where = { city, country: "United States", country_code: "US", ...state };
  return {
    id: serial,
    guid: hashOf(...posting.key, "guid")
      .toString(36)
      .slice(0, 5),
    slug: `${advert.slug ?? serial}`,
    position: serial % 1000,
    status: "published",
    title,
    company_name: employer,
    department: departmentOf(posting),
    description,
    requirements,
    translations: { en: { title, description, requirements } },
    employment_type_code: EMPLOYMENTS[posting.employment] ?? "fulltime_permanent",
    location: `${locationOf(posting)}, United States`,
    ...where,
    locations: [{ id: hashOf(city) % 100_000, name: city, state: place.state, ...where }],
    remote: posting.remote,
    hybrid: false,
    on_site: !posting.remote,
    salary:
      pay === null
        ? { min: null, max: null, period: null, currency: null }
        : { min: String(pay.min), max: String(pay.max), period: pay.period, currency: "USD" },
    careers_url: urlOf(advert),
    careers_apply_url: `${urlOf(advert)}/c/new`,
    created_at: timestamp(postedAt(posting)),
    published_at: timestamp(postedAt(posting)),
    updated_at: timestamp(updatedAt(advert)),
    close_at: null,
    open_questions: [],
    tags: [],
  };
}

export const recruitee = ({ home, adverts, changed }: Shelf): Route[] => [
  [`${home}/api/offers/`, () => json({ offers: adverts.map(offerOf) }, changed)],
];
