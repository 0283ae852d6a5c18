import type { FaultName } from "./ledger.js";
import { isLoopbackHost, type Leave, privateRefusal } from "./politeness/address.js";
import { HostGate, type HostLimits, LOOPBACK_LIMITS, PUBLIC_LIMITS } from "./politeness/host-gate.js";
import { refusedHost } from "./politeness/refused-hosts.js";
import { type AskRobots, RobotsCache, type RobotsRules } from "./politeness/robots.js";

/** Whether an address may be asked for, and by which rule. */
export type Decision = { allowed: true; rule: string } | { allowed: false; fault: FaultName; rule: string };

export interface PolitenessOptions {
  /** Starts with the product's name and carries a contact. */
  userAgent: string;
  leave: Leave;
  /** Folder of the robots.txt answers of the last day; null keeps none. */
  robotsFolder: string | null;
  now?: () => number;
  /** Limits of hosts of the public internet and of this machine. */
  limits?: { public: HostLimits; loopback: HostLimits };
}

/**
 * All that keeps the crawl polite, in one place that every request passes: who is never asked, which addresses are out of
 * bounds, what robots.txt says, and how fast a host is asked. There is no switch that turns any of it off.
 */
export class Politeness {
  readonly #robots: RobotsCache;
  readonly #gates = new Map<string, HostGate>();

  constructor(private readonly options: PolitenessOptions) {
    this.#robots = new RobotsCache(options.robotsFolder, options.userAgent, options.now ?? Date.now);
  }

  get userAgent(): string {
    return this.options.userAgent;
  }

  /** The rules that need no request: scheme, refused sites, private addresses. */
  outOfBounds(url: URL): (Decision & { allowed: false }) | null {
    const no = (fault: FaultName, rule: string) => ({ allowed: false, fault, rule }) as const;
    if (url.protocol !== "http:" && url.protocol !== "https:")
      return no("redirect_refused", `${url.protocol} is neither http: nor https:`);
    const refused = refusedHost(url.hostname);
    if (refused !== null) return no("host_refused", refused);
    const inside = privateRefusal(url.hostname, this.options.leave);
    return inside === null ? null : no("private_address", inside);
  }

  /** Whether an address within bounds may be asked for, by its host's robots.txt, which `ask` fetches where need be. */
  async decide(url: URL, ask: AskRobots): Promise<Decision> {
    const rules = await this.rules(url, ask);
    if (rules.closed !== null) return { allowed: false, fault: "robots_closed", rule: rules.closed };
    if (!rules.allows(url.href)) return { allowed: false, fault: "disallowed", rule: "robots.txt disallows it" };
    return { allowed: true, rule: "robots.txt allows it" };
  }

  async rules(url: URL, ask: AskRobots): Promise<RobotsRules> {
    const rules = await this.#robots.rules(url.origin, ask);
    this.gate(url).widenGap(rules.delayMs);
    return rules;
  }

  /** The door of a URL's host. */
  gate({ host, hostname }: URL): HostGate {
    let gate = this.#gates.get(host);
    if (gate === undefined) {
      const { public: far, loopback: near } = this.options.limits ?? {
        public: PUBLIC_LIMITS,
        loopback: LOOPBACK_LIMITS,
      };
      gate = new HostGate(isLoopbackHost(hostname) ? near : far);
      this.#gates.set(host, gate);
    }
    return gate;
  }
}
