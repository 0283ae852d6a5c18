import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { packagePath } from "../models/package-root.js";
import { layout } from "../pipelines/lake/layout.js";
import { readRuns } from "../pipelines/ledger.js";
import { certworth } from "./support/certworth.js";
import { emptyFolder } from "./support/folder.js";
import { SMALL_MARKET } from "./support/night.js";

const text = (name: string): string => readFileSync(packagePath("pipelines", "schedules", name), "utf8");
const CLI = "dist/pipelines/cli.js";

test("systemd accepts the service and its timer", () => {
  const folder = mkdtempSync(join(tmpdir(), "certworth-"));
  for (const name of ["certworth.service", "certworth.timer"]) writeFileSync(join(folder, name), text(name));
  try {
    const units = ["certworth.service", "certworth.timer"].map((name) => join(folder, name));
    execFileSync("systemd-analyze", ["verify", "--man=no", ...units], { stdio: "pipe", encoding: "utf8" });
  } catch (error) {
    const { code, stderr = "" } = error as { code?: string; stderr?: string };
    if (code !== "ENOENT") throw new Error(stderr);
    process.stdout.write("skipped: no systemd-analyze here\n");
  }
  expect(text("certworth.service")).toMatch(new RegExp(`ExecStart=.*${CLI} nightly .*--within`));
  expect(text("certworth.service")).toContain("SuccessExitStatus=4");
});

test("the cron line is one line of a time, a user and the same command", () => {
  const [line = "", ...more] = text("certworth.cron")
    .split("\n")
    .filter((each) => /^\d/.test(each));
  expect(more).toEqual([]);
  expect(line).toMatch(new RegExp(`^\\d+ \\d+ \\* \\* \\* certworth .*node ${CLI} nightly `));
  // cron ends a command at a bare percent sign.
  expect(line).not.toContain("%");
});

test("the workflow has what a night on GitHub needs, and knows exit 4", () => {
  const flow = parse(text("nightly.yml"));
  expect(flow.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/);
  expect(flow.permissions).toEqual({ contents: "read" });
  expect(flow.concurrency["cancel-in-progress"]).toBe(false);
  const { steps } = flow.jobs.night as { steps: { uses?: string; run?: string; if?: string }[] };
  const order = steps.map(({ uses, run }) => uses?.split("@")[0] ?? run?.split(" ")[0]);
  expect(order).toEqual([
    "actions/checkout",
    "actions/setup-node",
    "npm",
    "actions/cache/restore",
    "node",
    "actions/cache/save",
    "actions/upload-artifact",
  ]);
  const night = steps.find(({ run }) => run?.startsWith("node"))?.run ?? "";
  const ending = (code: number): number => {
    const script = night.replace(/^node .*? \|\|/, `sh -c 'exit ${code}' ||`);
    try {
      execFileSync("bash", ["-e", "-c", script]);
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };
  expect([0, 4, 1, 3].map(ending)).toEqual([0, 0, 1, 1]);
  expect(steps.filter((step) => step.if === "always()")).toHaveLength(2);
});

test("the Dockerfile copies what exists, drops root and runs a verb that exists", () => {
  const lines = text("Dockerfile").split("\n");
  expect(lines.filter((line) => line.startsWith("FROM ")).every((line) => /node:2\d-bookworm-slim/.test(line))).toBe(
    true,
  );
  const user = lines.findLastIndex((line) => line.startsWith("USER "));
  expect(lines[user]).toBe("USER node");
  expect(lines.slice(user).some((line) => line.startsWith("RUN "))).toBe(false);
  const entry = JSON.parse(lines.find((line) => line.startsWith("ENTRYPOINT"))?.slice(11) ?? "[]") as string[];
  expect(entry).toEqual(["node", CLI]);
  expect(existsSync(packagePath(CLI))).toBe(true);
  const command = JSON.parse(lines.find((line) => line.startsWith("CMD"))?.slice(4) ?? "[]") as string[];
  expect(command.slice(0, 2)).toEqual(["schedule", "--cron"]);
});

test("schedule --once runs one night and ends as it ends", async () => {
  const data = emptyFolder();
  const args = ["schedule", "--once", "--quiet", "--data", data, "--", "--demo", "--workers", "0", ...SMALL_MARKET];
  expect((await certworth(args)).code).toBe(0);
  expect(existsSync(layout(data).metrics)).toBe(true);
  expect(readRuns(data).runs.map(({ verb, exit_code }) => `${verb} ${exit_code}`)).toEqual(["nightly 0"]);
}, 240_000);

test.each([
  ["* * *", /such as "17 2 \* \* \*" is expected/],
  ["61 2 * * *", /--cron "61 2 \* \* \*"/],
  ["0 0 31 2 *", /it never comes/],
])("schedule refuses the cron line %j", async (line, message) => {
  const outcome = await certworth(["schedule", "--cron", line]);
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toMatch(message);
});

test("schedule says when the next night is, and ends when it is asked to", async () => {
  const args = [packagePath(CLI), "schedule", "--cron", "0 0 1 1 *", "--zone", "UTC", "--data", emptyFolder()];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (more: string) => {
    said += more;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toMatch(/next night: \d{4}-01-01T00:00:00.000Z/);
  child.kill("SIGTERM");
  expect(await new Promise((resolve) => child.on("close", resolve))).toBe(130);
});
