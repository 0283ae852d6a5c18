import type { RawPosting } from "../../models/posting.js";
import type { Source } from "../../models/source.js";
import { LONGEST_ADDRESS } from "../bounds.js";
import type { Batch } from "../lake/batch.js";
import type { Fault, FaultName, HostFigures, SourceOutcome } from "../ledger.js";
import { BEYOND } from "../sources/address.js";
import { DETAIL } from "../sources/detail.js";
import { readAnswer } from "../sources/parsed.js";
import type { Fetchable, Platform } from "../sources/platform.js";
import { driftOf, FieldTally, remembered } from "./drift.js";
import type { Rank } from "./frontier.js";
import { type PageMemory, requestKey, type VisitMemory } from "./memory.js";
import { type Account, type Answer, newFigures, pageOf } from "./polite-fetch.js";

/** Answers a source may give in one night before we stop asking: a bound against endless paging. */
const MOST_ANSWERS = 20_000;
/** An advert's page that gives neither validators nor a stamp is asked again after this many days. */
const RECHECK_DAYS = 7;
/** A stamp is believed for this many days: some lists name pages that are gone, dated as they were. */
const STAMP_DAYS = 28;
const DAY_MS = 86_400_000;

/** A request that a visit wants made. */
export interface Want {
  request: Fetchable;
  rank: Rank;
}

export interface VisitOptions {
  source: Source;
  platform: Platform;
  /** ISO date. */
  date: string;
  memory: VisitMemory;
  /** Begins the batch that what comes goes into; called with the first answer. */
  open: () => Batch;
}

/**
 * One source's night: what it answered, what of it became postings, and whether its silence may be trusted. An advert that
 * a list names is open; its page is asked for only where it may have changed since it was last read.
 */
export class Visit implements Account {
  readonly source: string;
  readonly secrets: readonly string[];
  readonly outcome: SourceOutcome;
  readonly #seen = new Set<string>();
  readonly #asked = new Set<string>();
  readonly #pages: Record<string, PageMemory> = {};
  readonly #tally = new FieldTally();
  /** Requests wanted and not yet settled by an answer, a refusal or a failure. */
  #open = 0;
  /** Pages of lists that were wanted. */
  #lists = 0;
  /** Requests that were not sent any more because the budget was spent. */
  #left = 0;
  #batch: Batch | undefined;

  constructor(private readonly options: VisitOptions) {
    const { source, date } = options;
    this.source = source.id;
    this.secrets = options.platform.needs ?? [];
    this.outcome = {
      source_id: source.id,
      date,
      expected_min: source.expect?.min ?? null,
      expected_max: source.expect?.max ?? null,
      seen: 0,
      new: 0,
      failed: 0,
      censored: false,
      not_modified: 0,
      not_asked: 0,
      http: {},
      robots: { allowed: 0, disallowed: 0 },
      hosts: {},
      faults: [],
      drift: { unknown: [], vanished: [] },
      error: null,
      ...(source.alarm === undefined ? {} : { alarm: source.alarm }),
    };
  }

  get batch(): Batch {
    this.#batch ??= this.options.open();
    return this.#batch;
  }

  /** True when nothing is under way or waiting any more. */
  get settled(): boolean {
    return this.#open === 0;
  }

  host(name: string): HostFigures {
    const { hosts } = this.outcome;
    // A host may be called "constructor", which every object has.
    const known = Object.hasOwn(hosts, name) ? hosts[name] : undefined;
    const figures = known ?? newFigures();
    hosts[name] = figures;
    return figures;
  }

  note(fault: Fault): void {
    const known = this.outcome.faults.find(({ name }) => name === fault.name);
    if (known) known.count += fault.count;
    else this.outcome.faults.push(fault);
  }

  start(): Want[] {
    return this.#wanted(this.options.platform.start(this.options.source));
  }

  /** What is remembered of a request, where it may be used. */
  known(request: Fetchable): PageMemory | undefined {
    return this.options.memory.pages[requestKey(request)];
  }

