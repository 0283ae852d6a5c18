import { gunzipSync } from "node:zlib";
import type { RawPosting } from "../../../models/posting.js";
import type { Source } from "../../../models/source.js";
import { platforms } from "../../../pipelines/sources/index.js";
import type { Fetchable, Page, Refusal } from "../../../pipelines/sources/platform.js";

export interface Walked {
  postings: RawPosting[];
  refused: Refusal[];
  /** Addresses that robots.txt bars, and those that were not there. */
  barred: string[];
  gone: string[];
  /** Number of requests, robots.txt included. */
  asked: number;
}

/** Robots.txt of one group, read as simply as can be. */
async function barsOf(origin: string): Promise<RegExp[]> {
  const text = await (await fetch(`${origin}/robots.txt`)).text();
  return [...text.matchAll(/^Disallow: (\S+)$/gm)].map(
    ([, path]) => new RegExp(`^${path!.replace(/[.?]/g, "\\$&").replaceAll("*", ".*")}`),
  );
}

async function pageOf({
  url,
  method = "GET",
  body,
  headers,
  label,
  carry,
}: Fetchable): Promise<Page & { status: number }> {
  const response = await fetch(url, { method, ...(headers && { headers }), ...(body !== undefined && { body }) });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    status: response.status,
    url: response.url,
    contentType: response.headers.get("content-type") ?? "",
    body: (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString("utf8"),
    ...(label !== undefined && { label }),
    ...(carry !== undefined && { carry }),
  };
}

/** Asks a board of loopback for all that its platform's reader wants, one request after the other, without the crawler. */
export async function walk(source: Source): Promise<Walked> {
  const platform = platforms.get(source.platform)!;
  const bars = await barsOf(new URL(source.base_url!).origin);
  const walked: Walked = { postings: [], refused: [], barred: [], gone: [], asked: 1 };
  const wanted = platform.start(source);
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    const { pathname, search } = new URL(next.url);
    if (bars.some((bar) => bar.test(pathname + search))) {
      walked.barred.push(next.url);
      continue;
    }
    walked.asked += 1;
    const page = await pageOf(next);
    if (page.status === 404) walked.gone.push(next.url);
    else if (page.status !== 200) throw new Error(`${next.url} answered ${page.status}`);
    else {
      const { postings, refused, follow } = platform.parse(page, source);
      walked.postings.push(...postings);
      walked.refused.push(...refused);
      wanted.push(...follow);
    }
  }
  return walked;
}
