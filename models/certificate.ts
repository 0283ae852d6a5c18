import { z } from "zod";

export const CERTIFICATE_TYPES = [
  "license",
  "certification",
  "software",
  "career_readiness",
  "cte_assessment",
  "safety_card",
  "professional_designation",
] as const;

/** Which kind of demand a certificate's rank rests on (measures: explicit, skill-implied, licence-implied). */
export const DEMAND_KINDS = ["explicit", "skill", "licence"] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

export const Certificate = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  issuer: z.string(),
  type: z.enum(CERTIFICATE_TYPES),
  level: z.enum(["entry", "associate", "professional", "expert"]).nullable(),
  /** Commonly earned by US high-school students. */
  k12: z.enum(["yes", "no", "unknown"]),
  /** One of the 16 National Career Clusters. */
  cluster: z.string(),
  /** The issuer's state of it; null where not confirmed. */
  status: z.enum(["active", "retired", "renamed"]).nullable(),
  /** `YYYY-MM` of retirement or renaming. */
  retired_on: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
  successor: z.string().nullable(),
  /** The family it belongs to; families are rows too. */
  parent: z.string().nullable(),
  /** SOC 2018 detailed codes it serves. */
  soc: z.array(z.string().regex(/^\d{2}-\d{4}$/)),
  renewal_years: z.number().nullable(),
  /** The kind of demand that its rank rests on: `skill` for certificates that employers seldom name. */
  demand: z.enum(DEMAND_KINDS),
  /** False for what is recognised only to be left out of demand (driver-license, dot-medical-card, twic). */
  counted: z.boolean(),
  note: z.string(),
});
export type Certificate = z.infer<typeof Certificate>;

/**
 * A surface: how postings write an entity. `case: exact` wants the very letters; `near` and `not` list words (or word
 * beginnings, `certif*`) of which one must, or none may, stand in the same sentence.
 */
export const Surface = z.strictObject({
  entity: z.string(),
  surface: z.string().min(1),
  case: z.enum(["any", "exact"]),
  near: z.array(z.string()),
  not: z.array(z.string()),
});
export type Surface = z.infer<typeof Surface>;
