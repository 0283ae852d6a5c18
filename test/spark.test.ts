import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../models/files.js";
import { packagePath } from "../models/package-root.js";
import { sqlText } from "../models/sql-text.js";
import { sparkHome } from "../pipelines/spark/spark-sql.js";
import { KEPT_AGGREGATES } from "../warehouse/aggregates.js";
import { certworth, type Outcome } from "./support/certworth.js";
import { persistentFolder } from "./support/folder.js";
import { CLUSTER, killExecutor, noSpark } from "./support/spark.js";

/** 200,000 by `npm run test:spark`; fewer in the daily tests. */
const POSTINGS = Number(process.env.CERTWORTH_SPARK_POSTINGS ?? "2000");
/** Enough tasks that one is under way whenever an executor dies, and few enough that their starts cost little. */
const TASKS = 10;
const SLOW = 3_600_000;

const missing = noSpark();
if (missing !== null) process.stdout.write(`test/spark.test.ts skips: ${missing}\n`);

const home = persistentFolder();
const [alone, cluster] = [() => join(home(), "alone"), () => join(home(), "cluster")];

/** Options of spark-sql, with the postings parted into so many tasks. */
const spark = (): string => {
  const bytes = filesBelow(join(alone(), "lake", "postings"), ".parquet").reduce(
    (sum, file) => sum + statSync(file).size,
    0,
  );
  const settings = [`maxPartitionBytes=${Math.ceil(bytes / TASKS)}`, "openCostInBytes=1"];
  return [CLUSTER, ...settings.map((setting) => `--conf spark.sql.files.${setting}`)].join(" ");
};

const run = async (...args: string[]): Promise<Outcome> => {
  const outcome = await certworth([...args, "--log-level", "debug"]);
  expect(outcome.code, outcome.stderr.slice(-3000)).toBe(0);
  return outcome;
};

/** Rows, files and mentions of two data directories' tables, and the rows that only one of them has. */
const compare = async (glob: string): Promise<{ rows: number; onlyAlone: number; onlyCluster: number }> => {
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  const read = (folder: string): string => `(
    SELECT * EXCLUDE (filename), regexp_extract(filename, 'posted_month=.*') AS file
    FROM read_parquet(${sqlText(join(folder, glob))}, filename = true, hive_partitioning = false))`;
  const [one, other] = [read(alone()), read(cluster())];
  const reader = await connection.runAndReadAll(`
    SELECT (SELECT count(*) FROM ${one})::INTEGER AS rows,
      (SELECT count(*) FROM (FROM ${one} EXCEPT ALL FROM ${other}))::INTEGER AS "onlyAlone",
      (SELECT count(*) FROM (FROM ${other} EXCEPT ALL FROM ${one}))::INTEGER AS "onlyCluster"`);
  connection.closeSync();
  return reader.getRowObjectsJS()[0] as { rows: number; onlyAlone: number; onlyCluster: number };
};

describe.skipIf(missing !== null)("Spark on two executors", () => {
  beforeAll(async () => {
    execFileSync(process.execPath, [packagePath("pipelines", "bundle.mjs")]);
    const { writePostings } = (await import(packagePath("test", "bench", "scale", "lake.mjs"))) as {
      writePostings: (dataDir: string, options: { postings: number }) => Promise<void>;
    };
    await writePostings(alone(), { postings: POSTINGS });
    cpSync(alone(), cluster(), { recursive: true });
    await run("extract", "--data", alone());
    return () => rmSync(join(sparkHome() ?? "", "work"), { recursive: true, force: true });
  }, SLOW);

  it("extracts as one machine does, though an executor is killed in the middle", { timeout: SLOW }, async () => {
    let [killed, ended] = [null as number | null, false];
    let killing = Promise.resolve();
    const outcome = await certworth(["extract", "--data", cluster(), "--spark", spark(), "--log-level", "debug"], {
      started: (pid) => {
        killing = killExecutor(pid, () => ended).then((executor) => {
          killed = executor;
        });
      },
    });
    ended = true;
    await killing;
    expect(outcome.code, outcome.stderr.slice(-3000)).toBe(0);
    expect(killed).not.toBeNull();
    expect(outcome.stderr).toMatch(/Lost task [\d.]+ in stage .*ExecutorLostFailure.*137/);
    expect(readdirSync(join(cluster(), "lake", "extractions"))).toEqual(
      readdirSync(join(alone(), "lake", "extractions")),
    );
    const compared = await compare("lake/extractions/*/*/*.parquet");
    expect(compared).toEqual({ rows: POSTINGS, onlyAlone: 0, onlyCluster: 0 });
  });

  it("has nothing left to do then, on Spark or alone", { timeout: SLOW }, async () => {
    expect((await run("extract", "--data", cluster(), "--spark", spark())).stdout).toMatch(/^Extracted 0 files/);
    expect((await run("extract", "--data", cluster())).stdout).toContain("Nothing to do");
  });

  it("counts by the same SQL as one machine does", { timeout: SLOW }, async () => {
    await run("aggregate", "--data", alone());
    await run("aggregate", "--data", cluster(), "--spark", spark());
    for (const table of KEPT_AGGREGATES) {
      const { rows, ...only } = await compare(`aggregates/*/${table}/*.parquet`);
      expect(rows, table).toBeGreaterThan(0);
      expect({ table, ...only }).toEqual({ table, onlyAlone: 0, onlyCluster: 0 });
    }
  });

  it("leaves aggregates that a warehouse and its pages are made from", { timeout: SLOW }, async () => {
    rmSync(join(cluster(), "lake"), { recursive: true });
    await run("build", "--data", cluster(), "--from-aggregates");
    await run("report", "--data", cluster());
    const asked = await run(
      "query",
      "SELECT sum(asking)::INTEGER AS asks FROM marts.certificate_month",
      "--data",
      cluster(),
      "--json",
    );
    expect((JSON.parse(asked.stdout) as { asks: number }[])[0]!.asks).toBeGreaterThan(POSTINGS / 10);
  });
});
