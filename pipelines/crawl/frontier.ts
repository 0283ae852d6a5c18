import type { Politeness } from "../politeness.js";
import type { Fetchable } from "../sources/platform.js";
import type { AskError } from "./polite-fetch.js";

/** What a request is for, in the order in which a source's are sent: its lists, adverts not yet known, adverts known. */
export const RANKS = ["list", "advert", "recheck"] as const;
export type Rank = (typeof RANKS)[number];

/** One request of one source, waiting for its turn. */
export interface Errand {
  /** Number of the visit, in the order in which sources are to be asked. */
  visit: number;
  request: Fetchable;
  rank: Rank;
  /** True for a source's first requests, which must be answered. */
  start: boolean;
  failures: number;
  pushes: number;
  /** Why it was sent back here: what is told where its host is left alone before it is sent again. */
  last?: AskError;
}

/** First in, first out, without moving the rest at every taking. */
class Queue {
  #items: (Errand | undefined)[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  add(errand: Errand): void {
    this.#items.push(errand);
  }

  take(): Errand | undefined {
    const errand = this.#items[this.#head];
    if (errand === undefined) return undefined;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head > 1000 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return errand;
  }
}

/** The errands at one host. Sources are taken one after the other, so that a night that ends early has whole ones. */
class HostQueue {
  readonly #visits = new Map<number, Record<Rank, Queue>>();
  #order: number[] = [];
  size = 0;

  constructor(readonly url: URL) {}

  add(errand: Errand): void {
    let queues = this.#visits.get(errand.visit);
    if (queues === undefined) {
      queues = { list: new Queue(), advert: new Queue(), recheck: new Queue() };
      this.#visits.set(errand.visit, queues);
      const at = this.#order.findLastIndex((visit) => visit < errand.visit) + 1;
      this.#order.splice(at, 0, errand.visit);
    }
    queues[errand.rank].add(errand);
    this.size += 1;
  }

  take(): Errand | undefined {
    const [visit] = this.#order;
    const queues = visit === undefined ? undefined : this.#visits.get(visit);
    if (visit === undefined || queues === undefined) return undefined;
    const errand = queues.list.take() ?? queues.advert.take() ?? queues.recheck.take();
    this.size -= errand === undefined ? 0 : 1;
    if (RANKS.every((rank) => queues[rank].size === 0)) {
      this.#visits.delete(visit);
      this.#order.shift();
    }
    return errand;
  }
}

/** The requests that wait, by host. A host gives one out only when its door would let it through at once. */
export class Frontier {
  readonly #hosts = new Map<string, HostQueue>();
  #size = 0;

  constructor(private readonly politeness: Politeness) {}

  get size(): number {
    return this.#size;
  }

  add(errand: Errand): void {
    const url = new URL(errand.request.url);
    let queue = this.#hosts.get(url.host);
    if (queue === undefined) {
      queue = new HostQueue(url);
      this.#hosts.set(url.host, queue);
    }
    queue.add(errand);
    this.#size += 1;
  }

  /** The next errand whose host is free, hosts in turn; undefined while none is. */
  take(now: number): Errand | undefined {
    for (const [host, queue] of this.#hosts) {
      const gate = this.politeness.gate(queue.url);
      if (gate.suspended === null && gate.freeAt > now) continue;
      this.#hosts.delete(host);
      const errand = queue.take();
      if (queue.size > 0) this.#hosts.set(host, queue);
      if (errand === undefined) continue;
      this.#size -= 1;
      return errand;
    }
    return undefined;
  }

  /** True where `take` would give an errand. */
  ready(now: number): boolean {
    for (const queue of this.#hosts.values()) {
      const gate = this.politeness.gate(queue.url);
      if (gate.suspended !== null || gate.freeAt <= now) return true;
    }
    return false;
  }

  /** Time (ms since epoch) at which the next host is free; Infinity where all wait for answers or nothing waits. */
  soonest(): number {
    let soonest = Number.POSITIVE_INFINITY;
    for (const queue of this.#hosts.values()) soonest = Math.min(soonest, this.politeness.gate(queue.url).freeAt);
    return soonest;
  }

  /** Takes out everything that waits. */
  *drain(): Generator<Errand> {
    for (const queue of this.#hosts.values())
      for (let errand = queue.take(); errand !== undefined; errand = queue.take()) yield errand;
    this.#hosts.clear();
    this.#size = 0;
  }
}
