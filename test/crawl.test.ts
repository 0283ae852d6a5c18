import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { Source } from "../models/source.js";
import { openLake } from "../pipelines/lake.js";
import type { CrawlSummary } from "../pipelines/stages/crawl.js";
import { AGENT, crawlAt } from "./support/crawl.js";
import { emptyFolder } from "./support/folder.js";
import { type Answer, serve } from "./support/server.js";

const job = (id: number, content = "&lt;p&gt;CCNA required&lt;/p&gt;") => ({
  id,
  title: `Network technician ${id}`,
  content,
  absolute_url: `https://board.example/${id}`,
  location: { name: "Austin, TX" },
  first_published: "2026-10-02T10:00:00-04:00",
  updated_at: "2026-10-03T10:00:00-04:00",
});

const board = (jobs: unknown[]): Answer => ({
  type: "application/json",
  body: JSON.stringify({ jobs, meta: { total: jobs.length } }),
});

const source = (more: Record<string, unknown>): Source =>
  Source.parse({ platform: "greenhouse", board: "acme", ...more });

const run = (dataDir: string, sources: Source[], now?: string, budget = 1000): Promise<CrawlSummary> =>
  crawlAt(dataDir, sources, now, { budget: { requests: budget } });

test("a board over real HTTP lands in the lake; the same day does nothing, the next day only sightings", async () => {
  const server = await serve((path) =>
    path.startsWith("/v1/boards/acme/jobs") ? board([job(1), job(2), job(3)]) : undefined,
  );
  const dataDir = emptyFolder();
  const sources = [source({ id: "acme", base_url: server.url, expect: { min: 2, max: 10 } })];
  const first = await run(dataDir, sources);
  expect(first).toMatchObject({ added: 3, changed: 0, skipped: 0 });
  expect(first.outcomes[0]).toMatchObject({ seen: 3, new: 3, censored: false, http: { 200: 1 }, error: null });
  expect(server.asked.map(({ line }) => line)).toEqual(["GET /robots.txt", "GET /v1/boards/acme/jobs?content=true"]);
  expect(new Set(server.asked.map(({ agent }) => agent))).toEqual(new Set([AGENT]));
  expect(await run(dataDir, sources)).toMatchObject({ added: 0, skipped: 1, outcomes: [] });
  expect(server.asked).toHaveLength(2);
  expect(await run(dataDir, sources, "2026-11-01T02:00:00Z")).toMatchObject({ added: 0, unchanged: 3 });
  expect(filesBelow(openLake(dataDir).paths.sightings, ".parquet")).toHaveLength(2);
});

test("a source that fails or yields too little is censored, the others go on, and it is asked again on the same day", async () => {
  let healthy = false;
  const server = await serve((path) => {
    if (path.startsWith("/v1/boards/acme/")) return board([job(1)]);
    if (path.startsWith("/v1/boards/broken/")) return healthy ? board([job(9)]) : { status: 500, body: "oops" };
    if (path.startsWith("/v1/boards/empty/")) return board([]);
    return undefined;
  });
  const dataDir = emptyFolder();
  const sources = ["acme", "broken", "empty", "gone"].map((id) => source({ id, board: id, base_url: server.url }));
  const first = await run(dataDir, sources);
  const of = (summary: CrawlSummary, id: string) => summary.outcomes.find((outcome) => outcome.source_id === id);
  expect(of(first, "acme")).toMatchObject({ seen: 1, censored: false });
  expect(of(first, "broken")).toMatchObject({ seen: 0, censored: true });
  expect(of(first, "broken")?.error).toMatch(/500/);
  expect(of(first, "empty")).toMatchObject({ censored: true, error: "0 postings, at least 1 expected" });
  expect(of(first, "gone")?.error).toMatch(/answered 404/);
  healthy = true;
  const second = await run(dataDir, sources, "2026-10-31T03:00:00Z");
  expect(second.skipped).toBe(1);
  expect(of(second, "broken")).toMatchObject({ seen: 1, censored: false });
});

test("pages with JobPosting are found through a gzip sitemap index; robots.txt keeps some shut; a page taken down is no failure", async () => {
  const page = (id: number): string =>
    `<html><head><script type="application/ld+json">${JSON.stringify({
      "@context": "https://schema.org",
      "@type": "JobPosting",
      identifier: { "@type": "PropertyValue", value: `R-${id}` },
      title: "Welder",
      description: "<p>AWS D1.1 certification required</p>",
      datePosted: "2026-09-30",
      hiringOrganization: { "@type": "Organization", name: "Harbour Works" },
    })}</script></head><body>Welder</body></html>`;
  let base = "";
  const server = await serve((path) => {
    if (path === "/robots.txt") return { type: "text/plain", body: "User-agent: *\nDisallow: /jobs/3\n" };
    if (path === "/sitemap.xml")
      return {
        type: "application/xml",
        body: `<sitemapindex><sitemap><loc>${base}/jobs.xml.gz</loc></sitemap></sitemapindex>`,
      };
    if (path === "/jobs.xml.gz") {
      const urls = [1, 2, 3, 4].map((id) => `<url><loc>${base}/jobs/${id}</loc></url>`).join("");
      return { type: "application/gzip", body: gzipSync(`<?xml version="1.0"?><urlset>${urls}</urlset>`) };
    }
    const id = Number(path.match(/^\/jobs\/(\d)$/)?.[1]);
    return id > 0 && id < 4 ? { body: page(id) } : undefined;
  });
  base = server.url;
  const summary = await run(emptyFolder(), [
    source({ id: "harbour", platform: "jsonld", board: "harbour", base_url: server.url }),
  ]);
  expect(summary.outcomes[0]).toMatchObject({
    seen: 2,
    new: 2,
    censored: false,
    http: { 200: 4, 404: 1 },
    robots: { allowed: 5, disallowed: 1 },
  });
  expect(server.asked.some(({ line }) => line.includes("/jobs/3"))).toBe(false);
});

test("an answer that is not the platform's fails its source by name", async () => {
  const server = await serve((path) =>
    path === "/robots.txt" ? undefined : { type: "application/json", body: '{"error":"no"}' },
  );
  const summary = await run(emptyFolder(), [source({ id: "acme", base_url: server.url })]);
  expect(summary.outcomes[0]?.error).toMatch(/greenhouse: .*expected/);
  expect(server.asked.filter(({ line }) => line.includes("/v1/boards"))).toHaveLength(1);
});

test("a source that the budget cut short is censored, not read as a fall", async () => {
  let base = "";
  const server = await serve((path) => {
    if (path !== "/sitemap.xml") return path.startsWith("/jobs/") ? { body: "<p>no advert any more</p>" } : undefined;
    const urls = [1, 2, 3, 4, 5, 6].map((id) => `<url><loc>${base}/jobs/${id}</loc></url>`).join("");
    return { type: "application/xml", body: `<?xml version="1.0"?><urlset>${urls}</urlset>` };
  });
  base = server.url;
  const harbour = source({ id: "harbour", platform: "jsonld", board: "harbour", base_url: server.url });
  const [outcome] = (await run(emptyFolder(), [harbour], undefined, 3)).outcomes;
  expect(outcome?.censored).toBe(true);
  expect(outcome?.error).toMatch(/^\d requests were left when the budget was spent$/);
});
