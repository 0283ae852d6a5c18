import type { Source } from "../../models/source.js";
import { openLake } from "../../pipelines/lake.js";
import { type CrawlOptions, type CrawlSummary, crawl } from "../../pipelines/stages/crawl.js";
import { quietEffects } from "./effects.js";

export const AGENT = "certworth/0.1.0 (+mailto:crawl@example.org)";

/** Crawls loopback boards into the lake of a data directory at a time; without a limit, where none is given. */
export const crawlAt = (
  dataDir: string,
  sources: Source[],
  now?: string,
  more: Partial<CrawlOptions> = {},
): Promise<CrawlSummary> =>
  crawl({
    lake: openLake(dataDir),
    effects: quietEffects(now),
    sources,
    userAgent: AGENT,
    allowLoopback: true,
    budget: {},
    ...more,
  });
