import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../../dist/pipelines/cli.js", import.meta.url));
const TICKS_A_SECOND = 100;

/** Seconds of processor and megabytes at most of a process, as the system counts them while it runs. */
const costOf = (pid) => {
  try {
    const [, rest = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ");
    const fields = rest.split(" ");
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return { cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND, megabytes: Number(peak ?? 0) / 1024 };
  } catch {
    return null;
  }
};

/** Runs a verb to its end: seconds by the clock and of processors, and the largest resident size. @throws where it fails */
export const measured = (args) =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "ignore", "pipe"] });
    let [said, cost] = ["", { cpu: 0, megabytes: 0 }];
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said = (said + text).slice(-2000);
    });
    const watch = setInterval(() => {
      const now = costOf(child.pid);
      if (now !== null && now.megabytes > 0) cost = now;
    }, 50);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ wall: (performance.now() - from) / 1000, ...cost });
      else reject(new Error(`certworth ${args.join(" ")} ended with ${code}: ${said}`));
    });
  });

/** Bytes of a file, or of all files below a folder. */
export const bytesOf = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
    : statSync(path).size;
