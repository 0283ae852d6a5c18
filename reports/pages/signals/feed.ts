import { createHash } from "node:crypto";
import { escapeHtml } from "../../html.js";
import { count, dayName, sentenceCase } from "../../numbers.js";
import type { Facts } from "../../page.js";
import { byMove, causesText, type Edition, type Revision, shareMove, statusChanged } from "../../revisions.js";
import { SIMULATED } from "../../shell.js";
import { certificatePath } from "../../summary.js";
import { statusWords } from "../../words.js";

interface Entry {
  /** A name-based UUID: the same news has the same id in every build. */
  id: string;
  title: string;
  text: string;
  /** Relative to the feed. */
  link: string;
  /** RFC 3339. */
  updated: string;
}

/** Feeds hold the newest only; the page holds all. */
const LONGEST = 50;

/** A UUID of a name (RFC 9562, version 8: the hash is SHA-256). */
export function uuidOf(name: string): string {
  const hex = createHash("sha256").update(`certworth:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Midnight of a day; the first second of 1970 where the data has no day at all. */
const instant = (day: string | null): string => `${day === null || day === "" ? "1970-01-01" : day}T00:00:00Z`;

const changed = (revision: Revision): Entry => ({
  id: uuidOf(`${revision.certificate_id}|${revision.vintage}|${revision.status}`),
  title: `${revision.name}: ${statusWords(revision.status).label.toLowerCase()}, before: ${statusWords(revision.status_before).label.toLowerCase()}`,
  text: `${sentenceCase(shareMove(revision))}. What can have moved it: ${causesText(revision)}.`,
  link: certificatePath(revision.certificate_id),
  updated: instant(revision.vintage),
});

const edition = ({ day, postings, certificates }: Edition): Entry => ({
  id: uuidOf(`edition|${day}`),
  title: `Edition of ${dayName(day)}`,
  text: `${count(certificates)} certificates measured in ${count(postings)} postings.`,
  link: "signals.html",
  updated: instant(day),
});

/** The news of the latest edition, largest move of the share first, then the editions. */
export function entriesOf(revisions: readonly Revision[], editions: readonly Edition[]): Entry[] {
  const news = revisions.filter(statusChanged).sort(byMove).slice(0, LONGEST);
  return [...news.map(changed), ...editions.slice(0, LONGEST).map(edition)];
}

/** @returns the day of the latest edition, or of the data where none was kept. */
const lastDay = (editions: readonly Edition[], { asOf }: Facts): string => editions[0]?.day ?? asOf;

const note = (facts: Facts): string => (facts.simulated ? SIMULATED : "Postings are not vacancies, hires or worth.");

/** The address of a page in a feed: absolute where the site knows where it will stand, else relative to the feed. */
const at = ({ baseUrl }: Facts, path: string): string => escapeHtml(`${baseUrl ?? ""}${path}`);

/** Atom (RFC 4287), whose links may be relative: to the feed itself, where no other base is known. */
export function atom(entries: readonly Entry[], editions: readonly Edition[], facts: Facts): string {
  const items = entries.map(
    ({ id, title, text, link, updated }) => `  <entry>
    <id>${id}</id>
    <title>${escapeHtml(title)}</title>
    <updated>${updated}</updated>
    <link rel="alternate" type="text/html" href="${at(facts, link)}"/>
    <summary>${escapeHtml(text)}</summary>
  </entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${uuidOf("feed")}</id>
  <title>certworth: signals</title>
  <subtitle>${escapeHtml(note(facts))}</subtitle>
  <updated>${instant(lastDay(editions, facts))}</updated>
  <author><name>certworth</name></author>
  <link rel="self" type="application/atom+xml" href="${at(facts, "feed.xml")}"/>
  <link rel="alternate" type="text/html" href="${at(facts, "signals.html")}"/>
${items.join("")}</feed>
`;
}

/** JSON Feed 1.1. It has no relative addresses: where the site does not know where it will stand, items carry none. */
export function jsonFeed(entries: readonly Entry[], facts: Facts): string {
  const { baseUrl } = facts;
  const items = entries.map(({ id, title, text, link, updated }) => ({
    id,
    ...(baseUrl === null ? {} : { url: `${baseUrl}${link}` }),
    title,
    content_text: text,
    date_published: updated,
  }));
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "certworth: signals",
    ...(baseUrl === null ? {} : { home_page_url: `${baseUrl}signals.html`, feed_url: `${baseUrl}feed.json` }),
    description: note(facts),
    language: "en",
    authors: [{ name: "certworth" }],
    items,
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
