/** How a smoothing model learns from its errors: level by `alpha`, trend by `beta`; `damping` is what is left of a trend a step later. */
export interface Smoothing {
  alpha: number;
  beta: number;
  damping: number;
  /** A drift a step that is given, not learned; the model then has no trend of its own. */
  drift?: number;
}

/** A smoothing model fitted to a series. */
export interface Fitted {
  smoothing: Smoothing;
  /** Sum of squared one-step errors, each over its variance. */
  squares: number;
  /** Values less what was fitted: the first states. */
  freedom: number;
  /** Level and trend after the last value. */
  level: number;
  trend: number;
  /** Covariance of level and trend for unit error variance: [level, both, trend]. */
  covariance: readonly [number, number, number];
}

type State = { level: number; trend: number };
interface Run {
  errors: number[];
  end: State;
}

const run = (
  values: readonly number[],
  { alpha, beta, damping, drift = 0 }: Smoothing,
  start: State,
  own: 0 | 1,
): Run => {
  let { level, trend } = start;
  const errors = values.map((value) => {
    const expected = level + damping * trend + own * drift;
    const error = value - expected;
    level = expected + alpha * error;
    trend = damping * trend + beta * error;
    return error;
  });
  return { errors, end: { level, trend } };
};

const dot = (a: readonly number[], b: readonly number[], w: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + (value * b[i]!) / w[i]!, 0);

/**
 * Fits the first states of a linear innovations model by least squares: errors are linear in them, so that one run over the values and one
 * over zeros for each state give the solution (Hyndman, Koehler, Ord & Snyder 2008, Forecasting with Exponential Smoothing, ch. 5).
 * @param variances relative variance of each error
 * @returns null where the values do not tell the states apart
 */
export const fitInnovations = (
  values: readonly number[],
  variances: readonly number[],
  smoothing: Smoothing,
): Fitted | null => {
  const zeros = values.map(() => 0);
  const plain = run(values, smoothing, { level: 0, trend: 0 }, 1);
  const byLevel = run(zeros, smoothing, { level: 1, trend: 0 }, 0);
  const byTrend = run(zeros, smoothing, { level: 0, trend: 1 }, 0);
  const trended = smoothing.drift === undefined;
  const ll = dot(byLevel.errors, byLevel.errors, variances);
  const lt = trended ? dot(byLevel.errors, byTrend.errors, variances) : 0;
  const tt = trended ? dot(byTrend.errors, byTrend.errors, variances) : 1;
  const determinant = ll * tt - lt * lt;
  if (!(determinant > 1e-12 * ll * tt)) return null;
  const ly = -dot(byLevel.errors, plain.errors, variances);
  const ty = trended ? -dot(byTrend.errors, plain.errors, variances) : 0;
  const level = (tt * ly - lt * ty) / determinant;
  const trend = (ll * ty - lt * ly) / determinant;
  const errors = plain.errors.map((error, i) => error + level * byLevel.errors[i]! + trend * byTrend.errors[i]!);
  const [vl, vb, vt] = [tt / determinant, -lt / determinant, trended ? ll / determinant : 0];
  const [p, q, r, s] = [byLevel.end.level, byTrend.end.level, byLevel.end.trend, byTrend.end.trend];
  return {
    smoothing,
    squares: dot(errors, errors, variances),
    freedom: values.length - (trended ? 2 : 1),
    level: plain.end.level + level * p + trend * q,
    trend: plain.end.trend + level * r + trend * s,
    covariance: [
      p * p * vl + 2 * p * q * vb + q * q * vt,
      p * r * vl + (p * s + q * r) * vb + q * s * vt,
      r * r * vl + 2 * r * s * vb + s * s * vt,
    ],
  };
};

/** `damping` + ... + `damping`^steps: how many steps' worth of trend are to come. */
const damped = (damping: number, steps: number): number =>
  damping === 1 ? steps : (damping * (1 - damping ** steps)) / (1 - damping);

/** Where a fitted model expects the mean of the steps `from`..`to` ahead (from 1). */
export const expectedMean = (fitted: Fitted, from: number, to: number): number => {
  const { damping, drift = 0 } = fitted.smoothing;
  let sum = 0;
  for (let step = from; step <= to; step++) sum += fitted.level + damped(damping, step) * fitted.trend + step * drift;
  return sum / (to - from + 1);
};

/**
 * Variance of that mean about its expectation, without the error of the steps' own measurement, for unit error variance: of the states
 * after the last value, and of the errors that move level and trend until then, each with relative variance `ahead`.
 */
export const varianceOfMean = ({ smoothing, covariance }: Fitted, from: number, to: number, ahead: number): number => {
  const { alpha, beta, damping } = smoothing;
  const steps = to - from + 1;
  let reach = 0;
  for (let step = from; step <= to; step++) reach += damped(damping, step) / steps;
  const [level, both, trend] = covariance;
  let variance = level + 2 * reach * both + reach * reach * trend;
  for (let error = 1; error < to; error++) {
    let weight = 0;
    for (let step = Math.max(from, error + 1); step <= to; step++)
      weight += (alpha + beta * damped(damping, step - error)) / steps;
    variance += weight * weight * ahead;
  }
  return variance;
};
