import type { Source } from "../../models/source.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, places, prose, regionFrom, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Platform } from "./platform.js";

const PER_PAGE = 50;

/** A board is a country's two letters. */
const request = (source: Source, page: number): Fetchable => ({
  url: `${origin(source, "https://europa.eu")}/eures/api/jv-searchengine/public/jv-search/search`,
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    resultsPerPage: PER_PAGE,
    page,
    sortSearch: "MOST_RECENT",
    keywords: [],
    locationCodes: [source.board],
    requestLanguage: "en",
  }),
  carry: page,
});

/** The advert in one of its languages: English where it has been written or translated. */
const wording = (job: unknown): { lang: string | undefined; title: unknown; html: unknown } => {
  const spoken = Object.keys((at(job, "translations") as object | undefined) ?? {});
  const lang = spoken.includes("en") ? "en" : spoken[0];
  const translated = lang === undefined ? undefined : at(job, `translations.${lang}`);
  return {
    lang,
    title: at(translated, "title") ?? at(job, "title"),
    html: prose(at(translated, "description")) ?? at(job, "description"),
  };
};

/** EURES, the European job mobility portal: search results with the adverts' text and its translations. */
export const eures: Platform = {
  name: "eures",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://eures.ec.europa.eu/data-protection-statements/data-protection-statement-and-specific-terms-and-conditions-use-eures-portal-services_en",
    reviewed: "2026-11-23",
    says: "Only the opening of the portal's specific terms could be read here, and it is about personal data; the search service is not documented for others, so ask before crawling at scale.",
  },
  board: "a country's two letters, e.g. `fi`",
  recognise: (url) => {
    const [country] = (url.searchParams.get("locationCodes") ?? "").split(",");
    return url.hostname === "europa.eu" && url.pathname.startsWith("/eures/") && /^[a-z]{2}$/i.test(country ?? "")
      ? { board: `${country}`.toLowerCase() }
      : null;
  },
  start: (source) => [request(source, 1)],
  parse: (page, source) => {
    const answer = jsonOf("eures", page, "{numberRecords, jvs: [...]}");
    const items = listOf("eures", page, at(answer, "jvs"), "{numberRecords, jvs: [...]}");
    const parsed = collect(page, items, (job) => {
      const { lang, title, html } = wording(job);
      const countries = Object.keys((at(job, "locationMap") as object | undefined) ?? {});
      return {
        requisition: words(at(job, "id")) ?? "",
        title: words(title, 1000) ?? "",
        html: prose(html),
        employer: words(at(job, "employer.name")),
        locations: places(countries),
        region: regionFrom(countries[0]),
        employment_type: employment(list(at(job, "positionScheduleCodes"))),
        posted_on: day(at(job, "creationDate")),
        updated_on: day(at(job, "lastModificationDate")),
        url: `https://europa.eu/eures/portal/jv-se/jv-details/${words(at(job, "id"))}`,
        lang,
      };
    });
    const asked = typeof page.carry === "number" ? page.carry : 1;
    const total = items.length === 0 ? 0 : Number(at(answer, "numberRecords") ?? 0);
    return { ...parsed, follow: more(source, asked * PER_PAGE, total, () => request(source, asked + 1)) };
  },
};
