import { z } from "zod";

/** A calendar day, `YYYY-MM-DD`. */
export const IsoDate = z.iso.date();

/** Where a posting's date comes from. `unknown` dates never enter a trend. */
export const DATE_QUALITIES = ["stated", "first_seen", "unknown"] as const;

export const PAY_PERIODS = ["hour", "day", "week", "month", "year"] as const;
export type PayPeriod = (typeof PAY_PERIODS)[number];

export const EMPLOYMENT_TYPES = [
  "full_time",
  "part_time",
  "contract",
  "temporary",
  "internship",
  "volunteer",
  "other",
] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

/**
 * One advert for one vacancy as a platform or a file states it, before it is validated and stored. Every platform's
 * `parse` and every import map produces this shape. `html` or `text` must be there; absent facts are left out.
 */
export const RawPosting = z.strictObject({
  /** The platform's own key of the advert, unique within (platform, board). */
  requisition: z.string().trim().min(1).max(300),
  title: z.string().trim().min(1).max(1000),
  employer: z.string().trim().max(300).optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  locations: z.array(z.string().max(300)).max(1000).optional(),
  /** ISO 3166-2 (US-CA) or ISO 3166-1 (GB) where known. */
  region: z.string().max(20).optional(),
  remote: z.boolean().optional(),
  department: z.string().max(300).optional(),
  employment_type: z.enum(EMPLOYMENT_TYPES).optional(),
  pay_min: z.number().nonnegative().optional(),
  pay_max: z.number().nonnegative().optional(),
  pay_currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "an ISO 4217 code such as USD")
    .optional(),
  pay_period: z.enum(PAY_PERIODS).optional(),
  posted_on: IsoDate.optional(),
  updated_on: IsoDate.optional(),
  closed_on: IsoDate.optional(),
  url: z.string().max(2000).optional(),
  lang: z.string().max(10).optional(),
});
export type RawPosting = z.infer<typeof RawPosting>;

/** A validated posting as `lake/postings` keeps it: one row a version of a posting. Dates are ISO strings, absent facts null. */
export interface Posting {
  /** Hash of (platform, board, requisition); never changes. */
  posting_id: string;
  /** Hash of title and text: a changed advert is a new version of the same posting. */
  content_hash: string;
  /** Hash of place, pay and the like: the same words with other facts are a new version too. */
  facts_hash: string;
  source: string;
  platform: string;
  board: string;
  requisition: string;
  title: string;
  employer: string | null;
  text: string;
  locations: string[];
  region: string | null;
  remote: boolean | null;
  department: string | null;
  employment_type: EmploymentType | null;
  pay_min: number | null;
  pay_max: number | null;
  pay_currency: string | null;
  pay_period: PayPeriod | null;
  posted_on: string | null;
  posted_on_quality: (typeof DATE_QUALITIES)[number];
  closed_on: string | null;
  url: string | null;
  lang: string | null;
  /** Day on which this version was first seen by us. */
  seen_on: string;
}
