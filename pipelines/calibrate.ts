import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import {
  CALIBRATION_FILE,
  Calibration,
  type PlantedPart,
  type ScenarioResult,
  type SourceResult,
} from "../models/calibration.js";
import { STATISTICS_VERSION } from "../warehouse/statistics/version.js";
import { measureScenario } from "./calibration/measure.js";
import { SCENARIOS } from "./calibration/scenarios.js";
import { measureSources } from "./calibration/sources.js";
import type { Effects } from "./effects.js";
import { textTable } from "./text-table.js";
import type { Vocabulary } from "./vocabulary.js";

/** Postings of a source and month in the scenarios of sources, where few markets are simulated. */
const LEAST_SIZE = 40;

export interface CalibrateOptions {
  effects: Effects;
  vocabulary: Vocabulary;
  /** Of a scenario; three times as many where a trend is planted. */
  markets: number;
  seed: number;
}

/** Measures the statistics on markets whose truth is known. Nothing but the date depends on the clock. */
export const calibrate = async ({ effects, vocabulary, markets, seed }: CalibrateOptions): Promise<Calibration> => {
  const progress = effects.progress("scenarios", SCENARIOS.length + 1);
  const scenarios: ScenarioResult[] = [];
  for (const scenario of SCENARIOS) {
    scenarios.push(measureScenario(scenario, markets, seed));
    progress.tick(1, scenario.name);
  }
  const sources = await measureSources({ effects, vocabulary, seed, size: Math.max(LEAST_SIZE, 2 * markets) });
  progress.tick(1, "sources");
  progress.done();
  return {
    measured_on: effects.now().toISOString().slice(0, 10),
    statistics: STATISTICS_VERSION,
    seed,
    scenarios,
    sources,
  };
};

/** Parts of 1 to four digits: more would only make the file change with nothing having changed. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(4)) : value;

/** Writes a calibration to where the site reads it. */
export const saveCalibration = (calibration: Calibration, path: string = CALIBRATION_FILE): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(Calibration.parse(calibration), rounded, 2)}\n`);
};

const percent = (value: number | null): string => (value === null ? "" : (100 * value).toFixed(1));
const planted = (value: PlantedPart): string =>
  value === null ? "" : `${percent(value.part)} (${percent(value.low)}-${percent(value.high)})`;
const moved = (value: number | null): string => (value === null ? "not available" : percent(value));

const scenarioRow = (one: ScenarioResult): string[] => [
  one.scenario,
  String(one.markets),
  String(one.series),
  ...[one.slope_coverage, one.horizon_coverage, one.share_coverage].map(percent),
  ...[one.planted_slope_coverage, one.planted_horizon_coverage, one.believed_horizon_coverage].map(planted),
  percent(one.false_fading),
  planted(one.power),
];

const sourceRow = ({ scenario, postings, raw_move, matched_move }: SourceResult): string[] => [
  scenario,
  String(postings),
  moved(raw_move),
  moved(matched_move),
];

/** The report for the terminal. */
export const formatCalibration = ({ scenarios, sources, seed }: Calibration): string =>
  [
    `Nominal 95 % intervals, % that held the truth; seed ${seed}; in brackets the 95 % interval of what rests on one planted certificate a market`,
    textTable([
      [
        "scenario",
        "markets",
        "series",
        "slope",
        "horizon",
        "share",
        "planted slope",
        "planted horizon",
        "as believed",
        "false fading",
        "power",
      ],
      ...scenarios.map(scenarioRow),
    ]),
    textTable([["sources", "postings", "raw share moved by %", "matched share moved by %"], ...sources.map(sourceRow)]),
  ].join("\n\n");
