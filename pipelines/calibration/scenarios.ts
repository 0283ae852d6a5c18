/** What a simulated market does. Of its certificates the first is planted: slope and step are its own, the rest is everybody's. */
export interface Scenario {
  name: string;
  /** Change of the planted certificate's odds, % a year. */
  slope: number;
  /** Change of its log-odds at the middle of the known months. */
  step: number;
  /** Height of the yearly pattern on the log-odds. */
  season: number;
  /** Autocorrelation from month to month, and deviation, of the log-odds about their path. */
  autocorrelation: number;
  deviation: number;
  /** Mean number of asks that come together; 1 where each comes on its own. */
  burst: number;
}

const QUIET = { slope: 0, step: 0, season: 0, autocorrelation: 0, deviation: 0, burst: 1 };

export const SCENARIOS: readonly Scenario[] = [
  { ...QUIET, name: "flat" },
  { ...QUIET, name: "flat, seasonal", season: 0.3 },
  { ...QUIET, name: "flat, autocorrelated", autocorrelation: 0.4, deviation: 0.2 },
  { ...QUIET, name: "falling 15 % a year", slope: -15 },
  { ...QUIET, name: "growing 20 % a year", slope: 20 },
  { ...QUIET, name: "step down by half", step: Math.log(0.5) },
  { ...QUIET, name: "flat, bursty", burst: 3 },
];

/** Certificates of a market, months that are known, months until the horizon, asks and postings a month, and the deviation of the latter's logarithm. */
export const MARKET = { certificates: 30, known: 48, ahead: 48, asks: 20, postings: 1000, volume: 0.15 } as const;
