import { z } from "zod";
import { SourceAlarms } from "./alarm.js";

/** A source's id names a folder of the lake, so it holds no separator, no leading dot, and stays short of what disks allow. */
export const SOURCE_ID = /^[a-z0-9][a-z0-9._-]{0,99}$/;

/** One board to crawl: an entry of `sources.yaml`. */
export const Source = z.strictObject({
  id: z.string().regex(SOURCE_ID, "lower-case letters, digits, dot, dash, underscore"),
  /** A file of `pipelines/sources/`. */
  platform: z.string(),
  /** What the platform calls the tenant. */
  board: z.string(),
  /** A mirror or a test server in place of the platform's host. */
  base_url: z.url().optional(),
  region: z.string().optional(),
  employer: z.string().optional(),
  /** Postings that the board usually has open: fewer censor the night, more are reported. */
  expect: z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }).optional(),
  /** True until a first run has seen the board: it was listed from knowledge, and may have moved. */
  unverified: z.boolean().optional(),
  /** Industry of the employer, for people who choose boards. */
  industry: z.string().optional(),
  /** Thresholds of its own for alarms. */
  alarm: SourceAlarms.optional(),
  enabled: z.boolean().default(true),
});
export type Source = z.infer<typeof Source>;
