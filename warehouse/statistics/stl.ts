import { loess, loessBeyond, type Span } from "./loess.js";

/** A series split in three that add up to it. */
export interface Decomposed {
  trend: number[];
  seasonal: number[];
  remainder: number[];
}

/** Rounds of the inner loop; it settles after two (Cleveland et al. 1990, section 3.3). */
const ROUNDS = 5;

const nextOdd = (value: number): number => {
  const up = Math.ceil(value);
  return up % 2 === 1 ? up : up + 1;
};

const movingAverage = (values: readonly number[], width: number): number[] => {
  let sum = values.slice(0, width).reduce((total, value) => total + value, 0);
  const means = [sum / width];
  for (let i = width; i < values.length; i++) {
    sum += values[i]! - values[i - width]!;
    means.push(sum / width);
  }
  return means;
};

/** Each season's own values smoothed, and carried one cycle further at either end. */
const smoothedCycles = (values: readonly number[], period: number, span: Span): number[] => {
  const extended = new Array<number>(values.length + 2 * period).fill(0);
  for (let season = 0; season < period; season++) {
    const own = values.filter((_, i) => i % period === season);
    const inner = loess(own, span);
    const { before, after } = loessBeyond(own, span);
    for (const [cycle, value] of [before ?? inner[0]!, ...inner, after ?? inner.at(-1)!].entries())
      extended[cycle * period + season] = value;
  }
  return extended;
};

/**
 * STL of evenly spaced values without outlier weights: trend, a yearly pattern and the rest (Cleveland, Cleveland, McRae & Terpenning
 * 1990, J. Official Statistics 6:3-73). `seasonal`: points of one season that its smoothing looks at, odd, 7 or more, and by what;
 * the other spans follow from it as there (section 3.4).
 * @throws RangeError where there are fewer than two whole cycles
 */
export const stl = (
  values: readonly number[],
  { period, seasonal }: { period: number; seasonal: Span },
): Decomposed => {
  if (period < 2 || values.length < 2 * period)
    throw new RangeError(
      `STL needs two cycles of two seasons or more, not ${values.length} values of period ${period}`,
    );
  const trendSpan: Span = { points: nextOdd((1.5 * period) / (1 - 1.5 / seasonal.points)), degree: 1 };
  const lowPass: Span = { points: nextOdd(period + 1), degree: 1 };
  let trend = values.map(() => 0);
  let season = trend;
  for (let round = 0; round < ROUNDS; round++) {
    const cycles = smoothedCycles(
      values.map((value, i) => value - trend[i]!),
      period,
      seasonal,
    );
    const slow = loess(movingAverage(movingAverage(movingAverage(cycles, period), period), 3), lowPass);
    season = slow.map((value, i) => cycles[period + i]! - value);
    trend = loess(
      values.map((value, i) => value - season[i]!),
      trendSpan,
    );
  }
  return { trend, seasonal: season, remainder: values.map((value, i) => value - trend[i]! - season[i]!) };
};
