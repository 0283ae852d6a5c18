import type { CheerioAPI } from "cheerio";
import { stringify } from "yaml";
import type { Source } from "../../models/source.js";
import { refusedHost } from "../politeness/refused-hosts.js";
import { embeddedPostings } from "../sources/embedded.js";
import { at, words } from "../sources/fields.js";
import { platforms } from "../sources/index.js";
import { ADVERT, sitemapEntries } from "../sources/sitemap.js";
import { treeOf } from "../sources/tree.js";
import {
  type Answer,
  addressesIn,
  boardsAmong,
  type Candidate,
  counted,
  feedOn,
  isFeed,
  recognised,
  servedBy,
  withoutScheme,
} from "./page-signs.js";

/** Fetches a page politely; rejects with the reason where it may not or cannot be read. */
export type Get = (url: string) => Promise<Answer>;

/** An entry for sources.yaml, unverified until a first run has seen the board. */
export type DetectedSource = Pick<Source, "id" | "platform" | "board"> & { employer?: string; unverified: true };

export type Detection =
  | { source: DetectedSource; evidence: string; others: Candidate[] }
  | { source: null; looked: string[] };

/** Adverts of a sitemap that are read before it is given up. */
const PROBES = 3;

/** The pages of its own host that a sitemap lists, and whether they are sitemaps themselves. */
const listedIn = (xml: string, ownHost: string): { urls: string[]; isIndex: boolean } => {
  const { entries, isIndex } = sitemapEntries(xml);
  const urls = entries.map(({ loc }) => loc).filter((url) => URL.canParse(url) && new URL(url).host === ownHost);
  return { urls, isIndex };
};

/** A site whose sitemap lists pages with a JobPosting; reads the sitemap, one level below it, and at most three pages. */
const jobsInSitemap = async (page: Answer, get: Get, looked: string[]): Promise<Candidate[]> => {
  const { origin, host } = new URL(page.url);
  const sitemap = `${origin}/sitemap.xml`;
  try {
    const { urls: listed, isIndex } = listedIn((await get(sitemap)).body, host);
    const nested = listed.find((url) => ADVERT.test(url)) ?? listed[0];
    const pages = isIndex && nested ? listedIn((await get(nested)).body, host).urls : listed;
    const adverts = pages.filter((url) => ADVERT.test(new URL(url).pathname) && url !== page.url);
    for (const url of adverts.slice(0, PROBES)) {
      const advert = await get(url);
      if (embeddedPostings(advert.body, advert.url).jobs.length > 0)
        return [{ platform: "jsonld", board: host, evidence: `${sitemap} lists ${url}, which carries a JobPosting` }];
    }
    looked.push(
      adverts.length === 0
        ? `${sitemap} lists no page that may be an advert`
        : `${sitemap} lists ${adverts.length === 1 ? "1 page that may be an advert" : `${adverts.length} pages that may be adverts`}; those read carry no JobPosting`,
    );
  } catch (error) {
    looked.push(`${sitemap} could not be read: ${(error as Error).message}`);
  }
  return [];
};

