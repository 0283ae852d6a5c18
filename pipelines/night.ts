import { resolve } from "node:path";
import { deliver, noticeOf, receiversOf } from "./alarms/deliver.js";
import { readAlarms } from "./alarms.js";
import { freeBytes } from "./disk.js";
import type { Effects } from "./effects.js";
import { writeFileAtomic } from "./lake/atomic.js";
import { checkPlace } from "./lake/bucket.js";
import { layout } from "./lake/layout.js";
import { readRuns } from "./ledger.js";
import { LockedError } from "./lock.js";
import { metricsText } from "./metrics.js";
import { exitCodeOf, type Run, withRun } from "./run.js";
import { readStatus } from "./status.js";

/** Tells of a night that has ended, well or not: alarms to whom it may concern, figures to the metrics file. */
const tellOf = async (dataDir: string, exit: number, effects: Effects): Promise<void> => {
  const now = effects.now();
  const alarms = await readAlarms(dataDir, now);
  await deliver(noticeOf("nightly", exit, alarms), receiversOf(process.env), effects);
  const run = readRuns(dataDir).runs.at(-1);
  if (run === undefined) return;
  const { sources, diskBytes } = readStatus(dataDir, now);
  const text = metricsText({ run, sources, alarms, diskBytes, freeBytes: freeBytes(dataDir) });
  writeFileAtomic(process.env.CERTWORTH_METRICS ?? layout(dataDir).metrics, text);
};

/** A night as `withRun` runs it, after which somebody knows how it ended. What fails in the telling never hides that. */
export const withNight = async (
  data: string,
  effects: Effects,
  work: (run: Run) => Promise<number>,
): Promise<number> => {
  checkPlace("nightly", resolve(data));
  const tell = (exit: number): Promise<void> =>
    tellOf(resolve(data), exit, effects).catch((error: Error) => {
      effects.log.error({ event: "night not told" }, `alarms and metrics could not be written: ${error.message}`);
    });
  try {
    const exit = await withRun("nightly", data, effects, work);
    await tell(exit);
    return exit;
  } catch (error) {
    if (!(error instanceof LockedError)) await tell(exitCodeOf(error));
    throw error;
  }
};
