// Time, peak memory and disk of extract, aggregate, build and build from aggregates against the number of postings; of the night after one month in a
// hundred came in; drawn as an SVG with a table beside it.
// usage: node test/bench/scale.mjs [--sizes 100000,300000,1000000] [--out FOLDER] [--data FOLDER] [--workers 2]   (after npm run build)
import { cpSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chartOf } from "./scale/chart.mjs";
import { writePostings } from "./scale/lake.mjs";
import { bytesOf, measured } from "./scale/measure.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100000,300000,1000000" },
    out: { type: "string", default: "." },
    data: { type: "string", default: join(tmpdir(), "certworth-bench-scale") },
    workers: { type: "string", default: "2" },
  },
});
const say = (...words) => process.stdout.write(`${words.join(" ")}\n`);
/** Bytes that a posting takes with its facts and the warehouse, and while they are made: what must be free. */
const BYTES_A_POSTING = 4000;
/** Of 72 months the last is written after the first run: what a night adds. */
const [ALL, LAST] = [72, 71];

const runSize = async (postings) => {
  const { bavail, bsize } = statfsSync(tmpdir());
  if (bavail * bsize < postings * BYTES_A_POSTING) {
    say(`${postings}: left out, ${Math.ceil((postings * BYTES_A_POSTING) / 1e9)} GB would have to be free`);
    return [];
  }
  const data = join(values.data, String(postings));
  rmSync(data, { recursive: true, force: true });
  await writePostings(data, { postings, to: LAST });
  const verb = (name, ...more) => measured([name, "--data", data, "--quiet", ...more]);
  const row = { postings, extract: await verb("extract", "--workers", values.workers) };
  row.aggregate = await verb("aggregate");
  row.build = await verb("build");
  const laptop = join(values.data, `${postings}-laptop`);
  cpSync(join(data, "aggregates"), join(laptop, "aggregates"), { recursive: true });
  row.tail = await measured(["build", "--from-aggregates", "--data", laptop, "--quiet"]);
  await writePostings(data, { postings, from: LAST, to: ALL });
  row.nightExtract = await verb("extract", "--workers", values.workers);
  row.nightBuild = await verb("build");
  row.disk = {
    postings: bytesOf(join(data, "lake", "postings")),
    extractions: bytesOf(join(data, "lake", "extractions")),
    warehouse: bytesOf(join(data, "warehouse.duckdb")),
    aggregates: bytesOf(join(laptop, "aggregates")),
  };
  for (const folder of [data, laptop]) rmSync(folder, { recursive: true, force: true });
  say(JSON.stringify(row));
  return [row];
};

const time = ({ wall, cpu }) => `${wall.toFixed(0)} s (${cpu.toFixed(0)} s)`;
const memory = (...runs) => `${Math.max(...runs.map(({ megabytes }) => megabytes)).toFixed(0)} MB`;
const gigabytes = (bytes) => (bytes / 1e9).toFixed(2);

const table = (rows) =>
  [
    `Two worker threads at most of ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}). Times by the clock, and of processors in brackets; memory is the largest resident size.`,
    "",
    "| postings | extract | aggregate | build | build from aggregates | one month more: extract, build | memory: extract, aggregate, build, from aggregates | disk: postings, facts, warehouse, aggregates, GB |",
    "|---|---|---|---|---|---|---|---|",
    ...rows.map(
      (row) =>
        `| ${row.postings.toLocaleString("en-US")} | ${time(row.extract)} | ${time(row.aggregate)} | ${time(row.build)} | ${time(row.tail)} | ${time(row.nightExtract)}, ${time(row.nightBuild)} | ${memory(row.extract)}, ${memory(row.aggregate)}, ${memory(row.build)}, ${memory(row.tail)} | ${gigabytes(row.disk.postings)}, ${gigabytes(row.disk.extractions)}, ${gigabytes(row.disk.warehouse)}, ${gigabytes(row.disk.aggregates)} |`,
    ),
    "",
  ].join("\n");

const rows = [];
for (const size of values.sizes.split(",").map(Number)) rows.push(...(await runSize(size)));
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "scale.md"), table(rows));
writeFileSync(join(values.out, "scale.svg"), chartOf(rows));
say(readFileSync(join(values.out, "scale.md"), "utf8"));
