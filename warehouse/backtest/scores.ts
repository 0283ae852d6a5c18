import { median } from "../statistics/median.js";
import type { Case } from "./cases.js";

/** How forecasts did. A ratio below 1 beats what it is compared with; coverage is a part of 1. */
export interface Scores {
  cases: number;
  coverage_80: number;
  coverage_95: number;
  /** Mean error over the mean in-sample error of the seasonal naive forecast one year ahead, over all series (MASE). */
  mase: number;
  /** Error over that of the seasonal naive forecast for the same months. */
  relative_to_seasonal_naive: number;
  /** Error over that of the last 12 months' share for the same months. */
  relative_to_last_year: number;
  /** Median over the series of the error over that of the seasonal naive forecast. */
  median_of_series: number;
}

const total = (cases: readonly Case[], of: (one: Case) => number): number =>
  cases.reduce((sum, one) => sum + of(one), 0);

/** One number over another, 1 where neither forecast was ever wrong. */
const ratio = (error: number, naive: number): number => (naive > 0 ? error / naive : 1);

const ratios = (cases: readonly Case[]): number[] => {
  const bySeries = new Map<string, Case[]>();
  for (const one of cases) bySeries.set(one.entity, [...(bySeries.get(one.entity) ?? []), one]);
  return [...bySeries.values()].map((own) =>
    ratio(
      total(own, ({ error }) => error),
      total(own, ({ seasonal_naive }) => seasonal_naive),
    ),
  );
};

/** @throws RangeError without a case: there is nothing to score */
export const scoresOf = (cases: readonly Case[]): Scores => {
  if (cases.length === 0) throw new RangeError("no forecast has come due");
  const error = total(cases, (one) => one.error);
  return {
    cases: cases.length,
    coverage_80: total(cases, ({ held_80 }) => Number(held_80)) / cases.length,
    coverage_95: total(cases, ({ held_95 }) => Number(held_95)) / cases.length,
    mase: ratio(
      error,
      total(cases, ({ scale, months }) => scale * months),
    ),
    relative_to_seasonal_naive: ratio(
      error,
      total(cases, ({ seasonal_naive }) => seasonal_naive),
    ),
    relative_to_last_year: ratio(
      error,
      total(cases, ({ last_year }) => last_year),
    ),
    median_of_series: median(ratios(cases)),
  };
};
