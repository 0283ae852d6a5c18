import { z } from "zod";

/** How strongly a posting asks for what it mentions. The gold guideline defines each level by its sentence and section. */
export const REQUIREMENTS = [
  "required",
  "preferred",
  "mentioned",
  "not_required",
  "employer_provides",
  "obtain_after_hire",
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** The parts of a posting that a heading (or, without one, the wording) opens. */
export const SECTIONS = ["title", "about", "duties", "required", "preferred", "benefits", "process", "other"] as const;
export type Section = (typeof SECTIONS)[number];

export const Mention = z.strictObject({
  kind: z.enum(["certificate", "skill"]),
  /** A certificate id or a skill id of the taxonomy. */
  entity: z.string(),
  /** UTF-16 code units into the posting's plain text, end exclusive: `surface === text.slice(start, end)`. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  surface: z.string(),
  requirement: z.enum(REQUIREMENTS),
  section: z.enum(SECTIONS),
  /** Mentions with the same group number are alternatives of each other ("A+ or Network+"). */
  group: z.int().optional(),
});
export type Mention = z.infer<typeof Mention>;
