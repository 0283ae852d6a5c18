import type { Source } from "../../models/source.js";
import { Budget, type BudgetOptions } from "../crawl/budget.js";
import { AskError, type PoliteFetch, pageOf, passingAccount } from "../crawl/polite-fetch.js";
import type { Effects } from "../effects.js";
import { openLake } from "../lake.js";
import { platformOf } from "../sources/index.js";
import { politeFetch } from "../stages/crawl.js";
import type { Answered, Ask } from "../stages/verify.js";
import { userAgentFor } from "./agent.js";

export interface PoliteAskOptions {
  /** Data directory: robots.txt answers are kept there, and every decision is put on record. */
  data: string;
  effects: Effects;
  sources: readonly Source[];
  allowLoopback: boolean;
  budget: BudgetOptions;
}

/** What was not asked because it may not be, apart from what was asked and failed. */
const REFUSED = new Set(["disallowed", "robots_closed", "host_refused", "private_address", "redirect_refused"]);

/** A polite way to ask single requests, for what is no crawl; `close` when done. */
export const politeAsk = (options: PoliteAskOptions): { ask: Ask; fetch: PoliteFetch; close: () => Promise<void> } => {
  const { data, effects, allowLoopback, budget } = options;
  const sources = options.sources.map((source) => ({ ...source, enabled: true }));
  const lake = openLake(data);
  const userAgent = userAgentFor(sources);
  const { fetch, close } = politeFetch({ lake, effects, sources, userAgent, allowLoopback }, new Budget(budget));
  const ask: Ask = async (request, source): Promise<Answered> => {
    try {
      const answer = await fetch.ask(request, passingAccount(source.id, platformOf(source).needs));
      return { status: answer.status, page: pageOf(request, answer) };
    } catch (error) {
      if (!(error instanceof AskError)) throw error;
      return REFUSED.has(error.fault) ? { refused: error.message } : { failed: error.message };
    }
  };
  const done = async (): Promise<void> => {
    await close();
    lake.close();
  };
  return { ask, fetch, close: done };
};
