/** Places for the hashes of a text's words; grows with the longest text that was met. */
let hashes = new Float64Array(1 << 12);

const SPACE = 0x20;
const LINE_FEED = 0x0a;
/** 2^20: a hash has 52 bits, 32 above and 20 below, so that it is a whole number in a double and in JSON. */
const LOW = 1 << 20;

/** Mixes 32 bits well (the finaliser of MurmurHash3, Austin Appleby, public domain). */
export const mix = (bits: number): number => {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** One number of 52 bits from two of 32. */
export const joined = (high: number, low: number): number => (high >>> 0) * LOW + (low & (LOW - 1));

/** The upper 32 bits of a number of 52. */
export const highOf = (hash: number): number => Math.floor(hash / LOW) | 0;

/** Takes one more number of 32 bits into each half of a hash. */
export const stirHigh = (high: number, more: number): number => Math.imul(high ^ more, 0x01000193) ^ (high >>> 15);
export const stirLow = (low: number, more: number): number => Math.imul(low + more, 0x9e3779b1) ^ (low >>> 13);

/**
 * Hashes of 52 bits of the words of a text in their order, without case; a word is what stands between spaces and line feeds. The
 * array is overwritten by the next call.
 */
export const wordHashes = (text: string): Float64Array => {
  const lower = text.toLowerCase();
  if (lower.length >= hashes.length) hashes = new Float64Array(2 * lower.length);
  let count = 0;
  let high = 0;
  let low = 0;
  let begun = false;
  for (let at = 0; at <= lower.length; at++) {
    const unit = at < lower.length ? lower.charCodeAt(at) : SPACE;
    if (unit !== SPACE && unit !== LINE_FEED) {
      high = stirHigh(high, unit);
      low = stirLow(low, unit);
      begun = true;
    } else if (begun) {
      hashes[count++] = joined(mix(high ^ low), mix(low));
      high = 0;
      low = 0;
      begun = false;
    }
  }
  return hashes.subarray(0, count);
};
