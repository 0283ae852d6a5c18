import type { Interval } from "./wilson.js";

// Lanczos' coefficients for g = 7, n = 9 (as in Press et al. 2007, Numerical Recipes, section 6.1): 1e-15 relative.
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

const logGamma = (x: number): number => {
  const at = x - 1;
  const t = at + 7.5;
  const sum = LANCZOS.reduce((total, c, i) => total + (i === 0 ? c : c / (at + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (at + 0.5) * Math.log(t) - t + Math.log(sum);
};

/** Terms after which the fraction below no longer changes, for a and b up to some ten thousands. */
const TERMS = 300;
const TINY = 1e-300;

/** Continued fraction of the incomplete beta function (Press et al. 2007, eq. 6.4.5), by Lentz's method. */
const fraction = (x: number, a: number, b: number): number => {
  const away = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / away(1 + term * d);
      c = away(1 + term / c);
      step *= d * c;
      result *= d * c;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
};

/** Probability that a Beta(a, b) lies below x (regularised incomplete beta function). */
export const betaCdf = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
};

/** Halvings: to 1e-15 of the bracket. */
const HALVINGS = 50;

const betaQuantile = (part: number, a: number, b: number): number => {
  let [low, high] = [0, 1];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (betaCdf(middle, a, b) < part) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/** The middle 95 % of a Beta(a, b). */
export const betaInterval = (a: number, b: number): Interval => ({
  low: betaQuantile(0.025, a, b),
  high: betaQuantile(0.975, a, b),
});

/** From here on the asymptotic series are exact to 1e-12. */
const ASYMPTOTIC_FROM = 20;

/** Variance of the logarithm of a Gamma(x): the trigamma function (Abramowitz & Stegun 6.4.6, 6.4.12). */
export const trigamma = (x: number): number => {
  if (x < ASYMPTOTIC_FROM) return 1 / x ** 2 + trigamma(x + 1);
  return 1 / x + 1 / (2 * x ** 2) + 1 / (6 * x ** 3) - 1 / (30 * x ** 5) + 1 / (42 * x ** 7);
};

/** Mean of the logarithm of a Gamma(x): the digamma function (Abramowitz & Stegun 6.3.5, 6.3.18). */
export const digamma = (x: number): number => {
  if (x < ASYMPTOTIC_FROM) return digamma(x + 1) - 1 / x;
  return Math.log(x) - 1 / (2 * x) - 1 / (12 * x ** 2) + 1 / (120 * x ** 4) - 1 / (252 * x ** 6);
};

/** The x whose trigamma is `y`, by halving: trigamma(x) lies between 1 / x and 1 / x + 1 / x^2. */
export const trigammaInverse = (y: number): number => {
  let [low, high] = [1 / y, (1 + Math.sqrt(1 + 4 * y)) / (2 * y)];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (trigamma(middle) > y) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
