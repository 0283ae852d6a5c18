import { isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { RobotsTxtFile } from "@crawlee/utils";

/** Least time between two requests to one host that states no Crawl-delay, in ms. */
const DEFAULT_GAP_MS = 1000;
const LONGEST_CRAWL_DELAY_MS = 60_000;
const ROBOTS_TIMEOUT_MS = 10_000;
const ROBOTS_MAX_CHARS = 512 << 10;

interface HostRules {
  allows(url: string): boolean;
  gapMs: number;
  /** What the robots.txt answered, for the ledger. */
  verdict: string;
}

interface Host {
  rules: Promise<HostRules>;
  nextTurn: number;
}

const PRIVATE_V4 = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

/** True for loopback, link-local and private addresses, by name or number. */
export const isPrivateHost = (hostname: string): boolean => {
  const host = hostname.replace(/^\[|\]$/g, "").toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost") || host.endsWith(".local")) return true;
  if (isIP(host) === 4) return PRIVATE_V4.test(`${host}.`);
  return isIP(host) === 6 && (host === "::" || host === "::1" || /^(f[cd]|fe[89ab]|::ffff:)/.test(host));
};

/** The Crawl-delay in ms that a robots.txt asks of `agent`, its own group before the `*` group; null where it asks none. */
export const crawlDelayMs = (robots: string, agent: string): number | null => {
  const found = new Map<string, number>();
  let agents: string[] = [];
  let inHead = false;
  for (const line of robots.split(/\r?\n/)) {
    const [key = "", value = ""] = line
      .replace(/#.*/, "")
      .split(/:(.*)/s)
      .map((part) => part.trim().toLowerCase());
    if (key === "user-agent") {
      agents = inHead ? [...agents, value] : [value];
      inHead = true;
    } else if (key !== "") {
      inHead = false;
      const seconds = Number(value);
      if (key === "crawl-delay" && Number.isFinite(seconds) && seconds >= 0)
        for (const name of agents) found.set(name, seconds * 1000);
    }
  }
  return found.get(agent.toLowerCase()) ?? found.get("*") ?? null;
};

/**
 * Asks each host's robots.txt once, obeys it, and spaces the requests to a host. Closed where robots.txt answers 5xx or
 * not at all (RFC 9309, 2.3.1.4); open where there is none (4xx).
 */
export class Politeness {
  readonly #hosts = new Map<string, Host>();
  readonly #product: string;

  constructor(
    private readonly userAgent: string,
    private readonly allowLoopback: boolean,
  ) {
    this.#product = userAgent.split("/")[0] ?? userAgent;
  }

  /** Why a URL may not be asked for, or null where it may. */
  async refusal(url: string): Promise<string | null> {
    const { hostname, protocol } = new URL(url);
    if (protocol !== "http:" && protocol !== "https:") return `${protocol} is not http`;
    if (isPrivateHost(hostname) && !this.allowLoopback) return "loopback and private addresses need --allow-loopback";
    const rules = await this.#host(url).rules;
    return rules.allows(url) ? null : `robots.txt: ${rules.verdict}`;
  }

  /** Resolves when it is this request's turn at its host. */
  async turn(url: string): Promise<void> {
    const host = this.#host(url);
    const { gapMs } = await host.rules;
    const at = Math.max(Date.now(), host.nextTurn);
    host.nextTurn = at + gapMs;
    if (at > Date.now()) await sleep(at - Date.now());
  }

  #host(url: string): Host {
    const { origin } = new URL(url);
    const known = this.#hosts.get(origin);
    if (known) return known;
    const host = { rules: this.#askRobots(origin), nextTurn: 0 };
    this.#hosts.set(origin, host);
    return host;
  }

  async #askRobots(origin: string): Promise<HostRules> {
    const gapMs = isPrivateHost(new URL(origin).hostname) ? 0 : DEFAULT_GAP_MS;
    const address = `${origin}/robots.txt`;
    try {
      const answer = await fetch(address, {
        headers: { "user-agent": this.userAgent },
        signal: AbortSignal.timeout(ROBOTS_TIMEOUT_MS),
      });
      const body = (await answer.text()).slice(0, ROBOTS_MAX_CHARS);
      if (answer.status >= 500) return { allows: () => false, gapMs, verdict: `closed, it answered ${answer.status}` };
      if (!answer.ok) return { allows: () => true, gapMs, verdict: `open, it answered ${answer.status}` };
      const rules = RobotsTxtFile.from(address, body);
      const delay = Math.min(crawlDelayMs(body, this.#product) ?? 0, LONGEST_CRAWL_DELAY_MS);
      return {
        allows: (url) => rules.isAllowed(url, this.userAgent),
        gapMs: Math.max(gapMs, delay),
        verdict: "disallowed",
      };
    } catch (error) {
      return { allows: () => false, gapMs, verdict: `closed, it could not be fetched (${(error as Error).message})` };
    }
  }
}
