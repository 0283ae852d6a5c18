import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { htmlToText } from "../extractors/text.js";
import { packagePath } from "../models/package-root.js";
import { RawPosting } from "../models/posting.js";
import { Source } from "../models/source.js";
import { DIALECTS } from "../pipelines/demo/boards/dialects.js";
import type { PlantedPosting } from "../pipelines/demo/web/days.js";
import { openWeb, type Web } from "../pipelines/demo/web/web.js";
import { FAULTS } from "../pipelines/ledger.js";
import { decodeWindows1252 } from "../pipelines/readers/windows-1252.js";
import { platforms } from "../pipelines/sources/index.js";
import { recordedSites } from "./support/web/recorded.js";
import { walk } from "./support/web/walk.js";

const OPTIONS = { boards: 24, postings: 2000, seed: 3 };
const EDITED = "closing date of this advert was extended";

const standing = (planted: readonly PlantedPosting[], id?: string): PlantedPosting[] =>
  planted.filter(
    ({ source, state, forbidden }) => (id === undefined || source === id) && state === "open" && !forbidden,
  );

/** That a posting says what was planted, to the line. */
function expectTruth(found: RawPosting, truth: PlantedPosting, { employer }: Source): void {
  const posting = RawPosting.parse(found);
  expect(posting.title).toBe(truth.title);
  expect(posting.posted_on).toBe(truth.posted);
  expect(posting.employer ?? employer).toBe(truth.employer);
  expect(posting.locations?.[0]).toContain(truth.location.split(",")[0]);
  const text = posting.html === undefined ? posting.text! : htmlToText(posting.html);
  for (const line of truth.lines) expect(text, `${truth.source} ${truth.requisition}`).toContain(line);
  expect(text.includes(EDITED)).toBe(truth.text.includes(EDITED));
}

/** That a board, walked by its platform's reader alone, gives exactly what was planted. */
async function expectPlanted(source: Source, planted: readonly PlantedPosting[]): Promise<void> {
  const { postings, refused, barred, gone } = await walk(source);
  const forbidden = planted.filter((one) => one.source === source.id && one.forbidden);
  expect([refused, gone, barred.length]).toEqual([[], [], forbidden.length]);
  const truths = new Map(standing(planted, source.id).map((truth) => [truth.requisition, truth]));
  expect(postings.map(({ requisition }) => requisition).sort()).toEqual([...truths.keys()].sort());
  for (const posting of postings) expectTruth(posting, truths.get(posting.requisition)!, source);
}

describe("a web over its days", () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb(OPTIONS);
  });
  afterAll(() => web.close());

  it("has boards of twelve dialects, all valid sources, the plain sites on hosts of their own", () => {
    const { sources } = web;
    expect(sources).toHaveLength(24);
    expect(new Set(sources.map(({ id }) => id)).size).toBe(24);
    for (const source of sources) expect(Source.parse(source)).toEqual(source);
    expect(new Set(sources.map(({ platform }) => platform)).size).toBe(12);
    const hosts = new Set(sources.map(({ base_url }) => new URL(base_url!).host));
    expect(hosts.size).toBe(DIALECTS.length + sources.filter(({ platform }) => platform === "jsonld").length);
    expect(standing(web.planted())).toHaveLength(2000);
  });

  it("gives exactly what was planted on each day, and every kind of change comes", async () => {
    const quiet = new Set(web.sources.map(({ id }) => id));
    const first = new Map(web.planted().map((one) => [`${one.source} ${one.requisition}`, one.text]));
    for (const change of [null, "day2", "day3"] as const) {
      if (change !== null) web.apply(change);
      const planted = web.planted();
      for (const source of web.sources) await expectPlanted(source, planted);
      const kinds = new Set(planted.map((one) => one.change));
      const expected = { day2: ["new", "edited", "moved", "closed"], day3: ["new", "edited", "closed", "reopened"] };
      expect([...kinds].filter(Boolean).sort()).toEqual(change === null ? [] : expected[change].sort());
      for (const one of planted) {
        if (one.change !== null) quiet.delete(one.source);
        const before = first.get(`${one.source} ${one.requisition}`);
        if (change === "day2" && before !== undefined && one.change === null) expect(one.text).toBe(before);
        if (change === "day2" && one.change === "edited") expect(one.text).not.toBe(before);
      }
    }
    expect(web.today()).toBe("2026-11-02");
    expect(quiet.size).toBeGreaterThan(5);
    expect(quiet.size).toBeLessThan(19);
  });
});

