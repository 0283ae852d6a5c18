import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { packagePath } from "../../models/package-root.js";
import type { Effects } from "../effects.js";

/** Spark cannot do what was asked; the message says what to do. */
export class SparkError extends Error {
  override name = "SparkError";
}

/** The folder of Spark: SPARK_HOME, or what `npm run setup:spark` installed; null where there is neither. */
export const sparkHome = (): string | null => {
  if (process.env.SPARK_HOME) return process.env.SPARK_HOME;
  const lib = packagePath(".spark", "lib");
  const python = existsSync(lib) ? readdirSync(lib).find((name) => name.startsWith("python")) : undefined;
  const home = join(lib, python ?? "", "site-packages", "pyspark");
  return existsSync(home) ? home : null;
};

export interface SparkScript {
  /** File of SQL statements. */
  script: string;
  /** What stands for `${name}` in it. */
  variables: Record<string, string>;
  /** An own folder, which is the working directory. */
  work: string;
  /** Files that every executor needs beside it. */
  files: string[];
  /** The user's options of spark-sql, such as `--master yarn`; they come last and win. */
  options: string[];
}

/** Tables live by the folders that the scripts name, and a quoted name is a name as in any SQL. */
const SETTINGS = {
  "spark.sql.catalogImplementation": "in-memory",
  "spark.sql.ansi.enabled": "true",
  "spark.sql.ansi.doubleQuotedIdentifiers": "true",
  // Tasks of half a minute: a lost one costs little, and the worker's start of a second is small beside it.
  "spark.sql.files.maxPartitionBytes": "48m",
  "spark.sql.files.openCostInBytes": "1m",
  "spark.ui.showConsoleProgress": "false",
};

const KEPT_LINES = 30;

/**
 * Runs a script by spark-sql and waits for it. What Spark says goes to the log at level debug.
 * @throws SparkError with Spark's last lines where it fails
 */
export const sparkSql = async ({ script, variables, work, files, options }: SparkScript, effects: Effects) => {
  const home = sparkHome();
  if (home === null || !existsSync(join(home, "bin", "spark-sql")))
    throw new SparkError(
      `no bin/spark-sql in ${home ?? "SPARK_HOME, which is not set"}: set SPARK_HOME, or install Spark into this checkout by "npm run setup:spark"`,
    );
  const settings = { ...SETTINGS, "spark.sql.warehouse.dir": join(work, "warehouse") };
  const args = [
    ...Object.entries(settings).flatMap(([name, value]) => ["--conf", `${name}=${value}`]),
    ...(files.length === 0 ? [] : ["--files", files.join(",")]),
    ...options,
    ...Object.entries(variables).flatMap(([name, value]) => ["-d", `${name}=${value}`]),
    "-f",
    script,
  ];
  const child = spawn(join(home, "bin", "spark-sql"), args, { cwd: work, env: { ...process.env, SPARK_HOME: home } });
  const said: string[] = [];
  const listen = (text: string): void => {
    for (const line of text.split("\n").filter(Boolean)) {
      effects.log.debug({ event: "spark" }, line);
      said.push(line);
      if (said.length > KEPT_LINES) said.shift();
    }
  };
  child.stdout.setEncoding("utf8").on("data", listen);
  child.stderr.setEncoding("utf8").on("data", listen);
  const stop = (): boolean => child.kill();
  effects.stop?.addEventListener("abort", stop);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  effects.stop?.removeEventListener("abort", stop);
  effects.stop?.throwIfAborted();
  if (code !== 0) throw new SparkError(`spark-sql ended with ${code} in ${script}:\n${said.join("\n")}`);
};
