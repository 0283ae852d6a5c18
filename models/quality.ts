import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { REQUIREMENTS } from "./mention.js";
import { packagePath } from "./package-root.js";

const Share = z.number().min(0).max(1);
const Count = z.int().nonnegative();
const Ends = z.strictObject({ low: Share, high: Share });

/** Right, false and missed, and what follows of them; intervals are 95 %. */
export const MeasuredScore = z.strictObject({
  tp: Count,
  fp: Count,
  fn: Count,
  precision: Share,
  recall: Share,
  f1: Share,
  precision_95: Ends,
  recall_95: Ends,
  f1_95: Ends.nullable(),
});
export type MeasuredScore = z.infer<typeof MeasuredScore>;

/** How many of a number of cases were right, with the 95 % interval of that share. */
export const MeasuredAccuracy = z.strictObject({ right: Count, asked: Count, value: Share, interval_95: Ends });
export type MeasuredAccuracy = z.infer<typeof MeasuredAccuracy>;

/** What one set of annotated postings gave. */
const MeasuredSet = {
  /** `YYYY-MM-DD`. */
  measured_on: z.iso.date(),
  /** Version of the extractor that was measured. */
  extractor: z.string().min(1),
  /** Postings that readers annotated. */
  postings: Count,
  posting: MeasuredScore,
  mention: MeasuredScore,
  /** Does the posting ask for an unnamed credential at all. */
  unnamed: MeasuredScore,
  requirement: MeasuredAccuracy,
};

/** What `certworth evaluate GOLD.jsonl --save` measured, in numbers only: no word of a posting is in it. */
export const Quality = z.strictObject({
  ...MeasuredSet,
  /** Of the mentions found: the level that readers gave, the level that the extractor gave, how often. */
  confusion: z.array(z.strictObject({ want: z.enum(REQUIREMENTS), got: z.enum(REQUIREMENTS), mentions: Count })),
  by_certificate: z.array(z.strictObject({ certificate_id: z.string(), ...MeasuredScore.shape })),
  /** Of the invented gold tables: `held` are the cases on which no rule was ever tuned. */
  facts: z.array(z.strictObject({ fact: z.string(), all: MeasuredAccuracy, held: MeasuredAccuracy })),
  /** Of postings that no rule was tuned on (`certworth evaluate LABELS.csv --save`). */
  unseen: z.strictObject(MeasuredSet).optional(),
});
export type Quality = z.infer<typeof Quality>;

export const QUALITY_FILE = packagePath("models", "quality", "measured.json");

/** The last measurement, or null where none was saved. Throws where the file is not what `--save` writes. */
export function readQuality(path: string = QUALITY_FILE): Quality | null {
  if (!existsSync(path)) return null;
  const parsed = Quality.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(
    `${path}: ${issue.path.join(".")}: ${issue.message}; write it again with \`certworth evaluate --save\``,
  );
}
