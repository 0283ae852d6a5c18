import type { MonthCount } from "../../warehouse/statistics/periods.js";
import { type Random, streamOf } from "../demo/random.js";
import { MARKET, type Scenario } from "./scenarios.js";

/** A certificate whose truth is known: its true share by month, and what was counted. */
export interface Planted {
  shares: number[];
  months: MonthCount[];
}

const FIRST_MONTH = 2016 * 12;
/** Above this mean a Poisson count is drawn as a rounded normal. */
const LARGE = 60;

const gauss = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

const poisson = (mean: number, random: Random): number => {
  if (mean > LARGE) return Math.max(0, Math.round(mean + Math.sqrt(mean) * gauss(random)));
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random.next(); product > floor; product *= random.next()) count++;
  return count;
};

/** Asks of a month: independent, or in bursts of one or of twice the mean less one, equally likely. */
const askingOf = (mean: number, most: number, burst: number, random: Random): number => {
  const bursts = poisson(mean / burst, random);
  let asking = 0;
  for (let i = 0; i < bursts; i++) asking += random.chance(0.5) ? 1 : 2 * burst - 1;
  return Math.min(asking, most);
};

/** Months of trend between the middle of the known months and month `i`; after the last known one each counts `lasting`. */
const monthsOfTrend = (i: number, lasting: number): number => {
  const last = MARKET.known - 1;
  return Math.min(i, last) + lasting * Math.max(0, i - last) - MARKET.known / 2;
};

/** One certificate over the known months and those until the horizon; a `planted` one has the scenario's step, and its slope, of which `planted` lasts. */
const certificate = (
  scenario: Scenario,
  planted: number | null,
  volumes: readonly number[],
  random: Random,
): Planted => {
  const { known, ahead, asks, postings } = MARKET;
  const base = Math.log(asks / (postings - asks));
  const slope = planted === null ? 0 : Math.log(1 + scenario.slope / 100) / 12;
  const fresh = scenario.deviation * Math.sqrt(1 - scenario.autocorrelation ** 2);
  let off = scenario.deviation * gauss(random);
  const shares = Array.from({ length: known + ahead }, (_, i) => {
    off = scenario.autocorrelation * off + fresh * gauss(random);
    const stepped = planted !== null && i >= known / 2 ? scenario.step : 0;
    const season = scenario.season * Math.sin((2 * Math.PI * i) / 12);
    return 1 / (1 + Math.exp(-(base + slope * monthsOfTrend(i, planted ?? 0) + season + stepped + off)));
  });
  const months = shares.map((share, i) => ({
    month: FIRST_MONTH + i,
    asking: askingOf(share * volumes[i]!, volumes[i]!, scenario.burst, random),
    postings: volumes[i]!,
  }));
  return { shares, months };
};

/** Postings of each month: no two are the same in any market, which also keeps equal counts from being equal shares. */
const volumesOf = (random: Random): number[] =>
  Array.from({ length: MARKET.known + MARKET.ahead }, () =>
    Math.round(MARKET.postings * Math.exp(MARKET.volume * gauss(random))),
  );

/** A whole market: the first certificate is the planted one. The same for the same seed and number. */
export const simulateMarket = (scenario: Scenario, seed: number, number: number): Planted[] => {
  const volumes = volumesOf(streamOf(seed, scenario.name, number, "volume"));
  return Array.from({ length: MARKET.certificates }, (_, i) =>
    certificate(scenario, i === 0 ? 1 : null, volumes, streamOf(seed, scenario.name, number, i)),
  );
};

/** The market's planted certificate, counted as there until the last known month, from which on a part `lasting` of its slope remains. */
export const simulateFuture = (scenario: Scenario, seed: number, number: number, lasting: number): Planted => {
  const volumes = volumesOf(streamOf(seed, scenario.name, number, "volume"));
  return certificate(scenario, lasting, volumes, streamOf(seed, scenario.name, number, 0));
};
