import { spawn } from "node:child_process";
import { packagePath } from "../../models/package-root.js";

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built command line as a user would. */
export const certworth = (
  args: string[],
  options: { stdin?: string; env?: Record<string, string>; cwd?: string; started?: (pid: number) => void } = {},
): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const { CERTWORTH_CONTACT: _, CERTWORTH_DATA: __, ...inherited } = process.env;
    const child = spawn(process.execPath, [packagePath("dist", "pipelines", "cli.js"), ...args], {
      env: { ...inherited, ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    if (child.pid !== undefined) options.started?.(child.pid);
    const outcome: Outcome = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      outcome.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      outcome.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...outcome, code }));
    child.stdin.end(options.stdin ?? "");
  });