describe("answers of a web", () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb(OPTIONS);
  });
  afterAll(() => web.close());

  const listOf = (source: Source) => platforms.get(source.platform)!.start(source)[0]!;
  const ask = async (source: Source, headers: Record<string, string> = {}) => {
    const { url, method = "GET", body } = listOf(source);
    return await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  };
  const tags = async (source: Source) => {
    const response = await ask(source);
    await response.arrayBuffer();
    return { etag: response.headers.get("etag"), modified: response.headers.get("last-modified") };
  };
  const changedBoards = (): Set<string> =>
    new Set(
      web
        .planted()
        .filter(({ change }) => change !== null)
        .map(({ source }) => source),
    );

  it("carry their platform's validators; a day later what is unchanged answers 304, and only that", async () => {
    const kinds: Record<string, string> = {};
    const before = new Map<Source, Awaited<ReturnType<typeof tags>>>();
    for (const source of web.sources) {
      const { etag, modified } = await tags(source);
      before.set(source, { etag, modified });
      kinds[source.platform] ??= `${etag === null ? "" : etag.slice(0, 1)}${modified === null ? "" : "M"}`;
    }
    expect(kinds).toEqual({
      ...{ greenhouse: "W", lever: "W", ashby: '"', smartrecruiters: "", recruitee: "W", workable: "", workday: "" },
      ...{ personio: "M", teamtailor: "W", bamboohr: "", neogov: "", jsonld: '"M' },
    });
    web.apply("day2");
    const changed = changedBoards();
    let unchanged = 0;
    for (const [source, { etag, modified }] of before) {
      const headers = { ...(etag && { "if-none-match": etag }), ...(modified && { "if-modified-since": modified }) };
      // A plain site's index of sitemaps is dated by its list of adverts; undated, it never changes.
      if (etag === null && modified === null) continue;
      const response = await ask(source, headers);
      const body = await response.text();
      if (source.platform === "jsonld" && !body.includes("<lastmod>")) expect([200, 304]).toContain(response.status);
      else expect(response.status, source.id).toBe(changed.has(source.id) ? 200 : 304);
      unchanged += response.status === 304 ? 1 : 0;
    }
    expect(unchanged).toBeGreaterThan(5);
  });

  it("are the same from another web of the same options", async () => {
    const [one, other] = await Promise.all([openWeb(OPTIONS), openWeb(OPTIONS)]);
    try {
      for (const [n, source] of one.sources.entries()) {
        if (source.platform === "jsonld") continue;
        const [body, again] = [await ask(source), await ask(other.sources[n]!)];
        expect(await body.text()).toBe(await again.text());
      }
      expect(one.planted().map(({ requisition }) => requisition)).toEqual(
        other.planted().map(({ requisition }) => requisition),
      );
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });

  it("are packed for those that accept it", async () => {
    const greenhouse = web.sources.find(({ platform }) => platform === "greenhouse")!;
    const response = await ask(greenhouse, { "accept-encoding": "gzip" });
    const length = Number(response.headers.get("content-length"));
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect((await response.text()).length).toBeGreaterThan(3 * length);
    const bare = await ask(greenhouse, { "accept-encoding": "identity" });
    expect(bare.headers.get("content-encoding")).toBeNull();
    await bare.arrayBuffer();
  });

  it("come in pages no larger than the platform grants", async () => {
    const workday = web.sources.find(({ platform }) => platform === "workday")!;
    const { url } = listOf(workday);
    const post = (body: string) => fetch(url, { method: "POST", body });
    const page = (await (await post('{"limit":20,"offset":20}')).json()) as { total: number; jobPostings: unknown[] };
    expect([page.total, page.jobPostings.length]).toEqual([0, 20]);
    expect((await post('{"limit":100,"offset":0}')).status).toBe(400);
    expect((await post("nonsense")).status).toBe(400);
    expect((await fetch(url)).status).toBe(404);
    const smart = web.sources.find(({ platform }) => platform === "smartrecruiters")!;
    const list = `${smart.base_url}/v1/companies/${smart.board}/postings`;
    const asked = async (query: string) => (await (await fetch(list + query)).json()) as { content: unknown[] };
    expect((await asked("")).content).toHaveLength(10);
    expect((await asked("?limit=500&offset=3")).content).toHaveLength(100);
  });
});

