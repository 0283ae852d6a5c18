import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { type Calibration, readCalibration } from "../models/calibration.js";
import { formatCalibration, saveCalibration } from "../pipelines/calibrate.js";
import { simulateFuture, simulateMarket } from "../pipelines/calibration/market.js";
import { measureScenario } from "../pipelines/calibration/measure.js";
import { postingsOf, SOURCE_SCENARIOS } from "../pipelines/calibration/postings.js";
import { MARKET, SCENARIOS } from "../pipelines/calibration/scenarios.js";
import { measureSources } from "../pipelines/calibration/sources.js";
import { streamOf } from "../pipelines/demo/random.js";
import { loadVocabulary } from "../pipelines/vocabulary.js";
import { toMarkup } from "../reports/html.js";
import { calibrationSection } from "../reports/pages/quality/calibration.js";
import { scatterAt } from "../warehouse/statistics/scatter.js";
import { quietEffects } from "./support/effects.js";
import { emptyFolder } from "./support/folder.js";

const scenario = (name: string) => SCENARIOS.find((one) => one.name === name)!;

describe("a simulated market", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(simulateMarket(scenario("flat"), 1, 3)).toEqual(simulateMarket(scenario("flat"), 1, 3));
    expect(simulateMarket(scenario("flat"), 2, 3)).not.toEqual(simulateMarket(scenario("flat"), 1, 3));
  });

  it("plants in its first certificate what the scenario says, and asks as often as it says", () => {
    const [planted, other] = simulateMarket(scenario("falling 15 % a year"), 1, 0);
    const odds = (share: number): number => share / (1 - share);
    expect(odds(planted!.shares[12]!) / odds(planted!.shares[0]!)).toBeCloseTo(0.85, 9);
    expect(other!.shares[12]).toBe(other!.shares[0]);
    const asks = simulateMarket(scenario("flat"), 1, 0).flatMap(({ months }) => months.map(({ asking }) => asking));
    expect(asks.reduce((sum, value) => sum + value, 0) / asks.length / MARKET.asks).toBeCloseTo(1, 1);
  });

  it("has futures that are the same until the last known month, and from there on trend as they are told", () => {
    const growing = scenario("growing 20 % a year");
    const [planted] = simulateMarket(growing, 1, 0);
    expect(simulateFuture(growing, 1, 0, 1)).toEqual(planted);
    const turned = simulateFuture(growing, 1, 0, -0.5);
    expect(turned.months.slice(0, MARKET.known)).toEqual(planted!.months.slice(0, MARKET.known));
    const odds = ([from, to]: [number, number]): number => {
      const [a, b] = [turned.shares[from]!, turned.shares[to]!];
      return b / (1 - b) / (a / (1 - a));
    };
    expect(odds([35, 47])).toBeCloseTo(1.2, 9);
    expect(odds([47, 59])).toBeCloseTo(1.2 ** -0.5, 9);
    expect(simulateFuture(growing, 1, 0, 0).shares[90]).toBeCloseTo(planted!.shares[47]!, 12);
  });

  it("scatters more where asks come in bursts", () => {
    const mean = (name: string): number => {
      const all = simulateMarket(scenario(name), 1, 0).map(({ months }) => scatterAt(months, 1)!.mean);
      return all.reduce((sum, value) => sum + value, 0) / all.length;
    };
    expect(mean("flat")).toBeLessThan(1.2);
    // bursts of 1 or 5: E[size^2] / E[size] = 13 / 3
    expect(mean("flat, bursty")).toBeGreaterThan(3.5);
    expect(mean("flat, bursty")).toBeLessThan(5);
  });
});

describe("measuring", () => {
  // Twelve markets, 360 series: bounds are wide enough for chance alone to pass them in one run of a thousand.
  it("finds planted falls in three times as many markets and leaves flat series alone", { timeout: 300_000 }, () => {
    const found = measureScenario(scenario("falling 15 % a year"), 4, 5);
    expect(found).toMatchObject({ markets: 12, series: 360, power: { of: 12 }, planted_slope_coverage: { of: 12 } });
    expect(found.power!.part).toBeGreaterThanOrEqual(0.75);
    expect(found.power!.low).toBeLessThan(found.power!.part);
    expect(found.believed_horizon_coverage!.part).toBeGreaterThan(0.8);
    expect(found.false_fading).toBeLessThan(0.05);
    expect(found.slope_coverage).toBeGreaterThan(0.92);
    expect(found.horizon_coverage).toBeGreaterThan(0.9);
    expect(found.share_coverage).toBeGreaterThan(0.9);
  });

  it("asks for no slope of a step", { timeout: 300_000 }, () => {
    expect(measureScenario(scenario("step down by half"), 1, 1)).toMatchObject({
      planted_slope_coverage: null,
      believed_horizon_coverage: null,
      power: null,
    });
  });
});

