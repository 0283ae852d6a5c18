import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { packagePath } from "./package-root.js";

const Part = z.number().min(0).max(1).nullable();
const Count = z.int().nonnegative();

/** What simulated markets of one kind said. Parts of 1; null where the question does not arise. */
export const ScenarioResult = z.strictObject({
  scenario: z.string(),
  markets: Count,
  /** Certificates of all markets; in each market one is planted, the others are flat. */
  series: Count,
  /** 95 % intervals that held the truth: of the slope, the horizon and the present share. */
  slope_coverage: Part,
  horizon_coverage: Part,
  share_coverage: Part,
  /** The same of the planted certificates alone. */
  planted_slope_coverage: Part,
  planted_horizon_coverage: Part,
  /** Flat certificates that were called fading. */
  false_fading: Part,
  /** Planted falls that were called fading. */
  power: Part,
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
