import type { CheerioAPI } from "cheerio";
import { words } from "./fields.js";
import { AnswerError } from "./parsed.js";
import type { Page } from "./platform.js";
import { treeOf } from "./tree.js";

/** One entry of a feed: its elements' texts by name (`joblisting:jobId`, `pubDate`). */
export interface Entry {
  text(name: string): string;
  word(name: string): string | undefined;
  /** `href` of an Atom link, else the text of an RSS one. */
  link: string | undefined;
}

const entryOf = ($: CheerioAPI, element: Parameters<CheerioAPI>[0]): Entry => {
  const children = $(element as never).children();
  const named = (name: string): string =>
    children
      .filter((_, child) => (child as { name?: string }).name === name)
      .first()
      .text();
  const link = children.filter((_, child) => (child as { name?: string }).name === "link").first();
  return { text: named, word: (name) => words(named(name), 2000), link: words(link.attr("href") ?? link.text(), 2000) };
};

/** @throws AnswerError where the body is neither RSS nor Atom */
export const feedEntries = (platform: string, page: Page): { title: string | undefined; entries: Entry[] } => {
  const $ = treeOf(page.body, "xml");
  if ($("rss, feed, rdf\\:RDF").length === 0) throw new AnswerError(platform, page, "an RSS or Atom feed");
  const entries = $("item, entry")
    .toArray()
    .map((element) => entryOf($, element));
  return { title: words($("channel > title, feed > title").first().text()), entries };
};
