import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RawPosting } from "../models/posting.js";
import { writeArchive } from "../pipelines/demo/archive.js";
import { simulateMarket } from "../pipelines/demo/market.js";
import type { DemoOptions } from "../pipelines/demo/options.js";

const OPTIONS: DemoOptions = { years: 1, seed: 3, postings: 700, today: "2026-10-31" };

describe("archive", () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "demo-archive-"));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const digests = (paths: readonly string[]): string[] =>
    paths.map((path) => `${basename(path)} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`);

  it("holds every posting that is closed, by year, as valid rows", async () => {
    const market = simulateMarket(OPTIONS);
    const paths = await writeArchive(market, dir);
    expect(paths.map((path) => basename(path))).toEqual(["demo-2025.ndjson.gz", "demo-2026.ndjson.gz"]);
    const rows = paths.flatMap((path) => {
      const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
      return lines.map((line) => ({ year: basename(path).slice(5, 9), ...JSON.parse(line) }));
    });
    expect(rows.map(({ source, requisition }) => `${source} ${requisition}`)).toEqual(
      [...market.closed()].map(({ board, requisition }) => `${board.id} ${requisition}`),
    );
    for (const { year, source, ...row } of rows) {
      expect(source).toMatch(/^demo-/);
      const posting = RawPosting.parse(row);
      expect(posting.posted_on!.slice(0, 4)).toBe(year);
      expect(posting.closed_on! <= OPTIONS.today).toBe(true);
      expect((posting.text ?? posting.html)!.length).toBeGreaterThan(450);
      expect(posting.url).toMatch(/^http:\/\/127\.0\.0\.1\//);
    }
    expect(rows.some(({ html }) => html !== undefined)).toBe(true);
  });

  it("has the same bytes again, and leaves alone what stands there", async () => {
    const first = digests(await writeArchive(simulateMarket(OPTIONS), join(dir, "a")));
    const paths = await writeArchive(simulateMarket(OPTIONS), join(dir, "b"));
    expect(digests(paths)).toEqual(first);
    for (const path of paths) utimesSync(path, 1000, 1000);
    expect(await writeArchive(simulateMarket(OPTIONS), join(dir, "b"))).toEqual(paths);
    expect(paths.map((path) => statSync(path).mtimeMs)).toEqual(paths.map(() => 1_000_000));
  });

  it("is written anew for other options, and after a write that was cut off", async () => {
    const paths = await writeArchive(simulateMarket(OPTIONS), dir);
    const before = digests(paths);
    await writeArchive(simulateMarket({ ...OPTIONS, seed: 4 }), dir);
    expect(digests(paths)).not.toEqual(before);
    writeFileSync(join(dir, "demo-archive.json"), '{"edition":');
    await writeArchive(simulateMarket(OPTIONS), dir);
    expect(digests(paths)).toEqual(before);
    expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});
