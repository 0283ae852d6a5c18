import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { filesBelow } from "../models/files.js";
import { PLANTED } from "../pipelines/demo/planted.js";
import { gradeOf } from "../reports/reading-level.js";
import { certworth, type Outcome } from "./support/certworth.js";

/** The main job as `npm start` runs it: the whole demonstration, once, by the built command line. */
let data: string;
let first: Outcome;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "certworth-demo-"));
  first = await certworth(["nightly", "--demo", "--data", data, "--quiet"]);
}, 300_000);

afterAll(() => rmSync(data, { recursive: true, force: true }));

const query = async (sql: string): Promise<Record<string, unknown>[]> => {
  const outcome = await certworth(["query", sql, "--format", "json", "--data", data]);
  if (outcome.code !== 0) throw new Error(outcome.stderr);
  return JSON.parse(outcome.stdout) as Record<string, unknown>[];
};

test("it ends by saying where the site is and its three strongest findings", () => {
  expect(first.stderr).toBe("");
  expect(first.code).toBe(0);
  expect(first.stdout).toContain(join(data, "site", "index.html"));
  expect(first.stdout.split("\n").filter((line) => /^ {2}- (Rising|Fading|Holding): /.test(line))).toHaveLength(3);
  expect(existsSync(join(data, "site", "index.html"))).toBe(true);
});

/**
 * Of six intervals that each hold the truth in 95 of 100 markets, one misses it in a quarter of all markets: of this market CompTIA A+
 * fell by chance, in what was drawn as well. Two misses would be one market in thirty.
 */
const MAY_MISS = 1;

test("the planted trends come out, with intervals that hold the planted slopes", async () => {
  const rows = await query("SELECT certificate_id, status, slope_low, slope_high FROM marts.certificate_signal");
  const signal = new Map(rows.map((row) => [row.certificate_id, row]));
  const statuses: Record<string, string[]> = {
    falling: ["fading", "obsolescent"],
    flat: ["stable"],
    rising: ["growing", "emerging"],
    retired: ["retired by issuer"],
  };
  const missed: string[] = [];
  for (const { certificate, trend, slope_pct_year } of PLANTED) {
    const found = signal.get(certificate);
    expect(statuses[trend], certificate).toContain(found?.status);
    if (!(Number(found?.slope_low) <= slope_pct_year && slope_pct_year <= Number(found?.slope_high)))
      missed.push(certificate);
  }
  expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(MAY_MISS);
});

test("soft skills are asked for broadly, and steadily", async () => {
  const [soft] = await query(`
    SELECT min(share) AS least, max(share) AS most FROM (
      SELECT year(month) AS year, sum(soft_skills * postings) / sum(postings) AS share
      FROM marts.requirement_month WHERE scope = 'all' GROUP BY 1 HAVING count(*) = 12)`);
  expect(Number(soft?.least)).toBeGreaterThan(0.3);
  expect(Number(soft?.most) / Number(soft?.least)).toBeLessThan(1.15);
});

test("every page says that its data is simulated", () => {
  const pages = filesBelow(join(data, "site"), ".html");
  expect(pages.length).toBeGreaterThan(400);
  const silent = pages.filter((page) => !readFileSync(page, "utf8").includes("Simulated market"));
  expect(silent).toEqual([]);
});

test("every plain summary of the site is of grade 8 or lower", () => {
  const pages = filesBelow(join(data, "site", "certificate"), ".html");
  const hard = pages.filter((page) => {
    const markup = /<div class="plainly">([\s\S]*?)<\/div>/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
    return (gradeOf(markup.replaceAll(/<[^>]*>/g, " ")) ?? 99) > 8;
  });
  expect(pages.length).toBeGreaterThan(200);
  expect(hard).toEqual([]);
});

test("the crawl met robots.txt, and every source was healthy", async () => {
  const rows = await query("SELECT source_id, seen, censored, robots FROM marts.source_health");
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter((row) => row.censored)).toEqual([]);
  const disallowed = rows.map((row) => (JSON.parse(String(row.robots)) as { disallowed: number }).disallowed);
  expect(Math.max(...disallowed)).toBeGreaterThan(0);
});

test("a second run does nothing and changes nothing", async () => {
  const lake = filesBelow(join(data, "lake"), ".parquet");
  const warehouse = readFileSync(join(data, "warehouse.duckdb"));
  const second = await certworth(["nightly", "--demo", "--data", data, "--quiet"]);
  expect(second.code).toBe(0);
  expect(second.stdout).toMatch(/imported before[\s\S]*Crawled nothing[\s\S]*Extracted nothing[\s\S]*up to date/);
  expect(filesBelow(join(data, "lake"), ".parquet")).toEqual(lake);
  expect(readFileSync(join(data, "warehouse.duckdb")).equals(warehouse)).toBe(true);
  expect(readdirSync(join(data, "runs"))).toHaveLength(2);
});

test("real postings are refused in a simulated lake", async () => {
  const outcome = await certworth(["import", "nowhere.csv", "--format", "csv", "--data", data]);
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toContain("holds the simulated market");
});
