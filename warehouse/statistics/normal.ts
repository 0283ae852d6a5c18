/** Quantile of the standard normal for a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;
/** The same of a one-sided 95 % bound. */
export const Z_ONE_SIDED_95 = 1.6448536269514722;

// Series below, continued fraction above: the switch keeps both at 1e-14 within 60 terms (Abramowitz & Stegun 26.2.10, 26.2.14).
const SWITCH = 3;

const lowerSeries = (z: number): number => {
  let term = z;
  let sum = z;
  for (let k = 1; term > sum * Number.EPSILON; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 - (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
};

const upperFraction = (z: number): number => {
  let tail = z;
  for (let k = 60; k > 0; k--) tail = z + k / tail;
  return Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * tail);
};

/** Probability that a standard normal lies further from 0 than `z`, on either side. */
export const twoSidedP = (z: number): number => {
  const size = Math.abs(z);
  return Math.min(1, 2 * (size < SWITCH ? lowerSeries(size) : upperFraction(size)));
};

/** Probability that a standard normal lies below `z`. */
export const normalCdf = (z: number): number => (z < 0 ? twoSidedP(z) / 2 : 1 - twoSidedP(z) / 2);

/** Beyond this many deviations a probability is 0 or 1 in double precision. */
const FARTHEST = 8;
/** Halvings of the bracket: to 1e-12. */
const HALVINGS = 44;

/** The value below which a part `part` (0..1) of the standard normal lies; bounded at 8 deviations. */
export const normalQuantile = (part: number): number => {
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
