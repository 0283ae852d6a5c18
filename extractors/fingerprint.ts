import type { Fingerprint } from "../models/extraction.js";
import { highOf, joined, mix, stirHigh, stirLow, wordHashes } from "../models/word-hash.js";

/** Bands that the words of a text fall into. */
const BANDS = 8;
/** The part of the words that bands are made of, the same part for all texts. */
const SAMPLED = 4;

/** One number for the least and the greatest hash of a band. */
const bandOf = (least: number, greatest: number): number =>
  least === 0 ? 0 : joined(mix(highOf(least) ^ mix(highOf(greatest))), mix(stirLow(least | 0, greatest | 0)));

/**
 * What says which texts may be copies of each other, without the texts: a hash of the words in their order, and for each of eight
 * bands of a quarter of the words one number, made of the least and the greatest hash in it (one-permutation hashing: Li, Owen &
 * Zhang 2012, NIPS 25); 0 where the band is empty. Numbers of 52 bits.
 */
export const fingerprintOf = (text: string): Fingerprint => {
  const hashes = wordHashes(text);
  const least = new Array<number>(BANDS).fill(0);
  const greatest = new Array<number>(BANDS).fill(0);
  let high = 0;
  let low = 0;
  for (const hash of hashes) {
    const top = highOf(hash);
    high = stirHigh(high, top);
    low = stirLow(low, top);
    if (top % SAMPLED !== 0) continue;
    const band = top >>> 29;
    if (least[band] === 0 || hash < least[band]!) least[band] = hash;
    if (hash > greatest[band]!) greatest[band] = hash;
  }
  return {
    text_key: hashes.length === 0 ? 0 : joined(mix(high), mix(low)),
    text_length: text.length,
    bands: least.map((first, band) => bandOf(first, greatest[band]!)),
  };
};
