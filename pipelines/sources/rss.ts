import { origin } from "./address.js";
import { day } from "./days.js";
import { feedEntries } from "./feed.js";
import { employment, places, prose, words } from "./fields.js";
import { collect } from "./parsed.js";
import type { Platform } from "./platform.js";

/** "Employer: Title", as boards of many employers write it; believed only where all titles of a feed are so. */
const EMPLOYER_FIRST = /^([^:]{1,80}?)\s*:\s+(\S.*)$/;

/** Any RSS or Atom feed of adverts whose entries hold the text. The board is the feed's address without its scheme. */
export const rss: Platform = {
  name: "rss",
  enabledByDefault: true,
  tested: "recorded answer",
  terms: {
    url: "https://www.rssboard.org/rss-specification",
    reviewed: "2026-11-23",
    says: "A feed is published for readers' programs to poll; each site's own terms hold for what is done with its entries and are to be read before it is listed.",
  },
  board: "the feed's address without its scheme: example.com/jobs/feed.xml",
  start: (source) => {
    const [host, ...path] = source.board.split("/");
    return [{ url: `${origin(source, `https://${host}`)}/${path.join("/")}` }];
  },
  parse: (page) => {
    const { entries } = feedEntries("rss", page);
    const employersFirst = entries.every((entry) => EMPLOYER_FIRST.test(entry.word("title") ?? ""));
    return collect(page, entries, (entry) => {
      const title = words(entry.text("title"), 1000) ?? "";
      const [, employer, rest] = (employersFirst && EMPLOYER_FIRST.exec(title)) || [];
      const author = entry.word("author") ?? entry.word("dc:creator");
      return {
        requisition:
          entry.word("guid")?.slice(0, 300) ?? entry.word("id")?.slice(0, 300) ?? entry.link?.slice(0, 300) ?? "",
        title: rest ?? title,
        html: [
          entry.text("content:encoded"),
          entry.text("description"),
          entry.text("content"),
          entry.text("summary"),
        ].find(prose),
        employer: employer ?? author,
        locations: places(entry.word("region"), entry.word("location")),
        department: words(entry.word("category")),
        employment_type: employment(entry.word("type")),
        posted_on: day(entry.word("pubDate") ?? entry.word("published") ?? entry.word("dc:date")),
        updated_on: day(entry.word("updated")),
        closed_on: day(entry.word("expires_at")),
        url: entry.link,
      };
    });
  },
};
