import { gunzipSync } from "node:zlib";
import { load } from "cheerio";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlToText } from "../extractors/text.js";
import { RawPosting } from "../models/posting.js";
import { Source } from "../models/source.js";
import { type ServedBoards, serveBoards } from "../pipelines/demo/boards.js";
import { isoOf } from "../pipelines/demo/calendar.js";
import { simulateMarket } from "../pipelines/demo/market.js";
import type { DemoPosting } from "../pipelines/demo/posting.js";
import { createWriter } from "../pipelines/demo/text/compose.js";
import { ashby } from "../pipelines/sources/ashby.js";
import { greenhouse } from "../pipelines/sources/greenhouse.js";
import { jsonld } from "../pipelines/sources/jsonld.js";
import { lever } from "../pipelines/sources/lever.js";
import type { Platform } from "../pipelines/sources/platform.js";

const market = simulateMarket({ years: 1, seed: 5, postings: 2400, today: "2026-10-31" });
const PLATFORMS: Record<string, Platform> = { greenhouse, lever, ashby, jsonld };
let boards: ServedBoards;
beforeAll(async () => {
  boards = await serveBoards(market);
});
afterAll(() => boards.close());

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
};
const sourceOf = (platform: string): Source => boards.sources.find((source) => source.platform === platform)!;

/** Follows a source's requests through its platform, robots.txt of plain sites obeyed. */
async function crawl(source: Source): Promise<RawPosting[]> {
  const platform = PLATFORMS[source.platform]!;
  const wanted = platform.start(source);
  const found: RawPosting[] = [];
  for (let next = wanted.shift(); next !== undefined; next = wanted.shift()) {
    if (new URL(next.url).pathname.startsWith("/private/")) continue;
    const { response, body } = await get(next.url);
    expect(response.status, next.url).toBe(200);
    const text = (next.url.endsWith(".gz") ? gunzipSync(body) : body).toString("utf8");
    const page = { url: next.url, contentType: response.headers.get("content-type")!, body: text, label: next.label };
    const { postings, follow, refused } = platform.parse(page as Parameters<Platform["parse"]>[0], source);
    expect(refused).toEqual([]);
    found.push(...postings.map((posting) => RawPosting.parse(posting)));
    wanted.push(...follow);
  }
  return found;
}

describe("boards", () => {
  it("are valid sources on loopback, twelve of them", () => {
    expect(boards.sources).toHaveLength(12);
    for (const source of boards.sources) {
      expect(Source.parse(source)).toEqual(source);
      expect(source.base_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    }
    expect(new Set(boards.sources.map(({ platform }) => platform)).size).toBe(4);
  });

  it("give all open postings, with the facts and every line of the text", async () => {
    const write = createWriter(market.words);
    const open = new Map<string, DemoPosting>();
    for (const posting of market.open()) open.set(`${posting.board.id} ${posting.requisition}`, posting);
    let seen = 0;
    for (const source of boards.sources) {
      const crawled = await crawl(source);
      expect(crawled.length).toBeGreaterThanOrEqual(source.expect!.min);
      expect(crawled.length).toBeLessThanOrEqual(source.expect!.max);
      for (const posting of crawled) {
        seen++;
        const truth = open.get(`${source.id} ${posting.requisition}`);
        expect(truth, `${source.id} ${posting.requisition}`).toBeDefined();
        expect(posting.title).toBe(truth!.title);
        expect(posting.posted_on).toBe(isoOf(truth!.posted));
        expect(posting.employer ?? source.employer).toBe(truth!.employer);
        expect(posting.locations?.[0]).toContain(truth!.city);
        if (truth!.pay !== null && source.platform !== "greenhouse") expect(posting.pay_max).toBe(truth!.pay.max);
        const text = posting.html === undefined ? posting.text! : htmlToText(posting.html);
        for (const block of write(truth!).blocks) {
          const lines = block.kind === "list" ? block.lines : block.text.split("\n");
          for (const line of lines) expect(text).toContain(line);
        }
      }
    }
    expect(seen).toBe(open.size);
  });

  it("are the same again", async () => {
    const again = await serveBoards(simulateMarket(market.options));
    try {
      for (const platform of ["greenhouse", "lever", "ashby"]) {
        const [url, other] = [boards, again].map((served) => {
          const source = served.sources.find((one) => one.platform === platform)!;
          return PLATFORMS[platform]!.start(source)[0]!.url;
        });
        expect((await get(url!)).body.equals((await get(other!)).body)).toBe(true);
      }
    } finally {
      await again.close();
    }
  });
});

describe("answers", () => {
  it("know what a client has already", async () => {
    const { url } = greenhouse.start(sourceOf("greenhouse"))[0]!;
    const { response } = await get(url);
    const etag = response.headers.get("etag")!;
    const modified = response.headers.get("last-modified")!;
    const again = await get(url, { "if-none-match": `"other", W/${etag}` });
    expect([again.response.status, again.body.length]).toEqual([304, 0]);
    expect((await get(url, { "if-modified-since": modified })).response.status).toBe(304);
    expect((await get(url, { "if-none-match": '"other"', "if-modified-since": modified })).response.status).toBe(200);
    expect((await get(url, { "if-modified-since": "Thu, 01 Jan 2015 00:00:00 GMT" })).response.status).toBe(200);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    expect((await fetch(url, { method: "HEAD" })).headers.get("etag")).toBe(etag);
  });

  it("say no as the platforms do", async () => {
    const base = `http://127.0.0.1:${boards.port}`;
    const lost = await get(`${base}/v0/postings/nobody?mode=json`);
    expect([lost.response.status, JSON.parse(lost.body.toString())]).toEqual([
      404,
      { ok: false, error: "Document not found" },
    ]);
    expect((await get(`${base}/v1/boards/nobody/jobs?content=true`)).response.status).toBe(404);
    expect((await get(`${base}/posting-api/job-board/nobody`)).response.status).toBe(404);
  });

  it("leave the content of a Greenhouse board out unless asked", async () => {
    const { base_url, board } = sourceOf("greenhouse");
    const { body } = await get(`${base_url}/v1/boards/${board}/jobs`);
    const { jobs, meta } = JSON.parse(body.toString());
    expect(jobs).toHaveLength(meta.total);
    expect(jobs[0]).not.toHaveProperty("content");
  });
});

describe("plain sites", () => {
  it("bar two adverts by robots.txt, list them all the same, and say what they are", async () => {
    const { base_url } = sourceOf("jsonld");
    const robots = (await get(`${base_url}/robots.txt`)).body.toString();
    expect(robots).toContain("Disallow: /private/");
    expect(robots).toContain(`Sitemap: ${base_url}/sitemap.xml`);
    const zipped = (await get(`${base_url}/sitemap-jobs.xml.gz`)).body;
    const $ = load(gunzipSync(zipped).toString(), { xml: true });
    const listed = $("loc")
      .toArray()
      .map((loc) => $(loc).text());
    expect(listed.filter((url) => url.startsWith(`${base_url}/private/`))).toHaveLength(2);
    const advert = (await get(listed[0]!)).body.toString();
    expect(advert).toContain("Simulated market");
    expect((await get(`${base_url}/nothing`)).response.status).toBe(404);
  });
});
