import type { PlantedPart, ScenarioResult } from "../../models/calibration.js";
import { PERSISTENCE } from "../../warehouse/statistics/horizon.js";
import { dateOfMonth } from "../../warehouse/statistics/periods.js";
import { pooledShare } from "../../warehouse/statistics/shares.js";
import { type Signal, type SignalInput, signalsOf } from "../../warehouse/statistics/signal.js";
import { wilson } from "../../warehouse/statistics/wilson.js";
import { type Planted, simulateFuture, simulateMarket } from "./market.js";
import { MARKET, type Scenario } from "./scenarios.js";

/** What one certificate's signal got right; null where the question does not arise. */
interface Verdict {
  planted: boolean;
  slope: boolean | null;
  horizon: boolean | null;
  /** Probability that the horizon is right, where the planted trend lasts as the forecast believes. */
  believed: number | null;
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

/** The true share of a year's postings: what the months' asks over their postings estimate. */
const trueShare = ({ shares, months }: Planted, from: number): number => {
  const year = months.slice(from, from + YEAR);
  const postings = year.reduce((sum, month) => sum + month.postings, 0);
  return year.reduce((sum, month, i) => sum + month.postings * shares[from + i]!, 0) / postings;
};

const horizonHeld = ({ months }: Planted, { horizons }: Signal): boolean | null => {
  const horizon = horizons.find(({ months_ahead }) => months_ahead === MARKET.ahead);
  return within(pooledShare(months.slice(-YEAR))!, horizon?.low_95, horizon?.high_95);
};

/** How much of our belief in how long a trend lasts is on futures that the horizon holds. */
const believedOf = (futureOf: (lasting: number) => Planted, signal: Signal): number | null => {
  const held = PERSISTENCE.map(({ part: lasting, belief }) => ({
    held: horizonHeld(futureOf(lasting), signal),
    belief,
  }));
  return held.some((one) => one.held === null) ? null : held.reduce((sum, one) => sum + (one.held ? one.belief : 0), 0);
};

const verdictOf = (
  scenario: Scenario,
  certificate: Planted,
  signal: Signal,
  planted: boolean,
): Omit<Verdict, "believed"> => {
  const truth = planted ? scenario.slope : 0;
  const present = trueShare(certificate, MARKET.known - YEAR);
  return {
    planted,
    slope: planted && scenario.step !== 0 ? null : within(truth, signal.slope_low, signal.slope_high),
    horizon: horizonHeld(certificate, signal),
    share: within(present, signal.share_now_low, signal.share_now_high),
    fading: signal.status === "fading",
  };
};

const part = (verdicts: readonly Verdict[], of: (verdict: Verdict) => boolean | null): number | null => {
  const asked = verdicts.map(of).filter((answer) => answer !== null);
  return asked.length === 0 ? null : asked.filter(Boolean).length / asked.length;
};

const plantedPart = (verdicts: readonly Verdict[], of: (verdict: Verdict) => boolean | number | null): PlantedPart => {
  const asked = verdicts.map(of).filter((answer) => answer !== null);
  const held = asked.reduce<number>((sum, answer) => sum + Number(answer), 0);
  return asked.length === 0 ? null : { part: held / asked.length, ...wilson(held, asked.length), of: asked.length };
};

/**
 * In two hundred markets with one planted certificate each, chance alone moves a coverage of 95 % by 3 points either way, more than the 2
 * that it may be off; in three times as many by 1.7.
 */
const PLANTED_TIMES = 3;

/** What the signals of simulated markets, computed as the warehouse does, got right. */
const verdictsOf = (scenario: Scenario, markets: number, seed: number): Verdict[] => {
  const verdicts: Verdict[] = [];
  for (let number = 0; number < markets; number++) {
    const market = simulateMarket(scenario, seed, number);
    const signals = signalsOf(market.map(inputOf));
    const futureOf = (lasting: number): Planted => simulateFuture(scenario, seed, number, lasting);
    for (const [i, signal] of signals.entries()) {
      const planted = i === 0;
      const believed = planted && scenario.slope !== 0 ? believedOf(futureOf, signal) : null;
      verdicts.push({ ...verdictOf(scenario, market[i]!, signal, planted), believed });
    }
  }
  return verdicts;
};

/**
 * Simulates markets of a scenario (`markets` of them, three times as many where a trend is planted) and counts how often their signals were
 * right.
 */
export const measureScenario = (scenario: Scenario, markets: number, seed: number): ScenarioResult => {
  const simulated = scenario.slope === 0 ? markets : PLANTED_TIMES * markets;
  const verdicts = verdictsOf(scenario, simulated, seed);
  const planted = verdicts.filter((verdict) => verdict.planted);
  const flat = scenario.slope === 0 && scenario.step === 0 ? verdicts : verdicts.filter((verdict) => !verdict.planted);
  return {
    scenario: scenario.name,
    markets: simulated,
    series: verdicts.length,
    slope_coverage: part(verdicts, ({ slope }) => slope),
    horizon_coverage: part(verdicts, ({ horizon }) => horizon),
    share_coverage: part(verdicts, ({ share }) => share),
    planted_slope_coverage: plantedPart(planted, ({ slope }) => slope),
    planted_horizon_coverage: plantedPart(planted, ({ horizon }) => horizon),
    believed_horizon_coverage: plantedPart(planted, ({ believed }) => believed),
    false_fading: part(flat, ({ fading }) => fading),
    power: scenario.slope < 0 ? plantedPart(planted, ({ fading }) => fading) : null,
  };
};