describe("sources", () => {
  it("post the same whatever the fourth does", () => {
    const [undisturbed, joins] = SOURCE_SCENARIOS.map((one) => postingsOf(one, streamOf(1, "sources"), 40));
    const steady = joins!.filter(({ source }) => source !== "archive-fourth");
    expect(steady).toEqual(undisturbed);
    expect(joins!.length - steady.length).toBe(24 * 80);
  });

  it("go through the whole pipeline: copies change nothing, a source that joins moves the raw share", {
    timeout: 600_000,
  }, async () => {
    const [base, joins, , , copies] = SOURCE_SCENARIOS;
    const results = await measureSources({ effects: quietEffects(), vocabulary: loadVocabulary(), seed: 1, size: 40 }, [
      base!,
      joins!,
      copies!,
    ]);
    expect(results.map(({ scenario: name }) => name)).toEqual([joins!.name, copies!.name]);
    expect(results[0]!.raw_move).toBeGreaterThan(0.2);
    expect(results[1]!.postings).toBe(3 * 48 * 120);
    expect(results[1]!.raw_move).toBeLessThanOrEqual(0.02);
  });
});

const saved: Calibration = {
  measured_on: "2026-01-02",
  statistics: "2",
  seed: 1,
  scenarios: [
    {
      scenario: "falling 15 % a year",
      markets: 20,
      series: 600,
      slope_coverage: 0.95,
      horizon_coverage: 0.961234567,
      share_coverage: 0.94,
      planted_slope_coverage: null,
      planted_horizon_coverage: { part: 0.9, low: 0.7, high: 0.97, of: 20 },
      believed_horizon_coverage: { part: 0.95, low: 0.76, high: 0.99, of: 20 },
      false_fading: 0.01,
      power: { part: 0.99, low: 0.77, high: 1, of: 20 },
    },
  ],
  sources: [{ scenario: "a source joins", postings: 100, raw_move: 0.5, matched_move: null }],
};

describe("a calibration", () => {
  it("is saved in four digits and read again", () => {
    const path = join(emptyFolder(), "quality", "calibration.json");
    expect(readCalibration(path)).toBeNull();
    saveCalibration(saved, path);
    expect(readCalibration(path)!.scenarios[0]).toMatchObject({ horizon_coverage: 0.9612, power: { part: 0.99 } });
    writeFileSync(path, readFileSync(path, "utf8").replace('"part": 0.99', '"part": 1.99'));
    expect(() => readCalibration(path)).toThrow(
      /scenarios\.0\.power\.part: .*write it again with `certworth calibrate --save`/,
    );
  });

  it("is shown on the terminal and on the page", () => {
    const text = formatCalibration(saved);
    expect(text).toContain("seed 1");
    expect(text).toMatch(
      /falling 15 % a year +20 +600 +95\.0 +96\.1 +94\.0 +90\.0 \(70\.0-97\.0\) +95\.0 \(76\.0-99\.0\) +1\.0 +99\.0 \(77\.0-100\.0\)/,
    );
    expect(text).toMatch(/a source joins +100 +50\.0 +not available/);
    const page = new JSDOM(toMarkup(calibrationSection(saved))).window.document;
    const cells = [...page.querySelectorAll("tbody tr:first-child")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(cells).toEqual([
      [
        "Falling 15% a year",
        "95%",
        "–",
        "90% (70% to 97%)",
        "95% (76% to 99%)",
        "96%",
        "94%",
        "1.0%",
        "99% (77% to 100%)",
      ],
      ["A source joins", "50%", "not available"],
    ]);
    expect(new JSDOM(toMarkup(calibrationSection(null))).window.document.body.textContent).toContain(
      "No calibration was saved.",
    );
  });
});
