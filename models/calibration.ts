import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { packagePath } from "./package-root.js";

const Part = z.number().min(0).max(1);
const Count = z.int().nonnegative();

/** A part of 1 with what it was counted from and its 95 % interval (Wilson): each market has one planted certificate. */
export const PlantedPart = z.strictObject({ part: Part, low: Part, high: Part, of: Count }).nullable();
export type PlantedPart = z.infer<typeof PlantedPart>;

/** What simulated markets of one kind said. Parts of 1; null where the question does not arise. */
export const ScenarioResult = z.strictObject({
  scenario: z.string(),
  markets: Count,
  /** Certificates of all markets; in each market one is planted, the others are flat. */
  series: Count,
  /** 95 % intervals that held the truth: of the slope, the horizon and the present share. */
  slope_coverage: Part.nullable(),
  horizon_coverage: Part.nullable(),
  share_coverage: Part.nullable(),
  /** The same of the planted certificates alone. */
  planted_slope_coverage: PlantedPart,
  planted_horizon_coverage: PlantedPart,
  /** The same where planted trends turn, stop, go on and steepen as often as the forecast believes; with a slope only. */
  believed_horizon_coverage: PlantedPart,
  /** Flat certificates that were called fading. */
  false_fading: Part.nullable(),
  /** Planted falls that were called fading. */
  power: PlantedPart,
});
export type ScenarioResult = z.infer<typeof ScenarioResult>;

/** What becomes of a market's shares when its sources change or re-post, through the whole pipeline. */
export const SourceResult = z.strictObject({
  scenario: z.string(),
  postings: Count,
  /** Largest relative difference, to the undisturbed market, of what a certificate's share became between its first and last 12 months. */
  raw_move: z.number().nonnegative(),
  /** The same of the matched-source share; null where the warehouse has none. */
  matched_move: z.number().nonnegative().nullable(),
});
export type SourceResult = z.infer<typeof SourceResult>;

/** What `certworth calibrate --save` found. */
export const Calibration = z.strictObject({
  /** `YYYY-MM-DD`. */
  measured_on: z.iso.date(),
  statistics: z.string().min(1),
  seed: z.int(),
  scenarios: z.array(ScenarioResult),
  sources: z.array(SourceResult),
});
export type Calibration = z.infer<typeof Calibration>;

export const CALIBRATION_FILE = packagePath("models", "quality", "calibration.json");

/** The last calibration, or null where none was saved. Throws where the file is not what `--save` writes. */
export function readCalibration(path: string = CALIBRATION_FILE): Calibration | null {
  if (!existsSync(path)) return null;
  const parsed = Calibration.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(
    `${path}: ${issue.path.join(".")}: ${issue.message}; write it again with \`certworth calibrate --save\``,
  );
}
