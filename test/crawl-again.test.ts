import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { Source } from "../models/source.js";
import { WIRE_LIMITS, Wire } from "../pipelines/crawl/wire.js";
import { layout } from "../pipelines/lake/layout.js";
import { guardedLookup } from "../pipelines/politeness/address.js";
import type { CrawlSummary } from "../pipelines/stages/crawl.js";
import { crawlAt } from "./support/crawl.js";
import { emptyFolder } from "./support/folder.js";
import { parquetBelow, queryRows } from "./support/query.js";
import { type Answer, serve } from "./support/server.js";

const run = (dataDir: string, sources: Source[], now: string, budget = 1000): Promise<CrawlSummary> =>
  crawlAt(dataDir, sources, now, { budget: { requests: budget } });

const night = (day: number): string => `2026-11-${String(day).padStart(2, "0")}T02:00:00Z`;

/** How many postings were sighted on each day, and versions of postings that the lake holds. */
const lakeCounts = async (dataDir: string) => {
  const { postings, sightings } = layout(dataDir);
  const seen = await queryRows<{ day: string; n: number }>(
    `SELECT seen_on::VARCHAR AS day, count(DISTINCT posting_id)::INTEGER AS n FROM ${parquetBelow(sightings)} GROUP BY ALL ORDER BY ALL`,
  );
  const versions = await queryRows<Record<string, unknown>>(
    `SELECT requisition, title, locations FROM ${parquetBelow(postings)} ORDER BY seen_on, requisition`,
  );
  return { seen: Object.fromEntries(seen.map(({ day, n }) => [day, n])), versions };
};

const advert = (id: number, words = "AWS D1.1 certification required"): string =>
  `<html><head><script type="application/ld+json">${JSON.stringify({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    identifier: { "@type": "PropertyValue", value: `R-${id}` },
    title: `Welder ${id}`,
    description: `<p>${words}</p>`,
    datePosted: "2026-09-30",
    hiringOrganization: { "@type": "Organization", name: "Harbour Works" },
  })}</script></head><body>Welder</body></html>`;

interface Yard {
  url: string;
  ids: number[];
  /** Adverts whose pages are gone although the sitemap names them. */
  gone: Set<number>;
  changed: Record<number, string>;
  words: Record<number, string>;
  validators: boolean;
  lastmod: boolean;
  sent: { path: string; bytes: number; status: number }[];
}

/** A plain site with a sitemap and a page an advert; what it says of changes can be switched. */
const yard = async (more: Partial<Yard> = {}): Promise<Yard> => {
  const site: Yard = {
    url: "",
    ids: [1, 2, 3, 4],
    gone: new Set(),
    changed: {},
    words: {},
    validators: true,
    lastmod: false,
    sent: [],
    ...more,
  };
  const answer = (path: string): Answer | undefined => {
    if (path === "/sitemap.xml") {
      const entry = (id: number): string =>
        `<url><loc>${site.url}/jobs/${id}</loc>${site.lastmod ? `<lastmod>${site.changed[id] ?? `2026-10-0${id}T08:00:00Z`}</lastmod>` : ""}</url>`;
      return { type: "application/xml", body: `<urlset>${site.ids.map(entry).join("")}</urlset>` };
    }
    const id = Number(path.match(/^\/jobs\/(\d+)$/)?.[1]);
    return site.ids.includes(id) && !site.gone.has(id) ? { body: advert(id, site.words[id]) } : undefined;
  };
  const server = await serve((path, request) => {
    const found = answer(path);
    if (found === undefined) return undefined;
    const etag = `"${createHash("sha256").update(found.body).digest("hex")}"`;
    const same = site.validators && request.headers["if-none-match"] === etag;
    site.sent.push({ path, bytes: same ? 0 : found.body.length, status: same ? 304 : 200 });
    if (same) return { status: 304, body: "" };
    return site.validators ? { ...found, headers: { etag } } : found;
  });
  site.url = server.url;
  return site;
};

const sourceOf = ({ url }: Yard): Source =>
  Source.parse({ id: "harbour", platform: "jsonld", board: "harbour", base_url: url });

