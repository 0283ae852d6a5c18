// Cost of `build` over an invented lake, beside a bare DuckDB scan-and-group over the same Parquet files in the same run; and
// of the build after one more month came in.
// usage: node test/bench/build.mjs [--postings 1000000] [--months 60] [--data FOLDER]     (after npm run build)
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DuckDBInstance } from "@duckdb/node-api";
import { emptyLake, writeMonths } from "./build/lake.mjs";

const { values } = parseArgs({
  options: {
    postings: { type: "string", default: "1000000" },
    months: { type: "string", default: "60" },
    data: { type: "string", default: join(tmpdir(), "certworth-bench-build") },
    dist: { type: "string", default: "../../dist/" },
    models: { type: "boolean", default: false },
  },
});
const dist = new URL(values.dist, import.meta.url).href;
const { buildWarehouse } = await import(new URL("warehouse/builder.js", dist).href);
const taxonomyDir = fileURLToPath(new URL("../../models/taxonomy", import.meta.url));
const months = Number(values.months);
const dataDir = values.data;
const market = { taxonomy: taxonomyDir, postingsAMonth: Math.round(Number(values.postings) / months) };

const open = async () => (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
/** Seconds by the clock and of the processors: on a busy machine only the second can be compared. */
const timed = async (work) => {
  const from = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { wall: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
};

const SCAN = (lake) => [
  `SELECT source, date_trunc('month', posted_on) AS month, count(*), sum(length(text)), max(title), max(employer)
    FROM read_parquet('${lake}/postings/*/*.parquet') GROUP BY ALL`,
  `SELECT m.entity, m.requirement, date_trunc('month', posted_on) AS month, count(*), max(m.evidence)
    FROM (SELECT posting_id, unnest(mentions) AS m FROM read_parquet('${lake}/extractions/*/*/*.parquet'))
    JOIN (SELECT posting_id, posted_on FROM read_parquet('${lake}/postings/*/*.parquet')) USING (posting_id) GROUP BY ALL`,
  `SELECT source, seen_on, count(DISTINCT posting_id) FROM read_parquet('${lake}/sightings/*/*.parquet') GROUP BY ALL`,
];
/** Reads every table once and groups it: what any warehouse must at least do. Best of two. */
const bareScan = async () => {
  const connection = await open();
  const run = () =>
    timed(async () => {
      for (const sql of SCAN(join(dataDir, "lake"))) await connection.runAndReadAll(sql);
    });
  return [await run(), await run()].sort((a, b) => a.cpu - b.cpu)[0];
};

const say = (...words) => process.stdout.write(`${words.join(" ")}\n`);

const slowest = [];
const effectsLog = { debug: ({ model, ms }) => slowest.push({ model, ms }) };
const build = () =>
  timed(() => buildWarehouse({ dataDir, taxonomyDir, extractor: "x1", taxonomyVersion: "t1", effectsLog }));
const table = (label) => {
  const worst = slowest.sort((a, b) => b.ms - a.ms).slice(0, 12);
  if (values.models) say(label, worst.map(({ model, ms }) => `${model} ${ms}`).join(", "));
  slowest.length = 0;
};

emptyLake(dataDir);
const writer = await open();
await writeMonths(writer, dataDir, { ...market, from: 0, to: months - 1 });
const before = await build();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
table("first build");
await writeMonths(writer, dataDir, { ...market, from: months - 1, to: months });
const added = await build();
table("one month more");
const scan = await bareScan();

const figures = ({ wall, cpu }) => `${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of processor`;
const ratio = (one, other) =>
  `${(one.wall / other.wall).toFixed(2)} by the clock, ${(one.cpu / other.cpu).toFixed(2)} of processor`;
say(
  `Build of ${values.postings} postings, ${4 * Number(values.postings)} mentions, ${months} months, 2 of ${cpus().length} cores`,
);
say(`bare scan and group   ${figures(scan)}`);
say(
  `whole build           ${figures(before)}, ${megabytes} MB resident; times the scan: ${ratio(before, scan)} (target: at most 6)`,
);
say(`one month added       ${figures(added)}; of a whole build: ${ratio(added, before)} (target: at most 0.2)`);
