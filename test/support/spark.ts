import { execFileSync } from "node:child_process";
import { sparkHome } from "../../pipelines/spark/spark-sql.js";
import { descendantsOf, type Process } from "./processes.js";

/** Two executors of one core each, as processes of their own, in small tasks: enough of them that one dies in the middle. */
export const CLUSTER = [
  "--master local-cluster[2,1,1024]",
  "--conf spark.ui.enabled=false",
  "--conf spark.sql.shuffle.partitions=8",
  "--conf spark.executor.cores=1",
].join(" ");

/** Why Spark cannot run here; null where it can. */
export const noSpark = (): string | null => {
  if (sparkHome() === null) return 'no Spark: set SPARK_HOME or run "npm run setup:spark"';
  try {
    execFileSync("java", ["-version"], { stdio: "ignore" });
    return null;
  } catch {
    return "no Java";
  }
};

const isExecutor = ({ command }: Process): boolean => command.includes("CoarseGrainedExecutorBackend");
const isWorker = ({ command }: Process): boolean => /node extract-worker\.mjs/.test(command);

/**
 * Kills one executor of a run, by SIGKILL, at a moment when the worker runs beneath it: the executor's process id; null where the
 * run ended before.
 */
export const killExecutor = async (pid: number, ended: () => boolean): Promise<number | null> => {
  while (!ended()) {
    const busy = descendantsOf(pid).filter((one) => isExecutor(one) && descendantsOf(one.pid).some(isWorker));
    // Two at work: the other one goes on while this one is gone.
    if (busy.length === 2) {
      process.kill(busy[0]!.pid, "SIGKILL");
      return busy[0]!.pid;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return null;
};
