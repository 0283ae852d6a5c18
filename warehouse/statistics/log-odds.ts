/**
 * Log-odds of the share, with half an ask added to either side, so that a period without asks has a value
 * (Haldane 1956, Ann. Hum. Genet. 20:309-311; Anscombe 1956, Biometrika 43:461-464).
 */
export const logOdds = ({ asking, postings }: { asking: number; postings: number }): number =>
  Math.log((asking + 0.5) / (postings - asking + 0.5));

/** A slope of log-odds a month, as a change of the odds in % a year. */
export const percentAYear = (slope: number): number => (Math.exp(12 * slope) - 1) * 100;
