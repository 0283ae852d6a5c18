import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../models/files.js";
import { WIRE_LIMITS } from "../pipelines/crawl/wire.js";
import { openWeb, type Web } from "../pipelines/demo/web/web.js";
import { layout } from "../pipelines/lake/layout.js";
import type { SourceOutcome } from "../pipelines/ledger.js";
import { LOOPBACK_LIMITS, PUBLIC_LIMITS } from "../pipelines/politeness/host-gate.js";
import { crawlAt } from "./support/crawl.js";
import { parquetBelow, queryRows } from "./support/query.js";

/** Everything that waits, waits less here; what is allowed and in which order is as ever. */
const IMPATIENT = {
  wire: { ...WIRE_LIMITS, stallMs: 700, totalMs: 2500, bodyBytes: 8 << 20 },
  limits: {
    public: PUBLIC_LIMITS,
    loopback: { ...LOOPBACK_LIMITS, backOffMs: 50, longestWaitMs: 5000, breakerRestMs: 100 },
  },
};

let web: Web;
let dataDir: string;
let outcomes: Map<string, SourceOutcome>;

beforeAll(async () => {
  web = await openWeb({ boards: 24, postings: 1200, seed: 5, faults: true });
  dataDir = mkdtempSync(join(tmpdir(), "certworth-"));
  const faulty = web.faults.flatMap(({ sources }) => sources);
  const summary = await crawlAt(dataDir, [...faulty, ...web.sources], "2026-10-31T02:00:00Z", IMPATIENT);
  outcomes = new Map(summary.outcomes.map((outcome) => [outcome.source_id, outcome]));
}, 180_000);
afterAll(async () => {
  await web.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Texts by source and requisition. */
const readLake = async (folder: string): Promise<Map<string, string>> => {
  const sql = `SELECT source || ' ' || requisition AS key, text FROM ${parquetBelow(layout(folder).postings)}`;
  const rows = await queryRows<{ key: string; text: string }>(sql);
  return new Map(rows.map(({ key, text }) => [key, text]));
};

const outcomeOf = (id: string): SourceOutcome => {
  const outcome = outcomes.get(id);
  if (!outcome) throw new Error(`no outcome of ${id}`);
  return outcome;
};

describe("a night among faults", () => {
  it("loses nothing from healthy sources", () => {
    const planted = web.planted().filter(({ state, forbidden }) => state === "open" && !forbidden);
    for (const { id } of web.sources)
      expect(outcomeOf(id), id).toMatchObject({
        seen: planted.filter(({ source }) => source === id).length,
        censored: false,
        faults: [],
      });
  });

  it("names each fault, and censors what cannot be trusted", () => {
    const told = web.faults.map(({ name, sources, whole, planted }) => {
      const outcome = outcomeOf(sources[0]?.id ?? "");
      const open = planted.filter(({ state, forbidden }) => state === "open" && !forbidden).length;
      return [name, outcome.faults.map((fault) => fault.name), whole ? outcome.seen === open : outcome.censored];
    });
    const wanted = web.faults.map(({ name, expected }) => [name, expected === null ? [] : [expected], true]);
    expect(told).toEqual(wanted);
  });

  it("reads every letter, whatever character set an answer claims", async () => {
    const kept = readLake(dataDir);
    for (const fault of web.faults.filter(({ name }) => /called|charset/.test(name)))
      for (const { requisition, lines } of fault.planted.filter(({ forbidden }) => !forbidden))
        for (const line of lines)
          expect((await kept).get(`${fault.sources[0]?.id} ${requisition}`), fault.name).toContain(line);
  });

  it("says what is wrong in a sentence with the address", () => {
    for (const { name, sources, expected } of web.faults.filter((fault) => fault.expected !== null)) {
      const { faults } = outcomeOf(sources[0]?.id ?? "");
      const fault = faults.find((one) => one.name === expected);
      expect(fault?.detail.length, name).toBeGreaterThan(15);
      expect(`${fault?.url} ${fault?.detail}`, name).toMatch(/127\.0\.0\.1|\d+ postings/);
    }
  });

  it("sends no request that breaks a rule, by the servers' own log", () => {
    expect(web.log.filter(({ path }) => path.includes("/private/"))).toEqual([]);
    expect(Math.max(...web.log.map(({ underway }) => underway))).toBeLessThanOrEqual(LOOPBACK_LIMITS.concurrency);
    for (const fault of web.faults.filter((one) => one.expected === "robots_closed" && one.planted.length > 0)) {
      const { host } = new URL(fault.sources[0]?.base_url ?? "");
      const paths = web.log.filter((line) => line.host === host).map(({ path }) => path);
      expect(new Set(paths), fault.name).toEqual(new Set(["/robots.txt"]));
      expect(paths.length, fault.name).toBeLessThanOrEqual(3);
    }
  });

  it("waits as long as a host asks, and does not ask again where the wait is longer than the night", () => {
    const times = (name: string): number[] => {
      const { sources } = web.faults.find((fault) => fault.name === name) ?? { sources: [] };
      const { host } = new URL(sources[0]?.base_url ?? "");
      return web.log.filter((line) => line.host === host && line.path !== "/robots.txt").map(({ at }) => at);
    };
    const patient = times("429 with Retry-After");
    expect(patient.length).toBeGreaterThan(1);
    for (const [index, at] of patient.slice(1, 3).entries())
      expect(at - (patient[index] ?? 0)).toBeGreaterThanOrEqual(990);
    expect(times("429 until tomorrow")).toHaveLength(1);
  });

  it("leaves alone a host that only fails", () => {
    for (const name of ["500 for ever", "429 for ever", "nobody listens"]) {
      const { sources } = web.faults.find((fault) => fault.name === name) ?? { sources: [] };
      const { host } = new URL(sources[0]?.base_url ?? "");
      expect(web.log.filter((line) => line.host === host).length, name).toBeLessThan(14);
    }
  });

  it("keeps what came: the decisions that forbade are on record with their rule", () => {
    const lines = filesBelow(layout(dataDir).requests, ".ndjson")
      .flatMap((file) => readFileSync(file, "utf8").trim().split("\n"))
      .map((line) => JSON.parse(line) as { url: string; decision: string; rule: string });
    const refused = lines.filter(({ decision }) => decision !== "allowed");
    expect(refused.map(({ rule }) => rule).join("\n")).toMatch(/10\.0\.0\.1 is a loopback or private address/);
    expect(refused.map(({ rule }) => rule).join("\n")).toMatch(/169\.254\.169\.254/);
    expect(refused.map(({ rule }) => rule).join("\n")).toMatch(/robots\.txt disallows it/);
    expect(existsSync(layout(dataDir).requests)).toBe(true);
  });
});
