/** A stream of pseudo-random numbers; each purpose has its own stream, so that order of use never matters. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  /** `count` different items (all, if there are fewer), in random order. */
  sample<T>(items: readonly T[], count: number): T[];
}

type Key = number | string;

/** One murmur3 round. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 bits from a path of keys. */
export function hashOf(...keys: readonly Key[]): number {
  let hash = 0x9747b28c;
  for (const key of keys) {
    if (typeof key === "number") hash = mix(mix(hash, key | 0), Math.floor(key / 0x1_0000_0000));
    else for (let i = 0; i < key.length; i++) hash = mix(hash, key.charCodeAt(i));
    hash = mix(hash, 0x5bd1e995);
  }
  return finish(hash);
}

/** One number in [0, 1) from a path of keys. */
export const uniformOf = (...keys: readonly Key[]): number => hashOf(...keys) / 0x1_0000_0000;

/** sfc32 (Chris Doty-Humphrey's small fast counter), seeded by a path of keys. */
export function streamOf(...keys: readonly Key[]): Random {
  let a = hashOf(...keys);
  let b = finish(a + 0x9e3779b9);
  let c = finish(b + 0x9e3779b9);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 8; i++) next();
  return around(next);
}

function around(next: () => number): Random {
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    chance: (probability) => next() < probability,
    sample: (items, count) => {
      const pool = [...items];
      const taken = Math.min(count, pool.length);
      for (let i = 0; i < taken; i++) {
        const j = int(i, pool.length - 1);
        [pool[i], pool[j]] = [pool[j]!, pool[i]!];
      }
      return pool.slice(0, taken);
    },
  };
}

/** The index that `uniform` falls on, given running sums of weights (the last one is the total). */
export function indexIn(sums: readonly number[], uniform: number): number {
  const target = uniform * sums.at(-1)!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function runningSums(weights: readonly number[]): number[] {
  let total = 0;
  return weights.map((weight) => (total += weight));
}
