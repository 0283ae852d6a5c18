import { z } from "zod";

export const SKILL_KINDS = [
  "soft",
  "digital_literacy",
  "office",
  "data_entry",
  "design",
  "marketing",
  "coding",
  "it",
  "data",
  "health",
  "trade",
  "food",
  "business",
  "finance",
  "education",
  "public_safety",
  "science",
  "logistics",
  "engineering",
  "service",
  "language",
  "legal",
  "agriculture",
  "media",
] as const;

export const Skill = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  kind: z.enum(SKILL_KINDS),
  /** `esco:<uuid>` or `onet:<commodity code or element id>`; null where none is known. */
  code: z.string().nullable(),
});
export type Skill = z.infer<typeof Skill>;

/** That a certificate attests a skill. */
export const CertificateSkill = z.strictObject({ certificate: z.string(), skill: z.string() });
export type CertificateSkill = z.infer<typeof CertificateSkill>;
