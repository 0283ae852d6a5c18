import { origin } from "./address.js";
import { day } from "./days.js";
import { amount, at, employment, type Known, list, pay, places, words } from "./fields.js";
import { unescapeOnce } from "./markup.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";

/** Boards of the European region have pages of their own and the same API. */
const BOARD_PAGES = /^(job-)?boards(\.eu)?\.greenhouse\.io$/;
const APIS = /^(boards-api(\.eu)?|api)\.greenhouse\.io$/;

const field = (job: unknown, name: RegExp): unknown =>
  at(
    list(at(job, "metadata")).find((one) => name.test(words(at(one, "name")) ?? "")),
    "value",
  );

/**
 * The first pay range, in cents; there where the answer was asked for with `pay_transparency=true`. Only its title tells
 * the period, and none is guessed from the amount.
 */
const payRange = (job: unknown): Known => {
  const [range] = list(at(job, "pay_input_ranges"));
  const whole = (cents: unknown): number | undefined => {
    const value = amount(cents);
    return value === undefined ? undefined : value / 100;
  };
  const title = words(at(range, "title")) ?? "";
  return pay({
    min: whole(at(range, "min_cents")),
    max: whole(at(range, "max_cents")),
    currency: at(range, "currency_type"),
    period: /hour/i.test(title) ? "hour" : /salar|annual|year/i.test(title) ? "year" : undefined,
  });
};

/** Greenhouse job board API: the whole board in one answer; `content` is html, escaped once. */
export const greenhouse: Platform = {
  name: "greenhouse",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://developers.greenhouse.io/job-board.html",
    reviewed: "2026-11-23",
    says: "The Job Board API is documented as public: reading needs no key, and answers are cached; no terms beyond that could be read here.",
  },
  board: "the name in boards.greenhouse.io/NAME, e.g. `acme`",
  recognise: (url) => {
    if (APIS.test(url.hostname)) return boardNamed(stepAfter(url, "v1", "boards"));
    if (!BOARD_PAGES.test(url.hostname)) return null;
    const [first] = steps(url);
    return boardNamed(first === "embed" ? (url.searchParams.get("for") ?? undefined) : first);
  },
  start: (source) => [
    { url: `${origin(source, "https://boards-api.greenhouse.io")}/v1/boards/${source.board}/jobs?content=true` },
  ],
  parse: (page) => {
    const jobs = at(jsonOf("greenhouse", page, "{jobs: [...]}"), "jobs");
    return collect(page, listOf("greenhouse", page, jobs, "{jobs: [...]}"), (job) => ({
      requisition: words(at(job, "id")) ?? "",
      title: words(at(job, "title"), 1000) ?? "",
      html: unescapeOnce(String(at(job, "content") ?? "")),
      employer: words(at(job, "company_name")),
      locations: places(at(job, "location.name")),
      department: words(
        list(at(job, "departments"))
          .flatMap((one) => words(at(one, "name")) ?? [])
          .join("; "),
      ),
      employment_type: employment(field(job, /^employment type$/i)),
      ...payRange(job),
      posted_on: day(at(job, "first_published")),
      updated_on: day(at(job, "updated_at")),
      closed_on: day(at(job, "application_deadline")),
      url: words(at(job, "absolute_url"), 2000),
      lang: words(at(job, "language"), 10),
    }));
  },
};
