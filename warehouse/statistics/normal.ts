/** Quantile of the standard normal for a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

// Series below, continued fraction above: the switch keeps both at 1e-14 within 60 terms (Abramowitz & Stegun 26.2.10, 26.2.14).
const SWITCH = 3;

const lowerSeries = (z: number): number => {
  let term = z;
  let sum = z;
  for (let k = 1; k < 100; k++) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return 0.5 - (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
};

const upperFraction = (z: number): number => {
  let tail = z;
  for (let k = 200; k > 0; k--) tail = z + k / tail;
  return Math.exp((-z * z) / 2) / (Math.sqrt(2 * Math.PI) * tail);
};

/** Probability that a standard normal lies further from 0 than `z`, on either side. */
export const twoSidedP = (z: number): number => {
  const size = Math.abs(z);
  return Math.min(1, 2 * (size < SWITCH ? lowerSeries(size) : upperFraction(size)));
};
