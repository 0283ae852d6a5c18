import { z } from "zod";

/** A block of text, one phrase a line. */
const Lines = z.string().transform((block) =>
  block
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== ""),
);
const Share = z.number().min(0).max(1);
const SEASONS = ["none", "school", "retail", "tax", "summer"] as const;
const GROUPS = [
  "health",
  "trades",
  "food",
  "transport",
  "finance",
  "education",
  "design",
  "it",
  "office",
  "retail",
  "safety",
  "people",
] as const;
export type Group = (typeof GROUPS)[number];

export const Occupation = z.strictObject({
  id: z.string(),
  group: z.enum(GROUPS),
  soc: z.string().regex(/^\d{2}-\d{4}$/),
  weight: z.number().positive(),
  /** Growth of its part of all postings, % a year (before the parts are made to add up to one). */
  trend: z.number().default(0),
  season: z.enum(SEASONS).default("none"),
  entry: Share,
  intern: Share.default(0),
  senior: Share.default(0.12),
  degree: z.enum(["none", "high_school", "associate", "bachelor", "master"]),
  pay: z.strictObject({ period: z.enum(["hour", "year"]), low: z.number(), high: z.number() }),
  /** What is accepted as the field of a degree. */
  field: z.string().default("a related field"),
  titles: Lines,
  duties: Lines,
  requirements: Lines,
  extras: Lines,
});
export type DemoOccupation = z.infer<typeof Occupation>;

/** A demand that follows a line: share of all postings at the origin (%), and % a year on the log-odds. */
const Plan = z.strictObject({
  share: z.number().positive(),
  slope: z.number(),
  /** `YYYY-MM`: flat before, `slope` from then on. */
  since: z.string().optional(),
});
export type Plan = z.infer<typeof Plan>;
const Asks = z.record(z.string(), Share);

export const Certificate = z.strictObject({
  id: z.string(),
  kind: z.enum(["certification", "licence", "card"]),
  /** Certificates of one family may be offered as alternatives of each other. */
  family: z.string().optional(),
  /** Parts of the asks that are requirements and that are preferences; the rest merely mentions. */
  required: Share,
  preferred: Share,
  surfaces: Lines,
  /** Chance given the occupation, at the origin. */
  asks: Asks,
  /** % a year on the log-odds given the occupation. */
  slope: z.number().default(0),
  plan: Plan.optional(),
});
export type DemoCertificate = z.infer<typeof Certificate>;

/** Skills that are asked for together; a posting that asks takes some of the lines. */
export const SkillSet = z.strictObject({
  id: z.string(),
  asks: Asks,
  anywhere: Share.default(0),
  plan: Plan.optional(),
  lines: Lines,
  take: z.tuple([z.int(), z.int()]),
});
export type SkillSet = z.infer<typeof SkillSet>;

export const Board = z.strictObject({
  id: z.string(),
  platform: z.enum(["greenhouse", "lever", "ashby", "jsonld"]),
  board: z.string(),
  /** What the board calls itself. */
  name: z.string(),
  weight: z.number().positive(),
  /** How strongly it draws from each group of occupations. */
  groups: z.partialRecord(z.enum(GROUPS), z.number().positive()),
  sector: z.string(),
  regions: z.array(z.string()),
  /** `YYYY-MM` of its first postings; absent: from the start. */
  since: z.string().optional(),
  /** Takes copies of other boards' postings. */
  aggregator: z.boolean().default(false),
  employers: Lines,
});
export type Board = z.infer<typeof Board>;

const PARTS = [
  "intro",
  "about",
  "duties",
  "required",
  "preferred",
  "benefits",
  "pay",
  "schedule",
  "physical",
  "eeo",
  "apply",
  "header",
] as const;
export type Part = (typeof PARTS)[number];
const Section = z.strictObject({
  part: z.enum(PARTS),
  headings: Lines.default([]),
  form: z.enum(["list", "sentences", "will", "lines", "paragraph"]),
  /** Chance that the section is there at all. */
  chance: Share.default(1),
});
export type Section = z.infer<typeof Section>;
export const Layout = z.strictObject({
  id: z.string(),
  weight: z.number().positive(),
  /** Only these groups of occupations; absent: all. */
  groups: z.array(z.enum(GROUPS)).optional(),
  /** Only employers of these sectors; absent: all. */
  sectors: z.array(z.string()).optional(),
  /** Whether a section's heading makes plain what is required; else every sentence has to. */
  headed: z.boolean(),
  duties: z.tuple([z.int(), z.int()]),
  requirements: z.tuple([z.int(), z.int()]),
  sections: z.array(Section),
});
export type Layout = z.infer<typeof Layout>;

export const Places = z.strictObject({
  region: z.string(),
  state: z.string(),
  pay: z.number(),
  cities: z.array(z.string()),
});
export type Places = z.infer<typeof Places>;
export const Phrases = z.record(z.string(), Lines);
