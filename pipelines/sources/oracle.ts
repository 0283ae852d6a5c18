import type { Source } from "../../models/source.js";
import { boardParts, more, origin } from "./address.js";
import { day } from "./days.js";
import { DETAIL, detailRequest, merged } from "./detail.js";
import { at, employment, type Known, list, places, prose, regionFrom, words } from "./fields.js";
import { headed } from "./markup.js";
import { AnswerError, collect, jsonOf, listOf } from "./parsed.js";
import type { Fetchable, Page, Parsed, Platform } from "./platform.js";
import { boardNamed, stepAfter } from "./recognise.js";

const PER_PAGE = 100;
const EXPECTED = "{items: [{requisitionList: [...]}]} or an advert with ExternalDescriptionStr";

/** A board is `host/site`, e.g. `abcd.fa.us2.oraclecloud.com/CX_1`. */
const resource = (source: Source, name: string, finder: string): string =>
  `${origin(source, `https://${boardParts(source)[0]}`)}/hcmRestApi/resources/latest/${name}?onlyData=true&expand=all&finder=${finder},siteNumber=${boardParts(source)[1]}`;

const request = (source: Source, offset: number): Fetchable => ({
  url: `${resource(source, "recruitingCEJobRequisitions", "findReqs;sortBy=POSTING_DATES_DESC")},limit=${PER_PAGE},offset=${offset}`,
  carry: offset,
});

const facts = (source: Source, job: unknown): Known & { requisition: string; title: string } => ({
  requisition: words(at(job, "Id")) ?? "",
  title: words(at(job, "Title"), 1000) ?? "",
  locations: places(
    at(job, "PrimaryLocation"),
    list(at(job, "secondaryLocations")).map((one) => at(one, "Name")),
  ),
  region: regionFrom(at(job, "PrimaryLocationCountry")),
  remote: words(at(job, "WorkplaceType")) === "Remote" ? true : undefined,
  employer: words(at(job, "LegalEmployer")),
  department: words(at(job, "Department")) ?? words(at(job, "Organization")) ?? words(at(job, "JobFamily")),
  employment_type: employment(at(job, "JobSchedule")),
  posted_on: day(at(job, "ExternalPostedStartDate") ?? at(job, "PostedDate")),
  closed_on: day(at(job, "ExternalPostedEndDate") ?? at(job, "PostingEndDate")),
  url: `https://${boardParts(source)[0]}/hcmUI/CandidateExperience/en/sites/${boardParts(source)[1]}/job/${words(at(job, "Id"))}`,
});

const detail = (page: Page, source: Source, job: unknown): Parsed => {
  const html = headed(
    [undefined, prose(at(job, "ExternalDescriptionStr")) ?? prose(at(job, "ShortDescriptionStr"))],
    ["Responsibilities", prose(at(job, "ExternalResponsibilitiesStr"))],
    ["Qualifications", prose(at(job, "ExternalQualificationsStr"))],
  );
  return collect(page, [job], () => merged(page, { ...facts(source, job), html }));
};

/** Oracle Recruiting Cloud: a list in pages, and an answer for each advert. */
export const oracle: Platform = {
  name: "oracle",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.oracle.com/legal/terms/",
    reviewed: "2026-11-23",
    says: "Its terms could not be read here, and each site is its employer's; ask before crawling at scale.",
  },
  board: "`host/site` of HOST/hcmUI/CandidateExperience/en/sites/SITE, e.g. `abcd.fa.us2.oraclecloud.com/CX_1`",
  recognise: (url) => {
    const site = boardNamed(stepAfter(url, "sites"));
    return site && stepAfter(url, "hcmUI", "CandidateExperience") !== undefined
      ? { board: `${url.hostname}/${site.board}` }
      : null;
  },
  start: (source) => [request(source, 0)],
  parse: (page, source) => {
    const answer = jsonOf("oracle", page, EXPECTED);
    const [first] = list(at(answer, "items"));
    const advert = [answer, first].find((one) => at(one, "ExternalDescriptionStr") !== undefined);
    if (advert !== undefined) return detail(page, source, advert);
    if (page.label === DETAIL) throw new AnswerError("oracle", page, "an advert with ExternalDescriptionStr");
    const items = listOf("oracle", page, at(first, "requisitionList"), EXPECTED);
    const parsed = collect(page, items, (job) =>
      detailRequest(
        resource(source, "recruitingCEJobRequisitionDetails", `ById;Id="${words(at(job, "Id"))}"`),
        facts(source, job),
      ),
    );
    const next = (typeof page.carry === "number" ? page.carry : 0) + items.length;
    const total = items.length === 0 ? 0 : Number(at(first, "TotalJobsCount") ?? 0);
    return { ...parsed, follow: [...parsed.follow, ...more(source, next, total, (offset) => request(source, offset))] };
  },
};