test("the log says who asked what, when, and how many at once", async () => {
  const web = await openWeb({ boards: 12, postings: 60, delayMs: 60 });
  try {
    const [source] = web.sources;
    const { url } = platforms.get(source!.platform)!.start(source!)[0]!;
    const before = Date.now();
    const answers = await Promise.all(
      [1, 2, 3].map(() => fetch(url, { headers: { "user-agent": "probe", "if-none-match": '"x"' } })),
    );
    const lengths = answers.map(({ headers }) => Number(headers.get("content-length")));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    expect(Date.now() - before).toBeGreaterThan(50);
    const missing = await fetch(`${source!.base_url}/nothing`);
    await missing.arrayBuffer();
    await expect.poll(() => web.log.map(({ status }) => status)).toEqual([200, 200, 200, 404]);
    const { host, pathname, search } = new URL(url);
    const line = { host, method: "GET", path: pathname + search, agent: "probe", conditional: true };
    expect(web.log.slice(0, 3)).toMatchObject(lengths.map((bytes) => ({ ...line, bytes })));
    expect(web.log.slice(0, 3).map(({ underway }) => underway)).toEqual([1, 2, 3]);
    expect(web.log[2]!.connections).toBe(3);
    expect(web.log[0]!.at).toBeGreaterThan(before - 5);
  } finally {
    await web.close();
  }
});

describe("two hundred boards with twenty thousand postings", () => {
  let web: Web;
  let seconds: number;
  beforeAll(async () => {
    const started = performance.now();
    web = await openWeb();
    seconds = (performance.now() - started) / 1000;
  });
  afterAll(() => web.close());

  it("open within ten seconds", () => {
    const planted = standing(web.planted());
    expect(planted).toHaveLength(20_000);
    expect(web.sources).toHaveLength(200);
    expect(new Set(planted.map(({ source }) => source)).size).toBe(200);
    expect(web.sources.filter(({ platform }) => platform === "jsonld")).toHaveLength(10);
    expect(seconds).toBeLessThan(10);
  });

  it("say where an advert of a plain site has moved", async () => {
    web.apply("day2");
    const moved = web.planted().filter(({ platform, change }) => platform === "jsonld" && change === "moved");
    expect(moved.length).toBeGreaterThan(0);
    for (const { source, requisition, location } of moved) {
      const { base_url } = web.sources.find(({ id }) => id === source)!;
      const old = await fetch(`${base_url}/jobs/${requisition}`, { redirect: "manual" });
      expect(old.status).toBe(301);
      const page = await fetch(`${base_url}${old.headers.get("location")}`);
      expect(await page.text()).toContain(location.split(",")[0]!);
    }
  });
});

