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
  errors: Float64Array;
  end: State;
}

const run = (values: ArrayLike<number>, { alpha, beta, damping, drift = 0 }: Smoothing, start: State): Run => {
  let { level, trend } = start;
  const errors = new Float64Array(values.length);
  for (let i = 0; i < errors.length; i++) {
    const expected = level + damping * trend + drift;
    const error = values[i]! - expected;
    level = expected + alpha * error;
    trend = damping * trend + beta * error;
    errors[i] = error;
  }
  return { errors, end: { level, trend } };
};

/** What a model of given parameters makes of zeros from a level of 1, and from a trend of 1: the same for every series of a length. */
const responses = new Map<string, [byLevel: Run, byTrend: Run]>();

const responsesOf = ({ alpha, beta, damping }: Smoothing, length: number): [Run, Run] => {
  const key = `${alpha} ${beta} ${damping} ${length}`;
  const known = responses.get(key);
  if (known) return known;
  const zeros = new Float64Array(length);
  const smoothing = { alpha, beta, damping };
  const both: [Run, Run] = [
    run(zeros, smoothing, { level: 1, trend: 0 }),
    run(zeros, smoothing, { level: 0, trend: 1 }),
  ];
  responses.set(key, both);
  return both;
};

const dot = (a: Float64Array, b: Float64Array, w: readonly number[]): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! * b[i]!) / w[i]!;
  return sum;
};

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
  const plain = run(values, smoothing, { level: 0, trend: 0 });
  const [byLevel, byTrend] = responsesOf(smoothing, values.length);
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

/** What a mean of the steps `from`..`to` ahead has of a trend (`reach`) and of the errors until then, the same for every series. */
interface Ahead {
  reach: number;
  /** Sum of the squared weights of the errors. */
  unrest: number;
}

const known = new Map<string, Ahead>();

const aheadOf = ({ alpha, beta, damping }: Smoothing, from: number, to: number): Ahead => {
  const key = `${alpha} ${beta} ${damping} ${from} ${to}`;
  const before = known.get(key);
  if (before) return before;
  const steps = to - from + 1;
  const ahead = { reach: 0, unrest: 0 };
  for (let step = from; step <= to; step++) ahead.reach += damped(damping, step) / steps;
  for (let error = 1; error < to; error++) {
    let weight = 0;
    for (let step = Math.max(from, error + 1); step <= to; step++)
      weight += (alpha + beta * damped(damping, step - error)) / steps;
    ahead.unrest += weight * weight;
  }
  known.set(key, ahead);
  return ahead;
};

/** Where a fitted model expects the mean of the steps `from`..`to` ahead (from 1). */
export const expectedMean = ({ smoothing, level, trend }: Fitted, from: number, to: number): number =>
  level + aheadOf(smoothing, from, to).reach * trend + ((from + to) / 2) * (smoothing.drift ?? 0);

/**
 * Variance of that mean about its expectation, without the error of the steps' own measurement, for unit error variance: of the states
 * after the last value, and of the errors that move level and trend until then, each with relative variance `ahead`.
 */
export const varianceOfMean = ({ smoothing, covariance }: Fitted, from: number, to: number, ahead: number): number => {
  const { reach, unrest } = aheadOf(smoothing, from, to);
  const [level, both, trend] = covariance;
  return level + 2 * reach * both + reach * reach * trend + ahead * unrest;
};
