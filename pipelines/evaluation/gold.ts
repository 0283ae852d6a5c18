import { readFileSync } from "node:fs";
import { z } from "zod";
import { REQUIREMENTS } from "../../models/mention.js";

/** A mention that a careful reader marked. `entity` is an id of the taxonomy or `other:<name>`. */
export const GoldMention = z.object({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  surface: z.string(),
  entity: z.string().min(1),
  requirement: z.enum(REQUIREMENTS),
});
export type GoldMention = z.infer<typeof GoldMention>;

export const GoldPosting = z.object({
  id: z.string().min(1),
  source: z.string().default(""),
  title: z.string().default(""),
  text: z.string(),
  certificates: z.array(GoldMention),
});
export type GoldPosting = z.infer<typeof GoldPosting>;

function readLine(path: string, line: string, number: number): GoldPosting {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${path}:${number}: not JSON: ${(error as Error).message}`);
  }
  const parsed = GoldPosting.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new Error(`${path}:${number}: ${issue.path.join(".") || "line"}: ${issue.message}`);
}

/** Reads a gold file: one annotated posting a line. Throws with file, line and field where one is not as it should be. */
export function readGold(path: string): GoldPosting[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, at) => (line.trim() === "" ? [] : [readLine(path, line, at + 1)]));
}
