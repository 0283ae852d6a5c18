// Pages a second of the crawl beside a plain loop and crawlee out of the box: same server, same concurrency, in turn; and
// the crawl's memory over many requests.
// usage: node test/bench/crawl/run.mjs [--html 4000] [--json 16000] [--rounds 3] [--many 100000]     (after npm run build)
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    html: { type: "string", default: "4000" },
    json: { type: "string", default: "16000" },
    rounds: { type: "string", default: "3" },
    many: { type: "string", default: "100000" },
    concurrency: { type: "string", default: "8" },
    dist: { type: "string", default: "../../../dist/" },
  },
});
const { concurrency } = values;
const dist = new URL(values.dist, import.meta.url).href;
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The first line that a process prints, as JSON. */
const firstLine = async (child) => {
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`${child.spawnargs[1]} ended with code ${code} before it said anything`);
  });
  const [line] = await Promise.race([once(lines, "line"), ended]);
  return JSON.parse(line);
};
const start = (file, ...words) =>
  spawn(process.execPath, [here(file), ...words], { stdio: ["ignore", "pipe", "inherit"] });
const measure = async (file, ...words) => {
  const child = start(file, ...words);
  const ended = once(child, "exit");
  const result = await firstLine(child);
  await ended;
  return result;
};
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const CONTENDERS = [
  ["plain loop of fetch and cheerio.load / JSON.parse", "plain.mjs"],
  ["certworth crawl, read and checked", "certworth.mjs", "read"],
  ["certworth crawl, stored in the lake as well", "certworth.mjs"],
  ["crawlee out of the box", "crawlee.mjs"],
];

/** A plain site is one board; behind an API there are eight, each with an eighth of the adverts. */
const BOARDS = { html: 1, json: 8 };

const compare = async (kind) => {
  const boards = BOARDS[kind];
  const each = Number(values[kind]) / boards;
  const server = start("server.mjs", dist, String(each), String(boards));
  const { port } = await firstLine(server);
  const speeds = new Map(CONTENDERS.map(([name]) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const [name, file, ...mode] of CONTENDERS) {
      const adverts = file === "certworth.mjs" ? each : each * boards;
      const words = [kind, String(port), String(adverts), concurrency, dist, String(boards), ...mode];
      const { pages, seconds } = await measure(file, ...words);
      speeds.get(name).push(pages / seconds);
    }
  server.kill();
  const plain = median(speeds.get(CONTENDERS[0][0]));
  return CONTENDERS.map(([name]) => {
    const speed = median(speeds.get(name));
    return `| ${kind} | ${name} | ${Math.round(speed)} | ${(speed / plain).toFixed(2)} |\n`;
  });
};

process.stdout.write(
  `${values.html} pages of HTML, ${values.json} of JSON, ${concurrency} at a time, median of ${values.rounds} rounds in turn, ` +
    `a process each; Node ${process.version}, ${cpus().length} cores\n\n` +
    "| pages | | pages/s | of the plain loop |\n|---|---|---|---|\n",
);
for (const kind of ["html", "json"]) process.stdout.write((await compare(kind)).join(""));

if (Number(values.many) > 0) {
  const boards = 200;
  const each = Math.ceil(Number(values.many) / boards);
  const big = start("server.mjs", dist, String(each), String(boards));
  const at = await firstLine(big);
  const { pages, seconds, resident } = await measure(
    "certworth.mjs",
    "json",
    String(at.port),
    String(each),
    concurrency,
    dist,
    String(boards),
  );
  big.kill();
  process.stdout.write(
    `\n${pages} requests at ${boards} boards in ${Math.round(seconds)} s; resident MB after every 10,000: ${resident.join(", ")}\n`,
  );
}