describe("faults", () => {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb({ boards: 12, postings: 120, faults: true });
  });
  afterAll(() => web.close());

  interface Seen {
    status: number;
    location: string | null;
    type: string | null;
    body: Buffer;
  }
  const fault = (name: string) => web.faults.find((one) => one.name === name)!;
  const start = (name: string): string => {
    const [source] = fault(name).sources;
    return platforms.get(source!.platform)!.start(source!)[0]!.url;
  };
  /** One request, no redirect followed, given up after half a second. */
  const look = async (url: string): Promise<Seen> => {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(500) });
    const { status, headers } = response;
    const body = Buffer.from(await response.arrayBuffer());
    return { status, location: headers.get("location"), type: headers.get("content-type"), body };
  };
  const failure = async (url: string): Promise<string> => {
    const error = await look(url).then(
      () => new Error("answered"),
      (thrown: Error & { cause?: { code?: string } }) => thrown,
    );
    const cause = (error as { cause?: { code?: string; message?: string } }).cause;
    return [error.name, cause?.code ?? cause?.message].filter(Boolean).join(" ");
  };

  /** The bytes of a body as they were sent. */
  const raw = async (url: string): Promise<{ body: Buffer; length: number; stated: number }> => {
    const [answer] = (await once(get(url), "response")) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of answer) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    return { body, length: body.length, stated: Number(answer.headers["content-length"]) };
  };

  it("stand on hosts of their own, but for one among healthy boards, and are reported by names of the ledger", () => {
    const healthy = new Set(web.sources.map(({ base_url }) => new URL(base_url!).host));
    const shared = web.faults.filter(({ sources }) => healthy.has(new URL(sources[0]!.base_url!).host));
    expect(shared.map(({ name }) => name)).toEqual(["broken JSON among healthy boards"]);
    for (const { expected, sources } of web.faults) {
      for (const source of sources) expect(Source.parse(source)).toEqual(source);
      if (expected !== null) expect(FAULTS).toContain(expected);
    }
    const ids = [...web.sources, ...web.faults.flatMap(({ sources }) => sources)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ["429 with Retry-After", [429, 429, 200]],
    ["429 without Retry-After", [429, 429, 200]],
    ["429 for ever", [429, 429, 429, 429]],
    ["503 for a while", [503, 503, 200]],
    ["500 for ever", [500, 500, 500, 500]],
    ["status 403", [403, 403]],
    ["status 404", [404, 404]],
  ])("%s answers %j", async (name, statuses) => {
    const robots = new URL("/robots.txt", start(name));
    expect((await look(robots.href)).status).toBe(200);
    const seen: number[] = [];
    for (const _ of statuses) seen.push((await look(start(name))).status);
    expect(seen).toEqual(statuses);
  });

  it("ask for patience only where they say so", async () => {
    const wait = async (name: string) => {
      const { headers } = await fetch(start(name));
      return headers.get("retry-after");
    };
    expect([await wait("429 for ever"), await wait("429 until tomorrow")]).toEqual(["1", "86400"]);
  });

  it.each([
    ["hanging socket", /TimeoutError/],
    ["hanging body", /TimeoutError/],
    ["closed connection", /UND_ERR_SOCKET|other side closed|ECONNRESET/],
    ["truncated body", /UND_ERR_SOCKET|other side closed|terminated/],
    ["corrupt gzip", /Z_DATA_ERROR/],
    ["endless body", /TimeoutError/],
    ["nobody listens", /ECONNREFUSED/],
  ])("%s fails as %s", async (name, reason) => {
    expect(await failure(start(name))).toMatch(reason);
  });

  it("unpack to far more than they are", async () => {
    const response = await fetch(start("gzip bomb"));
    expect(Number(response.headers.get("content-length"))).toBeLessThan(1.2e6);
    let bytes = 0;
    for await (const piece of response.body!) {
      bytes += piece.length;
      if (bytes > 100e6) break;
    }
    expect(bytes).toBeGreaterThan(100e6);
  });

  it("say that a body is packed as nothing known, or is longer than it is, or is cut where only unpacking tells", async () => {
    const odd = await fetch(start("unknown packing"));
    await odd.arrayBuffer();
    expect(odd.headers.get("content-encoding")).toBe("x-pack");
    const short = await look(start("short content-length"));
    expect(() => JSON.parse(short.body.toString())).toThrow();
    // Not by fetch, which takes what it could unpack of a cut gzip stream for all of it.
    const half = await raw(start("truncated gzip"));
    expect(half.length).toBe(half.stated);
    expect(() => gunzipSync(half.body)).toThrow(/unexpected end/);
  });

  it.each([
    ["windows-1252 called utf-8", "text/html; charset=utf-8", "windows-1252", "utf-8"],
    ["utf-8 called iso-8859-1", "text/html; charset=iso-8859-1", "utf-8", "utf-8"],
    ["charset in the page alone", "text/html", "windows-1252", "windows-1252"],
  ])("%s: is called %s, is %s", async (name, type, charset, meta) => {
    const { sources, planted } = fault(name);
    const [truth] = planted.filter(({ forbidden }) => !forbidden);
    const page = await look(`${sources[0]!.base_url}/jobs/${truth!.requisition}`);
    expect(page.type).toBe(type);
    const letters = truth!.lines.find((line) => line.includes("crème brûlée, 20 €"))!;
    // Not by TextDecoder, which on Node 20 takes windows-1252 for Latin-1.
    const text = charset === "utf-8" ? page.body.toString("utf8") : decodeWindows1252(page.body);
    expect(text).toContain(letters);
    expect(text).toContain(`<meta charset="${meta}">`);
    if (charset !== "utf-8") expect(page.body.toString("utf8")).not.toContain(letters);
  });

  it("redirect in a circle, in a chain, and to where nobody may go", async () => {
    const hops = async (name: string, most: number): Promise<string[]> => {
      const been: string[] = [];
      let url = start(name);
      while (been.length < most) {
        const { location, status } = await look(url);
        if (location === null) return [...been, String(status)];
        been.push(location);
        url = new URL(location, url).href;
      }
      return been;
    };
    const circle = await hops("redirect loop", 6);
    expect([circle.length, new Set(circle).size]).toEqual([6, 2]);
    expect(await hops("redirect chain", 20)).toHaveLength(13);
    expect((await hops("one redirect", 20)).at(-1)).toBe("200");
    const to = async (name: string) => (await look(start(name))).location;
    expect(await to("redirect to a barred path")).toBe("/private/jobs");
    expect(await to("redirect to a private network")).toBe("http://10.0.0.1/");
    expect(await to("redirect to cloud metadata")).toBe("http://169.254.169.254/latest/meta-data");
    expect(await to("redirect to a file")).toMatch(/^file:/);
  });

  it("have no robots.txt, or one elsewhere", async () => {
    const robots = (name: string): string => new URL("/robots.txt", start(name)).href;
    expect((await look(robots("robots.txt 500"))).status).toBe(500);
    expect(await failure(robots("robots.txt hanging"))).toMatch(/TimeoutError/);
    expect(await (await fetch(robots("robots.txt moved"))).text()).toContain("Disallow: /private/");
    for (const name of ["robots.txt 500", "robots.txt hanging"]) expect((await look(start(name))).status).toBe(200);
  });

  it.each(["broken JSON", "HTML in place of JSON", "broken JSON among healthy boards"])(
    "%s is not the platform's answer",
    async (name) => {
      await expect(walk(fault(name).sources[0]!)).rejects.toThrow(/greenhouse: .*expected/);
    },
  );

  it.each(["empty list", "few of many", "many of few", "robots.txt moved"])(
    "%s gives what stands there",
    async (name) => {
      const { sources, planted } = fault(name);
      const { postings } = await walk(sources[0]!);
      expect(postings.map(({ requisition }) => requisition).sort()).toEqual(
        planted.map(({ requisition }) => requisition).sort(),
      );
    },
  );

  it("list without an end, the same or ever more", async () => {
    const [source] = fault("the same page for ever").sources;
    const page = async (name: string, offset: number) => {
      const { base_url, board } = fault(name).sources[0]!;
      const url = `${base_url}/v1/companies/${board}/postings?limit=100&offset=${offset}`;
      return (await (await fetch(url)).json()) as { content: { id: string }[]; totalFound: number };
    };
    expect((await page("the same page for ever", 900)).content).toEqual(
      (await page("the same page for ever", 0)).content,
    );
    const [one, other] = [await page("ever more pages", 0), await page("ever more pages", 5000)];
    expect(other.totalFound).toBeGreaterThan(5000 + 100);
    expect(new Set([...one.content, ...other.content].map(({ id }) => id)).size).toBe(200);
    const { base_url, board } = fault("ever more pages").sources[0]!;
    const detail = await fetch(`${base_url}/v1/companies/${board}/postings/${other.content[7]!.id}`);
    expect(await detail.json()).toMatchObject({ id: other.content[7]!.id, jobAd: expect.anything() });
    expect((await walk(source!)).postings.length).toBeGreaterThan(9);
  });

  it("send to sitemaps that hold nothing but sitemaps", async () => {
    const locations = async (url: string) =>
      [...(await look(url)).body.toString().matchAll(/<loc>(.*?)<\/loc>/g)].map(([, location]) => location!);
    expect(await locations(start("sitemap of itself"))).toEqual([start("sitemap of itself")]);
    const [first, second] = await locations(start("sitemaps without end"));
    const below = [...(await locations(first!)), ...(await locations(second!))];
    expect(new Set([start("sitemaps without end"), first, second, ...below]).size).toBe(7);
  });
});

const recorded = await recordedSites(packagePath("..", "shared", "data", "ats"));
afterAll(() => recorded?.close());
if (recorded === null) process.stdout.write("skipped: recorded answers, since ../shared/data/ats is not there\n");

test.skipIf(recorded === null).for(recorded?.sites ?? [])("recorded board $file", async (site) => {
  const { postings, refused, gone } = await walk(site.source);
  expect([postings.length, gone.length, refused.length]).toEqual([site.postings, site.details, site.refused]);
});
