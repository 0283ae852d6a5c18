import { origin } from "./address.js";
import { day } from "./days.js";
import { at, employment, list, pay, places, prose, words } from "./fields.js";
import { collect, jsonOf, listOf } from "./parsed.js";
import type { Platform } from "./platform.js";

const salaryOf = (job: unknown): unknown =>
  list(at(job, "compensation.summaryComponents")).find((one) => at(one, "compensationType") === "Salary");

/** Ashby job board API: the whole board in one answer; unlisted jobs are not public and are left alone. */
export const ashby: Platform = {
  name: "ashby",
  enabledByDefault: false,
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
        department: words(at(job, "department")),
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
