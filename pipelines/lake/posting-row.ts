import { withoutAddresses, withoutContacts } from "../../extractors/privacy.js";
import { htmlToText } from "../../extractors/text.js";
import type { Posting, RawPosting } from "../../models/posting.js";
import { hashOf, postingId } from "./layout.js";

/** Where a posting came from and on which day we met it. */
export interface Provenance {
  source: string;
  platform: string;
  board: string;
  /** ISO date. */
  seen_on: string;
  /** True where the posting was seen open on a live board: then the day we saw it may date it. */
  open: boolean;
}

// Control characters other than tab and newline carry no meaning and upset terminals and JSON readers further on.
// biome-ignore lint/suspicious/noControlCharactersInRegex: stripping them is the purpose
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

const clean = (text: string): string =>
  text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(CONTROL, "").toWellFormed().trim();

/** The plain text that offsets refer to: from html by `htmlToText`, else the text with line ends made uniform. No contacts. */
const plainText = (raw: RawPosting): string =>
  withoutContacts(clean(raw.html === undefined ? (raw.text ?? "") : htmlToText(raw.html)));

/** A name without the e-mail address in it; null where nothing else is left. */
const named = (name: string | undefined): string | null =>
  withoutAddresses(clean(name ?? ""))
    .replace(/\s?[(<[]?\[e-mail\][)>\]]?/g, "")
    .trim() || null;

/** A web address; adverts write "mailto:" where a page is asked for, which is none. */
const webAddress = (url: string | undefined): string | null =>
  url === undefined || withoutAddresses(url) !== url ? null : url;

const dating = (raw: RawPosting, from: Provenance): Pick<Posting, "posted_on" | "posted_on_quality"> => {
  if (raw.posted_on !== undefined) return { posted_on: raw.posted_on, posted_on_quality: "stated" };
  if (from.open) return { posted_on: from.seen_on, posted_on_quality: "first_seen" };
  return { posted_on: null, posted_on_quality: "unknown" };
};

/**
 * A hash of what an advert states beside its words: a posting that moves, or whose pay changes, is a new version of itself.
 * Dates are left out for live boards: many move their closing date on with every day.
 */
const factsHash = (raw: RawPosting, { open }: Provenance): string =>
  hashOf(
    [
      raw.employer,
      raw.locations,
      raw.region,
      raw.remote,
      raw.department,
      raw.employment_type,
      raw.pay_min,
      raw.pay_max,
      raw.pay_currency,
      raw.pay_period,
      raw.url,
      open ? undefined : raw.closed_on,
    ].map((fact) => JSON.stringify(fact) ?? ""),
    16,
  );

/** A validated raw posting as the row that `lake/postings` keeps. */
export const postingRow = (raw: RawPosting, from: Provenance): Posting => {
  const text = plainText(raw);
  const title = withoutContacts(clean(raw.title));
  return {
    posting_id: postingId(from.platform, from.board, raw.requisition),
    content_hash: hashOf([title, text], 16),
    facts_hash: factsHash(raw, from),
    source: from.source,
    platform: from.platform,
    board: from.board,
    requisition: clean(raw.requisition),
    title,
    employer: named(raw.employer),
    text,
    locations: (raw.locations ?? []).map((place) => withoutAddresses(clean(place))),
    region: raw.region ?? null,
    remote: raw.remote ?? null,
    department: named(raw.department),
    employment_type: raw.employment_type ?? null,
    pay_min: raw.pay_min ?? null,
    pay_max: raw.pay_max ?? null,
    pay_currency: raw.pay_currency ?? null,
    pay_period: raw.pay_period ?? null,
    ...dating(raw, from),
    closed_on: raw.closed_on ?? null,
    url: webAddress(raw.url),
    lang: raw.lang ?? null,
    seen_on: from.seen_on,
  };
};
