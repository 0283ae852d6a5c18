import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";

/** How hard one host may be asked. */
export interface HostLimits {
  /** Requests under way at one time. */
  concurrency: number;
  /** Least time between the starts of two requests, in ms. */
  gapMs: number;
  /** First wait after a host pushed back without saying for how long; doubles with each time in a row, in ms. */
  backOffMs: number;
  /** A host that asks for a longer wait is left alone for the night, in ms. */
  longestWaitMs: number;
  /** Failures, or rounds of being pushed back, in a row that suspend the host. */
  breakerFailures: number;
  /** Time after which a suspended host is tried once more, in ms. */
  breakerRestMs: number;
}

export const PUBLIC_LIMITS: HostLimits = {
  concurrency: 1,
  gapMs: 1000,
  backOffMs: 5000,
  longestWaitMs: 600_000,
  breakerFailures: 6,
  breakerRestMs: 60_000,
};

/** For this machine's own servers: nobody is disturbed by haste. */
export const LOOPBACK_LIMITS: HostLimits = {
  ...PUBLIC_LIMITS,
  concurrency: 8,
  gapMs: 0,
  backOffMs: 100,
  breakerRestMs: 1000,
};

const LARGEST_GAP_MS = 60_000;

/**
 * One host's door: however many sources share the host, no more than `concurrency` requests are under way and no two
 * start closer than the gap. A host that pushes back (429, 503) rests and is asked more slowly for the rest of the run; a
 * host that keeps failing is suspended, tried once more after a rest, and then left alone.
 */
export class HostGate {
  readonly #limit: ReturnType<typeof pLimit>;
  #gapMs: number;
  #nextStart = 0;
  #failures = 0;
  #pushes = 0;
  #lastPush = 0;
  /** True after a rest for failures: the next failure suspends. */
  #trial = false;
  #suspendedFor: string | null = null;
  /** Times that the host made us slow down. */
  slowed = 0;

  constructor(private readonly limits: HostLimits) {
    this.#limit = pLimit(limits.concurrency);
    this.#gapMs = limits.gapMs;
  }

  /** Why the host is left alone for the rest of the run, null while it is not. */
  get suspended(): string | null {
    return this.#suspendedFor;
  }

  /** Time (ms since epoch) from which a request may start at once; Infinity while all places are taken. */
  get freeAt(): number {
    const taken = this.#limit.activeCount + this.#limit.pendingCount;
    return taken >= this.#limit.concurrency ? Number.POSITIVE_INFINITY : this.#nextStart;
  }

  /** Obeys a Crawl-delay: the gap never becomes smaller by it. */
  widenGap(ms: number): void {
    this.#gapMs = Math.max(this.#gapMs, ms);
  }

  /** Runs `send` when it is its turn. */
  run<T>(send: () => Promise<T>): Promise<T> {
    return this.#limit(async () => {
      for (let wait = this.#nextStart - Date.now(); wait > 0; wait = this.#nextStart - Date.now()) await sleep(wait);
      this.#nextStart = Date.now() + this.#gapMs;
      return send();
    });
  }

  succeeded(): void {
    this.#failures = 0;
    this.#pushes = 0;
    this.#trial = false;
    this.#limit.concurrency = this.limits.concurrency;
  }

  /** Notes a failure of the host (5xx, no connection, no answer in time). */
  failed(reason: string): void {
    this.#failures += 1;
    this.#limit.concurrency = 1;
    if (this.#failures < this.limits.breakerFailures) return;
    if (this.#trial) this.#suspendedFor ??= `${this.#failures} failures in a row, the last: ${reason}`;
    this.#trial = true;
    this.#rest(this.limits.breakerRestMs);
  }

  /**
   * Notes that the host pushed back, with the wait it asked for in ms, or null where it named none. Answers to requests
   * that were under way together count as one push.
   */
  pushedBack(retryAfterMs: number | null, startedAt: number): void {
    this.slowed += 1;
    this.#limit.concurrency = 1;
    const sameRound = startedAt < this.#lastPush;
    this.#lastPush = Date.now();
    if (!sameRound) {
      this.#pushes += 1;
      this.#gapMs = Math.min(this.#gapMs * 2, LARGEST_GAP_MS);
    }
    const wait = retryAfterMs ?? this.limits.backOffMs * 2 ** (this.#pushes - 1);
    if (wait > this.limits.longestWaitMs)
      this.#suspendedFor ??= `the host asked for a wait of ${Math.ceil(wait / 1000)} s, longer than a run waits`;
    else if (this.#pushes > this.limits.breakerFailures)
      this.#suspendedFor ??= `the host pushed back ${this.#pushes} times in a row`;
    else this.#rest(wait);
  }

  #rest(ms: number): void {
    this.#nextStart = Math.max(this.#nextStart, Date.now() + ms);
  }
}

/** The wait of a Retry-After header in ms: seconds, or a date (RFC 9110, 10.2.3); null where it says none. */
export const retryAfterMs = (header: string | undefined, now: number): number | null => {
  if (header === undefined) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};
