import type { RunRecord } from "./ledger.js";

/** Nights whose later stages are looked at, and how much longer than the slowest of them tonight's may take. */
const NIGHTS = 5;
const ROOM = 1.5;
/** Part of the time that is kept for the later stages where no night is on record. */
const FIRST_NIGHT = 0.5;
/** The crawl gets this part at least: a night that asks nobody is none. */
const LEAST = 0.1;

/** Seconds that a night took after its crawl. */
const afterCrawl = ({ stages }: RunRecord): number =>
  stages.slice(stages.findIndex(({ stage }) => stage === "crawl") + 1).reduce((sum, { seconds }) => sum + seconds, 0);

/**
 * How much of a night's time its crawl may take, so that extraction, build and pages end within it too.
 * @param within the whole night's, in ms
 * @param runs the ledger, oldest first
 * @returns ms
 */
export const crawlTime = (within: number, runs: readonly RunRecord[]): number => {
  const nights = runs.filter(
    ({ verb, stages }) => verb === "nightly" && stages.some(({ stage }) => stage === "report"),
  );
  const slowest = Math.max(0, ...nights.slice(-NIGHTS).map(afterCrawl)) * 1000;
  const kept = nights.length === 0 ? within * FIRST_NIGHT : slowest * ROOM;
  return Math.max(within * LEAST, within - kept);
};
