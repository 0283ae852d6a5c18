import { normalCdf, Z_95 } from "./normal.js";

/** One of several distributions that are pooled: Student's t about `mean`, stretched by `scale`. */
export interface Component {
  mean: number;
  scale: number;
  freedom: number;
  /** Part of the pool; the parts sum to 1. */
  weight: number;
}

/** Probability that Student's t is below `t`, by Wallace's transformation to the normal (1959, Ann. Math. Statist. 30:1121-1130). */
export const studentCdf = (t: number, freedom: number): number => {
  const bend = (8 * freedom + 1) / (8 * freedom + 3);
  return normalCdf(Math.sign(t) * bend * Math.sqrt(freedom * Math.log1p((t * t) / freedom)));
};

/** Half of the middle 95 % of Student's t, by the inverse of the same; of the normal where `freedom` is infinite. */
export const studentReach = (freedom: number): number => {
  if (freedom === Infinity) return Z_95;
  const bend = (8 * freedom + 1) / (8 * freedom + 3);
  return Math.sqrt(freedom * Math.expm1((Z_95 / bend) ** 2 / freedom));
};

/** Probability that a value of the pool is below `x`. */
export const poolCdf = (pool: readonly Component[], x: number): number =>
  pool.reduce((sum, { mean, scale, freedom, weight }) => sum + weight * studentCdf((x - mean) / scale, freedom), 0);

/** About the pool's density: good enough to aim by. */
const density = (pool: readonly Component[], x: number): number =>
  pool.reduce((sum, { mean, scale, freedom, weight }) => {
    const t = (x - mean) / scale;
    return sum + (weight / scale / Math.sqrt(2 * Math.PI)) * (1 + (t * t) / freedom) ** (-(freedom + 1) / 2);
  }, 0);

export const poolMean = (pool: readonly Component[]): number =>
  pool.reduce((sum, { mean, weight }) => sum + weight * mean, 0);

/** Guesses that close in on a quantile to a millionth of a scale, far below what is printed. */
const GUESSES = 30;
const CLOSE = 1e-6;
/** Scales to either side of the outermost means that hold any quantile asked for. */
const REACH = 40;

/** The value below which a part `part` (0..1) of the pool lies: by Newton's steps, by halves where one leaves the bracket. */
export const poolQuantile = (pool: readonly Component[], part: number): number => {
  let low = Math.min(...pool.map(({ mean, scale }) => mean - REACH * scale));
  let high = Math.max(...pool.map(({ mean, scale }) => mean + REACH * scale));
  const tolerance = CLOSE * Math.min(...pool.map(({ scale }) => scale));
  let middle = poolMean(pool);
  for (let i = 0; i < GUESSES && high - low > tolerance; i++) {
    const off = poolCdf(pool, middle) - part;
    if (off < 0) low = middle;
    else high = middle;
    const slope = density(pool, middle);
    const guess = middle - off / slope;
    if (Math.abs(off) < CLOSE * CLOSE) break;
    middle = guess > low && guess < high ? guess : (low + high) / 2;
  }
  return middle;
};
