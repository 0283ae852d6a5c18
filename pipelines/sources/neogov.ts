import { origin } from "./address.js";
import { day } from "./days.js";
import { feedEntries } from "./feed.js";
import { employment, pay, places, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect } from "./parsed.js";
import type { Platform } from "./platform.js";

/** `Wed, 19 Aug 2026 05:00:00:0`: the service's own way with seconds. */
const JOB = "joblisting";

/** NEOGOV (governmentjobs.com): an agency's RSS feed with duties and qualifications in elements of their own. */
export const neogov: Platform = {
  name: "neogov",
  enabledByDefault: true,
  start: (source) => [
    { url: `${origin(source, "https://www.governmentjobs.com")}/SearchEngine/JobsFeed?agency=${source.board}` },
  ],
  parse: (page) => {
    const { title: agency, entries } = feedEntries("neogov", page);
    return collect(page, entries, (entry) => {
      const own = (name: string): string | undefined => entry.word(`${JOB}:${name}`);
      return {
        requisition: own("jobId") ?? entry.word("guid") ?? "",
        title: words(entry.text("title"), 1000) ?? "",
        html: headed(
          [undefined, entry.text("description")],
          ["Examples of duties", entry.text(`${JOB}:examplesofduties`)],
          ["Qualifications", entry.text(`${JOB}:qualifications`)],
          ["Supplemental information", entry.text(`${JOB}:supplementalinformation`)],
        ),
        employer: agency,
        department: words(own("department")),
        locations: places(own("location")),
        employment_type: employment(own("jobType")),
        ...pay({
          min: own("minimumSalary"),
          max: own("maximumSalary"),
          currency: own("salaryCurrency"),
          period: own("salaryInterval"),
        }),
        posted_on: day(own("advertiseFromDateUTC") ?? entry.word("pubDate")),
        closed_on: day(own("advertiseToDateTimeUTC")),
        url: entry.link,
      };
    });
  },
};
