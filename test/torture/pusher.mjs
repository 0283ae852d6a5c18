// A thread that pushes inputs through the doors. What it is at stands in shared memory, so that a hang is seen from outside.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { DOORS, done } from "./doors.mjs";
import { inputOf, random } from "./inputs.mjs";

const { inputs, seed, only, shared } = workerData;
const at = new Int32Array(shared);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Heap that stays, MB. */
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const failure = async ({ push, may }, text) => {
  try {
    await push(text);
    return null;
  } catch (error) {
    return may.includes(error.name) ? null : `${error.name}: ${error.message}\n${error.stack}`.slice(0, 1500);
  }
};

const cpuMs = ({ user, system }) => (user + system) / 1000;

const through = async (door, number, count) => {
  const dice = random(seed * 1000 + number);
  const marks = [];
  let slowest = { ms: 0, length: 0, text: "" };
  const began = performance.now();
  for (let index = 0; index < count; index += 1) {
    Atomics.store(at, 0, number);
    Atomics.store(at, 1, index);
    const text = inputOf(dice, door);
    const [started, before] = [performance.now(), process.cpuUsage()];
    const failed = await failure(door, text);
    // The lesser of the clock and of this process's own time: a busy machine is no hang.
    const ms = Math.min(performance.now() - started, cpuMs(process.cpuUsage(before)));
    if (ms > slowest.ms) slowest = { ms, length: text.length, text: text.slice(0, 60) };
    if (failed !== null) return { door: door.name, failed, index, text: text.slice(0, 400) };
    if (index === Math.floor(count / 4) || index === Math.floor(count / 2) || index === count - 1) marks.push(heap());
  }
  return { door: door.name, count, seconds: (performance.now() - began) / 1000, slowest, heap: marks };
};

const whole = DOORS.reduce((sum, { share }) => sum + share, 0);
for (const [number, door] of DOORS.entries())
  if (only === undefined || only === door.name)
    parentPort.postMessage(await through(door, number, Math.max(20, Math.round((inputs * door.share) / whole))));
done();