test("an unchanged second night brings no bodies, and every posting is seen open all the same", async () => {
  const site = await yard();
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  site.sent.length = 0;
  const { outcomes } = await run(dataDir, [sourceOf(site)], night(2));
  expect(site.sent.map(({ status }) => status)).toEqual([304, 304, 304, 304, 304]);
  expect(outcomes[0]).toMatchObject({ seen: 4, new: 0, not_modified: 5, censored: false, http: { 304: 5 } });
  expect((await lakeCounts(dataDir)).seen).toEqual({ "2026-11-01": 4, "2026-11-02": 4 });
});

test("where the list says which pages changed, only those are asked for", async () => {
  const site = await yard({ lastmod: true });
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  site.sent.length = 0;
  site.changed[2] = "2026-11-01T09:00:00Z";
  site.words[2] = "AWS D1.1 and OSHA 10 certification required";
  site.ids = [1, 2, 3, 5];
  const { outcomes } = await run(dataDir, [sourceOf(site)], night(2));
  expect(site.sent.map(({ path }) => path).sort()).toEqual(["/jobs/2", "/jobs/5", "/sitemap.xml"]);
  expect(outcomes[0]).toMatchObject({ seen: 4, new: 1, not_asked: 2, censored: false });
  const { seen, versions } = await lakeCounts(dataDir);
  expect(seen).toEqual({ "2026-11-01": 4, "2026-11-02": 4 });
  expect(versions.map(({ requisition }) => requisition)).toEqual(["R-1", "R-2", "R-3", "R-4", "R-2", "R-5"]);
});

test("pages that give nothing to go by are read again after a week, not every night", async () => {
  const site = await yard({ validators: false });
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  for (const day of [2, 7]) {
    site.sent.length = 0;
    await run(dataDir, [sourceOf(site)], night(day));
    expect(site.sent.map(({ path }) => path)).toEqual(["/sitemap.xml"]);
  }
  site.sent.length = 0;
  await run(dataDir, [sourceOf(site)], night(8));
  expect(site.sent).toHaveLength(5);
  expect((await lakeCounts(dataDir)).seen["2026-11-07"]).toBe(4);
});

test("a budget that ends while known adverts are looked at again censors nothing: their list says that they are open", async () => {
  const site = await yard();
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  const { outcomes } = await run(dataDir, [sourceOf(site)], night(2), 2);
  expect(outcomes[0]).toMatchObject({ seen: 4, censored: false, error: null });
  const cut = await run(emptyFolder(), [sourceOf(site)], night(3), 3);
  expect(cut.outcomes[0]).toMatchObject({
    censored: true,
    error: expect.stringMatching(/requests were left when the budget/),
  });
});

test("a page that is gone although its list still names it is not seen open", async () => {
  const site = await yard();
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  site.gone.add(3);
  const { outcomes } = await run(dataDir, [sourceOf(site)], night(2));
  expect(outcomes[0]).toMatchObject({ seen: 3, censored: false, http: { 304: 4, 404: 1 } });
});

test("a posting that moves, and moves back, keeps its words and gets its new place", async () => {
  let place = "Austin, TX";
  const server = await serve((path) =>
    path.startsWith("/v1/boards/acme/jobs")
      ? {
          type: "application/json",
          body: JSON.stringify({
            jobs: [{ id: 1, title: "Nurse", content: "&lt;p&gt;BLS card&lt;/p&gt;", location: { name: place } }],
            meta: { total: 1 },
          }),
        }
      : undefined,
  );
  const dataDir = emptyFolder();
  const acme = Source.parse({ id: "acme", platform: "greenhouse", board: "acme", base_url: server.url });
  await run(dataDir, [acme], night(1));
  place = "Reno, NV";
  const moved = await run(dataDir, [acme], night(2));
  expect(moved).toMatchObject({ added: 0, changed: 1 });
  expect(await run(dataDir, [acme], night(3))).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
  expect((await lakeCounts(dataDir)).versions.map(({ locations }) => locations)).toEqual([
    ["Austin, TX"],
    ["Reno, NV"],
  ]);
});

test("a batch that was killed before its marker hides nothing from a later one", async () => {
  const site = await yard();
  const dataDir = emptyFolder();
  await run(dataDir, [sourceOf(site)], night(1));
  const { batches, visits } = layout(dataDir);
  for (const file of filesBelow(batches, ".json")) rmSync(file);
  for (const file of filesBelow(visits, ".gz")) rmSync(file);
  expect(await run(dataDir, [sourceOf(site)], night(2))).toMatchObject({ added: 4 });
});

