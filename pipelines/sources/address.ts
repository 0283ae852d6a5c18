import type { Source } from "../../models/source.js";

/** Scheme and host to ask: the source's own `base_url` in place of the platform's, without a trailing slash. */
export const origin = (source: Source, platformHost: string): string =>
  (source.base_url ?? platformHost).replace(/\/+$/, "");

/** A link found on a page, absolute, and on the source's mirror where it has one. */
export const linkOn = (source: Source, href: string, pageUrl: string): string => {
  const url = new URL(href, URL.canParse(pageUrl) ? pageUrl : "https://localhost");
  return source.base_url === undefined ? url.href : new URL(`${url.pathname}${url.search}`, source.base_url).href;
};

/** A board with this many times what it should have at most is not read further: it has no end, or is another board. */
export const BEYOND = 3;

/** The request for the next slice of a list, or none where it has come to its end, or is far beyond what was expected. */
export const more = <T>(source: Source, next: number, total: number, request: (offset: number) => T): T[] =>
  next < Math.min(total, source.expect === undefined ? 20_000 : source.expect.max * BEYOND) ? [request(next)] : [];

/** `tenant/site`: boards of platforms that need two names. */
export const boardParts = (source: Source): [string, string] => {
  const [first = "", ...rest] = source.board.split("/");
  return [first, rest.join("/")];
};
