import type { EmploymentType } from "../../models/posting.js";
import type { Source } from "../../models/source.js";
import { parseJson } from "../readers/parse-json.js";
import { more, origin } from "./address.js";
import { day } from "./days.js";
import { at, joined, list, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";

const EXPECTED = "{total: {value}, hits: [...]} of a search, or adverts as a list or one a line of a stream";
/** The most that a search gives at once, and the furthest that it can be paged into. */
const PER_PAGE = 100;
const LAST_OFFSET = 2000;
const STREAM = "stream?";

const search = (source: Source, offset: number): Fetchable => ({
  url: `${origin(source, "https://jobsearch.api.jobtechdev.se")}/search?${source.board}&sort=pubdate-desc&offset=${offset}&limit=${PER_PAGE}`,
  carry: offset,
});

const labels = (terms: unknown): string[] => list(terms).flatMap((term) => words(at(term, "label")) ?? []);

/** What the advert's form lists beside its text: skills, languages, experience and education, as one line each. */
const demands = (lists: unknown): string =>
  ["skills", "languages", "work_experiences", "education", "education_level"]
    .flatMap((name) => labels(at(lists, name)))
    .map((label) => `<p>${label}</p>`)
    .join("\n");

const licences = (ad: unknown): string | undefined => {
  const named = labels(at(ad, "driving_license")).join(", ");
  return at(ad, "driving_license_required") === true && named !== "" ? `<p>Körkort: ${named}</p>` : undefined;
};

// First match wins, so that a summer job of full days is a summer job.
const TERMS: [RegExp, EmploymentType][] = [
  [/praktik|lärling|trainee/i, "internship"],
  [/sommar|ferie|säsong|behovs|tidsbegränsad|vikariat/i, "temporary"],
  [/^deltid/i, "part_time"],
  [/^heltid/i, "full_time"],
];

const termsOf = (ad: unknown): EmploymentType | undefined => {
  const named = [at(ad, "employment_type.label"), at(ad, "working_hours_type.label")].flatMap(
    (one) => words(one) ?? [],
  );
  return TERMS.find(([pattern]) => named.some((name) => pattern.test(name)))?.[1];
};

const fromAds = (page: Page, ads: unknown[]): Parsed =>
  collect(page, ads, (ad) => {
    // A stream names adverts that were taken down, too.
    if (at(ad, "removed") === true) return null;
    const address = at(ad, "workplace_address");
    const country = words(at(address, "country"));
    return {
      requisition: words(at(ad, "id")) ?? "",
      title: words(at(ad, "headline"), 1000) ?? "",
      html: headed(
        [undefined, prose(at(ad, "description.text_formatted")) ?? prose(at(ad, "description.text"))],
        ["Krav", [demands(at(ad, "must_have")), licences(ad)].filter(Boolean).join("\n")],
        ["Meriterande", demands(at(ad, "nice_to_have"))],
      ),
      employer: words(at(ad, "employer.name")) ?? words(at(ad, "employer.workplace")),
      locations: places(joined(at(address, "municipality") ?? at(address, "city"), at(address, "region"), country)),
      region: country === undefined || country === "Sverige" ? regionFrom("SE") : undefined,
      department: words(at(ad, "occupation.label")),
      employment_type: termsOf(ad),
      posted_on: day(at(ad, "publication_date")),
      closed_on: day(at(ad, "application_deadline") ?? at(ad, "last_publication_date")),
      url: words(at(ad, "webpage_url"), 2000),
    };
  });

const fromSearch = (page: Page, source: Source, answer: unknown): Parsed => {
  const hits = listOf("jobtech", page, at(answer, "hits"), EXPECTED);
  const parsed = fromAds(page, hits);
  const total = Number(at(answer, "total.value") ?? 0);
  const reachable = LAST_OFFSET + PER_PAGE;
  const offset = typeof page.carry === "number" ? page.carry : 0;
  if (offset === 0 && Math.min(total, source.expect?.max ?? total) > reachable)
    parsed.refused.push({
      where: page.url,
      field: "total",
      value: String(total),
      reason: `a search gives at most ${reachable} adverts: narrow the board, or ask for the stream of changes`,
    });
  const next = hits.length === 0 ? total : offset + PER_PAGE;
  return { ...parsed, follow: more(source, next, Math.min(total, reachable), (at) => search(source, at)) };
};

/** A stream is a list, or one advert a line. */
const adsOf = (page: Page): unknown[] | null => {
  const body = page.body.trim();
  if (body.startsWith("[")) return listOf("jobtech", page, jsonOf("jobtech", page, EXPECTED), EXPECTED);
  const lines = body.split("\n");
  if (lines.length < 2) return null;
  try {
    return lines.map((line) => parseJson(line));
  } catch {
    return null;
  }
};

/**
 * JobTech, the Swedish public employment service's adverts (Platsbanken): a search, or the stream of changes since a time.
 * Unverified: written from the public documentation of 2026-11-23. The service asks those who want every advert to take
 * its stream, not its search.
 */
export const jobtech: Platform = {
  name: "jobtech",
  enabledByDefault: true,
  tested: "documentation",
  terms: {
    url: "https://jobtechdev.se/en/news/stoed-foer-delning-av-oeppna-data",
    reviewed: "2026-11-23",
    says: "The agency publishes the adverts as open data, without a key; its search is meant for narrow questions, and collecting all adverts is to be done with the stream.",
  },
  board:
    'a search in the service\'s own parameters, "occupation-field=apaJ_2ja_LuF" or "q=svetsare"; or the changes since a time, "stream?updated-after=2026-11-01T00:00:00&location-concept-id=G6DV_fKE_Viz"',
  start: (source) =>
    source.board.startsWith(STREAM)
      ? [{ url: `${origin(source, "https://jobstream.api.jobtechdev.se")}/v2/${source.board}` }]
      : [search(source, 0)],
  parse: (page, source) => {
    const ads = adsOf(page);
    if (ads !== null) return fromAds(page, ads);
    const answer = jsonOf("jobtech", page, EXPECTED);
    if (at(answer, "hits") !== undefined) return fromSearch(page, source, answer);
    if (at(answer, "id") === undefined) throw new AnswerError("jobtech", page, EXPECTED);
    return fromAds(page, [answer]);
  },
};
