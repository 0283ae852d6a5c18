import type { Fault, FaultName, HostFigures } from "../ledger.js";
import { retryAfterMs } from "../politeness/host-gate.js";
import type { Decision, Politeness } from "../politeness.js";
import type { Fetchable, Page } from "../sources/platform.js";
import type { Budget } from "./budget.js";
import type { RequestLog } from "./request-log.js";
import { blotted, withSecrets } from "./secrets.js";
import { type Wire, type WireAnswer, WireError } from "./wire.js";

/** RFC 9309, 2.3.1.2, and what browsers bear at least. */
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Client errors that a later try may not meet again. */
const PASSING = new Set([408, 425]);

/** Who asks: the figures and faults of the source on whose behalf a request is made. */
export interface Account {
  source: string;
  /** The only secrets of the environment that its requests may carry: those that its platform says it needs. */
  secrets: readonly string[];
  /** Figures of a host, made on first use. */
  host(name: string): HostFigures;
  note(fault: Fault): void;
}

export const newFigures = (): HostFigures => ({
  requests: 0,
  allowed: 0,
  disallowed: 0,
  http: {},
  bytes: 0,
  seconds: 0,
  slowed: 0,
  suspended: false,
});

/** An account for requests that are no source's night: its figures are not kept. */
export const passingAccount = (source: string, secrets: readonly string[] = []): Account => {
  const hosts = new Map<string, HostFigures>();
  return {
    source,
    secrets,
    note: () => undefined,
    host: (name) => {
      const figures = hosts.get(name) ?? newFigures();
      hosts.set(name, figures);
      return figures;
    },
  };
};

/** An answer that can be read: 2xx, 304, or a page that is not there (404, 410). */
export interface Answer {
  status: number;
  /** The address that answered, after redirects, with secrets blotted out. */
  url: string;
  contentType: string;
  body: string;
  etag?: string;
  modified?: string;
}

/** An answer as the platform's reader takes it, with what the request carried. */
export const pageOf = ({ label, carry }: Fetchable, { url, contentType, body }: Answer): Page => ({
  url,
  contentType,
  body,
  ...(label === undefined ? {} : { label }),
  ...(carry === undefined ? {} : { carry }),
});

/** Validators of the last answer. */
export interface Validators {
  etag?: string | undefined;
  modified?: string | undefined;
}

/** No usable answer: the fault by name, and whether asking again may help. */
export class AskError extends Error {
  override name = "AskError";
  constructor(
    readonly fault: FaultName,
    message: string,
    readonly again: "never" | "retry" | "wait",
  ) {
    super(message);
  }
}

/** The one way to the network: every hop of every request passes the rules, the host's door, the budget and the record. */
export class PoliteFetch {
  constructor(
    private readonly politeness: Politeness,
    private readonly wire: Wire,
    private readonly budget: Budget,
    private readonly log: RequestLog,
    private readonly now: () => Date,
  ) {}

  /**
   * Asks for a page, conditionally where validators are given.
   * @throws AskError
   */
  async ask(request: Fetchable, account: Account, validators: Validators = {}): Promise<Answer> {
    const conditional = {
      ...(validators.etag === undefined ? {} : { "if-none-match": validators.etag }),
      ...(validators.modified === undefined ? {} : { "if-modified-since": validators.modified }),
    };
    const { answer, url } = await this.#follow(request, account, conditional, true);
    const shown = (text: string): string => blotted(text, account.secrets);
    const header = (name: string): string | undefined => {
      const value = answer.header(name);
      return value === undefined ? undefined : shown(value);
    };
    const address = shown(url);
    if (answer.wrongCharset)
      account.note({
        name: "wrong_charset",
        url: address,
        detail: `the text is not in the character set that "${header("content-type") ?? ""}" names; it was read all the same`,
        count: 1,
      });
    const [etag, modified] = [header("etag"), header("last-modified")];
    return {
      status: answer.status,
      url: address,
      contentType: shown(answer.contentType),
      body: shown(answer.body),
      ...(etag === undefined ? {} : { etag }),
      ...(modified === undefined ? {} : { modified }),
    };
  }

