// certworth's crawl: robots.txt, lists, reading, checking; no pace on loopback. Either into an empty lake (rows, privacy,
// Parquet, raw answers), or read and checked only, which is what the plain loop does.
// usage: node certworth.mjs html|json PORT ADVERTS CONCURRENCY DIST BOARDS [read]; prints seconds, pages, resident memory
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [kind, port, , concurrency, dist, boards = "1", mode = "store"] = process.argv.slice(2);
const ours = (path) => import(new URL(path, dist).href);
const { crawl, politeFetch } = await ours("pipelines/stages/crawl.js");
const { openLake } = await ours("pipelines/lake.js");
const { Budget } = await ours("pipelines/crawl/budget.js");
const { runVisits } = await ours("pipelines/crawl/crawler.js");
const { Visit } = await ours("pipelines/crawl/visit.js");
const { platforms } = await ours("pipelines/sources/index.js");

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
const options = {
  lake,
  effects,
  sources,
  userAgent: "certworth/bench (+loopback)",
  allowLoopback: true,
  budget: {},
  concurrency: Number(concurrency),
  ownThread: true,
};

/** Everything but the lake: what would be stored is counted and let go. */
const readOnly = async () => {
  const budget = new Budget({});
  const { fetch, politeness, close } = politeFetch(options, budget);
  const nowhere = { add() {}, keepAnswer() {}, sight() {}, refuse() {}, async ready() {} };
  const outcomes = [];
  const begin = (source) => () =>
    new Visit({
      source,
      platform: platforms.get(source.platform),
      date: "2026-10-31",
      memory: { readers: "", of: "", pages: {} },
      open: () => nowhere,
    });
  await runVisits({
    planned: sources.map((source) => ({ host: `127.0.0.1:${port}`, begin: begin(source) })),
    politeness,
    fetch,
    budget,
    concurrency: Number(concurrency),
    perHost: 8,
    onAnswer: tick,
    onSettled: (visit) => outcomes.push(visit.close()),
  });
  await close();
  return { added: outcomes.reduce((sum, { seen }) => sum + seen, 0), outcomes };
};

const from = performance.now();
const { added, outcomes } = await (mode === "read" ? readOnly() : crawl(options));
const seconds = (performance.now() - from) / 1000;
lake.close();
rmSync(data, { recursive: true, force: true });
const pages = outcomes.reduce((sum, { http }) => sum + Object.values(http).reduce((a, b) => a + b, 0), 0);
process.stdout.write(`${JSON.stringify({ seconds, pages, added, resident })}\n`);
