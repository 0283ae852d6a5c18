import type { ScenarioResult } from "../../models/calibration.js";
import { dateOfMonth } from "../../warehouse/statistics/periods.js";
import { pooledShare } from "../../warehouse/statistics/shares.js";
import { type Signal, type SignalInput, signalsOf } from "../../warehouse/statistics/signal.js";
import { type Planted, simulateMarket } from "./market.js";
import { MARKET, type Scenario } from "./scenarios.js";

/** What one certificate's signal got right; null where the question does not arise. */
interface Verdict {
  planted: boolean;
  slope: boolean | null;
  horizon: boolean | null;
  share: boolean | null;
  fading: boolean;
}

const YEAR = 12;
/** More than enough: how many employers ask is not simulated. */
const EMPLOYERS = 50;

const inputOf = ({ months }: Planted, i: number): SignalInput => {
  const known = months.slice(0, MARKET.known);
  return {
    entity: `certificate-${i}`,
    kind: "explicit",
    issuer: "",
    retired: false,
    retired_on: null,
    successor: null,
    as_of: dateOfMonth(known.at(-1)!.month),
    employers: EMPLOYERS,
    sources: 1,
    months: known,
  };
};

const within = (value: number, low: number | null | undefined, high: number | null | undefined): boolean | null =>
  low == null || high == null ? null : low <= value && value <= high;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const verdictOf = (scenario: Scenario, { shares, months }: Planted, signal: Signal, planted: boolean): Verdict => {
  const truth = planted ? scenario.slope : 0;
  const horizon = signal.horizons.find(({ months_ahead }) => months_ahead === MARKET.ahead);
  const present = mean(shares.slice(MARKET.known - YEAR, MARKET.known));
  return {
    planted,
    slope: planted && scenario.step !== 0 ? null : within(truth, signal.slope_low, signal.slope_high),
    horizon: within(pooledShare(months.slice(-YEAR))!, horizon?.low_95, horizon?.high_95),
    share: within(present, signal.share_now_low, signal.share_now_high),
    fading: signal.status === "fading",
  };
};

const part = (verdicts: readonly Verdict[], of: (verdict: Verdict) => boolean | null): number | null => {
  const asked = verdicts.map(of).filter((answer) => answer !== null);
  return asked.length === 0 ? null : asked.filter(Boolean).length / asked.length;
};

/** Simulates markets of a scenario, computes their signals as the warehouse does, and counts how often they were right. */
export const measureScenario = (scenario: Scenario, markets: number, seed: number): ScenarioResult => {
  const verdicts: Verdict[] = [];
  for (let number = 0; number < markets; number++) {
    const market = simulateMarket(scenario, seed, number);
    for (const [i, signal] of signalsOf(market.map(inputOf)).entries())
      verdicts.push(verdictOf(scenario, market[i]!, signal, i === 0));
  }
  const planted = verdicts.filter((verdict) => verdict.planted);
  const flat = scenario.slope === 0 && scenario.step === 0 ? verdicts : verdicts.filter((verdict) => !verdict.planted);
  return {
    scenario: scenario.name,
    markets,
    series: verdicts.length,
    slope_coverage: part(verdicts, ({ slope }) => slope),
    horizon_coverage: part(verdicts, ({ horizon }) => horizon),
    share_coverage: part(verdicts, ({ share }) => share),
    planted_slope_coverage: part(planted, ({ slope }) => slope),
    planted_horizon_coverage: part(planted, ({ horizon }) => horizon),
    false_fading: part(flat, ({ fading }) => fading),
    power: scenario.slope < 0 ? part(planted, ({ fading }) => fading) : null,
  };
};