  async #follow(
    request: Fetchable,
    account: Account,
    extra: Record<string, string>,
    heed: boolean,
  ): Promise<{ answer: WireAnswer; url: string }> {
    const been = new Set<string>();
    const { secrets } = account;
    const shown = (text: string): string => blotted(text, secrets);
    let url = new URL(withSecrets(request.url, secrets, encodeURIComponent));
    let method = request.method ?? "GET";
    let headers: Record<string, string> = { ...request.headers, ...extra };
    for (;;) {
      const key = `${method} ${url.href}`;
      if (been.has(key) || been.size > MOST_REDIRECTS)
        throw new AskError(
          "redirect_loop",
          been.has(key) ? `redirected in a circle to ${shown(url.href)}` : `more than ${MOST_REDIRECTS} redirects`,
          "never",
        );
      been.add(key);
      const answer = await this.#hop({ ...request, url: url.href, method, headers }, url, account, heed);
      const location = REDIRECTS.has(answer.status) ? answer.header("location") : undefined;
      if (location === undefined) return { answer, url: url.href };
      if (!URL.canParse(location, url.href))
        throw new AskError(
          "redirect_refused",
          `redirected to "${shown(location).slice(0, 200)}", which is no address`,
          "never",
        );
      const next = new URL(location, url);
      // What was meant for one host, secrets above all, is not carried to another.
      if (next.host !== url.host) headers = { ...extra };
      if (method === "POST" && answer.status < 304) method = "GET";
      url = next;
    }
  }

  async #hop(hop: Fetchable, url: URL, account: Account, heed: boolean): Promise<WireAnswer> {
    const shown = blotted(url.href, account.secrets);
    const line = { source: account.source, method: hop.method ?? "GET", url: shown };
    const figures = account.host(url.host);
    const gate = this.politeness.gate(url);
    if (gate.suspended !== null) throw new AskError("host_suspended", `${url.host}: ${gate.suspended}`, "never");
    const decision = await this.#decision(url, account, heed);
    if (!decision.allowed) {
      if (decision.fault === "disallowed") figures.disallowed += 1;
      const no = decision.fault === "disallowed" || decision.fault === "robots_closed" ? "disallowed" : "refused";
      this.log.add({ at: this.now().toISOString(), ...line, decision: no, rule: decision.rule });
      const again = decision.fault === "robots_closed" ? "retry" : "never";
      throw new AskError(decision.fault, `${shown}: ${decision.rule}`, again);
    }
    figures.allowed += heed ? 1 : 0;
    return gate.run(async () => {
      if (!this.budget.take()) throw new AskError("budget_spent", "the budget was spent", "never");
      const started = Date.now();
      const at = this.now().toISOString();
      figures.requests += 1;
      try {
        const answer = await this.wire.send({
          url: url.href,
          method: hop.method ?? "GET",
          headers: { accept: "*/*", ...this.#headers(hop, account.secrets), "user-agent": this.politeness.userAgent },
          ...(hop.body === undefined || hop.method !== "POST" ? {} : { body: hop.body }),
        });
        this.#count(figures, answer, started);
        const { status, bytes } = answer;
        this.log.add({
          at,
          ...line,
          decision: "allowed",
          rule: decision.rule,
          status,
          bytes,
          ms: Date.now() - started,
        });
        this.#judge(answer, url, shown, started, figures, heed);
        return answer;
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        figures.seconds += (Date.now() - started) / 1000;
        const { fault } = error;
        this.log.add({ at, ...line, decision: "allowed", rule: decision.rule, fault, ms: Date.now() - started });
        const ours = fault === "private_address" || fault === "too_large" || fault === "undecodable";
        const told = blotted(error.message, account.secrets);
        if (!ours) gate.failed(`${fault}: ${told}`);
        figures.suspended = gate.suspended !== null;
        throw new AskError(fault, `${shown}: ${told}`, ours ? "never" : "retry");
      }
    });
  }

  #headers(hop: Fetchable, secrets: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      Object.entries(hop.headers ?? {}).map(([name, value]) => [name, withSecrets(value, secrets, (secret) => secret)]),
    );
  }

  #count(figures: HostFigures, { status, bytes }: WireAnswer, started: number): void {
    figures.http[status] = (figures.http[status] ?? 0) + 1;
    figures.bytes += bytes;
    figures.seconds += (Date.now() - started) / 1000;
  }

  /** What a status means for the host, and whether the answer can be used. */
  #judge(
    { status, header }: WireAnswer,
    url: URL,
    shown: string,
    started: number,
    figures: HostFigures,
    heed: boolean,
  ): void {
    const gate = this.politeness.gate(url);
    if (status === 429 || status === 503) {
      gate.pushedBack(retryAfterMs(header("retry-after"), this.now().getTime()), started);
      figures.slowed += 1;
      figures.suspended = gate.suspended !== null;
      throw new AskError(status === 429 ? "too_many_requests" : "server_error", `${shown} answered ${status}`, "wait");
    }
    if (status >= 500) {
      gate.failed(`answered ${status}`);
      figures.suspended = gate.suspended !== null;
      throw new AskError("server_error", `${shown} answered ${status}`, "retry");
    }
    gate.succeeded();
    // A robots.txt that is refused to us (4xx) is one that does not stand there (RFC 9309, 2.3.1.3).
    if (heed && status >= 400 && status !== 404 && status !== 410)
      throw new AskError("client_error", `${shown} answered ${status}`, PASSING.has(status) ? "retry" : "never");
  }

  async #decision(url: URL, account: Account, heed: boolean): Promise<Decision> {
    const out = this.politeness.outOfBounds(url);
    if (out !== null) return out;
    if (!heed) return { allowed: true, rule: "robots.txt itself" };
    return this.politeness.decide(url, (address) => this.#askRobots(address, account));
  }

  async #askRobots(address: string, account: Account): Promise<{ status: number; body: string } | { failed: string }> {
    try {
      const { answer } = await this.#follow({ url: address }, account, {}, false);
      return { status: answer.status, body: blotted(answer.body, account.secrets) };
    } catch (error) {
      if (error instanceof AskError && error.fault === "budget_spent") throw error;
      return { failed: (error as Error).message };
    }
  }
}
