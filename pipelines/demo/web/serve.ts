import { appendFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openWeb, type Web } from "./web.js";

/**
 * The web as a process of its own, for benchmarks: `node dist/pipelines/demo/web/serve.js --boards 200 --postings 20000
 * --delay 50 --faults --log FILE`. Prints one line of JSON when it is ready: `{sources, faults, planted}` (planted: number
 * of postings that stand open and may be asked for). Takes `day2`, `day3` and `quit` as lines of input, each answered by a
 * line; the end of input quits too. The log of requests, a JSON object a line, goes to FILE when a day or all ends.
 */
const { values } = parseArgs({
  options: {
    boards: { type: "string", default: "200" },
    postings: { type: "string", default: "20000" },
    seed: { type: "string", default: "7" },
    delay: { type: "string", default: "0" },
    port: { type: "string", default: "0" },
    faults: { type: "boolean", default: false },
    log: { type: "string" },
  },
});

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
const standing = (web: Web): number =>
  web.planted().filter(({ state, forbidden }) => state === "open" && !forbidden).length;

/** Writes what was logged since the last time. */
function saveLog({ log }: Web): void {
  const lines = log.splice(0);
  if (values.log !== undefined && lines.length > 0)
    appendFileSync(values.log, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`);
}

const web = await openWeb({
  boards: Number(values.boards),
  postings: Number(values.postings),
  seed: Number(values.seed),
  delayMs: Number(values.delay),
  port: Number(values.port),
  faults: values.faults,
});
const named = web.faults.map(({ name, sources, expected, whole }) => ({ name, sources, expected, whole }));
print({ sources: web.sources, faults: named, planted: standing(web) });

for await (const line of createInterface({ input: process.stdin })) {
  saveLog(web);
  if (line === "quit") break;
  if (line === "day2" || line === "day3") web.apply(line);
  print({ today: web.today(), planted: standing(web) });
}
process.stdin.destroy();
saveLog(web);
await web.close();
