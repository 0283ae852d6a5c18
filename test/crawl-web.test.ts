import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { DIALECTS } from "../pipelines/demo/boards/dialects.js";
import { webBoards } from "../pipelines/demo/web/boards.js";
import type { PlantedPosting } from "../pipelines/demo/web/days.js";
import { openWeb, type Web } from "../pipelines/demo/web/web.js";
import { layout } from "../pipelines/lake/layout.js";
import { LOOPBACK_LIMITS } from "../pipelines/politeness/host-gate.js";
import type { CrawlSummary } from "../pipelines/stages/crawl.js";
import { AGENT, crawlAt } from "./support/crawl.js";
import { parquetBelow, queryRows } from "./support/query.js";
import { recordedSites } from "./support/web/recorded.js";

const BOARDS = 200;
const POSTINGS = 20_000;

let web: Web;
let dataDir: string;
beforeAll(async () => {
  web = await openWeb({ boards: BOARDS, postings: POSTINGS });
  dataDir = mkdtempSync(join(tmpdir(), "certworth-"));
});
afterAll(async () => {
  await web.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Crawls all boards on a date; the server's log starts anew. */
const night = (date: string): Promise<CrawlSummary> => {
  web.log.length = 0;
  return crawlAt(dataDir, web.sources, `${date}T02:00:00Z`);
};

interface Held {
  key: string;
  title: string;
  place: string;
  text: string;
}

/** The latest version of every posting that was seen open on a date. */
const held = async (date: string): Promise<Map<string, Held>> => {
  const { postings, sightings } = layout(dataDir);
  const rows = await queryRows<Held>(`
    SELECT source || ' ' || requisition AS key, title, coalesce(locations[1], '') AS place, text
    FROM ${parquetBelow(postings)}
    SEMI JOIN (SELECT posting_id FROM ${parquetBelow(sightings)} WHERE seen_on = DATE ${sqlText(date)}) USING (posting_id)
    QUALIFY row_number() OVER (PARTITION BY posting_id ORDER BY seen_on DESC) = 1`);
  return new Map(rows.map((row) => [row.key, row]));
};

const keyOf = ({ source, requisition }: PlantedPosting): string => `${source} ${requisition}`;
const standing = (): PlantedPosting[] => web.planted().filter(({ state, forbidden }) => state === "open" && !forbidden);

/** The postings whose stored version is not what stands on the board. */
const stale = (found: Map<string, Held>): PlantedPosting[] =>
  standing().filter((truth) => {
    const row = found.get(keyOf(truth));
    const city = truth.location.split(",")[0] ?? "";
    return !(
      row &&
      row.title === truth.title &&
      row.place.includes(city) &&
      truth.lines.every((line) => row.text.includes(line))
    );
  });

const expectComplete = async (summary: CrawlSummary, date: string): Promise<PlantedPosting[]> => {
  const truths = standing();
  expect(summary.outcomes.filter(({ censored }) => censored)).toEqual([]);
  expect(summary.outcomes).toHaveLength(BOARDS);
  const found = await held(date);
  expect([...found.keys()].sort()).toEqual(truths.map(keyOf).sort());
  const counts = new Map(summary.outcomes.map(({ source_id, seen }) => [source_id, seen]));
  for (const { id } of web.sources)
    expect(counts.get(id), id).toBe(truths.filter(({ source }) => source === id).length);
  return stale(found);
};

/**
 * Boards whose adverts have pages of their own of which nothing tells that they changed: no validators, and no dates in
 * the list. Such pages are read again once a week only.
 */
const silent = (): Set<string> => {
  const platformsOf = DIALECTS.filter(({ pages, validators }) => pages && validators === "none").map(
    ({ platform }) => platform,
  );
  const sites = webBoards(BOARDS).filter(
    ({ dialect, habit }) => dialect === null && habit.undated && habit.validators === "none",
  );
  const sources = web.sources.filter(({ platform }) => platformsOf.includes(platform));
  return new Set([...sources, ...sites].map(({ id }) => id));
};

describe("a web of 200 boards on twelve dialects", { timeout: 600_000 }, () => {
  let requestsAtFirst = 0;

  it("is read completely and exactly on the first night", async () => {
    const summary = await night("2026-10-31");
    requestsAtFirst = web.log.length;
    expect(await expectComplete(summary, "2026-10-31")).toEqual([]);
    expect(summary.added).toBe(standing().length);
  });

  it("breaks no rule on the way: nothing barred is asked for, no host sees more than its limit, all by our name", () => {
    expect(web.planted().filter(({ forbidden }) => forbidden).length).toBeGreaterThan(10);
    expect(web.log.filter(({ path }) => path.includes("/private/"))).toEqual([]);
    expect(Math.max(...web.log.map(({ underway }) => underway))).toBeLessThanOrEqual(LOOPBACK_LIMITS.concurrency);
    expect(new Set(web.log.map(({ agent }) => agent))).toEqual(new Set([AGENT]));
    const firstByHost = new Map<string, string>();
    for (const { host, path } of web.log) if (!firstByHost.has(host)) firstByHost.set(host, path);
    expect(new Set(firstByHost.values())).toEqual(new Set(["/robots.txt"]));
  });

  it("costs few bodies on a second night without changes", async () => {
    const summary = await night("2026-11-01");
    expect(summary).toMatchObject({ added: 0, changed: 0 });
    expect(await expectComplete(summary, "2026-11-01")).toEqual([]);
    const bodies = web.log.filter(({ bytes, path }) => bytes > 0 && path !== "/robots.txt").length;
    expect(bodies / requestsAtFirst).toBeLessThan(0.03);
  });

  it("finds what is new, edited, closed, re-opened and moved", async () => {
    for (const [day, date] of [
      ["day2", "2026-11-02"],
      ["day3", "2026-11-03"],
    ] as const) {
      web.apply(day);
      const missed = await expectComplete(await night(date), date);
      // Only where nothing says that a page changed, and only changes within it.
      const quiet = silent();
      expect(missed.filter(({ source }) => !quiet.has(source))).toEqual([]);
      expect(new Set(web.planted().map(({ change }) => change))).toEqual(
        new Set([null, "new", "edited", "closed", day === "day2" ? "moved" : "reopened"]),
      );
    }
    expect(await expectComplete(await night("2026-11-11"), "2026-11-11")).toEqual([]);
  });
});

const recorded = await recordedSites(packagePath("..", "shared", "data", "ats"));
if (recorded === null) process.stdout.write("skipped: recorded answers, since ../shared/data/ats is not there\n");

describe.skipIf(recorded === null)("recorded answers of real platforms, served again", () => {
  afterAll(() => recorded?.close());

  it("are read with every posting that they hold, and unchanged on the next night", async () => {
    const sites = recorded?.sites ?? [];
    const folder = mkdtempSync(join(tmpdir(), "certworth-"));
    const sources = sites.map(({ source }) => ({ ...source, expect: { min: 0, max: 5000 } }));
    const read = (date: string): Promise<CrawlSummary> => crawlAt(folder, sources, `${date}T02:00:00Z`);
    const seenBy = ({ outcomes }: CrawlSummary) =>
      Object.fromEntries(
        outcomes.map(({ source_id, seen, failed, censored }) => [source_id, [seen, failed, censored]]),
      );
    const expected = Object.fromEntries(
      sites.map(({ source, postings, refused }) => [source.id, [postings, refused, false]]),
    );
    const first = await read("2026-10-31");
    expect(seenBy(first)).toEqual(expected);
    expect(await read("2026-11-01")).toMatchObject({ added: 0, changed: 0 });
    rmSync(folder, { recursive: true, force: true });
  });
});