  /** The requests to send among those asked for: not those sent before, nor those whose answer is known to be the same. */
  #wanted(requests: readonly Fetchable[]): Want[] {
    const wants: Want[] = [];
    const waiting = [...requests].reverse();
    for (let request = waiting.pop(); request !== undefined; request = waiting.pop()) {
      const key = requestKey(request);
      if (this.#asked.has(key)) continue;
      if (this.#asked.size >= MOST_ANSWERS) {
        this.#endless(request.url, `more than ${MOST_ANSWERS} pages`);
        continue;
      }
      this.#asked.add(key);
      if (request.url.length > LONGEST_ADDRESS || !URL.canParse(request.url)) {
        this.#refuseAddress(request.url);
        continue;
      }
      const known = this.known(request);
      if (known && this.#same(request, known)) {
        this.outcome.not_asked += 1;
        waiting.push(...this.#again(key, known).reverse());
        continue;
      }
      this.#open += 1;
      this.#lists += request.label === DETAIL ? 0 : 1;
      const rank = request.label !== DETAIL ? "list" : known ? "recheck" : "advert";
      wants.push({ request, rank });
    }
    return wants;
  }

  #refuseAddress(url: string): void {
    const reason = `an address to ask for next is expected, of at most ${LONGEST_ADDRESS} characters, such as https://example.org/jobs/1`;
    this.batch.refuse({ where: this.source, field: "url", value: url.slice(0, 200), reason });
    this.outcome.failed += 1;
  }

