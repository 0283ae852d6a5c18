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

const run = (
  values: ArrayLike<number>,
  { alpha, beta, damping, drift = 0 }: Smoothing,
  start: State,
  errors = new Float64Array(values.length),
): Run => {
  let { level, trend } = start;
  for (let i = 0; i < values.length; i++) {
    const expected = level + damping * trend + drift;
    const error = values[i]! - expected;
    level = expected + alpha * error;
    trend = damping * trend + beta * error;
    errors[i] = error;
  }
  return { errors, end: { level, trend } };
};

/** What is the same for every series of a model. */
interface Known {
  /** What it makes of zeros from a level of 1, and from a trend of 1, by how many they are. */
  responses: Map<number, [byLevel: Run, byTrend: Run]>;
  /** By the first and the last step. */
  ahead: Map<number, Map<number, Ahead>>;
}

const found = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
};

/** By the parameters of a model, each for itself: a key of text would take longer than what is looked up. */
const known = new Map<number, Map<number, Map<number, Known>>>();

const knownOf = ({ alpha, beta, damping }: Smoothing): Known => {
  const ofAlpha = found(known, alpha, () => new Map<number, Map<number, Known>>());
  const ofBeta = found(ofAlpha, beta, () => new Map<number, Known>());
  return found(ofBeta, damping, () => ({ responses: new Map(), ahead: new Map() }));
};

const responsesOf = ({ alpha, beta, damping }: Smoothing, length: number): [Run, Run] => {
  const smoothing = { alpha, beta, damping };
  return found(knownOf(smoothing).responses, length, () => {
    const zeros = new Float64Array(length);
    return [run(zeros, smoothing, { level: 1, trend: 0 }), run(zeros, smoothing, { level: 0, trend: 1 })];
  });
};

/** The products of two runs' errors over their variances, summed: of level, of both and of trend, and of each with the values' run. */
const productsOf = (
  { errors: l }: Run,
  { errors: t }: Run,
  { errors: y }: Run,
  w: readonly number[],
): [ll: number, lt: number, tt: number, ly: number, ty: number] => {
  let [ll, lt, tt, ly, ty] = [0, 0, 0, 0, 0];
  for (let i = 0; i < w.length; i++) {
    ll += (l[i]! * l[i]!) / w[i]!;
    lt += (l[i]! * t[i]!) / w[i]!;
    tt += (t[i]! * t[i]!) / w[i]!;
    ly += (l[i]! * y[i]!) / w[i]!;
    ty += (t[i]! * y[i]!) / w[i]!;
  }
  return [ll, lt, tt, ly, ty];
};

/** Errors of the run that is being fitted: thousands of them are, one after the other. */
let errorsOfValues = new Float64Array(0);

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
  if (errorsOfValues.length < values.length) errorsOfValues = new Float64Array(values.length);
  const plain = run(values, smoothing, { level: 0, trend: 0 }, errorsOfValues);
  const [byLevel, byTrend] = responsesOf(smoothing, values.length);
  const products = productsOf(byLevel, byTrend, plain, variances);
  const trended = smoothing.drift === undefined;
  const [ll, lt, tt] = trended ? products : [products[0], 0, 1];
  const determinant = ll * tt - lt * lt;
  if (!(determinant > 1e-12 * ll * tt)) return null;
  const ly = -products[3];
  const ty = trended ? -products[4] : 0;
  const level = (tt * ly - lt * ty) / determinant;
  const trend = (ll * ty - lt * ly) / determinant;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const error = plain.errors[i]! + level * byLevel.errors[i]! + trend * byTrend.errors[i]!;
    squares += (error * error) / variances[i]!;
  }
  const [vl, vb, vt] = [tt / determinant, -lt / determinant, trended ? ll / determinant : 0];
  const [p, q, r, s] = [byLevel.end.level, byTrend.end.level, byLevel.end.trend, byTrend.end.trend];
  return {
    smoothing,
    squares,
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

const aheadOf = (smoothing: Smoothing, from: number, to: number): Ahead => {
  const ofFrom = found(knownOf(smoothing).ahead, from, () => new Map<number, Ahead>());
  return found(ofFrom, to, () => lookAhead(smoothing, from, to));
};

const lookAhead = ({ alpha, beta, damping }: Smoothing, from: number, to: number): Ahead => {
  const steps = to - from + 1;
  const ahead = { reach: 0, unrest: 0 };
  for (let step = from; step <= to; step++) ahead.reach += damped(damping, step) / steps;
  for (let error = 1; error < to; error++) {
    let weight = 0;
    for (let step = Math.max(from, error + 1); step <= to; step++)
      weight += (alpha + beta * damped(damping, step - error)) / steps;
    ahead.unrest += weight * weight;
  }
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
