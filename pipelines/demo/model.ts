import { monthOfName, yearsFromOrigin } from "./calendar.js";
import { runningSums } from "./random.js";
import type { DemoOccupation, Plan } from "./shapes.js";
import type { Vocabulary } from "./vocabulary.js";

/** What a certificate or a set of skills has in common: how likely a posting asks for it. */
interface Demand {
  id: string;
  asks: Readonly<Record<string, number>>;
  /** Chance in occupations that `asks` does not name. */
  anywhere?: number;
  slope?: number;
  plan?: Plan | undefined;
}

/** The truth behind the market: what share each occupation has, and how likely each asks for what. Months as in calendar.ts. */
export interface Model {
  /** Each occupation's share of a month's postings; they add up to one. */
  mix(month: number): readonly number[];
  /** The same as running sums, for drawing. */
  mixSums(month: number): readonly number[];
  /** Chance that a posting of occupation number `occupation` asks. */
  chance(demand: Demand, occupation: number, month: number): number;
  /** Expected share of all of a month's postings that ask. */
  share(demand: Demand, month: number): number;
}

/** Weight of each calendar month, January first. */
const SEASONS = {
  none: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  school: [0.6, 0.8, 1.1, 1.4, 1.6, 1.6, 1.5, 1.2, 0.7, 0.5, 0.5, 0.5],
  retail: [0.7, 0.7, 0.8, 0.9, 0.9, 0.9, 0.9, 1, 1.3, 1.6, 1.5, 0.8],
  tax: [1.4, 1.3, 1, 0.8, 0.8, 0.8, 0.8, 0.9, 1, 1, 1.1, 1.1],
  summer: [0.6, 0.8, 1.2, 1.5, 1.5, 1.3, 1.1, 0.9, 0.8, 0.8, 0.8, 0.7],
} as const;

export const logit = (share: number): number => Math.log(share / (1 - share));
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
/** % a year as a slope of the log-odds, and back. */
const slopeOf = (percent: number): number => Math.log1p(percent / 100);
export const percentOf = (slope: number): number => Math.expm1(slope) * 100;

/** The share that the plan wants in a month: a line in the log-odds, flat until `since` where there is one. */
export function plannedShare(plan: Plan, month: number): number {
  const years = plan.since === undefined ? yearsFromOrigin(month) : Math.max(0, (month - monthOfName(plan.since)) / 12);
  return logistic(logit(plan.share / 100) + slopeOf(plan.slope) * years);
}

function mixOf(occupations: readonly DemoOccupation[], month: number): number[] {
  const years = yearsFromOrigin(month);
  const weights = occupations.map(
    ({ weight, trend, season }) => weight * Math.exp(slopeOf(trend) * years) * SEASONS[season][month % 12]!,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Where `f`, rising, meets `target`; by bisection, to 1e-9. */
function solve(f: (x: number) => number, target: number): number {
  let [low, high] = [-14, 14];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (f(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function remembered<T>(compute: (month: number) => T): (month: number) => T {
  const known = new Map<number, T>();
  return (month) => {
    let value = known.get(month);
    if (value === undefined) {
      value = compute(month);
      known.set(month, value);
    }
    return value;
  };
}

/**
 * A chance is logistic(logit(base) + slope * years + shift): the shift of a month, the same for all occupations, is what
 * puts the expected share over the month's mix exactly on the plan's line, whatever the mix does.
 */
export function createModel({ occupations }: Pick<Vocabulary, "occupations">): Model {
  const mix = remembered((month) => mixOf(occupations, month));
  const mixSums = remembered((month) => runningSums(mix(month)));
  const shifts = new Map<string, (month: number) => number>();
  const base = (demand: Demand, occupation: number): number =>
    demand.asks[occupations[occupation]!.id] ?? demand.anywhere ?? 0;
  const moved = (p: number, by: number): number => (p <= 0 || p >= 1 ? p : logistic(logit(p) + by));
  const average = (month: number, chance: (occupation: number) => number): number =>
    mix(month).reduce((sum, weight, occupation) => sum + weight * chance(occupation), 0);
  const shiftOf = (demand: Demand, plan: Plan): ((month: number) => number) =>
    remembered((month) => {
      const shareAt = (x: number): number => average(month, (occupation) => moved(base(demand, occupation), x));
      return solve(shareAt, plannedShare(plan, month));
    });
  const shift = (demand: Demand, month: number): number => {
    if (demand.plan === undefined) return slopeOf(demand.slope ?? 0) * yearsFromOrigin(month);
    let known = shifts.get(demand.id);
    if (known === undefined) {
      known = shiftOf(demand, demand.plan);
      shifts.set(demand.id, known);
    }
    return known(month);
  };
  const chance: Model["chance"] = (demand, occupation, month) => {
    const p = base(demand, occupation);
    return p === 0 ? 0 : moved(p, shift(demand, month));
  };
  const share: Model["share"] = (demand, month) => average(month, (occupation) => chance(demand, occupation, month));
  return { mix, mixSums, chance, share };
}
