/**
 * Loaded before the command line (`node --import`): counts every step that the process takes in the file system below
 * KILL_BELOW, and ends it by SIGKILL at step KILL_AT. Nothing of certworth knows of it.
 *
 * KILL_HOW   `before` the step; `torn`: a write is cut in the middle; `later`: KILL_MS after it, when the engine may be writing
 * KILL_FROM  steps count from the first whose path this expression finds
 * KILL_SAY   a file that is told where the kill struck
 * KILL_TRACE a file that gets one line a step, to choose from
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";

const {
  KILL_BELOW = "\0",
  KILL_AT = "0",
  KILL_HOW = "before",
  KILL_MS = "0",
  KILL_FROM = "",
  KILL_SAY,
  KILL_TRACE,
} = process.env;
const SYNC = [
  "writeFileSync",
  "appendFileSync",
  "renameSync",
  "rmSync",
  "mkdirSync",
  "openSync",
  "fsyncSync",
  "linkSync",
];
const PROMISED = ["writeFile", "rename", "rm", "mkdir", "copyFile"];
const { appendFileSync, writeFileSync } = fs;
const at = Number(KILL_AT);
const from = new RegExp(KILL_FROM);
const paths = new Map();
let steps = 0;
let last = "";

const die = () => {
  if (KILL_SAY) writeFileSync(KILL_SAY, last);
  process.kill(process.pid, "SIGKILL");
};

const tear = (name, [path, content]) => {
  const half = content.slice(0, Math.floor(content.length / 2));
  (name.startsWith("append") ? appendFileSync : writeFileSync)(path, half);
};

const step = (name, args) => {
  const path = String(typeof args[0] === "number" ? paths.get(args[0]) : args[0]);
  if (!path.startsWith(KILL_BELOW)) return;
  last = `${name} ${name.startsWith("rename") ? args[1] : path}`;
  if (KILL_TRACE) appendFileSync(KILL_TRACE, `${last}\n`);
  if (steps === 0 && !from.test(last)) return;
  steps += 1;
  if (steps !== at) return;
  if (KILL_HOW === "later") return void setTimeout(die, Number(KILL_MS));
  if (KILL_HOW === "torn" && /writeFile|appendFile/.test(name)) tear(name, args);
  die();
};

const watched = (target, name) => {
  const real = target[name];
  target[name] = (...args) => {
    step(name, args);
    return real(...args);
  };
};

if (isMainThread) {
  for (const name of SYNC) watched(fs, name);
  for (const name of PROMISED) watched(fs.promises, name);
  const counted = fs.openSync;
  fs.openSync = (...args) => {
    const handle = counted(...args);
    paths.set(handle, args[0]);
    return handle;
  };
  syncBuiltinESMExports();
}
