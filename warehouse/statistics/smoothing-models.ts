import type { BlockSeries } from "./blocks.js";
import { type Fitted, fitInnovations, type Smoothing } from "./innovations.js";

/** How a model's path goes on: as it stands, damped, or along a straight line that may not last. */
export type Shape = "level" | "damped" | "line";

/**
 * A model fitted to a series, and how well: the logarithm of its tempered likelihood less the price of its states (BIC, Schwarz 1978).
 */
export interface Fit {
  shape: Shape;
  fitted: Fitted;
  freedom: number;
  log: number;
}

/** How much of an error the level learns; zero is a level that does not wander. */
const ALPHAS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
/** The trend's part of what the level learns. */
const BETAS = [0, 0.1, 0.3] as const;
/** What is left of a trend a quarter later. */
const DAMPINGS = [0.6, 0.8] as const;
/** Part of the slope that is kept, 1 - 1/theta: for theta of 1, 4/3 and 2, the classic. */
const DRIFTS = [0, 0.25, 0.5] as const;
/**
 * What a series' likelihood counts: none of the models is true of real years, and one that fits the past a little better is not that
 * much likelier (power likelihood; Holmes & Walker 2017, Biometrika 104:497-503). By the backtest: errors fall with it, while much less
 * would forget a planted fall.
 */
const TEMPER = 0.8;
/** A perfect fit has no logarithm. */
const LEAST_SQUARES = 1e-9;

type Model = { shape: Shape; smoothing: Smoothing };

const LEVELS: readonly Model[] = ALPHAS.map((alpha) => ({
  shape: "level",
  smoothing: { alpha, beta: 0, damping: 1, drift: 0 },
}));
const LINES: readonly Model[] = ALPHAS.map((alpha) => ({ shape: "line", smoothing: { alpha, beta: 0, damping: 1 } }));
const DAMPED: readonly Model[] = ALPHAS.filter((alpha) => alpha > 0).flatMap((alpha) =>
  BETAS.flatMap((part) =>
    DAMPINGS.map((damping): Model => ({ shape: "damped", smoothing: { alpha, beta: alpha * part, damping } })),
  ),
);

const fitEach = (models: readonly Model[], { blocks, seasons }: BlockSeries): Fit[] => {
  const values = blocks.map(({ value }) => value);
  const variances = blocks.map(({ variance }) => variance);
  const n = values.length - seasons;
  const fits: Fit[] = [];
  for (const { shape, smoothing } of models) {
    const fitted = fitInnovations(values, variances, smoothing);
    if (fitted === null) continue;
    const states = values.length - fitted.freedom + (smoothing.drift ? 1 : 0);
    const log = -((TEMPER * n) / 2) * Math.log(Math.max(fitted.squares, LEAST_SQUARES)) - (states / 2) * Math.log(n);
    fits.push({ shape, fitted, freedom: Math.max(1, n - states), log });
  }
  return fits;
};

const SMOOTHING: readonly Model[] = [...LEVELS, ...LINES, ...DAMPED];

/**
 * Exponential smoothing without trend, with a damped one (Gardner & McKenzie 1985, Management Science 31:1237-1246) and about a straight
 * line, on a grid of parameters: the same models in the same order for every series.
 */
export const fitSmoothing = (series: BlockSeries): Fit[] => fitEach(SMOOTHING, series);

/**
 * The Theta method as what it is equal to, simple smoothing with a drift of a part of the slope of the whole (Assimakopoulos & Nikolopoulos
 * 2000, Int. J. Forecasting 16:521-530; Hyndman & Billah 2003, 19:287-290).
 */
export const fitTheta = (series: BlockSeries): Fit[] => {
  const line = fitEach([{ shape: "line", smoothing: { alpha: 0, beta: 0, damping: 1 } }], series)[0];
  const slope = line?.fitted.trend ?? 0;
  const models = ALPHAS.flatMap((alpha) =>
    DRIFTS.map((part): Model => ({ shape: "level", smoothing: { alpha, beta: 0, damping: 1, drift: part * slope } })),
  );
  return fitEach(models, series);
};
