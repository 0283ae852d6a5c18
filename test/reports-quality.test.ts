import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { FAULTS } from "../pipelines/ledger.js";
import { toMarkup } from "../reports/html.js";
import { healthSentence, hostTable, sourceTable } from "../reports/pages/quality/health.js";
import type { Health, Host } from "../reports/pages/quality/rows.js";
import { FAULT_WORDS } from "../reports/pages/quality/words.js";
import { sampleSite } from "./support/sample-site.js";

const sample = sampleSite({ certificates: 5 });

const health = (source_id: string, more: Partial<Health> = {}): Health => ({
  source_id,
  date: "2026-01-08",
  days: 9,
  censored_days: 0,
  censored: false,
  last_healthy: "2026-01-08",
  failed: 0,
  seen: 120,
  expected_min: 50,
  expected_max: 400,
  requests: 12,
  not_modified: 5,
  not_asked: 30,
  error: null,
  faults: null,
  drift_date: null,
  drift_unknown: null,
  drift_vanished: null,
  ...more,
});

const host = (name: string, more: Partial<Host> = {}): Host => ({
  host: name,
  days: 1,
  sources: 2,
  requests: 24,
  disallowed: 0,
  bytes: 1_250_000,
  slowed: 0,
  suspended_days: 0,
  answered: 20,
  elsewhere: 4,
  refused: 0,
  failed: 0,
  ...more,
});

const cellsOf = (root: ParentNode): string[][] =>
  [...root.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, " ").trim()),
  );

const fragment = (html: Parameters<typeof toMarkup>[0]): Document => new JSDOM(toMarkup(html)).window.document;

describe("the page on data quality", () => {
  it("says of each source how it was, what went wrong and which fields changed", () => {
    const page = new JSDOM(readFileSync(join(sample().out, "quality.html"), "utf8")).window.document;
    const rows = cellsOf(page.querySelector("#sources")!);
    expect(page.querySelector("#sources .say")!.textContent).toContain(
      "5 of 6 sources were healthy when last asked. In 30 days the fields of 1 source changed.",
    );
    expect(rows[0]).toEqual([
      "board-4",
      "censored, never healthy yetcensored on 2 of 2 days",
      "its server failed 6 times",
      "0",
      "50 to 400",
      "12",
      "35",
      "2",
    ]);
    expect(rows[1]?.slice(0, 3)).toEqual([
      "board-2",
      "healthy",
      "new: jobs[].pay<b>gone: jobs[].salary, jobs[].teamfields changed on 2 December 2024",
    ]);
    expect(cellsOf(page.querySelector("#hosts")!)[0]).toEqual([
      "host-1.example",
      "left alone on 1 day after failingmade us slow down 3 times",
      "2",
      "24",
      "12",
      "0",
      "0",
      "3",
      "1",
      "1.0",
    ]);
  });

  it("offers the tables and explains their columns", () => {
    const { out } = sample();
    expect(readFileSync(join(out, "downloads.html"), "utf8")).toContain("downloads/host_health.parquet");
    expect(readFileSync(join(out, "dictionary.html"), "utf8")).toContain('id="host_health"');
    expect(readFileSync(join(out, "downloads", "host_health.csv"), "utf8")).toMatch(/^host,date,sources,requests/);
  });
});

describe("many sources", () => {
  const many = Array.from({ length: 600 }, (_, n) =>
    health(`board-${n}`, n === 9 ? { censored: true, last_healthy: null } : {}),
  );

  it("show those with trouble, and the others one click away, up to a bound", () => {
    const page = fragment(sourceTable(many));
    expect(cellsOf(page).map(([source]) => source)[0]).toBe("board-9");
    expect(cellsOf(page)).toHaveLength(501);
    expect(page.querySelector("details summary")!.textContent).toBe("599 without trouble");
    expect(cellsOf(page.querySelector("details")!)).toHaveLength(500);
    expect(page.body.textContent).toContain("99 more are in the downloads.");
    expect(healthSentence(many)).toBe("599 of 600 sources were healthy when last asked.");
  });

  it("have no table of troubles where there are none", () => {
    const page = fragment(sourceTable(many.filter(({ censored }) => !censored)));
    expect(page.querySelectorAll("table")).toHaveLength(1);
    expect(
      fragment(hostTable(Array.from({ length: 20 }, (_, n) => host(`h${n}.example`)))).querySelectorAll("table"),
    ).toHaveLength(1);
  });
});

describe("words", () => {
  it("are there for every fault, and for no other", () => {
    expect(Object.keys(FAULT_WORDS).sort()).toEqual([...FAULTS].sort());
  });

  it("tell the reason of records that have no faults, and never the address of a fault", () => {
    const old = health("old", {
      censored: true,
      censored_days: 1,
      error: "3 postings, at least 50 expected",
      requests: null,
    });
    const text = fragment(sourceTable([old])).body.textContent;
    expect(text).toContain("3 postings, at least 50 expected");
    expect(text).toContain("healthy on 8 January 2026");
    expect(text).not.toContain("last asked");
    const removed = fragment(sourceTable([old, health("removed", { date: "2025-12-01" })])).body.textContent;
    expect(removed).toContain("last asked on 1 December 2025");
    expect(readFileSync(join(sample().out, "quality.html"), "utf8")).not.toContain("host-1.example/");
  });

  it("say that nothing was asked yet", () => {
    expect(toMarkup(sourceTable([]))).toContain("No source has reported its health yet.");
    expect(toMarkup(hostTable([]))).toContain("No host has been asked yet.");
    expect(healthSentence([])).toBe("");
  });
});
