import { MOST_SITEMAP_ENTRIES } from "../bounds.js";
import { readTokens } from "./tokens.js";

/** Words in the addresses of adverts: where any page of a sitemap has one, only such pages are asked for. */
export const ADVERT = /job|career|vacanc|position|opening|posting|stelle|emplo/i;

/** An address of a sitemap and when it says that the page was changed. */
export interface SitemapEntry {
  loc: string;
  lastmod: string;
}

/** The entries of a sitemap or of an index of sitemaps, in one pass and without a tree; `beyond` counts those that are too many. */
export const sitemapEntries = (xml: string): { entries: SitemapEntry[]; isIndex: boolean; beyond: number } => {
  let beyond = 0;
  const entries: SitemapEntry[] = [];
  let root: string | undefined;
  let prefix = "";
  let entry: SitemapEntry = { loc: "", lastmod: "" };
  let field: keyof SitemapEntry | null = null;
  const isEntry = (name: string): boolean => name === `${prefix}url` || name === `${prefix}sitemap`;
  const add = (text: string): void => {
    if (field !== null) entry[field] += text;
  };
  readTokens(xml, "xml", {
    onopentagname: (start, end) => {
      const name = xml.slice(start, end);
      // Extensions (images, news) have a `loc` too, under a prefix of their own.
      if (root === undefined) prefix = name.replace(/[^:]*$/, "");
      root ??= name;
      if (isEntry(name)) entry = { loc: "", lastmod: "" };
      field = name === `${prefix}loc` ? "loc" : name === `${prefix}lastmod` ? "lastmod" : null;
    },
    ontext: (start, end) => add(xml.slice(start, end)),
    ontextentity: (code) => add(String.fromCodePoint(code)),
    oncdata: (start, end, offset) => add(xml.slice(start, end - offset)),
    onclosetag: (start, end) => {
      field = null;
      if (!isEntry(xml.slice(start, end))) return;
      const [loc, lastmod] = [entry.loc.trim(), entry.lastmod.trim()];
      if (loc === "") return;
      if (entries.length < MOST_SITEMAP_ENTRIES) entries.push({ loc, lastmod });
      else beyond += 1;
    },
  });
  return { entries, isIndex: root === `${prefix}sitemapindex`, beyond };
};
