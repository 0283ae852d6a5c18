import type { Dispersion } from "./dispersion.js";
import { correctedShare, type Reading } from "./misreading.js";
import type { MonthCount } from "./periods.js";
import { shareInterval } from "./share-interval.js";
import { lastYear, peakShare, pooledShare } from "./shares.js";

/** How much is asked for now: parts of 1, with 95 % intervals. */
export interface Level {
  peak_share: number | null;
  share_now: number | null;
  share_now_low: number | null;
  share_now_high: number | null;
  /** Corrected for what the extractor misreads. */
  share_corrected: number | null;
  share_corrected_low: number | null;
  share_corrected_high: number | null;
}

/**
 * The level of a series over its last 12 months; `reading` is null where gold data does not measure it.
 * @param market what its market says of how counts scatter; null where that is not known
 */
export const levelOf = (months: readonly MonthCount[], reading: Reading | null, market: Dispersion | null): Level => {
  const year = lastYear(months);
  const share = pooledShare(year);
  const interval = shareInterval(year, months, market);
  const corrected =
    reading === null || share === null || interval === null
      ? null
      : correctedShare({ share, low: interval.low }, reading);
  return {
    peak_share: peakShare(months),
    share_now: share,
    share_now_low: interval?.low ?? null,
    share_now_high: interval?.high ?? null,
    share_corrected: corrected?.share ?? null,
    share_corrected_low: corrected?.low ?? null,
    share_corrected_high: corrected?.high ?? null,
  };
};
