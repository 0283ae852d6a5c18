import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import type { Command } from "commander";
import { Cron } from "croner";
import { packagePath } from "../../models/package-root.js";
import type { Effects } from "../effects.js";
import { EXIT } from "../run.js";
import { type CommonOptions, common, effectsOf, UsageError } from "./context.js";

interface ScheduleFlags extends CommonOptions {
  cron: string;
  zone?: string;
  once: boolean;
}

/** A night in a process of its own, so that what it leaves in memory goes with it. */
const beginNight = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [packagePath("dist", "pipelines", "cli.js"), "nightly", ...args], { stdio: "inherit" });

const exitOf = async (child: ChildProcess): Promise<number> => {
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
};

const cronOf = ({ cron, zone }: ScheduleFlags): Cron => {
  try {
    const job = new Cron(cron, {
      paused: true,
      protect: true,
      mode: "5-part",
      ...(zone === undefined ? {} : { timezone: zone }),
    });
    if (job.nextRun() === null) throw new Error("it never comes");
    return job;
  } catch (error) {
    throw new UsageError(
      `--cron "${cron}"${zone === undefined ? "" : ` in ${zone}`}: ${(error as Error).message}; such as "17 2 * * *" is expected`,
    );
  }
};

/** Runs nights at their times, one at a time, until the process is asked to end; a night under way then ends in order. */
const keepTime = (job: Cron, args: readonly string[], { log }: Effects): Promise<number> =>
  new Promise((resolve) => {
    let night: ChildProcess | undefined;
    const next = (): void =>
      log.info({ event: "scheduled", next: job.nextRun() }, `next night: ${job.nextRun()?.toISOString()}`);
    const end = (signal: NodeJS.Signals): void => {
      job.stop();
      if (night) night.kill(signal);
      else resolve(EXIT.interrupted);
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeAllListeners(signal).on(signal, end);
    job.schedule(async () => {
      night = beginNight(args);
      const code = await exitOf(night);
      night = undefined;
      log[code === EXIT.done ? "info" : "warn"](
        { event: "night ended", exit_code: code },
        `the night ended with exit ${code}`,
      );
      if (job.isStopped()) resolve(code);
      else next();
    });
    job.resume();
    next();
  });

export const scheduleVerb = (program: Command): void => {
  common(program.command("schedule"))
    .description(
      "run nightly at the times of a cron line, one at a time, for containers and machines without a scheduler",
    )
    .argument("[options...]", "options of nightly, after --")
    .option("--cron <line>", "minute hour day month weekday", "17 2 * * *")
    .option("--zone <name>", "time zone, e.g. Europe/Berlin (default: the machine's)")
    .option("--once", "one night now, and its exit code", false)
    .addHelpText("after", '\nExample: certworth schedule --cron "17 2 * * *" --data data/live -- --within 5h')
    .action(async (given: string[], flags: ScheduleFlags) => {
      const args = ["--data", flags.data, ...(flags.quiet ? ["--quiet"] : []), "--log-level", flags.logLevel, ...given];
      const job = cronOf(flags);
      process.exitCode = flags.once ? await exitOf(beginNight(args)) : await keepTime(job, args, effectsOf(flags));
    });
};
