import type { RawPosting } from "../../models/posting.js";
import type { Source } from "../../models/source.js";

/** One request that a platform wants made. `label` and `carry` come back with the answer. */
export interface Fetchable {
  url: string;
  method?: "GET" | "POST";
  body?: string;
  headers?: Record<string, string>;
  label?: string;
  carry?: unknown;
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

/** A job board platform, written once; a board on it is an entry of sources.yaml. */
export interface Platform {
  name: string;
  enabledByDefault: boolean;
  /** The first requests for a board. */
  start(source: Source): Fetchable[];
  /** What an answer holds; throws only where the answer is not the platform's at all. */
  parse(page: Page, source: Source): Parsed;
}
