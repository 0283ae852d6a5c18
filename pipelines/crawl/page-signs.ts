import type { CheerioAPI } from "cheerio";
import type { Source } from "../../models/source.js";
import { platforms } from "../sources/index.js";
import { ADVERT } from "../sources/sitemap.js";

/** A page as it was fetched; `url` is where it stood after redirects. */
export interface Answer {
  url: string;
  body: string;
  contentType: string;
}

/** A board that addresses of a page point to. */
export interface Candidate {
  platform: string;
  board: string;
  evidence: string;
}

/** Addresses of one page that are looked at; a page with more of them is no careers page. */
const MOST_ADDRESSES = 20_000;

/** Hosts of scripts and pictures that a platform's careers sites load on the employer's own domain: the page's host is the board. */
const SERVED_BY: readonly [host: RegExp, platform: string][] = [
  [/^cdn\.phenompeople\.com$/, "phenom"],
  [/^(app|cms|assets)\.jibecdn\.com$/, "icims-jibe"],
  [/^assets[\w-]*\.teamtailor-cdn\.com$/, "teamtailor"],
  [/^careers\.recruiteecdn\.com$/, "recruitee"],
  [/^static\.vscdn\.net$/, "eightfold"],
];

/** `1 address`, `2 addresses`. */
export const counted = (count: number, what: string): string =>
  `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : /s$/.test(what) ? "es" : "s"}`;

/** The platform and board that an address belongs to; null where it is none that is known here. */
export const recognised = (url: URL): Pick<Source, "platform" | "board"> | null => {
  for (const platform of platforms.values()) {
    const found = platform.recognise?.(url);
    if (found) return { platform: platform.name, ...found };
  }
  return null;
};

/** An address as a script writes it: up to the quote, bracket or blank that ends it. */
const WRITTEN = /https?:\/\/[^\s"'`<>\\()]+/g;

/** Every address a page names, as often as it does: in attributes, and in the scripts that stand in it. */
export const addressesIn = ($: CheerioAPI, base: string): URL[] => {
  const named = $("*")
    .toArray()
    .flatMap((element) =>
      Object.entries("attribs" in element ? element.attribs : {}).flatMap(([name, value]) => {
        if (name === "href" || name === "src" || name === "action") return [value.trim()];
        return (name === "content" || name.startsWith("data-")) && /^(https?:)?\/\//.test(value) ? [value.trim()] : [];
      }),
    );
  const scripted = $("script")
    .toArray()
    .flatMap(
      (script) =>
        $(script)
          .text()
          .replace(/\\u002f/gi, "/")
          .replaceAll("\\/", "/")
          .match(WRITTEN) ?? [],
    );
  return [...named, ...scripted].slice(0, MOST_ADDRESSES).flatMap((address) => {
    const url = URL.canParse(address, base) ? new URL(address, base) : null;
    return url && /^https?:$/.test(url.protocol) ? [url] : [];
  });
};

/** The boards that addresses point to, the one most pointed to first. */
export const boardsAmong = (addresses: URL[]): Candidate[] => {
  const found = new Map<string, { platform: string; board: string; first: string; times: number }>();
  for (const url of addresses) {
    const board = recognised(url);
    if (!board) continue;
    const key = `${board.platform} ${board.board}`;
    const known = found.get(key) ?? { ...board, first: url.href, times: 0 };
    found.set(key, { ...known, times: known.times + 1 });
  }
  return [...found.values()]
    .sort((a, b) => b.times - a.times)
    .map(({ platform, board, first, times }) => ({
      platform,
      board,
      evidence: `${counted(times, "address")} on the page, such as ${first}`,
    }));
};

/** Eightfold needs the employer's domain beside the host; its pages name it in their own addresses. */
const eightfoldBoard = (host: string, body: string): string => {
  const domain = /[?&;]domain=([\w-]+(?:\.[\w-]+)+)/.exec(body)?.[1] ?? host.split(".").slice(-2).join(".");
  return `${host}/${domain}${/pcsx/i.test(body) ? "/pcsx" : ""}`;
};

/** The board that is the page's own host, told by what the page loads. */
export const servedBy = (addresses: URL[], page: Answer): Candidate[] => {
  const { hostname } = new URL(page.url);
  return SERVED_BY.flatMap(([host, platform]) => {
    const sign = addresses.find((url) => host.test(url.hostname));
    const board = platform === "eightfold" ? eightfoldBoard(hostname, page.body) : hostname;
    return sign ? [{ platform, board, evidence: `the page loads ${sign.href}` }] : [];
  });
};

/** Whether the body is RSS or Atom. */
export const isFeed = (body: string): boolean =>
  /^\s*(<\?xml[^>]*>|<!--.*?-->|\s)*<(rss|feed|rdf:RDF)\b/s.test(body.slice(0, 2000));

/** An address as a board of the rss platform is written. */
export const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, "").replace(/#.*$/, "");

/** A feed whose address or title names jobs; a company's news and a blog's comments are not adverts. */
export const feedOn = ($: CheerioAPI, page: Answer): Candidate[] =>
  $('link[rel="alternate"]')
    .toArray()
    .flatMap((link) => {
      const [type = "", href = "", title = ""] = ["type", "href", "title"].map((name) => $(link).attr(name));
      const named = `${title} ${href}`;
      if (!/rss|atom/i.test(type) || !ADVERT.test(named) || /comment/i.test(named) || !URL.canParse(href, page.url))
        return [];
      const feed = new URL(href, page.url).href;
      return [{ platform: "rss", board: withoutScheme(feed), evidence: `the page names the feed ${feed}` }];
    });
