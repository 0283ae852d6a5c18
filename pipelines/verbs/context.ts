import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { packagePath } from "../../models/package-root.js";
import { type BudgetOptions, parseBudget } from "../crawl/budget.js";
import type { Effects } from "../effects.js";
import { terminalEffects } from "../terminal.js";

/** The options every verb knows. */
export interface CommonOptions {
  data: string;
  json: boolean;
  quiet: boolean;
  logLevel: string;
}

/** The command was given something it cannot use (exit code 2). */
export class UsageError extends Error {
  override name = "UsageError";
}

export const version: string = (JSON.parse(readFileSync(packagePath("package.json"), "utf8")) as { version: string })
  .version;

/** Adds the common options to a verb. */
export const common = (command: Command): Command =>
  command
    .option("--data <dir>", "data directory (or CERTWORTH_DATA)", process.env.CERTWORTH_DATA ?? "./data")
    .option("--json", "results as JSON on stdout", false)
    .option("--quiet", "no progress, errors only", false)
    .option("--log-level <level>", "debug, info, warn or error", "info");

export const effectsOf = (options: CommonOptions): Effects =>
  terminalEffects({ level: options.logLevel, quiet: options.quiet });

export const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError("a whole number of 0 or more is expected.");
  return value;
};

/** Reads a month of the calendar, `YYYY-MM`. */
export const monthFlag = (text: string): string => {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) throw new InvalidArgumentError('a month is expected, such as "2022-12".');
  return text;
};

/** Reads `--budget`: requests or a time. */
export const budgetFlag = (text: string): BudgetOptions => {
  const budget = parseBudget(text);
  if (budget === null)
    throw new InvalidArgumentError(
      'requests or a time are expected, such as "200requests", "10m" or "200requests,10m".',
    );
  return budget;
};

/** Reads a time such as "90m", in ms. */
export const timeFlag = (text: string): number => {
  const { time, requests } = parseBudget(text) ?? {};
  if (time === undefined || requests !== undefined)
    throw new InvalidArgumentError('a time is expected, such as "90m" or "3h".');
  return time;
};

export const defaultWorkers = (): number => availableParallelism();

/** Writes a result: as one JSON line with --json, else as the sentences given. */
export const print = (options: CommonOptions, result: unknown, sentences: string[]): void => {
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${sentences.join("\n")}\n`);
};

/** The option of verbs that Spark can run. */
export const SPARK_FLAG = [
  "--spark <options>",
  'on Spark, by spark-sql with these options, such as "--master yarn"; "" for those of spark-defaults.conf',
] as const;

/** Reads `--spark`: options of spark-sql, parted by spaces. */
export const sparkOptions = (text: string): string[] => text.split(/\s+/).filter(Boolean);
