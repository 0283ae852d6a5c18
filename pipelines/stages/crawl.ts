import { join } from "node:path";
import pLimit from "p-limit";
import { Piscina } from "piscina";
import type { Source } from "../../models/source.js";
import { Budget, type BudgetOptions } from "../crawl/budget.js";
import { runVisits } from "../crawl/crawler.js";
import { Memories } from "../crawl/memory.js";
import { PoliteFetch } from "../crawl/polite-fetch.js";
import { RequestLog } from "../crawl/request-log.js";
import { hostOf } from "../crawl/shard.js";
import { Visit } from "../crawl/visit.js";
import { WIRE_LIMITS, Wire, type WireLimits } from "../crawl/wire.js";
import type { Effects } from "../effects.js";
import { hashOf } from "../lake/layout.js";
import type { Rows, RowsTask } from "../lake/rows.js";
import type { Lake } from "../lake.js";
import { runId, type SourceOutcome } from "../ledger.js";
import { bareHost } from "../politeness/address.js";
import { Politeness, type PolitenessOptions } from "../politeness.js";
import { refusalLog } from "../refusal-log.js";
import { roomHash } from "../room-hash.js";
import { missingSecrets, platformOf } from "../sources/index.js";

/** Requests under way at one time over all hosts: public hosts are asked one by one, so this is hosts at a time. */
const CONCURRENCY = 32;
/** Boards of one host that are asked side by side, so that none waits for the slowest page of another. */
const BOARDS_PER_HOST = 8;

export interface CrawlOptions {
  lake: Lake;
  effects: Effects;
  sources: Source[];
  userAgent: string;
  allowLoopback: boolean;
  budget: BudgetOptions;
  /** Bounds of a request and of a host, where they are not the usual ones. */
  wire?: WireLimits;
  limits?: NonNullable<PolitenessOptions["limits"]>;
  concurrency?: number;
  /** Whether rows are made in a thread of their own, so that the network does not wait for them. */
  ownThread?: boolean;
}

export interface CrawlSummary {
  outcomes: SourceOutcome[];
  /** Sources that this day's lake already has. */
  skipped: number;
  added: number;
  changed: number;
  unchanged: number;
}

/** A healthy crawl of a source on a day has one batch id: asking again on that day does nothing. */
const healthyBatch = (source: Source, date: string): string => hashOf(["crawl", source.id, date], 16);

/** Private hosts that sources name themselves: `--allow-loopback` opens them, and no other private host. */
const namedHosts = (sources: Source[]): Set<string> =>
  new Set(sources.flatMap(({ base_url }) => (base_url === undefined ? [] : [bareHost(new URL(base_url).hostname)])));

/** The way to the network of one run. */
export const politeFetch = (
  { lake, effects, sources, userAgent, allowLoopback, wire, limits }: Omit<CrawlOptions, "budget">,
  budget: Budget,
): { fetch: PoliteFetch; politeness: Politeness; close: () => Promise<void> } => {
  const { requests, robots } = lake.paths;
  const started = effects.now();
  const leave = { loopback: allowLoopback, named: allowLoopback ? namedHosts(sources) : new Set<string>() };
  const politeness = new Politeness({
    userAgent,
    leave,
    robotsFolder: robots,
    now: () => effects.now().getTime(),
    ...(limits === undefined ? {} : { limits }),
  });
  const date = started.toISOString().slice(0, 10);
  const log = new RequestLog(join(requests, `date=${date}`, `${runId(started)}.ndjson`));
  const line = new Wire(wire ?? WIRE_LIMITS, leave);
  const close = async (): Promise<void> => {
    log.flush();
    await line.close();
  };
  return { fetch: new PoliteFetch(politeness, line, budget, log, () => effects.now()), politeness, close };
};

const rowThread = (): Piscina<RowsTask, Rows> =>
  new Piscina({
    filename: new URL("../lake/rows.js", import.meta.url).href,
    minThreads: 1,
    maxThreads: 1,
    idleTimeout: 60_000,
  });

/** Asks every enabled source for its open postings and puts them into the lake, one batch a source and day. */
export const crawl = async (options: CrawlOptions): Promise<CrawlSummary> => {
  const { lake, effects, sources } = options;
  const started = effects.now();
  const date = started.toISOString().slice(0, 10);
  const enabled = sources.filter((source) => source.enabled);
  const due = enabled.filter((source) => !lake.hasBatch(healthyBatch(source, date)));
  const summary: CrawlSummary = {
    outcomes: [],
    skipped: enabled.length - due.length,
    added: 0,
    changed: 0,
    unchanged: 0,
  };
  if (due.length === 0) return summary;
  const onRefusal = refusalLog(effects);
  const scribe = options.ownThread ? rowThread() : undefined;
  const makeRows = scribe && ((task: RowsTask) => scribe.run(task));
  const memories = new Memories(lake.paths.visits, roomHash("pipelines/sources"));
  const visitOf = (source: Source): Visit => {
    const platform = platformOf(source);
    const { id, board, base_url = "" } = source;
    const open = () =>
      lake.beginBatch(
        {
          id: healthyBatch(source, date),
          source: id,
          platform: platform.name,
          board,
          seen_on: date,
          open: true,
          onRefusal,
        },
        makeRows,
      );
    return new Visit({
      source,
      platform,
      date,
      open,
      memory: memories.read(id, `${platform.name} ${board} ${base_url}`),
    });
  };
  const progress = effects.progress("crawling", undefined);
  const budget = new Budget(options.budget, effects.stop);
  const { fetch, politeness, close } = politeFetch(options, budget);

  const commit = async (visit: Visit): Promise<void> => {
    const outcome = visit.close();
    if (outcome.censored)
      effects.log.warn({ event: "source censored", ...outcome }, `${outcome.source_id}: ${outcome.error}`);
    const cutShort = outcome.censored ? { id: hashOf(["crawl", outcome.source_id, started.toISOString()], 16) } : {};
    const result = await visit.batch.commit({
      ...cutShort,
      outcome: ({ added }) => Object.assign(outcome, { new: added }),
    });
    // After the postings are in: what is remembered must be in the lake.
    memories.write(visit.source, visit.remembered());
    summary.outcomes.push(outcome);
    summary.added += result.added;
    summary.changed += result.changed;
    summary.unchanged += result.unchanged;
  };
  const oneByOne = pLimit(1);
  const commits: Promise<void>[] = [];
  const able: Source[] = [];
  for (const source of due) {
    const missing = missingSecrets(platformOf(source));
    if (missing.length === 0) {
      able.push(source);
      continue;
    }
    const visit = visitOf(source);
    visit.unable("missing_secret", `${source.platform} needs ${missing.join(" and ")} in the environment`);
    commits.push(oneByOne(() => commit(visit)));
  }
  // Those asked longest ago come first, so that a small budget gets round to all of them in time.
  able.sort((a, b) => memories.writtenAt(a.id) - memories.writtenAt(b.id));
  try {
    await runVisits({
      planned: able.map((source) => ({ host: hostOf(source), begin: () => visitOf(source) })),
      politeness,
      fetch,
      budget,
      concurrency: options.concurrency ?? CONCURRENCY,
      perHost: BOARDS_PER_HOST,
      onAnswer: (visit) => progress.tick(1, visit.source),
      onSettled: (visit) => commits.push(oneByOne(() => commit(visit))),
    });
    await Promise.all(commits);
  } finally {
    progress.done();
    await close();
    await scribe?.close();
  }
  return summary;
};
