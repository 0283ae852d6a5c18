import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import type { MeasuredScore, Quality } from "../models/quality.js";
import { FAULTS } from "../pipelines/ledger.js";
import { toMarkup } from "../reports/html.js";
import { alarmSection } from "../reports/pages/quality/alarms.js";
import { type Drift, driftSection } from "../reports/pages/quality/drift.js";
import { healthSentence, hostTable, sourceTable } from "../reports/pages/quality/health.js";
import { readingSection } from "../reports/pages/quality/reading.js";
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

const score = (tp: number, fp: number, fn: number): MeasuredScore => ({
  tp,
  fp,
  fn,
  precision: tp / (tp + fp),
  recall: tp / (tp + fn),
  f1: (2 * tp) / (2 * tp + fp + fn),
  precision_95: { low: 0.5, high: 0.95 },
  recall_95: { low: 0.4, high: 0.9 },
  f1_95: null,
});

const accuracy = (right: number, asked: number) => ({
  right,
  asked,
  value: right / asked,
  interval_95: { low: 0.6, high: 0.9 },
});

const quality: Quality = {
  measured_on: "2026-01-09",
  extractor: "abc",
  postings: 12,
  posting: { ...score(8, 2, 2), f1_95: { low: 0.7, high: 0.9 } },
  mention: score(9, 3, 1),
  unnamed: score(3, 1, 1),
  requirement: accuracy(7, 9),
  confusion: [
    { want: "required", got: "required", mentions: 6 },
    { want: "preferred", got: "required", mentions: 2 },
    { want: "preferred", got: "preferred", mentions: 1 },
  ],
  by_certificate: [
    { certificate_id: "cisco-ccna", ...score(4, 0, 1) },
    { certificate_id: "rare-one", ...score(3, 0, 1) },
    { certificate_id: "gone-one", ...score(5, 1, 0) },
  ],
  facts: [{ fact: "pay", all: accuracy(80, 100), held: accuracy(39, 50) }],
};

const NAMES = [{ certificate_id: "cisco-ccna", name: "CCNA <b>" }];

describe("how well postings are read", () => {
  const page = fragment(readingSection(quality, "abc", NAMES));
  const [levels, confusion, certificates, facts] = [...page.querySelectorAll("table")].map(cellsOf);

  it("is told with intervals, as it was measured", () => {
    expect(page.body.textContent).toContain("in 12 real postings");
    expect(levels![0]).toEqual([
      "Posting and certificate",
      "80%50% to 95%",
      "80%40% to 90%",
      "80%70% to 90%",
      "8",
      "2",
      "2",
    ]);
    expect(page.body.textContent).toContain("Of 9 mentions found, 78% got the level");
    expect(facts).toEqual([["Pay", "80% of 10060% to 90%", "78% of 5060% to 90%"]]);
  });

  it("shows which level is taken for which", () => {
    expect(confusion).toHaveLength(6);
    expect(confusion![0]).toEqual(["Required", "6", "0", "0", "0", "0", "0"]);
    expect(confusion![1]).toEqual(["Preferred", "2", "1", "0", "0", "0", "0"]);
  });

  it("lists certificates that readers found in at least five postings, by name where there is one", () => {
    expect(certificates!.map(([name]) => name)).toEqual(["CCNA <b>", "gone-one"]);
  });

  it("says whether the figures are of the extractor that read this collection", () => {
    expect(page.body.textContent).toContain(
      "Measured on 9 January 2026 with extractor abc, which read this collection.",
    );
    const other = fragment(readingSection(quality, "def", NAMES)).body.textContent;
    expect(other).toContain("This collection was read by extractor def; the figures are those of abc,");
    expect(other).not.toContain("which read this collection.");
  });

  it("tells beside it what postings gave that no rule was tuned on", () => {
    const { postings, posting, mention, unnamed, requirement } = quality;
    const unseen = { measured_on: "2026-01-10", extractor: "abc", postings, posting, mention, unnamed, requirement };
    const text = fragment(readingSection({ ...quality, unseen }, "abc", NAMES)).body.textContent;
    expect(text).toContain("On postings that no rule was tuned on");
    expect(text).toContain("Measured on 10 January 2026 with extractor abc. This is what to expect of a new source.");
    expect(page.body.textContent).not.toContain("On postings that no rule was tuned on");
  });

  it("has no table where nothing was saved", () => {
    const none = fragment(readingSection(null, "abc", NAMES));
    expect(none.querySelector("table")).toBeNull();
    expect(none.body.textContent).toContain("No measurement was saved.");
  });
});

describe("drift of mention rates", () => {
  const drift: Drift = {
    name: "CCNA",
    source: "board-2",
    month: "2026-01-01",
    naming: 0,
    postings: 120,
    rate: 0,
    rate_before: 400,
    months_before: 11,
    z: -9.26,
  };

  it("is a short table, the first of the page's sample being the one that fell silent", () => {
    const page = new JSDOM(readFileSync(join(sample().out, "quality.html"), "utf8")).window.document;
    const section = page.querySelector("#drift")!;
    expect(section.textContent).toContain("2 rates were compared, and 1 drifted.");
    expect(cellsOf(section)).toEqual([
      ["w-hostile", "board-2", "December 20240 of 1,000 postings", "0.0", "5012 months", "−100%", "-9.3"],
    ]);
  });

  it("says what is new, and where more stand", () => {
    const page = fragment(
      driftSection({ compared: 900, drifted: 41 }, [drift, { ...drift, rate: 250, rate_before: 0 }]),
    );
    expect(cellsOf(page).map((row) => row[5])).toEqual(["−100%", "new"]);
    expect(page.body.textContent).toContain("The others are in the downloads.");
  });

  it("says that nothing drifted, or that nothing could", () => {
    const calm = fragment(driftSection({ compared: 12, drifted: 0 }, []));
    expect(calm.body.textContent).toContain("12 rates were compared: nothing drifted.");
    expect(calm.querySelector("table")).toBeNull();
    expect(fragment(driftSection({ compared: 0, drifted: 0 }, [])).body.textContent).toContain("to compare yet");
  });
});

describe("alarms", () => {
  it("are listed with source, words, level and what was seen, as text", () => {
    const alarm = { alarm: "volume_low", source_id: "board-1", level: "error", sentence: "4 postings <b>" };
    const page = fragment(alarmSection([alarm]));
    expect(cellsOf(page)).toEqual([["board-1", "Fewer postings than usual", "error", "4 postings <b>"]]);
    expect(fragment(alarmSection([])).body.textContent).toContain("Nothing is unusual.");
  });
});
