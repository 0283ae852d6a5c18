import { describe, expect, it } from "vitest";
import { openLake } from "../pipelines/lake.js";
import type { RunRecord, SourceOutcome } from "../pipelines/ledger.js";
import { writeRun } from "../pipelines/ledger.js";
import { formatStatus } from "../pipelines/status/text.js";
import { readStatus } from "../pipelines/status.js";
import { buildWarehouse } from "../warehouse/builder.js";
import { runQuery } from "../warehouse/query.js";
import { emptyFolder } from "./support/folder.js";

const TAXONOMY = new URL("./input/marts/taxonomy", import.meta.url).pathname;

const outcome = (source_id: string, date: string, more: Partial<SourceOutcome> = {}): SourceOutcome => ({
  source_id,
  date,
  expected_min: 50,
  expected_max: 400,
  seen: 120,
  new: 3,
  failed: 0,
  censored: false,
  not_modified: 0,
  not_asked: 0,
  http: { "200": 2 },
  robots: { allowed: 2, disallowed: 0 },
  hosts: { "boards.example": figures({ requests: 3, http: { "200": 2 }, bytes: 1000 }) },
  faults: [],
  drift: { unknown: [], vanished: [] },
  error: null,
  ...more,
});

const figures = (more: Partial<SourceOutcome["hosts"][string]>): SourceOutcome["hosts"][string] => ({
  requests: 0,
  allowed: 2,
  disallowed: 0,
  http: {},
  bytes: 0,
  seconds: 1,
  slowed: 0,
  suspended: false,
  ...more,
});

/** An outcome as records had it before hosts, faults and drift were kept. */
const oldOutcome = (source_id: string, date: string): SourceOutcome => {
  const { not_modified, not_asked, hosts, faults, drift, ...old } = outcome(source_id, date);
  return old as SourceOutcome;
};

const night = (dataDir: string, date: string, sources: SourceOutcome[]): void =>
  writeRun(dataDir, {
    run_id: `${date.replaceAll("-", "")}T030000000Z-1`,
    verb: "nightly",
    started_at: `${date}T03:00:00Z`,
    finished_at: `${date}T03:10:00Z`,
    exit_code: 0,
    extractor: "x1",
    taxonomy: "t1",
    counts: {},
    stages: [],
    sources,
  } satisfies RunRecord);

const on = (date: string): Date => new Date(`${date}T12:00:00Z`);

describe("the marker of a batch", () => {
  it("is read by the warehouse as the lake writes it, and as it was written before", async () => {
    const dataDir = emptyFolder();
    const lake = openLake(dataDir);
    const commit = async (id: string, source: string, of: SourceOutcome, open: string[]): Promise<void> => {
      const batch = lake.beginBatch({ id, source, platform: "lever", seen_on: of.date, open: true });
      for (const requisition of open)
        batch.add({
          requisition,
          title: "Welder",
          employer: "Acme",
          text: `Weld ${requisition}.`,
          posted_on: "2026-01-01",
        });
      await batch.commit({ outcome: ({ added }) => Object.assign(of, { new: added }) });
    };
    await commit("b1", "acme", oldOutcome("acme", "2026-01-05"), ["1", "2", "3"]);
    await commit(
      "b2",
      "acme",
      outcome("acme", "2026-01-06", { not_modified: 1, drift: { unknown: ["pay"], vanished: [] } }),
      ["1", "3"],
    );
    const error = "lists.example: answered 503";
    const faults = [
      { name: "server_error", url: "https://lists.example/a", detail: "answered 503", count: 4 },
    ] as const;
    await commit("b3", "acme", outcome("acme", "2026-01-07", { censored: true, error, faults: [...faults] }), []);
    await commit("b4", "acme", outcome("acme", "2026-01-08"), ["1", "2"]);
    lake.close();
    await buildWarehouse({ dataDir, taxonomyDir: TAXONOMY, extractor: "x1", taxonomyVersion: "t1" });
    const rows = async (sql: string): Promise<unknown> =>
      JSON.parse((await runQuery({ dataDir, sql, format: "json" })) ?? "");
    expect(
      await rows(
        "SELECT date, new, closed, censored, requests, not_modified, drift_unknown, first_fault FROM marts.source_health",
      ),
    ).toEqual([
      {
        date: "2026-01-05",
        new: 3,
        closed: 0,
        censored: false,
        requests: null,
        not_modified: 0,
        drift_unknown: [],
        first_fault: null,
      },
      {
        date: "2026-01-06",
        new: 0,
        closed: 0,
        censored: false,
        requests: 3,
        not_modified: 1,
        drift_unknown: ["pay"],
        first_fault: null,
      },
      {
        date: "2026-01-07",
        new: 0,
        closed: 0,
        censored: true,
        requests: 3,
        not_modified: 0,
        drift_unknown: [],
        first_fault: "server_error: answered 503",
      },
      {
        date: "2026-01-08",
        new: 0,
        closed: 1,
        censored: false,
        requests: 3,
        not_modified: 0,
        drift_unknown: [],
        first_fault: null,
      },
    ]);
    expect(await rows("SELECT last_seen, closed_on, reopened FROM marts.posting ORDER BY ALL")).toEqual([
      { last_seen: "2026-01-06", closed_on: "2026-01-08", reopened: 0 },
      { last_seen: "2026-01-08", closed_on: null, reopened: 0 },
      { last_seen: "2026-01-08", closed_on: null, reopened: 1 },
    ]);
    expect(
      await rows("SELECT host, date, requests, http FROM marts.host_health WHERE date < DATE '2026-01-07'"),
    ).toEqual([{ host: "boards.example", date: "2026-01-06", requests: 3, http: '{"200":2}' }]);
  });
});

