import type { RawPosting } from "../../models/posting.js";
import type { Source } from "../../models/source.js";

/**
 * One request that a platform wants made. `label` and `carry` come back with the answer. `{env:NAME}` in the address's
 * query or in a header stands for a secret of the environment: it is filled in when the request is sent and is never kept.
 */
export interface Fetchable {
  url: string;
  method?: "GET" | "POST";
  body?: string;
  headers?: Record<string, string>;
  label?: string;
  carry?: unknown;
  /**
   * What the list says of this page that changes whenever the page does (a time of change, a hash). A page whose stamp is
   * the one of its last answer is not asked for again; without a stamp it is asked conditionally (ETag, Last-Modified).
   */
  stamp?: string;
}

/** An answer as it came: the decoded body, never parsed. */
export interface Page {
  url: string;
  contentType: string;
  body: string;
  label?: string;
  carry?: unknown;
}

/** Why one row or item was not taken: where it stood, which field, its value and what would have been right. */
export interface Refusal {
  /** File path or URL. */
  where: string;
  line?: number;
  field: string;
  value: string;
  reason: string;
  item?: unknown;
}

export interface Parsed {
  postings: RawPosting[];
  refused: Refusal[];
  follow: Fetchable[];
}

/** What a platform's terms say about reading its public boards by machine, as of the day they were reviewed. */
export interface Terms {
  url: string;
  /** ISO date of the review. */
  reviewed: string;
  /** One sentence: what allows or limits the reading. */
  says: string;
}

/** A job board platform, written once; a board on it is an entry of sources.yaml. */
export interface Platform {
  name: string;
  enabledByDefault: boolean;
  /** What the reader was tested against: real answers as they came, or the public documentation only. */
  tested: "recorded answer" | "documentation";
  terms: Terms;
  /** What `board` is on this platform, with an example: "the company's name in boards.greenhouse.io/NAME". */
  board: string;
  /** Names of environment variables without which no board can be asked. */
  needs?: readonly string[];
  /** The board that a careers page's address, or an address linked from one, belongs to; null where it is not this platform's. */
  recognise?(url: URL): Pick<Source, "board"> | null;
  /** The first requests for a board. */
  start(source: Source): Fetchable[];
  /** What an answer holds; throws only where the answer is not the platform's at all. */
  parse(page: Page, source: Source): Parsed;
}