  /** True where the list itself says that the page is as it was, or the page can only be read anew and was so lately. */
  #same(request: Fetchable, known: PageMemory): boolean {
    const days = (Date.parse(this.options.date) - Date.parse(known.checked)) / DAY_MS;
    if (request.stamp !== undefined) return request.stamp === known.stamp && days < STAMP_DAYS;
    if (request.label !== DETAIL || known.etag !== undefined || known.modified !== undefined) return false;
    return days < RECHECK_DAYS;
  }

  /** Takes a page as it was remembered: its postings are open still. */
  #again(key: string, known: PageMemory): Fetchable[] {
    this.#pages[key] = known;
    for (const requisition of known.yields) this.#sight(requisition);
    return known.follow;
  }

  /**
   * Takes an answer and returns what to ask next.
   * @throws AnswerError where the answer is not the platform's
   */
  take(request: Fetchable, answer: Answer): Want[] {
    const { outcome, options } = this;
    const { status, contentType } = answer;
    outcome.http[status] = (outcome.http[status] ?? 0) + 1;
    const key = requestKey(request);
    const known = this.known(request);
    if (status === 304 && known) {
      outcome.not_modified += 1;
      this.#open -= 1;
      return this.#wanted(this.#again(key, { ...known, ...stampOf(request), checked: options.date }));
    }
    this.batch.keepAnswer({ url: answer.url, status, content_type: contentType, body: answer.body });
    const parsed = readAnswer(options.platform, pageOf(request, answer), options.source);
    this.#tally.take(answer.body, contentType);
    for (const refusal of parsed.refused) this.batch.refuse(refusal);
    outcome.failed += parsed.refused.length;
    const before = this.#seen.size;
    for (const posting of parsed.postings) this.#keep(posting);
    this.#pages[key] = {
      ...(answer.etag === undefined ? {} : { etag: answer.etag }),
      ...(answer.modified === undefined ? {} : { modified: answer.modified }),
      ...stampOf(request),
      checked: options.date,
      yields: parsed.postings.map(({ requisition }) => requisition),
      follow: parsed.follow,
    };
    this.#open -= 1;
    const wants = this.#wanted(parsed.follow);
    const news = this.#seen.size > before;
    const onlyLists = wants.length > 0 && wants.every(({ rank }) => rank === "list");
    const isFirst = this.#asked.size - wants.length <= 1;
    const namesAdverts = parsed.postings.length > 0 || parsed.follow.some(({ label: next }) => next === DETAIL);
    if (!news && !isFirst && onlyLists && namesAdverts) {
      // The page repeats what earlier ones said and wants the next one all the same: a list without an end.
      this.#open -= wants.length;
      this.#endless(answer.url, "the list goes on, but brings nothing new");
      return [];
    }
    return wants;
  }

  #endless(url: string | null, detail: string): void {
    this.note({ name: "endless_list", url, detail, count: 1 });
    this.#censor(url === null ? detail : `${url}: ${detail}`);
  }

  #keep(posting: RawPosting): void {
    if (this.#seen.has(posting.requisition)) return;
    this.#seen.add(posting.requisition);
    const { employer, region } = this.options.source;
    this.batch.add({
      ...posting,
      ...(posting.employer === undefined && employer !== undefined ? { employer } : {}),
      ...(posting.region === undefined && region !== undefined ? { region } : {}),
    });
  }

  /** Notes a posting that is open, as it was when its page was last read. */
  #sight(requisition: string): void {
    if (this.#seen.has(requisition)) return;
    this.#seen.add(requisition);
    this.batch.sight(requisition);
  }

  /** Notes an advert's page that a list named but that was taken down since. */
  gone(status: number): void {
    this.#open -= 1;
    this.outcome.http[status] = (this.outcome.http[status] ?? 0) + 1;
  }

  /** Notes a page that robots.txt keeps shut: the host's wish, no fault of the source. */
  forbidden(): void {
    this.#open -= 1;
  }

  /**
   * Notes a request that got no usable answer. The source's count can no longer be trusted, except where it was only to be
   * seen whether a known advert had changed: its list says that it is open.
   */
  fail({ request, rank }: Want, fault: FaultName, reason: string): void {
    this.#open -= 1;
    const known = rank === "recheck" ? this.known(request) : undefined;
    if (known) this.#again(requestKey(request), known);
    if (fault === "budget_spent") {
      this.#left += known ? 0 : 1;
      return;
    }
    this.note({ name: fault, url: request.url, detail: reason, count: 1 });
    if (known) return;
    this.outcome.failed += 1;
    this.#censor(reason);
  }

  /** Notes that the source could not be asked at all. */
  unable(fault: FaultName, reason: string): void {
    this.note({ name: fault, url: null, detail: reason, count: 1 });
    this.#censor(reason);
  }

  #censor(reason: string): void {
    this.outcome.censored = true;
    this.outcome.error ??= reason;
  }

  /** Closes the account: a source that was not asked to its end, or yields too little, is censored, never read as a fall. */
  close(): SourceOutcome {
    const { outcome } = this;
    outcome.seen = this.#seen.size;
    for (const { allowed, disallowed } of Object.values(outcome.hosts)) {
      outcome.robots.allowed += allowed;
      outcome.robots.disallowed += disallowed;
    }
    if (this.#left > 0) {
      const detail = `${this.#left} requests were left when the budget was spent`;
      this.note({ name: "budget_spent", url: null, detail, count: this.#left });
      this.#censor(detail);
    }
    this.#judgeYield();
    this.#judgeFields();
    return outcome;
  }

  #judgeYield(): void {
    const { outcome } = this;
    const least = outcome.expected_min ?? 1;
    const most = outcome.expected_max ?? Number.POSITIVE_INFINITY;
    const fault = (name: FaultName, detail: string): void => this.note({ name, url: null, detail, count: 1 });
    if (outcome.seen < least) {
      const refused = outcome.failed > 0 ? `, ${outcome.failed} could not be read` : "";
      const detail = `${outcome.seen} postings, at least ${least} expected${refused}`;
      if (!outcome.censored) fault(outcome.seen === 0 ? "empty_board" : "low_yield", detail);
      this.#censor(detail);
    }
    if (outcome.seen > most) {
      const detail = `${outcome.seen} postings, at most ${most} expected`;
      // Readers stop there: a list of several pages was not read to its end.
      if (outcome.seen >= most * BEYOND && this.#lists > 1)
        this.#endless(null, `${detail}; the list was not read further: raise expect.max if the board grew`);
      else fault("high_yield", detail);
    }
  }

  #judgeFields(): void {
    const before = this.options.memory.fields;
    if (before === undefined) return;
    this.outcome.drift = driftOf(before, this.#tally.toJSON());
    const { unknown, vanished } = this.outcome.drift;
    if (unknown.length + vanished.length === 0) return;
    const parts = [
      ...(vanished.length > 0 ? [`no advert has ${vanished.join(", ")} any more`] : []),
      ...(unknown.length > 0 ? [`new: ${unknown.join(", ")}`] : []),
    ];
    this.note({ name: "schema_drift", url: null, detail: parts.join("; "), count: 1 });
  }

  /** What the next night shall know. A night that was cut short forgets nothing of the one before. */
  remembered(): VisitMemory {
    const { memory } = this.options;
    return {
      readers: memory.readers,
      of: memory.of,
      fields: remembered(memory.fields ?? {}, this.#tally.toJSON()),
      pages: this.outcome.censored ? { ...memory.pages, ...this.#pages } : this.#pages,
    };
  }
}

const stampOf = ({ stamp }: Fetchable): Pick<PageMemory, "stamp"> => (stamp === undefined ? {} : { stamp });
