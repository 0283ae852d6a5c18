import type { RawPosting } from "../../models/posting.js";
import { SOURCE_ID } from "../../models/source.js";
import { decode } from "../readers/charset.js";
import { embeddedPostings } from "../sources/embedded.js";
import { fromJobPosting } from "../sources/job-posting.js";
import { collect } from "../sources/parsed.js";
import type { Refusal } from "../sources/platform.js";
import { answerIn, bodyOf } from "./http.js";
import { recordsOf, type WarcRecord } from "./records.js";

/** A posting of an archived page: the page's host is its source and board, the day of the crawl the one it was read on. */
export interface ArchivedPosting {
  raw: RawPosting;
  source: string;
  seen_on: string | undefined;
}

/** What is told of an archive besides its postings. */
export interface ArchiveCounts {
  /** Records, of all types. */
  records: number;
  /** Pages whose words were looked at: those that name a JobPosting. */
  pages: number;
  /** Members and records that could not be read. */
  damaged: number;
}

const SIGN = "JobPosting";
/** What makes a body's bytes differ from the page's, so that a search in them says nothing. */
const isPacked = (fields: Map<string, string>): boolean =>
  (fields.get("content-encoding") ?? "identity") !== "identity" || fields.has("transfer-encoding");

/** The page's bytes where they name a JobPosting; most pages end here, after one search. */
const signedPage = (record: WarcRecord): { body: Buffer; contentType: string } | null => {
  if (record.fields.get("warc-type") !== "response") return null;
  const answer = answerIn(record.block);
  if (answer === null || answer.status !== 200) return null;
  if (!isPacked(answer.fields) && !record.block.includes(SIGN)) return null;
  const contentType = answer.fields.get("content-type") ?? "text/html";
  if (!/html|^$/i.test(contentType)) return null;
  const body = bodyOf(answer);
  return body.includes(SIGN) ? { body, contentType } : null;
};

const dayOf = (record: WarcRecord): string | undefined =>
  /^(\d{4}-\d{2}-\d{2})T/.exec(record.fields.get("warc-date") ?? "")?.[1];

/** A host as a source's id; the record's own address may stand in angle brackets (WARC 1.0 as some write it). */
const addressOf = (record: WarcRecord): { url: string; host: string | null } => {
  const url = (record.fields.get("warc-target-uri") ?? "").replace(/^<|>$/g, "");
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
  return { url, host: SOURCE_ID.test(host) ? host : null };
};

const refusal = (where: string, offset: number, reason: string): Refusal => ({
  where,
  line: offset,
  field: "offset",
  value: String(offset),
  reason,
});

function* postingsOf(
  record: WarcRecord,
  page: { body: Buffer; contentType: string },
): Generator<ArchivedPosting | Refusal> {
  const { url, host } = addressOf(record);
  if (host === null) {
    yield { where: url, field: "WARC-Target-URI", value: url, reason: "the address of a page is expected" };
    return;
  }
  const { text } = decode(page.body, /charset\s*=\s*["']?([\w-]+)/i.exec(page.contentType)?.[1]);
  const { jobs, refused } = embeddedPostings(text, url);
  const parsed = collect({ url, contentType: "text/html", body: "" }, jobs, (job) => fromJobPosting(job, url));
  yield* [...refused, ...parsed.refused];
  for (const raw of parsed.postings) yield { raw, source: host, seen_on: dayOf(record) };
}

/**
 * The schema.org JobPostings of a web archive's HTML responses, in order, with a refusal for each that cannot be used and for each
 * damaged part of the file, by its offset. Memory does not grow with the file.
 */
export function* archivedPostings(file: string, counts: ArchiveCounts): Generator<ArchivedPosting | Refusal> {
  for (const record of recordsOf(file)) {
    if ("reason" in record) {
      counts.damaged += 1;
      yield refusal(file, record.offset, record.reason);
      continue;
    }
    counts.records += 1;
    try {
      const page = signedPage(record);
      if (page === null) continue;
      counts.pages += 1;
      yield* postingsOf(record, page);
    } catch (error) {
      counts.damaged += 1;
      yield refusal(file, record.offset, `a body that cannot be unpacked: ${(error as Error).message}`);
    }
  }
}

export const isPosting = (one: ArchivedPosting | Refusal): one is ArchivedPosting => "raw" in one;
