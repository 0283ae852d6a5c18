import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { packagePath } from "../../models/package-root.js";

/** A market small enough for many nights: a year, of whose postings some tenths are open. */
export const SMALL_MARKET = ["--years", "1", "--postings", "120"];

export interface NightProcess {
  child: ChildProcess;
  /** What it wrote to stderr until now. */
  errors(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Begins a night on the demo market in a process of its own, by the command line. */
export const beginNight = (
  dataDir: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
): NightProcess => {
  const { CERTWORTH_DATA: _, ...inherited } = process.env;
  const cli = packagePath("dist", "pipelines", "cli.js");
  const line = [cli, "nightly", "--demo", "--data", dataDir, "--workers", "0", ...SMALL_MARKET, ...args];
  const child = spawn(process.execPath, line, { env: { ...inherited, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = once(child, "close").then(([code, signal]) => ({ code, signal }));
  return { child, errors: () => errors, ended };
};
