/** A certificate of the list with how many earned it and how many postings ask for it. */
export interface Counts {
  id: string;
  kind: string;
  earned: number;
  asks: number;
}

/** Its part of all that were earned, divided by its part of all asks. */
export interface Ratio {
  ratio: number;
  low: number;
  high: number;
  step: Step;
  /** Whether the whole interval lies within the step. */
  sure: boolean;
}

export type Step = "very oversupplied" | "oversupplied" | "balanced" | "undersupplied" | "very undersupplied";

const Z95 = 1.959963984540054;
const FEWEST_ASKS = 30;
const FEWEST_EARNED = 10;

/** The steps of marts.supply_demand. */
export const stepOf = (ratio: number): Step => {
  if (ratio >= 4) return "very oversupplied";
  if (ratio >= 2) return "oversupplied";
  if (ratio > 0.5) return "balanced";
  return ratio > 0.25 ? "undersupplied" : "very undersupplied";
};

/**
 * Interval of the ratio of two shares a/n and b/m (Katz, Baptista, Azen and Pike 1978, Biometrics 34:469-474).
 * @returns ratio and its 95 % bounds
 */
export const ratioOfShares = (a: number, n: number, b: number, m: number): [number, number, number] => {
  const ratio = a / n / (b / m);
  const spread = Math.exp(Z95 * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m));
  return [ratio, ratio / spread, ratio * spread];
};

/**
 * Supply against demand within the list, by the method of marts.supply_demand: kinds of demand are never added up, so each
 * certificate is compared with those of its own kind. What rests on fewer than 30 asks or 10 earned, or has nothing to be
 * compared with, is left out of the result.
 */
export const supplyOf = (counts: readonly Counts[]): Map<string, Ratio> => {
  const found = new Map<string, Ratio>();
  for (const { id, kind, earned, asks } of counts) {
    const peers = counts.filter((one) => one.kind === kind);
    const all = (of: "earned" | "asks"): number => peers.reduce((sum, one) => sum + one[of], 0);
    if (asks < FEWEST_ASKS || earned < FEWEST_EARNED || all("earned") === earned || all("asks") === asks) continue;
    const [ratio, low, high] = ratioOfShares(earned, all("earned"), asks, all("asks"));
    found.set(id, { ratio, low, high, step: stepOf(ratio), sure: stepOf(low) === stepOf(high) });
  }
  return found;
};
