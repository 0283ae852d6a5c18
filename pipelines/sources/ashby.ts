import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter, steps } from "./recognise.js";

const salaryOf = (job: unknown): unknown =>
  list(at(job, "compensation.summaryComponents")).find((one) => at(one, "compensationType") === "Salary");

/** Ashby job board API: the whole board in one answer; unlisted jobs are not public and are left alone. */
export const ashby: Platform = {
  name: "ashby",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://developers.ashbyhq.com/docs/public-job-posting-api",
    reviewed: "2026-11-23",
    says: "The job posting API is public and documented for an employer's own careers page; of other readers it says nothing, and feeds for partners are by agreement, so ask first.",
  },
  board: "the name in jobs.ashbyhq.com/NAME, letter case kept, e.g. `acme`",
  recognise: (url) => {
    if (url.hostname === "jobs.ashbyhq.com") return boardNamed(steps(url)[0]);
    return url.hostname === "api.ashbyhq.com" ? boardNamed(stepAfter(url, "posting-api", "job-board")) : null;
  },
  start: (source) => [
    {
      url: `${origin(source, "https://api.ashbyhq.com")}/posting-api/job-board/${source.board}?includeCompensation=true`,
    },
  ],
  parse: (page) => {
    const jobs = at(jsonOf("ashby", page, "{jobs: [...]}"), "jobs");
    return collect(page, listOf("ashby", page, jobs, "{jobs: [...]}"), (job) => {
      if (at(job, "isListed") === false) return null;
      const salary = salaryOf(job);
      const workplace = words(at(job, "workplaceType"));
      return {
        requisition: words(at(job, "id")) ?? "",
        title: words(at(job, "title"), 1000) ?? "",
        html: prose(at(job, "descriptionHtml")),
        text: prose(at(job, "descriptionPlain")),
        locations: places(
          at(job, "location"),
          list(at(job, "secondaryLocations")).map((one) => at(one, "location")),
        ),
        remote: workplace === undefined ? at(job, "isRemote") === true : workplace === "Remote",
        department: words(at(job, "department")) ?? words(at(job, "team")),
        employment_type: employment(at(job, "employmentType")),
        ...pay({
          min: at(salary, "minValue"),
          max: at(salary, "maxValue"),
          currency: at(salary, "currencyCode"),
          period: at(salary, "interval"),
        }),
        posted_on: day(at(job, "publishedAt")),
        url: words(at(job, "jobUrl"), 2000),
      };
    });
  },
};
