import type { HostFigures, RunRecord, SourceOutcome } from "../ledger.js";

/** A source that was not asked for so many days, while others were, is stale. */
const STALE_DAYS = 7;
/** For so many days after it was met, a drift is still worth a look. */
const DRIFT_DAYS = 7;
const DAY_MS = 86_400_000;

/** A source's last night, and what became of it since it was last healthy. */
export interface SourceStatus extends SourceOutcome {
  state: "healthy" | "censored" | "never healthy";
  /** Requests of the night; null where the record is older than their count. */
  requests: number | null;
  /** ISO date of the last healthy night; null where there was none yet. */
  last_healthy: string | null;
  /** From the last healthy night to today. */
  days_since_healthy: number | null;
  /** True where it was not asked for a week before the last night of all sources: removed, disabled or out of budget. */
  stale: boolean;
  /** The last night with a drift, within a week before its own last night. */
  last_drift: ({ date: string } & SourceOutcome["drift"]) | null;
}

/** What all sources together asked of a host in the last night. */
export interface HostStatus extends HostFigures {
  host: string;
  sources: string[];
}

const NO_DRIFT = { unknown: [], vanished: [] };

/** Whole days from one ISO date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** An outcome as it is now: records of earlier versions lack the newer fields. */
const whole = (outcome: SourceOutcome): SourceOutcome => {
  const old: Partial<SourceOutcome> = outcome;
  const { not_modified = 0, not_asked = 0, hosts = {}, faults = [], drift = NO_DRIFT } = old;
  return { ...outcome, not_modified, not_asked, hosts, faults, drift };
};

const isHealthy = ({ censored, error }: SourceOutcome): boolean => !censored && error === null;

/** A day's tries count by the best: one healthy crawl is enough. */
const nightsOf = (tries: readonly SourceOutcome[]): SourceOutcome[] => {
  const nights = new Map<string, SourceOutcome>();
  for (const outcome of tries) {
    const known = nights.get(outcome.date);
    if (known === undefined || isHealthy(outcome) || !isHealthy(known)) nights.set(outcome.date, outcome);
  }
  return [...nights.values()].sort((a, b) => a.date.localeCompare(b.date));
};

const hasDrift = ({ drift }: SourceOutcome): boolean => drift.unknown.length + drift.vanished.length > 0;

const statusOf = (tries: readonly SourceOutcome[], lastNight: string, today: string): SourceStatus => {
  const nights = nightsOf(tries);
  const last = nights.at(-1) as SourceOutcome;
  const healthy = nights.findLast(isHealthy)?.date ?? null;
  const drifted = nights.findLast((night) => hasDrift(night) && daysBetween(night.date, last.date) < DRIFT_DAYS);
  const counted = Object.keys(last.http).length === 0 || Object.keys(last.hosts).length > 0;
  return {
    ...last,
    state: healthy === null ? "never healthy" : isHealthy(last) ? "healthy" : "censored",
    requests: counted ? Object.values(last.hosts).reduce((sum, { requests }) => sum + requests, 0) : null,
    last_healthy: healthy,
    days_since_healthy: healthy === null ? null : daysBetween(healthy, today),
    stale: daysBetween(last.date, lastNight) >= STALE_DAYS,
    last_drift: drifted === undefined ? null : { date: drifted.date, ...drifted.drift },
  };
};

const merged = (a: HostFigures, b: HostFigures): HostFigures => {
  const http = { ...a.http };
  for (const [status, answers] of Object.entries(b.http)) http[status] = (http[status] ?? 0) + answers;
  return {
    requests: a.requests + b.requests,
    allowed: a.allowed + b.allowed,
    disallowed: a.disallowed + b.disallowed,
    http,
    bytes: a.bytes + b.bytes,
    seconds: a.seconds + b.seconds,
    slowed: a.slowed + b.slowed,
    suspended: a.suspended || b.suspended,
  };
};

const hostsOf = (outcomes: readonly SourceOutcome[]): HostStatus[] => {
  const hosts = new Map<string, HostStatus>();
  for (const { source_id, hosts: asked } of outcomes)
    for (const [host, figures] of Object.entries(asked)) {
      const known = hosts.get(host);
      const sources = [...new Set([...(known?.sources ?? []), source_id])];
      hosts.set(host, { host, ...(known ? merged(known, figures) : figures), sources });
    }
  return [...hosts.values()].sort((a, b) => b.requests - a.requests || a.host.localeCompare(b.host));
};

/**
 * The sources and hosts as the ledger knows them.
 * @param today ISO date that the days since the last healthy night are counted to
 */
export const healthOf = (
  runs: readonly RunRecord[],
  today: string,
): { lastNight: string | null; sources: SourceStatus[]; hosts: HostStatus[] } => {
  const bySource = new Map<string, SourceOutcome[]>();
  const outcomes = runs.flatMap((run) => run.sources ?? []).map(whole);
  for (const outcome of outcomes) {
    const tries = bySource.get(outcome.source_id) ?? [];
    tries.push(outcome);
    bySource.set(outcome.source_id, tries);
  }
  const lastNight = outcomes.reduce<string | null>(
    (last, { date }) => (last === null || date > last ? date : last),
    null,
  );
  if (lastNight === null) return { lastNight, sources: [], hosts: [] };
  return {
    lastNight,
    sources: [...bySource.values()].map((tries) => statusOf(tries, lastNight, today)),
    hosts: hostsOf(outcomes.filter(({ date }) => date === lastNight)),
  };
};
