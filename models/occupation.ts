import { z } from "zod";

export const Occupation = z.strictObject({
  /** SOC 2018 detailed code. */
  soc: z.string().regex(/^\d{2}-\d{4}$/),
  title: z.string().min(1),
  /** One of the 16 career clusters (id). */
  cluster: z.string(),
});
export type Occupation = z.infer<typeof Occupation>;

/** A job title as postings write it, with the occupation it names. */
export const OccupationTitle = z.strictObject({ soc: z.string(), title: z.string().min(1) });
export type OccupationTitle = z.infer<typeof OccupationTitle>;

export const Cluster = z.strictObject({ id: z.string(), name: z.string() });
export type Cluster = z.infer<typeof Cluster>;
