import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RobotsTxtFile } from "@crawlee/utils";
import { LONGEST_ROBOTS, MOST_ROBOTS_RULES } from "../bounds.js";
import { writeFileAtomic } from "../lake/atomic.js";
import { hashOf } from "../lake/layout.js";
import { groupsFor, groupsText } from "./robots-groups.js";

const DAY_MS = 86_400_000;
const LONGEST_CRAWL_DELAY_MS = 60_000;
/** Times that a robots.txt without an answer is asked for in one run. */
const MOST_TRIES = 3;

/** What a host's robots.txt came to. */
export interface RobotsRules {
  /** Why the whole host is shut, null where the rules decide. */
  closed: string | null;
  allows(url: string): boolean;
  /** Crawl-delay in ms, 0 where none is asked. */
  delayMs: number;
}

/** How robots.txt is asked for: its last answer after redirects, or why there is none. */
export type AskRobots = (url: string) => Promise<{ status: number; body: string } | { failed: string }>;

/** The Crawl-delay in ms that a robots.txt asks of `agent`, its own group before the `*` group; null where it asks none. */
export const crawlDelayMs = (robots: string, agent: string): number | null => {
  const { own, any } = groupsFor(robots, agent);
  return own.delayMs ?? any.delayMs;
};

const closed = (reason: string): RobotsRules => ({ closed: reason, allows: () => false, delayMs: 0 });
const OPEN: RobotsRules = { closed: null, allows: () => true, delayMs: 0 };

/** The rules of an answer: closed on 5xx and 429 (RFC 9309, 2.3.1.4: unreachable), open on other 4xx (unavailable). */
export const rulesOf = (origin: string, status: number, body: string, userAgent: string): RobotsRules => {
  if (status >= 500 || status === 429) return closed(`robots.txt answered ${status}, so nothing is asked`);
  if (status >= 400) return OPEN;
  if (status < 200 || status >= 300) return closed(`robots.txt answered ${status}, so nothing is asked`);
  const product = userAgent.split("/")[0] ?? userAgent;
  const groups = groupsFor(body.slice(0, LONGEST_ROBOTS), product);
  const { own, any } = groups;
  const most = Math.max(own.rules.length, any.rules.length);
  if (most > MOST_ROBOTS_RULES)
    return closed(`robots.txt has ${most} rules for us, more than ${MOST_ROBOTS_RULES}, so nothing is asked`);
  const file = RobotsTxtFile.from(`${origin}/robots.txt`, groupsText(product, groups));
  return {
    closed: null,
    allows: (url) => file.isAllowed(url, userAgent),
    delayMs: Math.min(own.delayMs ?? any.delayMs ?? 0, LONGEST_CRAWL_DELAY_MS),
  };
};

interface Kept {
  origin: string;
  at: number;
  status: number;
  body: string;
}

/**
 * The robots.txt of every origin, asked once a run and kept on disk for a day (RFC 9309, 2.4). Only answers are kept: a
 * host that could not be reached stays closed and is asked again, at most twice in this run, and by the next one.
 */
export class RobotsCache {
  readonly #rules = new Map<string, Promise<RobotsRules>>();
  readonly #tries = new Map<string, number>();

  constructor(
    private readonly folder: string | null,
    private readonly userAgent: string,
    private readonly now: () => number,
  ) {}

  /** Rules for an origin; `ask` fetches robots.txt where no fresh copy is kept. */
  rules(origin: string, ask: AskRobots): Promise<RobotsRules> {
    const known = this.#rules.get(origin);
    if (known) return known;
    const rules = this.#find(origin, ask);
    this.#rules.set(origin, rules);
    return rules;
  }

  async #find(origin: string, ask: AskRobots): Promise<RobotsRules> {
    const kept = this.#kept(origin);
    if (kept) return rulesOf(origin, kept.status, kept.body, this.userAgent);
    const answer = await ask(`${origin}/robots.txt`);
    if ("failed" in answer) {
      const tries = (this.#tries.get(origin) ?? 0) + 1;
      this.#tries.set(origin, tries);
      if (tries < MOST_TRIES) this.#rules.delete(origin);
      return closed(`robots.txt could not be fetched (${answer.failed}), so nothing is asked`);
    }
    const { status } = answer;
    const body = answer.body.slice(0, LONGEST_ROBOTS);
    const path = this.#path(origin);
    if (path !== null && status < 500 && status !== 429)
      writeFileAtomic(path, `${JSON.stringify({ origin, at: this.now(), status, body } satisfies Kept)}\n`);
    return rulesOf(origin, status, body, this.userAgent);
  }

  #path(origin: string): string | null {
    return this.folder === null ? null : join(this.folder, `${hashOf([origin], 24)}.json`);
  }

  /** A copy of less than a day; a torn, foreign or future one counts as none. */
  #kept(origin: string): Kept | null {
    const path = this.#path(origin);
    if (path === null) return null;
    try {
      const kept = JSON.parse(readFileSync(path, "utf8")) as Kept;
      const age = this.now() - kept.at;
      return kept.origin === origin && age >= 0 && age < DAY_MS ? kept : null;
    } catch {
      return null;
    }
  }
}
