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

/** The plain text that offsets refer to: from html by `htmlToText`, else the text with line ends made uniform. */
const plainText = (raw: RawPosting): string => clean(raw.html === undefined ? (raw.text ?? "") : htmlToText(raw.html));

const dating = (raw: RawPosting, from: Provenance): Pick<Posting, "posted_on" | "posted_on_quality"> => {
  if (raw.posted_on !== undefined) return { posted_on: raw.posted_on, posted_on_quality: "stated" };
  if (from.open) return { posted_on: from.seen_on, posted_on_quality: "first_seen" };
  return { posted_on: null, posted_on_quality: "unknown" };
};

/** A validated raw posting as the row that `lake/postings` keeps. */
export const postingRow = (raw: RawPosting, from: Provenance): Posting => {
  const text = plainText(raw);
  const title = clean(raw.title);
  return {
    posting_id: postingId(from.platform, from.board, raw.requisition),
    content_hash: hashOf([title, text], 16),
    source: from.source,
    platform: from.platform,
    board: from.board,
    requisition: raw.requisition,
    title,
    employer: raw.employer || null,
    text,
    locations: raw.locations ?? [],
    region: raw.region ?? null,
    remote: raw.remote ?? null,
    department: raw.department ?? null,
    employment_type: raw.employment_type ?? null,
    pay_min: raw.pay_min ?? null,
    pay_max: raw.pay_max ?? null,
    pay_currency: raw.pay_currency ?? null,
    pay_period: raw.pay_period ?? null,
    ...dating(raw, from),
    closed_on: raw.closed_on ?? null,
    url: raw.url ?? null,
    lang: raw.lang ?? null,
    seen_on: from.seen_on,
  };
};