describe("status", () => {
  it("says of each source when it was last healthy, and reads records of before there were hosts and faults", () => {
    const dataDir = emptyFolder();
    night(dataDir, "2026-01-01", [oldOutcome("acme", "2026-01-01"), oldOutcome("gone", "2026-01-01")]);
    night(dataDir, "2026-01-08", [
      outcome("acme", "2026-01-08", { censored: true, error: "20 postings, at least 50 expected", seen: 20 }),
      outcome("young", "2026-01-08", { censored: true, error: "lists.example: answered 503", seen: 0 }),
    ]);
    const status = readStatus(dataDir, on("2026-01-10"));
    const bySource = Object.fromEntries(status.sources.map((source) => [source.source_id, source]));
    expect(bySource.acme).toMatchObject({
      state: "censored",
      last_healthy: "2026-01-01",
      days_since_healthy: 9,
      requests: 3,
      stale: false,
    });
    expect(bySource.gone).toMatchObject({
      state: "healthy",
      requests: null,
      not_modified: 0,
      faults: [],
      hosts: {},
      stale: true,
    });
    expect(bySource.young).toMatchObject({ state: "never healthy", last_healthy: null, days_since_healthy: null });
    const text = formatStatus(status);
    expect(text).toContain("Sources: 1 healthy, 1 censored, 1 never healthy yet; last night 2026-01-08 (2 days ago)");
    expect(text).toMatch(
      /acme +2026-01-08 +20 +50-400 +3 +3 +0 +censored, healthy 2026-01-01 \(9 days ago\)\n {4}censored: 20 postings, at least 50 expected/,
    );
    expect(text).toContain("not asked since 2026-01-01");
  });

  it("counts a night by its best try", () => {
    const dataDir = emptyFolder();
    const failed = outcome("acme", "2026-01-01", { censored: true, error: "timeout" });
    night(dataDir, "2026-01-01", [failed, outcome("acme", "2026-01-01", { seen: 130 }), { ...failed, seen: 1 }]);
    expect(readStatus(dataDir, on("2026-01-01")).sources).toMatchObject([{ state: "healthy", seen: 130 }]);
  });

  it("names faults and drift, a drift for a week", () => {
    const dataDir = emptyFolder();
    const drift = { unknown: ["jobs[].pay"], vanished: Array.from({ length: 8 }, (_, n) => `jobs[].field${n}`) };
    night(dataDir, "2026-01-01", [outcome("acme", "2026-01-01", { drift })]);
    const faults = [
      { name: "too_many_requests", url: "https://boards.example/a", detail: "wait 30 s\u001b[2J", count: 2 },
    ] as const;
    night(dataDir, "2026-01-05", [outcome("acme", "2026-01-05", { faults: [...faults] })]);
    const text = formatStatus(readStatus(dataDir, on("2026-01-05")));
    expect(text).toContain("    too_many_requests x 2: wait 30 s [2J\n");
    expect(text).toContain(
      "    drift on 2026-01-01: new jobs[].pay; vanished jobs[].field0, jobs[].field1, jobs[].field2, jobs[].field3, jobs[].field4, jobs[].field5 and 2 more",
    );
    night(dataDir, "2026-01-09", [outcome("acme", "2026-01-09")]);
    expect(formatStatus(readStatus(dataDir, on("2026-01-09")))).not.toContain("drift");
  });

  it("adds up what each host was asked in the last night, and names those with trouble", () => {
    const dataDir = emptyFolder();
    const slow = figures({ requests: 5, http: { "200": 1, "429": 4 }, bytes: 2_000_000, slowed: 4, suspended: true });
    night(dataDir, "2026-01-01", [outcome("old", "2026-01-01")]);
    night(dataDir, "2026-01-02", [
      outcome("acme", "2026-01-02"),
      outcome("birch", "2026-01-02", {
        hosts: { "boards.example": figures({ requests: 4, http: { "200": 1, "304": 3 } }), "slow.example": slow },
      }),
    ]);
    const status = readStatus(dataDir, on("2026-01-02"));
    expect(status.hosts).toMatchObject([
      { host: "boards.example", sources: ["acme", "birch"], requests: 7, http: { "200": 3, "304": 3 }, bytes: 1000 },
      { host: "slow.example", sources: ["birch"], requests: 5, slowed: 4, suspended: true },
    ]);
    const text = formatStatus(status);
    expect(text).toContain("Hosts of the last night: 2 asked 12 times, 2.0 MB; 1 slowed us down, 1 suspended");
    expect(text).toMatch(
      /slow\.example +1 +5 +1 x 200, 4 x 429 +suspended, slowed us down 4 times\n.*boards\.example +2 +7/,
    );
  });

  it("stays readable at 300 sources, and JSON has them all", () => {
    const dataDir = emptyFolder();
    const date = "2026-01-02";
    const bad = new Set([7, 70, 170]);
    const many = (isBad: (n: number) => boolean): SourceOutcome[] =>
      Array.from({ length: 300 }, (_, n) =>
        outcome(`board-${n}`, date, isBad(n) ? { censored: true, error: `https://b${n}.example/: timed out` } : {}),
      );
    night(
      dataDir,
      date,
      many((n) => bad.has(n)),
    );
    const status = readStatus(dataDir, on(date));
    expect(status.sources).toHaveLength(300);
    const lines = formatStatus(status).split("\n");
    expect(lines.length).toBeLessThan(30);
    expect(lines.filter((line) => /never healthy$/.test(line))).toHaveLength(3);
    expect(lines).toContain("  … and 297 healthy");

    night(
      dataDir,
      date,
      many(() => true),
    );
    const all = formatStatus(readStatus(dataDir, on(date))).split("\n");
    expect(all.length).toBeLessThan(100);
    expect(all).toContain("  … and 260 more with trouble: --json names them all");
  });
});
