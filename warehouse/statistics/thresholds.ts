/** The numbers of the rules that make a status. */
export const THRESHOLDS = {
  months: 24,
  asks: 100,
  employers: 10,
  q: 0.05,
  /** % a year, either way. */
  slope: 3,
  /** Emerging: not asked for in the first year of the series, or now at least five times as often as then. */
  monthsUnseen: 12,
  timesBase: 5,
  /** Obsolescent: below this part of the highest share of a year, in this many kinds of demand, in this many published editions. */
  ofPeak: 0.5,
  kinds: 2,
  editions: 2,
} as const;
