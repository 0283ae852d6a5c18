import type { Source } from "../../models/source.js";
import { runVisits } from "../crawl/crawler.js";
import { Visit } from "../crawl/visit.js";
import type { Effects } from "../effects.js";
import { hashOf } from "../lake/layout.js";
import type { Lake } from "../lake.js";
import type { SourceOutcome } from "../ledger.js";
import { Politeness } from "../politeness.js";
import { refusalLog } from "../refusal-log.js";
import { platforms } from "../sources/index.js";

export interface CrawlOptions {
  lake: Lake;
  effects: Effects;
  sources: Source[];
  userAgent: string;
  allowLoopback: boolean;
  /** Requests that the whole crawl may make. */
  budget: number;
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

/** Asks every enabled source for its open postings and puts them into the lake, one batch a source and day. */
export const crawl = async ({
  lake,
  effects,
  sources,
  userAgent,
  allowLoopback,
  budget,
}: CrawlOptions): Promise<CrawlSummary> => {
  const started = effects.now();
  const date = started.toISOString().slice(0, 10);
  const enabled = sources.filter((source) => source.enabled);
  const due = enabled.filter((source) => !lake.hasBatch(healthyBatch(source, date)));
  const onRefusal = refusalLog(effects);
  const visits = due.map((source) => {
    const platform = platforms.get(source.platform);
    if (!platform) throw new Error(`source ${source.id}: no platform "${source.platform}"`);
    const id = healthyBatch(source, date);
    const batch = lake.beginBatch({
      id,
      source: source.id,
      platform: platform.name,
      board: source.board,
      seen_on: date,
      open: true,
      onRefusal,
    });
    return new Visit(source, platform, batch, date);
  });
  const progress = effects.progress("crawling", undefined);
  const politeness = new Politeness(userAgent, allowLoopback);
  if (visits.length > 0) {
    await runVisits({ visits, politeness, userAgent, budget, onAnswer: (visit) => progress.tick(1, visit.source.id) });
  }
  progress.done();
  const summary: CrawlSummary = {
    outcomes: [],
    skipped: enabled.length - due.length,
    added: 0,
    changed: 0,
    unchanged: 0,
  };
  for (const visit of visits) {
    const outcome = visit.close();
    if (outcome.censored)
      effects.log.warn({ event: "source censored", ...outcome }, `${outcome.source_id}: ${outcome.error}`);
    const cutShort = outcome.censored ? { id: hashOf(["crawl", outcome.source_id, started.toISOString()], 16) } : {};
    const result = await visit.batch.commit({
      ...cutShort,
      outcome: ({ added }) => Object.assign(outcome, { new: added }),
    });
    summary.outcomes.push(outcome);
    summary.added += result.added;
    summary.changed += result.changed;
    summary.unchanged += result.unchanged;
  }
  return summary;
};