test("secrets are sent and never kept", async () => {
  const asked: string[] = [];
  const server = await serve((path) => {
    asked.push(path);
    if (path === "/robots.txt") return undefined;
    return { type: "application/json", body: JSON.stringify({ results: [], count: 0, echo: path }) };
  });
  process.env.ADZUNA_APP_ID = "id-4711";
  process.env.ADZUNA_APP_KEY = "key/of+mine";
  onTestFinished(() => {
    delete process.env.ADZUNA_APP_ID;
    delete process.env.ADZUNA_APP_KEY;
  });
  const dataDir = emptyFolder();
  const adzuna = Source.parse({ id: "adzuna", platform: "adzuna", board: "gb", base_url: server.url });
  const { outcomes } = await run(dataDir, [adzuna], night(1));
  expect(asked.join(" ")).toContain("key%2Fof%2Bmine");
  const kept = filesBelow(dataDir, "").map((file) => {
    const bytes = readFileSync(file);
    return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
  });
  expect(kept.length).toBeGreaterThan(2);
  for (const text of [...kept, JSON.stringify(outcomes)]) {
    expect(text).not.toContain("id-4711");
    expect(text).not.toMatch(/key(\/|%2F)of/i);
  }
});

test("a platform whose key is not set is named, and nothing is asked", async () => {
  delete process.env.USAJOBS_API_KEY;
  const server = await serve(() => ({ body: "{}" }));
  const usajobs = Source.parse({ id: "federal", platform: "usajobs", board: "Keyword=nurse", base_url: server.url });
  const { outcomes } = await run(emptyFolder(), [usajobs], night(1));
  expect(outcomes[0]?.error).toMatch(/^usajobs needs USAJOBS_API_KEY/);
  expect(outcomes[0]?.faults).toMatchObject([{ name: "missing_secret" }]);
  expect(server.asked).toEqual([]);
});

test("every decision is on record: what was allowed, by which rule, and what was not asked", async () => {
  const server = await serve((path) => {
    if (path === "/robots.txt") return { type: "text/plain", body: "User-agent: *\nDisallow: /jobs/2\n" };
    if (path === "/sitemap.xml")
      return {
        type: "application/xml",
        body: [1, 2]
          .map((id) => `<url><loc>${server.url}/jobs/${id}</loc></url>`)
          .join("")
          .replace(/^(.*)$/s, "<urlset>$1</urlset>"),
      };
    return path === "/jobs/1" ? { body: advert(1) } : undefined;
  });
  const dataDir = emptyFolder();
  await run(dataDir, [Source.parse({ id: "harbour", platform: "jsonld", board: "h", base_url: server.url })], night(1));
  const lines = filesBelow(layout(dataDir).requests, ".ndjson")
    .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const short = lines.map(({ url, decision, rule, status }) => [
    String(url).replace(server.url, ""),
    decision,
    rule,
    status,
  ]);
  expect(short.sort()).toEqual([
    ["/jobs/1", "allowed", "robots.txt allows it", 200],
    ["/jobs/2", "disallowed", "robots.txt disallows it", undefined],
    ["/robots.txt", "allowed", "robots.txt itself", 200],
    ["/sitemap.xml", "allowed", "robots.txt allows it", 200],
  ]);
});

test("a public name that resolves to a private address is refused at the moment of connecting", async () => {
  const server = createServer((_, response) => response.end("secret"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const wire = new Wire(WIRE_LIMITS, { loopback: false, named: new Set() });
  onTestFinished(() => wire.close());
  // The machine's own name for itself stands in for a public name that somebody points at us.
  await expect(wire.send({ url: `http://localhost:${port}/`, method: "GET", headers: {} })).rejects.toMatchObject({
    fault: "private_address",
    message: expect.stringMatching(/localhost resolves to the private address/),
  });
  const lookup = guardedLookup({ loopback: true, named: new Set() });
  const found = await new Promise((resolve, reject) =>
    lookup("localhost", { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  );
  expect(found).toEqual(expect.arrayContaining([expect.objectContaining({ address: expect.any(String) })]));
});