/** What remains of a board's name without the hosts and sites around it: acme of `careers.acme.com`, `eu/acme`, `acme.wd5/Careers`. */
const plainName = (board: string): string => {
  const [first = board] = board.replace(/^(eu|www\.schooljobs\.com)\//, "").split("/");
  return first.split(".").find((label) => !/^(www|careers?|jobs?|boards?|apply)$/i.test(label)) ?? first;
};

const slug = (name: string): string =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

const entryOf = ({ platform, board }: Candidate, employer: string | undefined): DetectedSource => ({
  id: slug(employer ?? plainName(board)) || slug(board) || platform,
  platform,
  board,
  ...(employer === undefined ? {} : { employer }),
  unverified: true,
});

const employerOn = ($: CheerioAPI, page: Answer): string | undefined => {
  const [job] = embeddedPostings(page.body, page.url).jobs;
  return (
    words($('meta[property="og:site_name"]').attr("content"), 100) ??
    words(at(job, "hiringOrganization.name") ?? at(job, "hiringOrganization"), 100)
  );
};

const detected = (candidate: Candidate, employer?: string, others: Candidate[] = []): Detection => ({
  source: entryOf(candidate, employer),
  evidence: candidate.evidence,
  others,
});

/** Reads the page by all signs in turn: boards it points to, what it is served by, adverts on it or in the sitemap, feeds. */
const detectOn = async (page: Answer, get: Get): Promise<Detection> => {
  const itself = recognised(new URL(page.url));
  if (itself) return detected({ ...itself, evidence: `it leads to ${page.url}` });
  if (isFeed(page.body))
    return detected({ platform: "rss", board: withoutScheme(page.url), evidence: `${page.url} is a feed` });
  const $ = treeOf(page.body, "html");
  const addresses = addressesIn($, page.url);
  const jobs = embeddedPostings(page.body, page.url).jobs.length;
  const looked = [
    `${counted(addresses.length, "address")} on ${page.url}: none belongs to a platform known here`,
    "scripts and pictures of a platform: none",
    "schema.org JobPosting on the page: none",
  ];
  const onPage: Candidate = {
    platform: "jsonld",
    board: new URL(page.url).host,
    evidence: `the page carries ${counted(jobs, "schema.org JobPosting")}`,
  };
  const fromPage = [...boardsAmong(addresses), ...servedBy(addresses, page), ...(jobs > 0 ? [onPage] : [])];
  const found = fromPage.length > 0 ? fromPage : await jobsInSitemap(page, get, looked);
  const feeds = found.length > 0 ? [] : feedOn($, page);
  looked.push("feeds that name jobs: none");
  const [best, ...others] = [...found, ...feeds];
  return best ? detected(best, employerOn($, page), others) : { source: null, looked };
};

/**
 * Tells which platform a careers page runs on, and the entry that crawls it. An address that names its board is not
 * asked at all; sites whose terms forbid automated reading are refused with the reason.
 */
export const detect = async (address: string, get: Get): Promise<Detection> => {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    return {
      source: null,
      looked: [`"${address}" is no address of a page; one such as https://acme.com/careers is expected`],
    };
  const refusal = refusedHost(url.hostname);
  if (refusal !== null) return { source: null, looked: [`${url.hostname} is not read: ${refusal}`] };
  const itself = recognised(url);
  if (itself) return detected({ ...itself, evidence: "the address itself names the board" });
  try {
    const page = await get(url.href);
    const led = refusedHost(new URL(page.url).hostname);
    if (led !== null) return { source: null, looked: [`${url.href} leads to ${page.url}, which is not read: ${led}`] };
    return await detectOn(page, get);
  } catch (error) {
    return { source: null, looked: [`${url.href} could not be read: ${(error as Error).message}`] };
  }
};

/** The entry as text for sources.yaml. */
export const sourceEntry = (source: DetectedSource): string => stringify([source], { lineWidth: 0 });

/** What `certworth crawl --detect` prints: the entry with its evidence and the platform's terms, or what was looked for. */
export const detectReport = async (address: string, get: Get): Promise<{ text: string; found: boolean }> => {
  const detection = await detect(address, get);
  if (detection.source === null)
    return {
      found: false,
      text: [`No platform found for ${address}. Looked for:`, ...detection.looked.map((one) => `- ${one}`), ""].join(
        "\n",
      ),
    };
  const { source, evidence, others } = detection;
  const platform = platforms.get(source.platform);
  return {
    found: true,
    text: [
      `# ${source.platform}: ${evidence}`,
      ...(platform
        ? [`# Terms, as of ${platform.terms.reviewed} (${platform.terms.url}): ${platform.terms.says}`]
        : []),
      ...(platform?.enabledByDefault === false ? ["# Off by default: read its terms, then add `enabled: true`."] : []),
      ...(platform?.needs ? [`# It needs ${platform.needs.join(", ")} in the environment.`] : []),
      ...others.map((one) => `# Also seen: ${one.platform}, board ${one.board} (${one.evidence})`),
      sourceEntry(source),
    ].join("\n"),
  };
};
