import { origin } from "./address.js";
import { day } from "./days.js";
import { feedEntries } from "./feed.js";
import { employment, pay, places, words } from "./fields.js";
import { headed } from "./markup.js";
import { collect } from "./parsed.js";
import type { Platform } from "./platform.js";
import { boardNamed, stepAfter } from "./recognise.js";

/** The feed's namespace of what RSS has no element for; its days read `Wed, 19 Aug 2026 05:00:00:0`. */
const JOB = "joblisting";

const SITES = /^(www\.)?(governmentjobs|schooljobs)\.com$/;

/** NEOGOV (governmentjobs.com): an agency's RSS feed with duties and qualifications in elements of their own. */
export const neogov: Platform = {
  name: "neogov",
  enabledByDefault: false,
  tested: "recorded answer",
  terms: {
    url: "https://www.governmentjobs.com/",
    reviewed: "2026-11-23",
    says: "Its robots.txt is reported to be closed to all but named crawlers (autumn 2026), which is obeyed, and its terms could not be read here; ask the agency for its feed.",
  },
  board: "the agency in www.governmentjobs.com/careers/AGENCY, or `www.schooljobs.com/AGENCY`, e.g. `acmecounty`",
  recognise: (url) => {
    const [, , site] = SITES.exec(url.hostname) ?? [];
    if (site === undefined) return null;
    const named = boardNamed(url.searchParams.get("agency") ?? stepAfter(url, "careers"));
    return named && site === "schooljobs" ? { board: `www.schooljobs.com/${named.board}` } : named;
  },
  start: (source) => {
    const [agency, host = "www.governmentjobs.com"] = source.board.split("/").reverse();
    return [{ url: `${origin(source, `https://${host}`)}/SearchEngine/JobsFeed?agency=${agency}` }];
  },
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
