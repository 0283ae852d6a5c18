import { gunzipSync } from "node:zlib";
import {
  Configuration,
  log as crawleeLog,
  HttpCrawler,
  type HttpCrawlingContext,
  type RequestOptions,
} from "@crawlee/cheerio";
import type { Politeness } from "../politeness.js";
import { decodeWindows1252 } from "../readers/windows-1252.js";
import type { Fetchable } from "../sources/platform.js";
import type { Visit } from "./visit.js";

const LARGEST_BODY = 64 << 20;
const REQUEST_TIMEOUT_SECONDS = 60;
const CONCURRENCY = 8;
/** A page that a list named and that is gone was taken down in between: no fault of the source. */
const GONE = new Set([404, 410]);
/** Client errors that a later try may not meet again. */
const PASSING = new Set([408, 425, 429]);

/** What travels with a request through crawlee's queue. */
interface Errand extends Record<string, unknown> {
  visit: number;
  /** True for a source's first requests, which must be answered. */
  start: boolean;
  /** Why politeness forbade it. */
  forbidden?: string;
  label: string | undefined;
  carry: unknown;
}

export interface CrawlerOptions {
  visits: Visit[];
  politeness: Politeness;
  userAgent: string;
  /** Requests that the whole night may make. */
  budget: number;
  onAnswer: (visit: Visit) => void;
}

const bodyText = (body: string | Buffer, encoding: BufferEncoding): string => {
  if (typeof body === "string") return body;
  const zipped = body[0] === 0x1f && body[1] === 0x8b;
  const bytes = zipped ? gunzipSync(body, { maxOutputLength: LARGEST_BODY }) : body;
  // Pages that say latin1 mean windows-1252 (WHATWG Encoding, "labels"), which Node's latin1 is not.
  return encoding === "latin1" ? decodeWindows1252(bytes) : bytes.toString(encoding);
};

const queued = (request: Fetchable, visit: number, start: boolean): RequestOptions => {
  const { url, method = "GET", body, headers, label, carry } = request;
  return {
    url,
    method,
    uniqueKey: `${visit} ${method} ${url} ${body ?? ""}`,
    ...(body === undefined ? {} : { payload: body }),
    ...(headers === undefined ? {} : { headers }),
    userData: { visit, start, label, carry } satisfies Errand,
  };
};

/**
 * Runs all visits through one crawlee queue. Every request asks `politeness` first; an answer goes to its visit, and what
 * the visit wants next goes back into the queue. Failures are noted on the visit, never thrown.
 */
export const runVisits = async ({ visits, politeness, userAgent, budget, onAnswer }: CrawlerOptions): Promise<void> => {
  crawleeLog.setLevel(crawleeLog.LEVELS.OFF);
  const visitOf = (context: { request: { userData: unknown } }): Visit => {
    const visit = visits[(context.request.userData as Errand).visit];
    if (!visit) throw new Error("a request without its visit");
    return visit;
  };
  const configuration = new Configuration({ persistStorage: false, availableMemoryRatio: 0.5 });
  const crawler: HttpCrawler<HttpCrawlingContext> = new HttpCrawler(
    {
      maxRequestsPerCrawl: budget,
      maxRequestRetries: 2,
      minConcurrency: CONCURRENCY,
      maxConcurrency: CONCURRENCY,
      navigationTimeoutSecs: REQUEST_TIMEOUT_SECONDS,
      useSessionPool: false,
      additionalMimeTypes: ["*/*"],
      preNavigationHooks: [
        async (context, options) => {
          const visit = visitOf(context);
          const refusal = await politeness.refusal(context.request.url);
          visit.outcome.robots[refusal === null ? "allowed" : "disallowed"] += 1;
          if (refusal !== null) {
            context.request.noRetry = true;
            (context.request.userData as Errand).forbidden = refusal;
            throw new Error(refusal);
          }
          await politeness.turn(context.request.url);
          Object.assign(options, {
            useHeaderGenerator: false,
            headers: { ...options.headers, "user-agent": userAgent },
          });
        },
      ],
      requestHandler: async (context) => {
        const visit = visitOf(context);
        const { label, carry, start } = context.request.userData as Errand;
        const status = context.response.statusCode ?? 0;
        if (GONE.has(status) && !start) {
          visit.gone(status);
          return;
        }
        if (status >= 400) {
          context.request.noRetry = !PASSING.has(status);
          throw new Error(`answered ${status}`);
        }
        const page = {
          url: context.request.loadedUrl ?? context.request.url,
          contentType: context.contentType.type,
          body: bodyText(context.body, context.contentType.encoding),
          ...(label === undefined ? {} : { label }),
          ...(carry === undefined ? {} : { carry }),
        };
        // From here on a fault is not the network's: asking again would bring the same answer.
        context.request.noRetry = true;
        const follow = visit.take(page, status);
        onAnswer(visit);
        await context.addRequests(follow.map((next) => queued(next, visits.indexOf(visit), false)));
      },
      failedRequestHandler: (context, error) => {
        const visit = visitOf(context);
        const { forbidden, start } = context.request.userData as Errand;
        if (forbidden !== undefined && !start) visit.forbidden();
        else visit.fail(context.request.url, forbidden ?? error.message.split("\n")[0] ?? "failed");
      },
    },
    configuration,
  );
  await crawler.run(
    visits.flatMap((visit, index) =>
      visit.fresh(visit.platform.start(visit.source)).map((one) => queued(one, index, true)),
    ),
  );
};
