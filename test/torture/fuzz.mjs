// Pushes generated inputs through every front door: no crash, no hang of more than a second for one input, no growing memory.
// usage: node test/torture/fuzz.mjs [--inputs 1050000] [--seed 1] [--door html]     (after npm run build)
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { DOORS, done } from "./doors.mjs";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1050000" },
    seed: { type: "string", default: "1" },
    door: { type: "string" },
  },
});

/** Time for one input, ms; and how long the thread may show no progress at all, on a machine that others use as well. */
const MOST_MS = 1000;
const MOST_SILENCE_MS = 240_000;
/** Heap that may be gained between the middle of a door's inputs and their end, MB: caches fill, a leak does not end. */
const MOST_GROWTH = 24;

const shared = new SharedArrayBuffer(8);
const at = new Int32Array(shared);
const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
const thread = new Worker(new URL("./pusher.mjs", import.meta.url), {
  workerData: { inputs, seed, only: values.door, shared },
});
const say = (text) => process.stdout.write(`${text}\n`);
const faults = [];
let total = 0;

const told = ({ door, failed, index, text, count, seconds, slowest, heap }) => {
  if (failed !== undefined) {
    faults.push(`${door}: input ${index} (seed ${seed}) ended in ${failed}\n  ${JSON.stringify(text)}`);
    return;
  }
  total += count;
  const [, middle, end] = heap;
  say(
    `${door.padEnd(18)}${String(count).padStart(9)} inputs ${seconds.toFixed(1).padStart(7)} s  slowest ${slowest.ms.toFixed(1).padStart(6)} ms (${slowest.length} characters, ${JSON.stringify(slowest.text)})  heap ${heap.map((mb) => mb.toFixed(0)).join(" > ")} MB`,
  );
  if (slowest.ms > MOST_MS)
    faults.push(`${door}: ${slowest.ms.toFixed(0)} ms for one input: ${JSON.stringify(slowest.text)}`);
  if (end - middle > MOST_GROWTH)
    faults.push(`${door}: the heap grew from ${middle.toFixed(0)} to ${end.toFixed(0)} MB`);
};

const end = () => {
  done();
  for (const fault of faults) say(fault);
  say(`${total.toLocaleString("en-US")} inputs through ${DOORS.length} doors, ${faults.length} faults, seed ${seed}`);
  process.exit(faults.length === 0 ? 0 : 1);
};

let last = "";
let since = performance.now();
const watch = setInterval(() => {
  const now = `${Atomics.load(at, 0)} ${Atomics.load(at, 1)}`;
  if (now !== last) [last, since] = [now, performance.now()];
  if (performance.now() - since < MOST_SILENCE_MS) return;
  faults.push(`${DOORS[Atomics.load(at, 0)].name}: input ${Atomics.load(at, 1)} does not end (seed ${seed})`);
  clearInterval(watch);
  thread.terminate().then(end);
}, 1000);
thread.on("message", told);
thread.on("error", (error) => faults.push(String(error.stack)));
thread.on("exit", () => {
  clearInterval(watch);
  end();
});
