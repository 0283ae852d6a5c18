import { AutoscaledPool, log as crawleeLog } from "@crawlee/core";
import type { Politeness } from "../politeness.js";
import { DETAIL } from "../sources/detail.js";
import { AnswerError } from "../sources/parsed.js";
import type { Budget } from "./budget.js";
import { type Errand, Frontier } from "./frontier.js";
import { AskError, type PoliteFetch } from "./polite-fetch.js";
import type { Visit, Want } from "./visit.js";

/** Times that a request which failed is sent again, and one that the host pushed back. */
const MOST_RETRIES = 2;
const MOST_PUSHES = 8;
/** How often the pool looks whether a host's rest is over, in seconds. */
const LOOK_SECONDS = 0.02;
/** A page that a list named and that is gone was taken down in between: no fault of the source. */
const GONE = new Set([404, 410]);

/** A visit that is yet to be paid. */
export interface Planned {
  /** Host of the source's first request. */
  host: string;
  begin: () => Visit;
}

export interface CrawlerOptions {
  /** In the order in which they are to be asked. */
  planned: Planned[];
  politeness: Politeness;
  fetch: PoliteFetch;
  budget: Budget;
  /** Requests under way at one time, over all hosts. */
  concurrency: number;
  /** Sources of one host that are asked side by side. */
  perHost: number;
  onAnswer: (visit: Visit) => void;
  /** Told of each visit once, when its last request is settled. */
  onSettled: (visit: Visit) => void;
}

/** The visits of one run: those begun and not settled, and those that wait for a place at their host. */
class Rounds {
  readonly #begun = new Map<number, Visit>();
  readonly #waiting = new Map<string, number[]>();

  constructor(
    private readonly planned: Planned[],
    private readonly begin: (visit: Visit, number: number) => void,
  ) {
    for (const [number, { host }] of planned.entries())
      this.#waiting.set(host, [...(this.#waiting.get(host) ?? []), number]);
  }

  get hosts(): string[] {
    return [...this.#waiting.keys()];
  }

  visit(number: number): Visit {
    const visit = this.#begun.get(number);
    if (visit === undefined) throw new Error(`visit ${number} is not under way`);
    return visit;
  }

  /** Begins the next visit of a host; false where none waits. */
  next(host: string): boolean {
    const number = this.#waiting.get(host)?.shift();
    const planned = number === undefined ? undefined : this.planned[number];
    if (number === undefined || planned === undefined) return false;
    const visit = planned.begin();
    this.#begun.set(number, visit);
    this.begin(visit, number);
    return true;
  }

  /** Forgets a visit that is settled; its host has a place again. */
  settled(number: number): string {
    this.#begun.delete(number);
    return this.planned[number]?.host ?? "";
  }
}

/**
 * Makes the requests of all visits: a host when it is free, hosts in turn. An answer goes to its visit, and what the visit
 * wants next goes back into the frontier. Failures are noted on the visit, never thrown.
 */
export const runVisits = async (options: CrawlerOptions): Promise<void> => {
  const { planned, politeness, fetch, budget, concurrency, perHost, onAnswer, onSettled } = options;
  crawleeLog.setLevel(crawleeLog.LEVELS.OFF);
  const frontier = new Frontier(politeness);
  const wait = (wants: Want[], visit: number, start = false): void => {
    for (const want of wants) frontier.add({ ...want, visit, start, failures: 0, pushes: 0 });
  };
  const settleIfDone = (visit: Visit, number: number): void => {
    if (!visit.settled) return;
    onSettled(visit);
    rounds.next(rounds.settled(number));
  };
  const rounds = new Rounds(planned, (visit, number) => {
    wait(visit.start(), number, true);
    settleIfDone(visit, number);
  });

  const failed = (errand: Errand, visit: Visit, error: AskError): void => {
    if (error.again === "retry" && errand.failures < MOST_RETRIES) errand.failures += 1;
    else if (error.again === "wait" && errand.pushes < MOST_PUSHES) errand.pushes += 1;
    else {
      const told = error.fault === "host_suspended" && errand.last ? errand.last : error;
      const also = told === error ? "" : `; ${error.message}`;
      if (error.fault === "disallowed" && !errand.start) visit.forbidden();
      else visit.fail(errand, told.fault, `${told.message}${also}`);
      return;
    }
    frontier.add({ ...errand, last: error });
  };

  const run = async (): Promise<void> => {
    const errand = frontier.take(Date.now());
    if (errand === undefined) return;
    const visit = rounds.visit(errand.visit);
    const { request, start } = errand;
    try {
      const answer = await fetch.ask(request, visit, visit.known(request));
      await visit.batch.ready();
      if (GONE.has(answer.status)) {
        if (request.label === DETAIL && !start) visit.gone(answer.status);
        else throw new AskError("client_error", `${answer.url} answered ${answer.status}`, "never");
      } else wait(visit.take(request, answer), errand.visit);
      onAnswer(visit);
    } catch (error) {
      if (error instanceof AskError) failed(errand, visit, error);
      else if (error instanceof AnswerError)
        failed(errand, visit, new AskError("not_the_platform", error.message, "never"));
      else throw error;
    }
    settleIfDone(visit, errand.visit);
  };

  for (const host of rounds.hosts) for (let begun = 0; begun < perHost && rounds.next(host); begun += 1);
  const pool = new AutoscaledPool({
    minConcurrency: concurrency,
    maxConcurrency: concurrency,
    maybeRunIntervalSecs: LOOK_SECONDS,
    loggingIntervalSecs: null,
    isTaskReadyFunction: async () => !budget.spent && frontier.ready(Date.now()),
    isFinishedFunction: async () => budget.spent || frontier.size === 0,
    runTaskFunction: run,
  });
  await pool.run();
  // What the budget left: the next visit of a host begins as one ends, until all have been told.
  for (let left = [...frontier.drain()]; left.length > 0; left = [...frontier.drain()])
    for (const errand of left) {
      const visit = rounds.visit(errand.visit);
      visit.fail(errand, "budget_spent", "the budget was spent");
      settleIfDone(visit, errand.visit);
    }
};
