import { type BlockSeries, blockSeries } from "./blocks.js";
import { median } from "./median.js";
import { lineCost, pelt } from "./pelt.js";
import type { MonthCount } from "./periods.js";

/** A line needs two points and a third to be off it; a fourth keeps one odd block from making a segment. */
const SHORTEST = 4;
/** A change adds a level, a slope and its place. */
const PARAMETERS = 3;
/** Second differences of white noise have 6 times its variance; 0.6745 turns a median of sizes into a deviation. */
const NOISE = { differences: 6, toDeviation: 0.6745 } as const;

/** Variance of the noise over the sampling variance, from second differences, which neither level nor slope touches. */
const dispersion = ({ blocks }: BlockSeries): number => {
  const sizes = blocks.slice(2).map(({ value, variance }, i) => {
    const second = value - 2 * blocks[i + 1]!.value + blocks[i]!.value;
    return Math.abs(second) / Math.sqrt(NOISE.differences * variance);
  });
  return Math.max(1, (median(sizes) / NOISE.toDeviation) ** 2);
};

/**
 * First month of the last stretch over which the log-odds follow one line: the latest change of level or slope, by PELT with a BIC penalty
 * (Schwarz 1978, Ann. Statist. 6:461-464: the number of parameters times log n). Months count from year 0.
 * @returns null where one line fits, or below 36 months
 */
export const changeMonth = (months: readonly MonthCount[]): number | null => {
  const series = blockSeries(months);
  if (series === null || series.blocks.length < 2 * SHORTEST) return null;
  const { blocks } = series;
  const noise = dispersion(series);
  const cost = lineCost(
    blocks.map(({ value }) => value),
    blocks.map(({ variance }) => 1 / (variance * noise)),
  );
  const changes = pelt(blocks.length, cost, { penalty: PARAMETERS * Math.log(blocks.length), shortest: SHORTEST });
  const last = changes.at(-1);
  return last === undefined ? null : blocks[last]!.first;
};
