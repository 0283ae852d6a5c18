// certworth's crawl into an empty lake: robots.txt, lists, reading, checking, storing; no pace on loopback.
// usage: node certworth.mjs html|json PORT ADVERTS CONCURRENCY DIST BOARDS; prints seconds, pages and resident memory
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [kind, port, , concurrency, dist, boards = "1"] = process.argv.slice(2);
const ours = (path) => import(new URL(path, dist).href);
const { crawl } = await ours("pipelines/stages/crawl.js");
const { openLake } = await ours("pipelines/lake.js");

const data = mkdtempSync(join(tmpdir(), "certworth-bench-"));
const lake = openLake(data);
const resident = [];
let answers = 0;
const tick = () => {
  answers += 1;
  if (answers % 10_000 === 0) resident.push(Math.round(process.memoryUsage().rss / 1e6));
};
const log = { warn: (_, text) => process.stderr.write(`${text}\n`), info() {}, error() {}, debug() {} };
const effects = { now: () => new Date(), log, progress: () => ({ tick, done() {} }) };
const sources = Array.from({ length: Number(boards) }, (_, at) => ({
  id: `b${at}`,
  platform: kind === "html" ? "jsonld" : "smartrecruiters",
  board: `b${at}`,
  base_url: `http://127.0.0.1:${port}`,
  expect: { min: 1, max: 1_000_000 },
  enabled: true,
}));
const from = performance.now();
const { added, outcomes } = await crawl({
  lake,
  effects,
  sources,
  userAgent: "certworth/bench (+loopback)",
  allowLoopback: true,
  budget: {},
  concurrency: Number(concurrency),
  ownThread: true,
});
const seconds = (performance.now() - from) / 1000;
lake.close();
rmSync(data, { recursive: true, force: true });
const pages = outcomes.reduce((sum, { http }) => sum + Object.values(http).reduce((a, b) => a + b, 0), 0);
process.stdout.write(`${JSON.stringify({ seconds, pages, added, resident })}\n`);
