import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { baseUrlOf } from "../reports/base-url.js";
import { matchedLine } from "../reports/pages/certificate/matched.js";
import type { Month } from "../reports/pages/certificate/rows.js";
import { uuidOf } from "../reports/pages/signals/feed.js";
import { buildSite } from "../reports/site.js";
import { emptyFolder } from "./support/folder.js";
import { writeSampleMarts } from "./support/sample-marts.js";
import { sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 40 });
const read = (path: string): string => readFileSync(join(sample().out, path), "utf8");
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("the Atom feed has what RFC 4287 requires: an id, a title, a date and an author; entries with ids of their own", () => {
  const feed = new JSDOM(read("feed.xml"), { contentType: "application/xml" }).window.document.documentElement;
  expect([feed.namespaceURI, feed.localName]).toEqual(["http://www.w3.org/2005/Atom", "feed"]);
  const texts = (parent: Element, name: string) =>
    [...parent.children].filter((child) => child.localName === name).map((child) => child.textContent);
  const entries = [...feed.querySelectorAll("entry")];
  expect(texts(feed, "author")).toEqual(["certworth"]);
  for (const part of [feed, ...entries]) {
    expect(texts(part, "id")).toEqual([expect.stringMatching(URN)]);
    expect(texts(part, "title")).toEqual([expect.stringMatching(/\S/)]);
    expect(texts(part, "updated")).toEqual([expect.stringMatching(INSTANT)]);
  }
  expect(new Set(entries.flatMap((entry) => texts(entry, "id"))).size).toBe(entries.length);
  expect(texts(feed, "updated")).toEqual(["2024-12-15T00:00:00Z"]);
  expect(entries.length).toBeGreaterThan(2);
});

test("the JSON feed has what version 1.1 requires, and tells the same", () => {
  const feed = JSON.parse(read("feed.json"));
  expect(feed.version).toBe("https://jsonfeed.org/version/1.1");
  expect(feed.title).toBe("certworth: signals");
  for (const item of feed.items) {
    expect(item.id).toMatch(URN);
    expect(item.content_text).toMatch(/\S/);
    expect(item.date_published).toMatch(INSTANT);
  }
  expect(read("feed.xml").match(/<entry>/g)).toHaveLength(feed.items.length);
});

test("a site that knows where it will stand has absolute links in its feeds, under the same ids; pages stay relative", async () => {
  const out = join(emptyFolder(), "site");
  await buildSite({ warehouse: sample().warehouse, out, baseUrl: "https://example.org/certificates" });
  const built = (path: string): string => readFileSync(join(out, path), "utf8");
  const links = (xml: string): string[] => [...xml.matchAll(/href="([^"]*)"/g)].map((found) => found[1]!);
  for (const link of links(built("feed.xml")))
    expect(link).toMatch(/^https:\/\/example\.org\/certificates\/[\w/-]+\.(html|xml)$/);
  expect(links(built("feed.xml")).map((link) => link.replace("https://example.org/certificates/", ""))).toEqual(
    links(read("feed.xml")),
  );
  const [feed, without] = [JSON.parse(built("feed.json")), JSON.parse(read("feed.json"))];
  expect(feed.feed_url).toBe("https://example.org/certificates/feed.json");
  expect(feed.home_page_url).toBe("https://example.org/certificates/signals.html");
  expect(feed.items[0].url).toMatch(/^https:\/\/example\.org\/certificates\/certificate\/[\w-]+\.html$/);
  const ids = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id);
  expect(ids(feed)).toEqual(ids(without));
  expect([without.feed_url, without.home_page_url, without.items[0].url]).toEqual([undefined, undefined, undefined]);
  expect(built("index.html")).toBe(read("index.html"));
});

test.each([
  "example.org",
  "ftp://example.org/",
  "javascript:alert(1)",
  "https://example.org/?a=1",
  "https://example.org/#a",
])("%s is no address of a site", (text) => {
  expect(() => baseUrlOf(text)).toThrow("is no address of a site");
});

test("ids are those of the news, and the same for good", () => {
  expect(uuidOf("a")).toBe(uuidOf("a"));
  expect(uuidOf("a")).not.toBe(uuidOf("b"));
  // python3: hashlib.sha256(b"certworth:a").hexdigest(), version and variant bits set by hand
  expect(uuidOf("a")).toBe("urn:uuid:6662a9d9-d439-8f50-abb0-b1ed7556b848");
});

test("the page of signals lists each change of status, and its overview the largest", () => {
  const { document } = new JSDOM(read("signals.html")).window;
  const rows = [...document.querySelectorAll("#changes tbody tr")].map((row) => row.textContent);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(row).toMatch(/Holding.*Growing/s);
  expect(document.querySelector(".standfirst")!.textContent).toContain(
    "15 December 2024 beside that of 30 November 2024",
  );
  expect(new JSDOM(read("index.html")).window.document.querySelectorAll("#since li").length).toBeGreaterThan(2);
});

test("a first edition says that there is nothing to compare it with", async () => {
  const folder = emptyFolder();
  const warehouse = join(folder, "empty.duckdb");
  await writeSampleMarts(warehouse, { certificates: 0, empty: true });
  await buildSite({ warehouse, out: join(folder, "site") });
  expect(readFileSync(join(folder, "site", "signals.html"), "utf8")).toContain("This is the first edition");
  expect(readFileSync(join(folder, "site", "feed.xml"), "utf8")).not.toContain("<entry>");
});

test("each certificate has a series file that hands over its quarters", () => {
  let handed: { id: string; points: [string, number, number, number][] } | undefined;
  new Function("certworthSeries", read("data/series/cisco-ccna.js"))((series: typeof handed) => {
    handed = series;
  });
  expect(handed!.id).toBe("cisco-ccna");
  expect(handed!.points).toHaveLength(20);
  for (const [date, share, low, high] of handed!.points) {
    expect(date).toMatch(/^\d{4}-(01|04|07|10)-01$/);
    expect(low).toBeLessThanOrEqual(share);
    expect(high).toBeGreaterThanOrEqual(share);
  }
});

const month = (date: string, asking: number, share_matched: number | null): Month => ({
  date,
  postings: 100,
  asking,
  explicit_asking: asking,
  skill_asking: 0,
  licence_asking: 0,
  share_matched,
});

test("the matched line is the mean of its months by postings; months that cannot be compared are left out", () => {
  const months = [
    { ...month("2024-01-01", 10, 0.2), postings: 300 },
    month("2024-02-01", 10, 0.1),
    month("2024-03-01", 10, null),
    month("2024-04-01", 10, null),
  ];
  const line = matchedLine(months, "quarter");
  expect(line.map(({ date }) => date)).toEqual(["2024-01-01"]);
  expect(line[0]!.share).toBeCloseTo((300 * 0.2 + 100 * 0.1) / 400, 12);
});

test("a matched line that is the share as posted is not drawn twice", () => {
  expect(matchedLine([month("2024-01-01", 10, 0.1), month("2024-02-01", 20, 0.2)], "month")).toEqual([]);
});
