import type { RawPosting } from "../../models/posting.js";
import type { Source } from "../../models/source.js";
import type { Batch } from "../lake/batch.js";
import type { SourceOutcome } from "../ledger.js";
import type { Fetchable, Page, Platform } from "../sources/platform.js";

/** Answers a source may give in one night before we stop asking: a bound against endless paging. */
const MOST_ANSWERS = 20_000;

/** One source's night: what it answered, what of it became postings, and whether its silence may be trusted. */
export class Visit {
  readonly #seen = new Set<string>();
  readonly #asked = new Set<string>();
  /** Requests wanted and not yet settled by an answer, a refusal or a failure. */
  #open = 0;
  readonly outcome: SourceOutcome;

  constructor(
    readonly source: Source,
    readonly platform: Platform,
    readonly batch: Batch,
    date: string,
  ) {
    this.outcome = {
      source_id: source.id,
      date,
      expected_min: source.expect?.min ?? null,
      expected_max: source.expect?.max ?? null,
      seen: 0,
      new: 0,
      failed: 0,
      censored: false,
      http: {},
      robots: { allowed: 0, disallowed: 0 },
      error: null,
    };
  }

  /** The requests among `wanted` that were not asked for before. */
  fresh(wanted: Fetchable[]): Fetchable[] {
    return wanted.filter((request) => {
      const key = `${request.method ?? "GET"} ${request.url} ${request.body ?? ""}`;
      if (this.#asked.has(key)) return false;
      this.#open += 1;
      if (this.#asked.size >= MOST_ANSWERS) return false;
      this.#asked.add(key);
      return true;
    });
  }

  /** Takes an answer and returns what to ask next. */
  take(page: Page, status: number): Fetchable[] {
    this.outcome.http[status] = (this.outcome.http[status] ?? 0) + 1;
    this.batch.keepAnswer({ url: page.url, status, content_type: page.contentType, body: page.body });
    const parsed = this.platform.parse(page, this.source);
    for (const refusal of parsed.refused) this.batch.refuse(refusal);
    this.outcome.failed += parsed.refused.length;
    for (const posting of parsed.postings) this.#keep(posting);
    this.#open -= 1;
    return this.fresh(parsed.follow);
  }

  #keep(posting: RawPosting): void {
    if (this.#seen.has(posting.requisition)) return;
    this.#seen.add(posting.requisition);
    const { employer, region } = this.source;
    this.batch.add({
      ...posting,
      ...(posting.employer === undefined && employer !== undefined ? { employer } : {}),
      ...(posting.region === undefined && region !== undefined ? { region } : {}),
    });
  }

  /** Notes a page that a list named but that was taken down since. */
  gone(status: number): void {
    this.#open -= 1;
    this.outcome.http[status] = (this.outcome.http[status] ?? 0) + 1;
  }

  /** Notes a page that robots.txt keeps shut: the host's wish, no fault of the source. */
  forbidden(): void {
    this.#open -= 1;
  }

  /** Notes a request that got no usable answer: the source's count can no longer be trusted. */
  fail(url: string, reason: string): void {
    this.#open -= 1;
    this.outcome.failed += 1;
    this.outcome.censored = true;
    this.outcome.error ??= `${url}: ${reason}`;
  }

  /** Closes the account: a source that was not asked to its end, or yields too little, is censored, never read as a fall. */
  close(): SourceOutcome {
    const { outcome } = this;
    outcome.seen = this.#seen.size;
    const least = outcome.expected_min ?? 1;
    if (this.#open > 0) {
      outcome.censored = true;
      outcome.error ??= `${this.#open} requests were left when the budget was spent`;
    }
    if (outcome.seen < least) {
      outcome.censored = true;
      outcome.error ??= `${outcome.seen} postings, at least ${least} expected`;
    }
    return outcome;
  }
}
